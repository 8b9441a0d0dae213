"use strict";
// On the list of all changes, collapses the days before a date: offline copies link to "#since-2026-11-24".
(() => {
  const days = document.querySelector("[data-earlier]");
  const since = /^#since-(\d{4}-\d\d-\d\d)$/.exec(location.hash)?.[1];
  if (!(days instanceof HTMLElement) || !since) return;
  const first = [...days.querySelectorAll("h2")].find((day) => day.id.replace("day-", "") < since);
  if (!first) return;
  const earlier = document.createElement("details");
  earlier.append(Object.assign(document.createElement("summary"), { textContent: days.dataset.earlier }));
  if (!first.previousElementSibling)
    days.prepend(Object.assign(document.createElement("p"), { textContent: days.dataset.none }));
  for (let each = /** @type {ChildNode | null} */ (first); each; ) {
    const next = each.nextSibling;
    earlier.append(each);
    each = next;
  }
  days.append(earlier);
})();
