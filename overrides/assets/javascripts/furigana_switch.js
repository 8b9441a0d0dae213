"use strict";
// The button that shows the readings of kanji, and stores the choice. It is on by default where a page without
// readings is the fallback for a language that always shows them. Pages with readings in their HTML have no
// button; there the script is only loaded for the search results.
(() => {
  const { furigana: url, root = "" } = document.body.dataset;
  if (!url) return;
  const found = document.querySelector("button[data-furigana]");
  const key = `${new URL(root, window.location.href).pathname}furigana`;
  /** @type {Promise<void> | undefined} */
  let loading;

  /** Load the script with the readings: a classic one, which file:// allows too. */
  function load() {
    loading ??= new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = url ?? "";
      script.addEventListener("load", () => done());
      script.addEventListener("error", () => {
        loading = undefined;
        script.remove();
        fail(new Error(url));
      });
      document.head.append(script);
    });
    return loading;
  }

  if (!found) {
    const search = document.querySelector("[data-search]");
    search?.addEventListener("focusin", () => load().then(() => globalThis.furigana.show(), () => {}), { once: true });
    return;
  }

  const button = found;
  /** @param {boolean} isOn */
  async function turn(isOn) {
    button.ariaPressed = String(isOn);
    document.body.classList.toggle("has-furigana", isOn);
    if (!isOn) {
      globalThis.furigana?.hide();
      return;
    }
    try {
      await load();
      if (button.ariaPressed === "true") globalThis.furigana.show();
    } catch {
      turn(false); // offline, and not stored
    }
  }

  const isOnAtFirst = button.ariaPressed === "true";
  button.addEventListener("click", () => {
    const isOn = button.ariaPressed !== "true";
    try {
      if (isOn === isOnAtFirst) localStorage.removeItem(key);
      else localStorage.setItem(key, isOn ? "on" : "off");
    } catch {
      // Storage is blocked: the choice only applies to this page.
    }
    turn(isOn);
  });
  let isOn = isOnAtFirst;
  try {
    const chosen = localStorage.getItem(key);
    if (chosen) isOn = chosen === "on";
  } catch {
    // Storage is blocked: keep the default.
  }
  if (isOn || isOnAtFirst) turn(isOn);
})();
