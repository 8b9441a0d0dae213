"use strict";
// Lazy-loads the search when it is opened: the search box (search/box.js) and the theme's script
// (Material 9.8.2), which renders the results and is given a Port in place of its search worker.
(() => {
  const box = document.querySelector("[data-search]");
  const toggle = document.getElementById("__search");
  const Native = window.Worker;
  if (!box) return;
  const { search } = JSON.parse(document.getElementById("__config").textContent);
  const input = box.querySelector("input");
  const SETTLED = 1000; // milliseconds after which the theme's script no longer closes the search by itself

  class Port extends EventTarget {
    postMessage({ type, data }) {
      if (type === 0) {
        this.config = data.config;
        if (this.start) this.start();
        this.say({ type: 1 });
      } else {
        this.query = data;
        if (this.ask) this.ask(data);
        else if (!data.trim()) this.say({ type: 3, data: { items: [] } });
      }
    }

    say(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }
  }

  const port = new Port();
  window.Worker = function Worker(url, options) {
    return url === search ? port : new Native(url, options);
  };

  /** Load a classic script; resolves when it has run. */
  function script(url) {
    return new Promise((done, fail) => {
      const tag = document.createElement("script");
      tag.src = url;
      tag.addEventListener("load", done);
      tag.addEventListener("error", fail);
      document.head.append(tag);
    });
  }

  /** Keep the search open while the theme's script starts: it closes it on a URL with an anchor. */
  function stayOpen() {
    const click = toggle.click;
    toggle.click = () => toggle.checked || click.call(toggle);
    setTimeout(() => delete toggle.click, SETTLED);
  }

  let loading;
  async function load() {
    try {
      const wired = script(box.dataset.script);
      const drawn = script(box.dataset.theme);
      await wired;
      window.searchBox(port, box, Native, script);
      await drawn;
      if (location.hash) stayOpen();
      // The theme's script waits for this event, which has already been fired.
      document.dispatchEvent(new Event("DOMContentLoaded"));
    } catch {
      loading = null;
      box.querySelector("[data-search-meta]").textContent = box.dataset.failed;
    }
  }

  function open() {
    loading = loading || load();
    if (!toggle.checked) toggle.click();
    if (document.activeElement !== input) input.focus();
  }

  input.addEventListener("focus", open);
  asButton(document.querySelector("header [for=__search]"), "search").addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (loading || ctrlKey || metaKey || altKey || !/^[/sf]$/.test(key)) return;
    if (target.closest("input, textarea, select")) return;
    event.preventDefault();
    open();
  });
  if (new URLSearchParams(location.search).has("q")) open();
})();
