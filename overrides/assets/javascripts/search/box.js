"use strict";
// Wires the search box to its workers; loaded when the search is opened, and given the port that
// Material takes for its worker, and what loads a classic script.
//
// One worker answers for the page's language, and one for each other language where that finds
// nothing. Over file://, where a worker cannot be started from an address, the engine is loaded as a
// classic script and started from its own source.

window.searchBox = (port, box, NativeWorker, script) => {
  const [SETUP, QUERY, RESULT, FAILED] = [0, 2, 3, 4];
  const PAUSE = 700; // milliseconds without a new result before its count is said
  const settings = JSON.parse(document.getElementById("__config").textContent);
  const isFile = window.location.protocol === "file:";
  const input = box.querySelector("input");
  const results = box.querySelector("ol");
  const meta = box.querySelector("[data-search-meta]");
  const status = box.querySelector("[data-search-status]");
  const help = box.querySelector("[data-search-help]");
  const toggle = document.getElementById("__search");
  const opener = document.querySelector("header button[for=__search]");
  const small = window.matchMedia("(max-width: 59.99em)"); // where the search covers the page
  const engines = new Map();
  let isComposing = false;
  let announcing = 0;

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

  /** The engine of a language. */
  function engineOf(language) {
    if (!engines.has(language)) {
      const index = new URL(port.config.indexes[language], new URL(settings.search, window.location.href));
      engines.set(language, new Engine(settings.search, String(index), language));
    }
    return engines.get(language);
  }

  /** Whether page and indexes belong together: a deployment may have come between them. */
  function isOfOneVersion() {
    return settings.search.endsWith(port.config.engine);
  }

  async function ask(query) {
    if (!query.trim()) {
      show({ items: [], found: true });
      return;
    }
    const own = port.config.language;
    const isCurrent = () => port.query === query;
    try {
      if (!isOfOneVersion()) throw new Error(port.config.engine);
      const answer = await engineOf(own).answer(query);
      if (!isCurrent() || (!answer.found && isComposing)) return;
      show(answer, query);
      if (answer.found) return;
      for (const language of Object.keys(port.config.indexes).filter((each) => each !== own)) {
        const foreign = await engineOf(language).answer(query);
        if (!isCurrent()) return;
        if (foreign.found) {
          answer.items.push(...foreign.items.slice(0, 5).map((page) => translated(page, language)));
          show(answer, query);
        }
      }
    } catch (error) {
      engines.delete(own);
      if (isCurrent()) show({ items: [], found: false, hasFailed: true }, query);
    }
  }

  /** A text as HTML: Material takes titles for markup. */
  function escaped(text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  }

  /** The items of a page in another language, marked as such and led to from this one. */
  function translated(items, language) {
    const here = new URL(settings.base, window.location.href);
    const there = new URL(port.config.bases[language], here);
    const name = escaped(port.config.names[language]);
    return items.map((item) => ({
      ...item,
      location: new URL(item.location, there).href,
      title: `<span class="search-language">${name}</span> <span lang="${language}">${item.title}</span>`,
      text: item.text && `<div lang="${language}">${item.text}</div>`,
      score: item.score / 1e6,
    }));
  }

  /** Let Material draw the items anew; a reader who has already gone down to them stays there. */
  function draw(items) {
    const focused = results.contains(document.activeElement) && document.activeElement;
    port.say({ type: RESULT, data: { items } });
    if (!focused) return;
    const links = Array.from(results.querySelectorAll("a"));
    (links.find(({ href }) => href === focused.href) || links[0] || input).focus();
  }

  /** Draw the items, then say in words what they are. */
  function show({ items, found, hasFailed = false }, query = "") {
    draw(items);
    const words = box.dataset;
    if (!query) meta.textContent = words.start;
    else if (hasFailed) meta.textContent = words.failed;
    else if (!found) meta.textContent = items.length ? words.near : words.none;
    if (help) help.hidden = !query || (found && !hasFailed);
    window.clearTimeout(announcing);
    announcing = window.setTimeout(() => { status.textContent = query && meta.textContent; }, PAUSE);
  }

  input.addEventListener("compositionstart", () => { isComposing = true; });
  input.addEventListener("compositionend", () => { isComposing = false; });
  // Material reads the box on keyup alone: text that is pasted, spoken or chosen from an input
  // method's list comes without one.
  for (const type of ["input", "compositionend"]) {
    input.addEventListener(type, () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
  }

  // Clearing is typing too.
  input.form.addEventListener("reset", () => {
    setTimeout(() => input.dispatchEvent(new Event("input")));
  });

  // The results can be reached with Tab, on which Material would close the search; leaving it does.
  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget) && toggle.checked) toggle.click();
  });
  new MutationObserver(() => {
    for (const link of box.querySelectorAll("[tabindex]")) link.removeAttribute("tabindex");
  }).observe(results, { childList: true, subtree: true });

  // On a small screen it is a dialog of its own, with a way back.
  const back = asButton(box.querySelector("label.md-search__icon"), "search");
  back.setAttribute("aria-label", box.dataset.close);
  back.removeAttribute("aria-expanded");
  back.addEventListener("click", () => toggle.click());

  function tell() {
    back.tabIndex = small.matches ? 0 : -1;
    opener.setAttribute("aria-expanded", String(toggle.checked));
    if (toggle.checked && small.matches) box.setAttribute("aria-modal", "true");
    else box.removeAttribute("aria-modal");
    const focused = document.activeElement;
    const isLost = focused === document.body || box.contains(focused);
    if (!toggle.checked && small.matches && isLost) opener.focus();
  }

  toggle.addEventListener("change", () => setTimeout(tell));
  small.addEventListener("change", tell);
  tell();

  port.ask = ask;
  port.start = () => {
    if (isOfOneVersion()) engineOf(port.config.language);
  };
  if (port.config) port.start();
  if (input.value !== (port.query || "")) input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  else if (port.query) ask(port.query);
};
