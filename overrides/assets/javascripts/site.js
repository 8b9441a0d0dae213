// Wires the page. Everything here only adds to a page that works without it.
"use strict";

// The meanings of terms on a touch screen, and for the Escape key.
(function () {
  const terms = document.querySelectorAll("[data-term]");
  let pointer = "mouse";

  function close(except) {
    for (const term of terms) {
      if (term !== except) term.classList.remove("term--open");
    }
  }

  /** Bring a meaning into sight that opens below it. */
  function show(term) {
    if (pointer === "touch" && !term.classList.contains("term--open")) return;
    term.querySelector("[role=tooltip]").scrollIntoView({ block: "nearest" });
  }

  for (const term of terms) {
    for (const arrival of ["pointerenter", "focusin"]) {
      term.addEventListener(arrival, () => term.classList.remove("term--closed"));
    }
    term.addEventListener("focusin", () => show(term));
    // The first tap shows the meaning, the second follows the link.
    term.querySelector("a").addEventListener("click", (event) => {
      if (pointer !== "touch" || term.classList.contains("term--open")) return;
      event.preventDefault();
      close(term);
      term.classList.add("term--open");
      show(term);
    });
  }

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    close(event.target.closest("[data-term]"));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close(null);
    for (const term of terms) {
      if (term.matches(":hover, :focus-within")) term.classList.add("term--closed");
    }
  });
})();

// "Open now" on the cards, from the hours in the page and the device's clock.
(function () {
  const days = document.querySelector("[data-closed-days]");
  if (!days) return;
  const closedDays = days.dataset.closedDays.split(" ");
  // The build lists two years of holidays; later a page would only guess.
  const today = () => new Date().toISOString().slice(0, 10);
  if (today() > closedDays[closedDays.length - 1]) return;

  function show() {
    for (const line of document.querySelectorAll("[data-open]")) {
      // The hours come from a text that is too old by then.
      if (today() > line.dataset.until) {
        line.hidden = true;
        continue;
      }
      const isOpen = openingHours.isOpen(line.dataset.open, closedDays, new Date());
      line.textContent = isOpen ? line.dataset.openText : line.dataset.closedText;
      line.classList.toggle("contact-card__now--open", isOpen);
      line.hidden = false;
    }
  }

  show();
  setInterval(show, 60 * 1000);
})();

// A button on each card of words that copies them.
(function () {
  const texts = document.querySelector("[data-say-copy]");
  if (!texts || !navigator.clipboard) return;

  for (const card of document.querySelectorAll(".admonition.say")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "say__copy";
    const title = card.querySelector(".admonition-title");
    const named = (text) => {
      button.textContent = text;
      button.setAttribute("aria-label", `${text} ${title ? title.textContent : ""}`.trim());
    };
    named(texts.dataset.sayCopy);
    button.addEventListener("click", async () => {
      const parts = [...card.querySelectorAll(".say-words")];
      try {
        await navigator.clipboard.writeText(parts.map((part) => part.innerText).join("\n"));
        named(texts.dataset.sayCopied);
        setTimeout(() => named(texts.dataset.sayCopy), 3000);
      } catch {
        // In-app browsers may refuse: then the words are marked, to be copied by hand.
        window.getSelection().selectAllChildren(parts[0]);
      }
    });
    card.append(button);
  }
})();

// The printout's empty cells can be filled in. What is typed stays in the page and is gone with it.
(function () {
  for (const table of document.querySelectorAll(".printout table")) {
    for (const row of table.tBodies[0]?.rows ?? []) {
      const [label, cell] = row.cells;
      if (!cell) continue;
      const field = document.createElement("textarea");
      field.rows = 2;
      field.autocomplete = "off";
      field.setAttribute("aria-label", label.innerText);
      cell.append(field);
    }
  }
})();

// The language switch keeps the passage: ids are the same in every language.
(function () {
  function keepPassage() {
    for (const link of document.querySelectorAll(".md-select__link")) link.hash = location.hash;
  }

  keepPassage();
  window.addEventListener("hashchange", keepPassage);
})();

// On the page of a wrong address, the language of that address comes first.
(function () {
  const parts = document.querySelector("[data-not-found]");
  if (!parts) return;
  const fitting = [...parts.children].filter(({ dataset }) => location.pathname.startsWith(dataset.folder));
  const [first] = fitting.sort((a, b) => b.dataset.folder.length - a.dataset.folder.length);
  const last = parts.firstElementChild;
  if (!first || first === last) return;

  /** Give a part another level of heading. */
  function setLevel(part, name) {
    const heading = document.createElement(name);
    heading.textContent = part.firstElementChild.textContent;
    part.firstElementChild.replaceWith(heading);
  }

  setLevel(last, "h2");
  setLevel(first, "h1");
  parts.prepend(first);
  document.title = first.firstElementChild.textContent;
})();
