"use strict";
// The menu is a checkbox and works without this. Here it becomes a button for a screen reader, and
// closes with Escape, by what is chosen in it, and when the focus leaves it.
(() => {
  const toggle = document.getElementById("__drawer");
  const header = toggle && toggle.closest("header");
  if (!toggle) return;

  function tell() {
    toggle.setAttribute("aria-expanded", String(toggle.checked));
  }

  function close() {
    if (!toggle.checked) return;
    toggle.checked = false;
    tell();
  }

  toggle.setAttribute("role", "button");
  tell();
  toggle.addEventListener("change", tell);
  toggle.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    toggle.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    close();
    toggle.focus();
  });
  document.addEventListener("focusin", ({ target }) => {
    if (!header.contains(target)) close();
  });
  document.getElementById(toggle.getAttribute("aria-controls")).addEventListener("click", ({ target }) => {
    if (target.closest("a")) close();
  });
})();
