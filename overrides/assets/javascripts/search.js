"use strict";
// What Material's bundle (9.8.2), loaded after this, takes for its search worker. It answers for an
// empty box; the rest (search/box.js) is loaded once somebody searches.
(() => {
  const { search } = JSON.parse(document.getElementById("__config").textContent);
  const box = document.querySelector("[data-search]");
  const NativeWorker = window.Worker;
  if (!box || !NativeWorker) return;

  class Port extends EventTarget {
    postMessage({ type, data }) {
      if (type === 0) {
        this.config = data.config;
        this.say({ type: 1 });
      } else {
        this.query = data;
        if (this.ask) this.ask(data);
        else if (data.trim()) load();
        else this.say({ type: 3, data: { items: [] } });
      }
    }

    say(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }
  }

  const port = new Port();
  let script;
  function load() {
    if (script) return;
    script = document.createElement("script");
    script.src = box.dataset.script;
    script.onload = () => window.searchBox(port, box, NativeWorker);
    script.onerror = () => {
      script = null;
      box.querySelector("[data-search-meta]").textContent = box.dataset.failed;
    };
    document.head.append(script);
  }

  window.Worker = function Worker(url, options) {
    return url === search ? port : new NativeWorker(url, options);
  };
  box.querySelector("input").addEventListener("focus", load);
})();
