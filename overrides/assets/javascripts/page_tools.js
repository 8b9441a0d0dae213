"use strict";
// The buttons to share and print the page.
(() => {
  const tools = document.querySelector("[data-page-tools]");
  if (!tools) return;
  const said = /** @type {HTMLElement} */ (tools.querySelector("[data-tools-said]"));
  const words = /** @type {Record<string, string>} */ (tools.dataset);

  /** Open the share dialog of the device, or else copy the URL; shares no title of page or site. */
  async function share() {
    /** @type {HTMLLinkElement | null} */
    const canonical = document.querySelector("link[rel=canonical]");
    const url = canonical ? canonical.href : window.location.href;
    said.textContent = ""; // so that a screen reader announces the same text again
    try {
      if (navigator.share) await navigator.share({ text: words.shared, url });
      else {
        await navigator.clipboard.writeText(url);
        said.textContent = words.copied;
      }
    } catch (error) {
      // AbortError: the reader closed the share dialog.
      if (!(error instanceof DOMException && error.name === "AbortError")) said.textContent = words.failed;
    }
  }

  const button = /** @type {HTMLElement} */ (tools.querySelector("[data-share]"));
  button.hidden = !navigator.share && !navigator.clipboard;
  button.addEventListener("click", share);
  tools.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  tools.hidden = false;
})();

// The switch between light and dark. Only a choice that differs from the device's setting is stored.
(() => {
  const button = document.querySelector("button[data-display]");
  if (!button) return;
  const page = document.documentElement;
  const key = `${new URL(document.body.dataset.root ?? "", window.location.href).pathname}display`;
  const night = window.matchMedia("(prefers-color-scheme: dark)");
  const label = /** @type {HTMLElement} */ (button.querySelector("span"));
  const names = { light: button.dataset.display ?? "", dark: plainText(label) };

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
      // Storage is blocked: the choice only applies to this page.
    }
    tell();
  });
  night.addEventListener("change", tell);
  tell();
})();
