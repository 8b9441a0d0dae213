"use strict";
// Wires the search box to its workers. Loaded before Material's bundle (9.8.2), which starts
// `new Worker(config.search)` at page load and speaks four messages with it.
//
// What it gets is a port: nothing is loaded until the search is opened. The port then starts one
// worker for the page's language, and one for each other language where that finds nothing. Over
// file://, where a worker cannot be started from an address, the same script is loaded as a classic
// one and started from its own source.

(() => {
  const [SETUP, READY, QUERY, RESULT, FAILED] = [0, 1, 2, 3, 4];
  const PAUSE = 700; // milliseconds without a new result before its count is said
  const NativeWorker = window.Worker;
  const settings = JSON.parse(document.getElementById("__config").textContent);
  const isFile = window.location.protocol === "file:";
  const box = document.querySelector("[data-search]");
  if (!box || !NativeWorker) return;
  const input = box.querySelector("input");
  const meta = box.querySelector("[data-search-meta]");
  const status = box.querySelector("[data-search-status]");
  const help = box.querySelector("[data-search-help]");

  /** Run a classic script once. */
  function script(url) {
    return new Promise((loaded, failed) => {
      const element = document.createElement("script");
      element.src = url;
      element.addEventListener("load", loaded);
      element.addEventListener("error", () => failed(new Error(url)));
      document.head.append(element);
    });
  }

  /** A worker that has the index at an address; `ready` resolves once it can answer. */
  async function started(engine, index, language) {
    if (!isFile) {
      const worker = new NativeWorker(engine);
      worker.postMessage({ type: SETUP, data: { config: { index: `${index}.json` }, docs: [] } });
      return worker;
    }
    if (!window.searchEngine) await script(engine);
    await script(`${index}.js`);
    const source = new Blob([`(${window.searchEngine})()`], { type: "text/javascript" });
    const worker = new NativeWorker(URL.createObjectURL(source));
    worker.postMessage({ type: SETUP, data: { docs: window.searchIndexes[language] } });
    return worker;
  }

  /** What a worker answers to one message after the other, as promises. */
  class Engine {
    constructor(engine, index, language) {
      this.waiting = new Map();
      this.failure = new Promise((_, fail) => { this.fail = fail; });
      this.failure.catch(() => {});
      this.worker = started(engine, index, language).then((worker) => {
        worker.addEventListener("message", ({ data: { type, data } }) => {
          if (type === RESULT) this.waiting.get(data.query)?.(data);
          if (type === FAILED) this.fail(new Error(data));
        });
        worker.addEventListener("error", (event) => this.fail(new Error(event.message)));
        return worker;
      });
      this.worker.catch(this.fail);
    }

    answer(query) {
      const answered = new Promise((resolve) => {
        this.waiting.set(query, resolve);
        this.worker.then((worker) => worker.postMessage({ type: QUERY, data: query }), () => {});
      });
      return Promise.race([answered, this.failure]).finally(() => this.waiting.delete(query));
    }
  }

  /** What Material takes for its worker. */
  class Port extends EventTarget {
    constructor() {
      super();
      this.engines = new Map();
      this.config = null;
      this.isComposing = false;
    }

    postMessage({ type, data }) {
      if (type === SETUP) {
        this.config = data.config;
        this.send({ type: READY });
      } else if (type === QUERY) {
        this.query = data;
        if (data.trim()) this.ask(data);
        else this.show({ items: [], found: true });
      }
    }

    terminate() {}

    send(message) {
      this.dispatchEvent(new MessageEvent("message", { data: message }));
    }

    engine(language) {
      if (!this.engines.has(language)) {
        const index = new URL(this.config.indexes[language], new URL(settings.search, window.location.href));
        this.engines.set(language, new Engine(settings.search, String(index), language));
      }
      return this.engines.get(language);
    }

    /** Load what the search needs, once it is clear that somebody searches. */
    prepare() {
      if (this.config) this.engine(this.config.language);
    }

    async ask(query) {
      const own = this.config.language;
      const isCurrent = () => this.query === query;
      try {
        const answer = await this.engine(own).answer(query);
        if (!isCurrent() || (!answer.found && this.isComposing)) return;
        this.show(answer, query);
        if (answer.found) return;
        const others = Object.keys(this.config.indexes).filter((language) => language !== own);
        for (const language of others) {
          const foreign = await this.engine(language).answer(query);
          if (!isCurrent()) return;
          if (foreign.found) {
            answer.items.push(...foreign.items.slice(0, 5).map((page) => this.translated(page, language)));
            this.show(answer, query);
          }
        }
      } catch (error) {
        this.engines.delete(own);
        if (isCurrent()) this.show({ items: [], found: false, hasFailed: true }, query);
      }
    }

    /** The items of a page in another language, marked as such and led to from this one. */
    translated(items, language) {
      const name = this.config.names[language];
      return items.map((item) => ({
        ...item,
        location: new URL(item.location, new URL(this.config.bases[language], new URL(settings.base, window.location.href))).href,
        title: `<span class="search-language">${name}</span> <span lang="${language}">${item.title}</span>`,
        text: item.text && `<div lang="${language}">${item.text}</div>`,
        score: item.score / 1e6,
      }));
    }

    /** Let Material draw the items, then say in words what they are. */
    show({ items, found, hasFailed = false }, query = "") {
      this.send({ type: RESULT, data: { items } });
      const words = box.dataset;
      if (hasFailed) meta.textContent = words.failed;
      else if (!found) meta.textContent = items.length ? words.near : words.none;
      box.toggleAttribute("data-found", found && items.length > 0);
      help.hidden = !query || (found && !hasFailed);
      window.clearTimeout(this.announcing);
      this.announcing = window.setTimeout(() => { status.textContent = query && meta.textContent; }, PAUSE);
    }
  }

  let port = null;
  window.Worker = function Worker(url, options) {
    if (String(url) !== settings.search) return new NativeWorker(url, options);
    port = new Port();
    return port;
  };

  input.addEventListener("focus", () => port?.prepare());
  input.addEventListener("compositionstart", () => { if (port) port.isComposing = true; });
  input.addEventListener("compositionend", () => { if (port) port.isComposing = false; });
  // Material reads the box on keyup alone: text that is pasted, spoken or chosen from an input
  // method's list comes without one.
  for (const type of ["input", "compositionend"]) {
    input.addEventListener(type, () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
  }
})();
