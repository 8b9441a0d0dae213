"use strict";
// Opens the <details> around the target of the URL's hash, and all of them while the page is printed (newer
// browsers do both by themselves), also for a link to the hash that the URL has already. Opens the table of contents
// where it is beside the text.
(() => {
  function openAround() {
    const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = [...document.querySelectorAll("details:not([open])")].filter((part) => part.contains(passage));
    for (const part of closed) part.setAttribute("open", "");
    if (closed.length) passage?.scrollIntoView();
  }

  function follow() {
    try {
      openAround();
    } catch {
      // decodeURIComponent() throws on malformed percent-encoding: no anchor of ours.
    }
  }

  /** @type {Element[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not([open])")];
    for (const part of opened) part.setAttribute("open", "");
  });
  window.addEventListener("afterprint", () => {
    for (const part of opened) part.removeAttribute("open");
  });
  const contents = document.querySelector(".page-contents > details");
  const isBeside = matchMedia("(min-width: 80em)");
  const place = () => contents?.toggleAttribute("open", isBeside.matches);
  isBeside.addEventListener("change", place);
  place();

  window.addEventListener("hashchange", follow);
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link && link.hash && link.href === location.href) follow();
  });
  follow();
})();
