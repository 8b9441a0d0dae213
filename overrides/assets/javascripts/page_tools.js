"use strict";
// Passing a page on, printing it, and how it is displayed.
(() => {
  const tools = document.querySelector("[data-page-tools]");
  if (!tools) return;
  const said = tools.querySelector("[data-tools-said]");

  /** The platform's own way, or else the address on the clipboard; it names neither page nor site. */
  async function share() {
    const canonical = document.querySelector("link[rel=canonical]");
    const url = canonical ? canonical.href : window.location.href;
    said.textContent = ""; // so that the same words are said again
    try {
      if (navigator.share) await navigator.share({ text: tools.dataset.shared, url });
      else {
        await navigator.clipboard.writeText(url);
        said.textContent = tools.dataset.copied;
      }
    } catch (error) {
      // AbortError: the reader thought better of it.
      if (error.name !== "AbortError") said.textContent = tools.dataset.failed;
    }
  }

  const button = tools.querySelector("[data-share]");
  button.hidden = !navigator.share && !navigator.clipboard;
  button.addEventListener("click", share);
  tools.querySelector("[data-print]").addEventListener("click", () => window.print());
  tools.hidden = false;
})();

// Light or dark. What the device says counts, and is not kept, until the reader chooses otherwise.
(() => {
  const button = document.querySelector("button[data-display]");
  if (!button) return;
  const page = document.documentElement;
  const key = `${new URL(document.body.dataset.root, window.location.href).pathname}display`;
  const night = window.matchMedia("(prefers-color-scheme: dark)");
  const label = button.querySelector("span");
  const names = { light: button.dataset.display, dark: label.textContent };

  function ofDevice() {
    return night.matches ? "dark" : "light";
  }

  function other() {
    return (page.dataset.display || ofDevice()) === "dark" ? "light" : "dark";
  }

  function tell() {
    label.textContent = names[other()];
  }

  button.addEventListener("click", () => {
    const chosen = other();
    const isOwn = chosen === ofDevice();
    if (isOwn) delete page.dataset.display;
    else page.dataset.display = chosen;
    try {
      if (isOwn) localStorage.removeItem(key);
      else localStorage.setItem(key, chosen);
    } catch {
      // Without storage the choice holds for this page.
    }
    tell();
  });
  night.addEventListener("change", tell);
  tell();
})();
