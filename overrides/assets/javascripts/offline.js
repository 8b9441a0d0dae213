"use strict";
// Says what a reader has to know of the service worker: that a page is shown as it was kept, and why,
// and that newer advice is there. Over file:// there is nothing to do.
(() => {
  const words = document.querySelector("[data-offline]");
  if (!words || !window.location.protocol.startsWith("http")) return;
  const OFTEN = 5 * 60 * 1000; // milliseconds between two looks for newer advice
  const VERSION = /<meta name="page-version" content="\w+" data-advice="(\w+)"/;
  const own = document.querySelector("meta[name=page-version]").dataset.advice;
  const foot = document.querySelector("[data-page-foot]");
  const address = new URL(window.location.href);
  let looked = Date.now();

  // "?network" asks for what the network sends. That is this page again, so it may be kept from now on.
  if (address.searchParams.has("network")) {
    address.searchParams.delete("network");
    window.history.replaceState(window.history.state, "", address);
  }

  /** What has the focus is never scrolled under the foot of the screen. */
  function makeRoom() {
    const isNoted = Boolean(foot.querySelector("[data-offline-notice]"));
    const room = isNoted ? `${foot.offsetHeight + 16}px` : "";
    document.documentElement.style.scrollPaddingBlockEnd = room;
  }

  /** Show a notice; with a link, if it has a label: to another address, or else to this page anew. */
  function say(text, label, url) {
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
    close.setAttribute("aria-label", words.dataset.close);
    close.addEventListener("click", () => {
      notice.remove();
      makeRoom();
    });
    notice.append(said, close);
    foot.prepend(notice);
    makeRoom();
  }

  /** Ask for this very page again, and say so if it has changed. */
  async function look() {
    looked = Date.now();
    try {
      const answer = await fetch(window.location.pathname, { cache: "no-cache" });
      const found = answer.ok && VERSION.exec(await answer.text());
      if (found && found[1] !== own) say(words.dataset.newer, words.dataset.load);
    } catch {
      // Without a network there is nothing newer to be had.
    }
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - looked > OFTEN) look();
  });
  window.addEventListener("online", look);

  const workers = navigator.serviceWorker;
  if (!workers) return;
  const worker = workers.controller;
  if (worker) {
    const answered = new MessageChannel();
    answered.port1.onmessage = ({ data: network }) => {
      if (!network) return;
      if (network === "foreign") {
        const url = new URL(window.location.href);
        url.searchParams.set("network", "");
        say(words.dataset.foreign, words.dataset.network, url.href);
      } else {
        say(words.dataset.kept);
        look(); // the network may be slow, not gone
      }
    };
    worker.postMessage("kept?", [answered.port2]);
  }
  workers.addEventListener("controllerchange", look);
})();
