// Progressive enhancement of every page: all of this is optional.
"use strict";

// Glossary tooltips: opened by tap on a touch screen, closed by the Escape key.
(function () {
  const terms = document.querySelectorAll("[data-term]");
  let pointer = "mouse";

  function close(except) {
    for (const term of terms) {
      if (term !== except) term.classList.remove("term--open");
    }
  }

  /** Scroll a tooltip into view if it opens below the visible area. */
  function show(term) {
    if (pointer === "touch" && !term.classList.contains("term--open")) return;
    term.querySelector("[role=tooltip]").scrollIntoView({ block: "nearest" });
  }

  for (const term of terms) {
    for (const arrival of ["pointerenter", "focusin"]) {
      term.addEventListener(arrival, () => term.classList.remove("term--closed"));
    }
    term.addEventListener("focusin", () => show(term));
    // The first tap opens the tooltip, the second one follows the link.
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

// "Open now" on contact cards, from their opening hours and the clock of the device.
(function () {
  const days = document.querySelector("[data-closed-days]");
  if (!days) return;
  const closedDays = days.dataset.closedDays.split(" ");
  // The page lists the holidays of two years; after that "open now" could be wrong.
  const today = () => new Date().toISOString().slice(0, 10);
  if (today() > closedDays[closedDays.length - 1]) return;

  function show() {
    for (const line of document.querySelectorAll("[data-open]")) {
      // The opening hours have not been reviewed for too long.
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

// A copy button on each phrase card.
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
        // In-app browsers may refuse: then select the text, so that the reader can copy it.
        window.getSelection().selectAllChildren(parts[0]);
      }
    });
    card.append(button);
  }
})();

// Text fields in the empty cells of a printout. What is typed is neither stored nor sent.
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

// The language switch keeps the anchor: ids are the same in every language.
(function () {
  function keepPassage() {
    for (const link of document.querySelectorAll(".site-header__languages a")) link.hash = location.hash;
  }

  keepPassage();
  window.addEventListener("hashchange", keepPassage);
})();

// On the 404 page, the section in the language of the URL is moved to the top.
(function () {
  const parts = document.querySelector("[data-not-found]");
  if (!parts) return;
  const fitting = [...parts.children].filter(({ dataset }) => location.pathname.startsWith(dataset.folder));
  const [first] = fitting.sort((a, b) => b.dataset.folder.length - a.dataset.folder.length);
  const last = parts.firstElementChild;
  if (!first || first === last) return;

  /** Replace the heading of a section by one of another level: "h1" or "h2". */
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
