"use strict";
// Shows a notice if the page comes from the service worker's cache, or if a newer version of it is
// online. Does nothing over file://.
(() => {
  const offer = document.querySelector("[data-offline]");
  if (!offer || !window.location.protocol.startsWith("http")) return;
  const words = /** @type {Record<string, string>} */ (offer.dataset);
  const CHECK_INTERVAL = 5 * 60 * 1000; // minimum time between two checks for a newer version, in milliseconds
  const VERSION = /<meta name="page-version" content="\w+" data-advice="(\w+)"/;
  const own = document.querySelector("meta[name=page-version]")?.dataset.advice;
  const foot = /** @type {HTMLElement} */ (document.querySelector("[data-page-foot]"));
  const address = new URL(window.location.href);
  let checkedAt = Date.now();

  // "?network" bypasses the cache. The network sent this page, so the next visit may use the cache again.
  if (address.searchParams.has("network")) {
    address.searchParams.delete("network");
    window.history.replaceState(window.history.state, "", address);
  }

  /**
   * Show a notice. With a label it gets a link: to `url`, or else one that reloads this page.
   *
   * @param {string} text
   * @param {string} [label]
   * @param {string} [url]
   */
  function showNotice(text, label, url) {
    foot.querySelector("[data-offline-notice]")?.remove();
    const notice = document.createElement("div");
    const said = document.createElement("p");
    const close = document.createElement("button");
    notice.className = "offline-notice";
    notice.dataset.offlineNotice = "";
    said.setAttribute("role", "status");
    said.append(text);
    if (label) {
      const link = document.createElement("a");
      link.href = url || window.location.href;
      link.textContent = label;
      link.addEventListener("click", (event) => {
        if (url) return;
        event.preventDefault();
        window.location.reload();
      });
      said.append(" ", link);
    }
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", words.close);
    close.addEventListener("click", () => {
      notice.remove();
      document.querySelector("main")?.focus(); // where the button was, nothing is
    });
    notice.append(said, close);
    foot.prepend(notice);
  }

  /** Fetch this page again, and show a notice if its text has changed. */
  async function checkForUpdate() {
    checkedAt = Date.now();
    try {
      const answer = await fetch(window.location.pathname, { cache: "no-cache" });
      const found = answer.ok && VERSION.exec(await answer.text());
      if (found && found[1] !== own) showNotice(words.newer, words.load);
    } catch {
      // Offline: there is no newer version to load.
    }
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - checkedAt > CHECK_INTERVAL) checkForUpdate();
  });
  window.addEventListener("online", checkForUpdate);

  const workers = navigator.serviceWorker;
  if (!workers) return;
  const worker = workers.controller;
  if (worker) {
    const answered = new MessageChannel();
    answered.port1.addEventListener("message", ({ data: network }) => {
      if (!network) return;
      if (network === "foreign") {
        const url = new URL(window.location.href);
        url.searchParams.set("network", "");
        showNotice(words.foreign, words.network, url.href);
      } else {
        showNotice(words.kept);
        checkForUpdate(); // the network may be slow and not offline
      }
    });
    answered.port1.start();
    worker.postMessage("kept?", [answered.port2]);
  }
  workers.addEventListener("controllerchange", checkForUpdate);
})();
