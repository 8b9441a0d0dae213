"use strict";
// Asks the engines what is typed into the search dialog, and draws their answers. Loaded when the
// dialog is first opened, by search.js.
//
// One engine searches the page's language; if it finds nothing, one per other language follows.

/** Connect the dialog to the engines. BoxOptions of globals.d.ts says what it is given. */
globalThis.searchBox = ({ dialog, entry, engine, worker, root, script, tell, isCopy }) => {
  const MAX_FOREIGN_PAGES = 5; // pages of each other language
  const BEGINNING = 3; // minimum length of a word being typed for a search in other languages
  const part = (/** @type {string} */ name) => dialog.querySelector(`[data-search-${name}]`);
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const form = /** @type {HTMLFormElement} */ (input.form);
  const [output, list, warning, retry] = /** @type {HTMLElement[]} */ (["output", "pages", "danger", "retry"].map(part));
  const [help, suggestions] = ["help", "suggestions"].map(part);
  const suggestionList = suggestions?.querySelector("ul");
  const suggestionItems = [...suggestionList?.children || []]; // the suggestions, in the order of the page
  const { start, loading, failed } = /** @type {Record<string, string>} */ (dialog.dataset);
  const { language: own, texts } = entry;
  const positionsOf = danger.matcher(entry.dangerWeights ?? dangerWeights);
  /** @type {Map<string, ReturnType<typeof client.start>>} */
  const engines = new Map();
  let early = worker; // the worker that search.js started, until an engine uses it
  let isComposing = false;
  let hasAnswered = false; // whether the engine of the page's language is loaded
  let hasMoved = false; // whether the reader has moved to a result
  let isAwaited = false; // whether the first result is to be followed when the answer is whole
  let query = "";

  const baseOf = (/** @type {string} */ language) => new URL(entry.bases[language] || ".", root);
  /** @type {(one: string, other: string, count: number) => string} */
  const counted = (one, other, count) => (count === 1 ? one : other.replace("{count}", String(count)));
  const moreText = (/** @type {number} */ count) => counted(texts.moreOne, texts.moreOther, count);

  /**
   * The engine of a language, started on first use.
   *
   * @param {string} language
   */
  function engineOf(language) {
    // The page may have been loaded before a deployment: never search a new index with an old engine.
    if (!engine.endsWith(entry.engine)) throw new Error(entry.engine);
    if (!engines.has(language)) {
      const index = new URL(entry.indexes[language], root).href;
      const files = language === own ? entry.root : undefined;
      engines.set(language, client.start({ engine, index, root: files, worker: early, script, isCopy }));
      early = undefined;
    }
    return /** @type {ReturnType<typeof client.start>} */ (engines.get(language));
  }

  /**
   * Pages with the URL of each passage, and a label if they are in another language.
   *
   * @param {FoundPage[]} found
   * @param {string} language
   * @returns {DrawnPage[]}
   */
  function located(found, language) {
    const foreign = language === own ? {} : { language: entry.tags[language], label: entry.names[language] };
    return found.map((page) => {
      const url = new URL(page.url, baseOf(language)).href;
      const passages = page.passages.map((each) => ({ ...each, href: each.id ? `${url}#${each.id}` : url }));
      return { ...page, passages, ...foreign };
    });
  }

  /**
   * The results in other languages; of the varieties of one language, only the first that has results.
   *
   * @param {string} asked
   */
  async function foreignPages(asked) {
    /** @type {DrawnPage[]} */
    const pagesFound = [];
    const answered = new Set();
    for (const language of Object.keys(entry.indexes).filter((each) => each !== own)) {
      const [spoken] = entry.tags[language].split("-");
      if (answered.has(spoken)) continue;
      try {
        const { found, isForeign, pages: those } = await engineOf(language).answer(asked);
        // A query in another script than the index matches a word of it by chance (no_results.js).
        if (found && !isForeign && those.length) {
          answered.add(spoken);
          pagesFound.push(...located(those.slice(0, MAX_FOREIGN_PAGES), language));
        }
      } catch {
        engines.delete(language); // another language is only a help
      }
      if (asked !== query) return [];
    }
    return pagesFound;
  }

  async function ask() {
    query = input.value;
    input.defaultValue = query; // Safari shows it if it restores the page with its dialog open
    hasMoved = isAwaited = false;
    const asked = query;
    dangerNotice.draw(warning, positionsOf(asked).map((position) => entry.dangers[position]), baseOf(own));
    if (!asked.trim()) {
      show([], { text: start, said: "" });
      return;
    }
    output.ariaBusy = "true";
    if (!hasAnswered) tell(loading);
    try {
      const answer = await engineOf(own).answer(asked, (part) => {
        if (asked === query && part.pages.length) show(located(part.pages, own), { isWhole: false });
      });
      hasAnswered = true;
      if (asked !== query) return;
      if (answer.pages.length) {
        show(located(answer.pages, own));
        return;
      }
      if (isComposing) { // a word is half typed, so what is shown stays
        if (pages.links(list).length) output.ariaBusy = "false";
        else show([], { text: start, said: "" });
        return;
      }
      const { length } = [...asked.trim()];
      const isBegun = answer.found || length === 1; // too little of a word to find anything yet
      const foreign = isBegun && length < BEGINNING ? [] : await foreignPages(asked);
      if (asked !== query) return;
      if (foreign.length) show(foreign, { needsHelp: true });
      else if (isBegun) show([], { text: start, said: "" });
      else {
        // Readers in danger are not asked to try other words: whom to call is shown above.
        show([], warning.hidden ? { text: texts.none, needsHelp: true } : { text: "" });
        suggest(answer.nearest);
      }
    } catch {
      engines.delete(own);
      hasAnswered = false;
      if (asked === query) show([], { text: failed, needsHelp: true });
    }
  }

  /**
   * Draw pages, and what is shown and said about them.
   *
   * @param {DrawnPage[]} found
   * @param {{ text?: string, said?: string, needsHelp?: boolean, isWhole?: boolean }} [about]
   */
  function show(found, { text = counted(texts.one, texts.other, found.length), said = text, needsHelp = false, isWhole = true } = {}) {
    if (pages.draw(list, found, moreText)) output.scrollTop = 0;
    if (help) help.hidden = !needsHelp;
    if (suggestions) suggestions.hidden = found.length > 0;
    suggest([]);
    tell(text, said && [plainText(warning), said].join(" ").trim());
    output.ariaBusy = String(!isWhole);
    if (isAwaited && isWhole) pages.links(list)[0]?.click();
  }

  /**
   * Show the best-ranked pages first among the suggestions: one may be the answer although the search says that
   * nothing is found.
   *
   * @param {Answer["nearest"]} nearest
   */
  function suggest(nearest) {
    const first = nearest.map(({ url, title }) => {
      const { href } = new URL(url, baseOf(own));
      const known = suggestionItems.find((each) => /** @type {HTMLAnchorElement | null} */ (each.querySelector("a"))?.href === href);
      return known || elements.element("li", "", elements.link("", href, title));
    });
    suggestionList?.replaceChildren(...new Set([...first, ...suggestionItems]));
  }

  /**
   * Move the focus to the next or previous result; the field comes before the first one.
   *
   * @param {number} step
   */
  function moveFocus(step) {
    /** @type {HTMLElement[]} */
    const stops = [input, ...pages.links(list)];
    const next = Math.max(0, stops.indexOf(/** @type {HTMLElement} */ (document.activeElement))) + step;
    if (next < 0 || next >= stops.length) return;
    stops[next].focus();
    hasMoved = true;
  }

  input.addEventListener("compositionstart", () => { isComposing = true; });
  input.addEventListener("compositionend", () => {
    isComposing = false;
    ask();
  });
  input.addEventListener("input", ask);
  // The reset event fires before the box is cleared.
  form.addEventListener("reset", () => {
    input.defaultValue = ""; // see remember() of search.js
    setTimeout(() => {
      ask();
      input.focus();
    });
  });
  // Enter closes the keyboard of a phone. If the reader has moved to a result before, it follows the first result
  // instead, once the answer to the current query is complete.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = pages.links(list);
    if (!hasMoved || !first) input.blur();
    else if (output.ariaBusy === "true") isAwaited = true;
    else first.click();
  });
  output.addEventListener("touchmove", () => input.blur(), { passive: true });
  // After Enter nothing in the dialog has the focus.
  document.addEventListener("keydown", (event) => {
    const step = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 })[event.key];
    if (!step || !dialog.open || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    moveFocus(step);
  });
  retry.addEventListener("click", ask);

  if (engine.endsWith(entry.engine)) engineOf(own);
  if (!input.selectionEnd) input.setSelectionRange(input.value.length, input.value.length); // a query of the address
  ask();
};
