"use strict";
// The switch that shows the readings of kanji, and remembers that. On pages that always have them, what
// the search finds gets them too.
(() => {
  const { furigana: url, root = "" } = document.body.dataset;
  if (!url) return;
  const button = document.querySelector("button[data-furigana]");
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

  if (!button) {
    const search = document.querySelector("[data-search]");
    search?.addEventListener("focusin", () => load().then(() => globalThis.furigana.show(), () => {}), { once: true });
    return;
  }

  /** @param {boolean} isOn */
  async function turn(isOn) {
    button.ariaPressed = String(isOn);
    try {
      await load();
      if (isOn !== (button.ariaPressed === "true")) return;
      document.body.classList.toggle("has-furigana", isOn);
      if (isOn) globalThis.furigana.show();
      else globalThis.furigana.hide();
    } catch {
      button.ariaPressed = "false"; // offline, and not stored
    }
  }

  button.addEventListener("click", () => {
    const isOn = button.ariaPressed !== "true";
    try {
      if (isOn) localStorage.setItem(key, "on");
      else localStorage.removeItem(key);
    } catch {
      // Storage is blocked: the choice only applies to this page.
    }
    turn(isOn);
  });
  try {
    if (localStorage.getItem(key) === "on") turn(true);
  } catch {
    // Storage is blocked: off, as at first.
  }
})();
