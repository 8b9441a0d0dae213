// Progressive enhancement of every page: all of this is optional.
"use strict";

// Glossary tooltips: opened by tap on a touch screen, closed by the Escape key.
(function () {
  const terms = document.querySelectorAll("[data-term]");
  let pointer = "mouse";

  /** @param {Element | null} except */
  function close(except) {
    for (const term of terms) {
      if (term !== except) term.classList.remove("term--open");
    }
  }

  /**
   * Scroll a tooltip into view if it opens below the visible area.
   *
   * @param {HTMLElement} term
   */
  function show(term) {
    if (pointer === "touch" && !term.classList.contains("term--open")) return;
    term.querySelector("[role=tooltip]")?.scrollIntoView({ block: "nearest" });
  }

  for (const term of terms) {
    for (const arrival of ["pointerenter", "focusin"]) {
      term.addEventListener(arrival, () => term.classList.remove("term--closed"));
    }
    term.addEventListener("focusin", () => show(term));
    // The first tap opens the tooltip, the second one follows the link.
    term.querySelector("a")?.addEventListener("click", (event) => {
      if (pointer !== "touch" || term.classList.contains("term--open")) return;
      event.preventDefault();
      close(term);
      term.classList.add("term--open");
      show(term);
    });
  }

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    close(event.target instanceof Element ? event.target.closest("[data-term]") : null);
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
  const { openText = "", closedText = "" } = days.dataset;
  const closedDays = (days.dataset.closedDays ?? "").split(" ");
  // The page lists the holidays of two years; after that "open now" could be wrong.
  const today = () => new Date().toISOString().slice(0, 10);
  if (today() > closedDays[closedDays.length - 1]) return;

  function show() {
    for (const line of document.querySelectorAll("[data-open]")) {
      // The opening hours have not been reviewed for too long.
      const { open = "", until = "" } = line.dataset;
      if (today() > until) {
        line.hidden = true;
        continue;
      }
      const isOpen = openingHours.isOpen(open, closedDays, new Date());
      line.textContent = isOpen ? openText : closedText;
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
  const { sayCopy = "", sayCopied = "", sayFailed = "" } = texts.dataset;

  for (const card of document.querySelectorAll(".admonition.say")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "say__copy";
    const title = card.querySelector(".admonition-title");
    const named = (/** @type {string} */ text) => {
      button.textContent = text;
      button.setAttribute("aria-label", `${text} ${title ? plainText(title) : ""}`.trim());
    };
    named(sayCopy);
    button.addEventListener("click", async () => {
      const parts = [...card.querySelectorAll(".say-words")];
      try {
        await navigator.clipboard.writeText(parts.map((part) => (part.querySelector("rt") ? plainText(part) : part.innerText)).join("\n"));
        named(sayCopied);
      } catch {
        // In-app browsers may refuse: then select the text, so that the reader can copy it.
        if (parts.length) window.getSelection()?.selectAllChildren(parts[0]);
        named(sayFailed);
      }
      setTimeout(() => named(sayCopy), 3000);
    });
    card.append(button);
  }
})();

// Text fields in the empty cells of a printout. What is typed is neither stored nor sent.
(function () {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = document.querySelectorAll(".printout table");
  for (const table of tables) {
    for (const row of table.tBodies[0]?.rows ?? []) {
      const [label, cell] = row.cells;
      if (!cell) continue;
      const field = document.createElement("textarea");
      field.rows = 2;
      field.autocomplete = "off";
      field.setAttribute("aria-label", plainText(label));
      cell.append(field);
    }
  }
})();

// The language switch keeps the anchor: ids are the same in every language.
(function () {
  function keepPassage() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll(".site-header__languages a");
    for (const link of links) link.hash = shownPassage();
  }

  /** The fragment of the address while its passage is on the screen, else of the heading above the middle. */
  function shownPassage() {
    const topOf = (/** @type {Element} */ each) => each.getBoundingClientRect().top;
    const target = document.querySelector(":target");
    if (target && Math.abs(topOf(target)) < innerHeight) return location.hash;
    const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")];
    const isOpen = (/** @type {Element} */ each) => each.checkVisibility() && !each.closest("details:not([open])");
    const shown = headings.findLast((each) => isOpen(each) && topOf(each) < innerHeight / 2);
    return shown && scrollY ? `#${shown.id}` : location.hash;
  }

  keepPassage();
  window.addEventListener("hashchange", keepPassage);
  document.querySelector(".site-header__languages")?.addEventListener("click", keepPassage, { capture: true });
})();

// Reserves room for what stays in place: the header above, the action bar and notices below. If they would cover much
// of the screen, as at large font sizes, none of them stays.
(function () {
  const MAX_SHARE = 0.3; // share of the screen
  const GAP = 16; // pixels of scroll-padding (base.css) beside what stays in place
  const foot = document.querySelector("[data-page-foot]");
  const header = document.querySelector(".site-header");
  if (!(foot instanceof HTMLElement) || !(header instanceof HTMLElement) || !window.ResizeObserver) return;
  const { classList, style } = document.documentElement;
  const measure = () => {
    classList.remove("is-covered"); // with it, nothing stays in place
    const staying = getComputedStyle(header).position === "sticky" ? header.offsetHeight : 0;
    // As the root has it: WebKit computes its unit rem by another font size than that of the rest.
    const padding = getComputedStyle(document.documentElement);
    const headerRoom = parseFloat(padding.scrollPaddingBlockStart) - GAP;
    const footRoom = parseFloat(padding.scrollPaddingBlockEnd) - GAP;
    classList.toggle("is-covered", staying + foot.offsetHeight > window.innerHeight * MAX_SHARE);
    // A custom property of the root restyles every element, so it is only set if it differs.
    if (Math.abs(foot.offsetHeight - footRoom) > 1) style.setProperty("--foot", `${foot.offsetHeight}px`);
    if (Math.abs(header.offsetHeight - headerRoom) <= 2) return;
    style.setProperty("--header-room", `${header.offsetHeight}px`);
    // A browser may have scrolled to the passage of the address before.
    const target = document.querySelector(":target");
    if (target && Math.abs(target.getBoundingClientRect().top - headerRoom) < staying) target.scrollIntoView();
  };
  const observer = new ResizeObserver(measure);
  for (const part of [foot, header]) observer.observe(part);
  window.addEventListener("resize", measure);
})();

// On the 404 page, the section in the language of the URL is moved to the top.
(function () {
  const parts = document.querySelector("[data-not-found]");
  if (!parts) return;
  const sections = [.../** @type {HTMLCollectionOf<HTMLElement>} */ (parts.children)];
  const folderOf = (/** @type {HTMLElement} */ { dataset }) => dataset.folder ?? "";
  const fitting = sections.filter((section) => location.pathname.startsWith(folderOf(section)));
  const [first] = fitting.sort((a, b) => folderOf(b).length - folderOf(a).length);
  const [last] = sections;
  if (!first || first === last) return;

  /**
   * Replace the heading of a section by one of another level, and return its text.
   *
   * @param {HTMLElement} section
   * @param {"h1" | "h2"} name
   */
  function setLevel(section, name) {
    const heading = document.createElement(name);
    heading.append(...(section.firstElementChild?.childNodes ?? []));
    section.firstElementChild?.replaceWith(heading);
    return plainText(heading);
  }

  setLevel(last, "h2");
  document.title = setLevel(first, "h1");
  parts.prepend(first);
})();
