// Wires the page: the meanings of terms on a touch screen and for the Escape key.
// Without it a term is a link to the glossary, and its meaning still shows on hover and focus.
"use strict";

(function () {
  const terms = document.querySelectorAll("[data-term]");
  let pointer = "mouse";

  function close(except) {
    for (const term of terms) {
      if (term !== except) term.classList.remove("term--open");
    }
  }

  for (const term of terms) {
    for (const arrival of ["pointerenter", "focusin"]) {
      term.addEventListener(arrival, () => term.classList.remove("term--closed"));
    }
    // The first tap shows the meaning, the second follows the link.
    term.querySelector("a").addEventListener("click", (event) => {
      if (pointer !== "touch" || term.classList.contains("term--open")) return;
      event.preventDefault();
      close(term);
      term.classList.add("term--open");
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
