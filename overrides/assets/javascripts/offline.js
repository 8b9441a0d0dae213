"use strict";
// Starts the service worker once the page is idle, and says what a reader has to know of it: that a
// page is shown as it was kept, and that newer advice is there. Over file:// there is nothing to do.
(() => {
  const words = document.querySelector("[data-offline]");
  if (!words || !window.location.protocol.startsWith("http")) return;
  const OFTEN = 5 * 60 * 1000; // milliseconds between two looks for newer advice
  const VERSION = /<meta name="page-version" content="\w+" data-advice="(\w+)"/;
  const own = document.querySelector("meta[name=page-version]").dataset.advice;
  let looked = Date.now();

  const foot = document.querySelector("[data-page-foot]");

  /** What has the focus is never scrolled under the foot of the screen. */
  function makeRoom() {
    const isNoted = Boolean(foot.querySelector("[data-offline-notice]"));
    const room = isNoted ? `${foot.offsetHeight + 16}px` : "";
    document.documentElement.style.scrollPaddingBlockEnd = room;
  }

  function say(text, withLink) {
    foot.querySelector("[data-offline-notice]")?.remove();
    const notice = document.createElement("div");
    const said = document.createElement("p");
    const close = document.createElement("button");
    notice.className = "offline-notice";
    notice.dataset.offlineNotice = "";
    said.setAttribute("role", "status");
    said.append(text);
    if (withLink) {
      const link = document.createElement("a");
      link.href = window.location.href;
      link.textContent = words.dataset.load;
      link.addEventListener("click", (event) => {
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
      if (found && found[1] !== own) say(words.dataset.newer, true);
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
    answered.port1.onmessage = ({ data: isKept }) => {
      if (!isKept) return;
      say(words.dataset.kept, false);
      look(); // the network may be slow, not gone
    };
    worker.postMessage("kept?", [answered.port2]);
  }
  workers.addEventListener("controllerchange", look);

  async function start() {
    if (navigator.connection?.saveData) return;
    try {
      await workers.register(words.dataset.offline, { updateViaCache: "none" });
      (await workers.ready).active.postMessage("fill");
    } catch {
      // In-app browsers and full disks: the page works without it.
    }
  }

  window.addEventListener("load", () => {
    if (window.requestIdleCallback) window.requestIdleCallback(start, { timeout: 5000 });
    else setTimeout(start, 2000);
  });
})();
