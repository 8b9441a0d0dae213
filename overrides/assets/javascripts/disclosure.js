"use strict";
// Opens what is folded: around the passage that the address names, and everything while the page is
// printed. Newer browsers do both by themselves.
(() => {
  function openAround() {
    const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let part = passage?.closest("details"); part; part = part.parentElement.closest("details")) {
      if (part.open) continue;
      part.open = true;
      passage.scrollIntoView();
    }
  }

  function follow() {
    try {
      openAround();
    } catch {
      // An address that no percent sign of ours made.
    }
  }

  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not([open])")];
    for (const part of opened) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
  window.addEventListener("hashchange", follow);
  follow();
})();
