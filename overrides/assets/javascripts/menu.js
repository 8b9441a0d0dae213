"use strict";
// The menu works without JavaScript, by a checkbox. This turns its label into a button, and closes
// the menu on Escape, on a click on one of its links, and when the focus leaves the header. The list of
// languages, a <details>, closes on a click or focus outside of it.
(() => {
  const list = /** @type {HTMLDetailsElement | null} */ (document.querySelector("header details"));
  const closeList = () => list?.removeAttribute("open");
  const leaveList = (/** @type {Event} */ { target }) => {
    if (target instanceof Node && !list?.contains(target)) closeList();
  };
  document.addEventListener("click", leaveList);
  document.addEventListener("focusin", leaveList);
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) closeList(); }); // not while a page loads
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !list?.open) return;
    closeList();
    list.querySelector("summary")?.focus({ preventScroll: true });
  });

  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("menu-toggle"));
  const label = /** @type {HTMLLabelElement} */ (document.querySelector("label[for=menu-toggle]"));
  if (!toggle || !label) return;
  const header = /** @type {HTMLElement} */ (toggle.closest("header"));
  const menu = /** @type {HTMLElement} */ (document.getElementById(toggle.getAttribute("aria-controls") ?? ""));
  const current = menu.querySelector("[aria-current]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.setAttribute("aria-controls", menu.id);
  button.append(...label.childNodes);
  label.replaceWith(button);
  toggle.hidden = true;

  function updateButton() {
    button.setAttribute("aria-expanded", String(toggle.checked));
    if (current) menu.scrollTop = Math.max(0, current.offsetTop - menu.clientHeight / 2);
  }

  function close() {
    if (!toggle.checked) return;
    toggle.checked = false;
    updateButton();
  }

  updateButton();
  window.addEventListener("pageshow", close); // a page restored from the back/forward cache may have its menu open
  toggle.addEventListener("change", updateButton);
  button.addEventListener("click", () => toggle.click());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    close();
    button.focus({ preventScroll: true });
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Node && !header.contains(target)) close();
  });
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) close();
  });
})();
