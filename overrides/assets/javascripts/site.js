// Wires the page: the meanings of terms on a touch screen and for the Escape key.
// Without it a term is a link to the glossary, and its meaning still shows on hover and focus.
"use strict";

(function () {
  const EDGE = 8; // pixels kept free beside the window's edge

  const terms = document.querySelectorAll("[data-term]");
  let pointer = "mouse";

  function close(except) {
    for (const term of terms) {
      if (term !== except) term.classList.remove("term--open");
    }
  }

  // A meaning near the right edge is moved to the left until it fits.
  function place(term) {
    const meaning = term.querySelector("[role=tooltip]");
    meaning.style.removeProperty("translate");
    const over = meaning.getBoundingClientRect().right + EDGE - document.documentElement.clientWidth;
    if (over > 0) meaning.style.translate = `${-over}px`;
  }

  for (const term of terms) {
    term.addEventListener("pointerenter", () => {
      term.classList.remove("term--closed");
      place(term);
    });
    term.addEventListener("focusin", () => {
      term.classList.remove("term--closed");
      place(term);
    });
    // The first tap shows the meaning, the second follows the link.
    term.querySelector("a").addEventListener("click", (event) => {
      if (pointer !== "touch" || term.classList.contains("term--open")) return;
      event.preventDefault();
      close(term);
      term.classList.add("term--open");
      place(term);
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
