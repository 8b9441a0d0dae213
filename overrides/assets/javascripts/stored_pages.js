"use strict";
// Keeps the site on the device, and removes it again: starts the service worker once the page is idle,
// unless the reader wants nothing kept. Over file:// there is nothing to do.
(() => {
  const offer = document.querySelector("[data-offline]");
  const place = document.querySelector("[data-stored]");
  if (!offer || !window.location.protocol.startsWith("http")) return;
  const [button, said] = place.children;
  const root = new URL(document.body.dataset.root, window.location.href);
  const nothing = `${root.pathname}keep`; // in local storage: the reader wants nothing kept
  const choices = [`${root.pathname}display`]; // what else of ours stands there
  const workers = navigator.serviceWorker;
  const canKeep = Boolean(workers) && !navigator.connection?.saveData;

  function isChosen(key) {
    try {
      return localStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  }

  // Other sites may share this host: what belongs to this one has its root as its scope or in its name.
  async function ownWorker() {
    const found = await workers?.getRegistration(root.href);
    return found?.scope === root.href ? found : undefined;
  }

  async function ownCaches() {
    const names = await window.caches?.keys() ?? [];
    return names.filter((name) => name.split(" ")[1] === root.href);
  }

  async function isAnythingKept() {
    return choices.some(isChosen) || Boolean(await ownWorker()) || (await ownCaches()).length > 0;
  }

  /** Show the button that removes what is kept, or the one that keeps it again. */
  function offerTo(action) {
    button.dataset.action = action;
    button.textContent = button.dataset[action];
    place.hidden = false;
  }

  async function removeAll() {
    await (await ownWorker())?.unregister();
    for (const name of await ownCaches()) await caches.delete(name);
  }

  async function remove() {
    localStorage.setItem(nothing, "nothing"); // first: without it the next page would store everything
    choices.forEach((key) => localStorage.removeItem(key));
    await removeAll();
    if (canKeep) offerTo("keep");
    else button.hidden = true;
    return button.dataset.removed;
  }

  async function keep() {
    const registration = await workers.register(offer.dataset.offline, { updateViaCache: "none" });
    localStorage.removeItem(nothing);
    // Where the worker was still at work for an open page, it has to begin anew.
    registration.active?.postMessage("keep");
    offerTo("remove");
    return button.dataset.keeping;
  }

  button.addEventListener("click", async () => {
    const isRemoving = button.dataset.action === "remove";
    said.textContent = ""; // so that the same words are said again
    try {
      said.textContent = await (isRemoving ? remove() : keep());
    } catch {
      said.textContent = isRemoving ? button.dataset.removeFailed : button.dataset.keepFailed;
    }
  });

  async function start() {
    try {
      if (isChosen(nothing)) {
        await removeAll(); // an update may have been under way
        if (canKeep) offerTo("keep");
        return;
      }
      if (await isAnythingKept()) offerTo("remove");
      if (!canKeep) return;
      await workers.register(offer.dataset.offline, { updateViaCache: "none" });
      (await workers.ready).active.postMessage("fill");
      if (!isChosen(nothing)) offerTo("remove"); // it may have been pressed in the meantime
    } catch {
      // In-app browsers and full disks: the page works without it.
    }
  }

  window.addEventListener("load", () => {
    if (window.requestIdleCallback) window.requestIdleCallback(start, { timeout: 5000 });
    else setTimeout(start, 2000);
  });
})();
