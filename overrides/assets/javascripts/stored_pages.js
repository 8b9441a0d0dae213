"use strict";
// Registers the service worker once the page is idle, unless the reader has opted out, and removes
// the site's data from the device on request. Does nothing over file://.
(() => {
  const offer = document.querySelector("[data-offline]");
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-stored]"));
  if (!offer || !window.location.protocol.startsWith("http")) return;
  const [button, said] = /** @type {HTMLCollectionOf<HTMLElement>} */ (place.children);
  const words = /** @type {Record<string, string>} */ (button.dataset);
  const script = offer.dataset.offline ?? "";
  const root = new URL(document.body.dataset.root ?? "", window.location.href);
  const optOutKey = `${root.pathname}keep`; // key in local storage: the reader has opted out
  const choices = [`${root.pathname}display`, `${root.pathname}furigana`]; // the site's other keys in local storage
  const workers = navigator.serviceWorker;
  const canStore = Boolean(workers) && !navigator.connection?.saveData;

  /** @param {string} key */
  function isChosen(key) {
    try {
      return localStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  }

  // Other sites may share this origin: our worker has the site's root as its scope, our caches in
  // their names.
  async function ownWorker() {
    const found = await workers?.getRegistration(root.href);
    return found?.scope === root.href ? found : undefined;
  }

  async function ownCaches() {
    const names = await window.caches?.keys() ?? [];
    return names.filter((name) => name.split(" ")[1] === root.href);
  }

  async function isAnythingStored() {
    return choices.some(isChosen) || Boolean(await ownWorker()) || (await ownCaches()).length > 0;
  }

  /**
   * Show the button with an action: "remove" the stored data, or "keep" (store) it again.
   *
   * @param {"remove" | "keep"} action
   */
  function offerTo(action) {
    button.dataset.action = action;
    button.textContent = words[action];
    place.hidden = false;
  }

  async function removeAll() {
    await (await ownWorker())?.unregister();
    for (const name of await ownCaches()) await caches.delete(name);
  }

  async function remove() {
    localStorage.setItem(optOutKey, "nothing"); // first: otherwise the next page would store everything again
    for (const key of choices) localStorage.removeItem(key);
    await removeAll();
    if (canStore) offerTo("keep");
    else button.hidden = true;
    return words.removed;
  }

  async function store() {
    const registration = await workers.register(script, { updateViaCache: "none" });
    localStorage.removeItem(optOutKey);
    // A worker that still controls an open page does not install again: tell it to fill its cache.
    registration.active?.postMessage("keep");
    offerTo("remove");
    return words.keeping;
  }

  button.addEventListener("click", async () => {
    const isRemoving = button.dataset.action === "remove";
    said.textContent = ""; // so that a screen reader announces the same text again
    try {
      said.textContent = await (isRemoving ? remove() : store());
    } catch {
      said.textContent = isRemoving ? words.removeFailed : words.keepFailed;
    }
  });

  async function start() {
    try {
      if (isChosen(optOutKey)) {
        await removeAll(); // an update may have been running when the reader opted out
        if (canStore) offerTo("keep");
        return;
      }
      if (await isAnythingStored()) offerTo("remove");
      if (!canStore) return;
      await workers.register(script, { updateViaCache: "none" });
      (await workers.ready).active?.postMessage("fill");
      if (!isChosen(optOutKey)) offerTo("remove"); // the reader may have opted out in the meantime
    } catch {
      // In-app browsers and full disks refuse: the page works without a worker.
    }
  }

  window.addEventListener("load", () => {
    if (window.requestIdleCallback) window.requestIdleCallback(start, { timeout: 5000 });
    else setTimeout(start, 2000);
  });
})();
