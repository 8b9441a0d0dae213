"use strict";
// Asks the engines what is typed into the search dialog, and draws their answers. Loaded when the
// dialog is first opened, by search.js.
//
// One engine searches the page's language; if it finds nothing, one per other language follows.

/**
 * Connect the dialog to the engines.
 *
 * `entry`: the search's entry of a language (search/files.py); `engine`: URL of the engine that fits the
 * page; `root`: URL of the site's root; `script`: loads a classic script; `tell`: shows a text about
 * the results, and has a screen reader say it.
 */
globalThis.searchBox = ({ dialog, entry, engine, root, script, tell, isCopy }) => {
  const MOST_FOREIGN = 5; // pages of each other language
  const part = (name) => dialog.querySelector(`[data-search-${name}]`);
  const input = dialog.querySelector("input");
  const [output, list, warning, help, suggestions] = ["output", "pages", "danger", "help", "suggestions"].map(part);
  const { start, loading, failed } = dialog.dataset;
  const { language: own, texts } = entry;
  const dangersOf = danger.matcher(entry.dangers);
  const engines = new Map();
  let isComposing = false;
  let hasAnswered = false; // whether the engine of the page's language is loaded
  let hasMoved = false; // whether the reader has moved to a result
  let query = "";

  const baseOf = (language) => new URL(entry.bases[language] || ".", root);
  const counted = (one, other, count) => (count === 1 ? one : other.replace("{count}", count));
  const moreText = (count) => counted(texts.moreOne, texts.moreOther, count);

  /** The engine of a language, started on first use. */
  function engineOf(language) {
    // The page may have been loaded before a deployment: never search a new index with an old engine.
    if (!engine.endsWith(entry.engine)) throw new Error(entry.engine);
    if (!engines.has(language)) {
      const index = new URL(entry.indexes[language], root).href;
      const files = language === own ? entry.root : undefined;
      engines.set(language, client.start({ engine, index, root: files, script, isCopy }));
    }
    return engines.get(language);
  }

  /** Pages with the URL of each passage, and a label if they are in another language. */
  function located(found, language) {
    const foreign = language === own ? {} : { language: entry.tags[language], label: entry.names[language] };
    return found.map((page) => {
      const url = new URL(page.url, baseOf(language)).href;
      const passages = page.passages.map((each) => ({ ...each, href: each.id ? `${url}#${each.id}` : url }));
      return { ...page, passages, ...foreign };
    });
  }

  /** The pages of the other languages in which something is found. */
  async function foreignPages(asked) {
    const pagesFound = [];
    for (const language of Object.keys(entry.indexes).filter((each) => each !== own)) {
      try {
        const { found, pages: those } = await engineOf(language).answer(asked);
        if (found) pagesFound.push(...located(those.slice(0, MOST_FOREIGN), language));
      } catch {
        engines.delete(language); // another language is only a help
      }
      if (asked !== query) return [];
    }
    return pagesFound;
  }

  async function ask() {
    query = input.value;
    hasMoved = false;
    const asked = query;
    urgent.draw(warning, dangersOf(asked), baseOf(own));
    if (!asked.trim()) {
      show([], { text: start, said: "" });
      return;
    }
    output.ariaBusy = "true";
    if (!hasAnswered) tell(loading);
    try {
      const answer = await engineOf(own).answer(asked, (part) => {
        if (asked === query && part.found) show(located(part.pages, own), { isWhole: false });
      });
      hasAnswered = true;
      if (asked !== query) return;
      if (answer.found) {
        show(located(answer.pages, own));
        return;
      }
      const foreign = await foreignPages(asked);
      if (asked !== query) return;
      if (foreign.length) show(foreign, { needsHelp: true });
      else if (isComposing) output.ariaBusy = "false";
      else if ([...asked.trim()].length === 1) show([], { text: start, said: "" });
      else show([], { text: texts.none, needsHelp: true });
    } catch {
      engines.delete(own);
      hasAnswered = false;
      if (asked === query) show([], { text: failed, needsHelp: true });
    }
  }

  /** Draw pages, and what is shown and said about them. */
  function show(found, { text = counted(texts.one, texts.other, found.length), said = text, needsHelp = false, isWhole = true } = {}) {
    if (pages.draw(list, found, moreText)) output.scrollTop = 0;
    if (help) help.hidden = !needsHelp;
    if (suggestions) suggestions.hidden = found.length > 0;
    tell(text, said && [plainText(warning), said].join(" ").trim());
    output.ariaBusy = String(!isWhole);
  }

  /** Move the focus to the next or previous result; the field comes before the first one. */
  function move(step) {
    const stops = [input, ...pages.links(list)];
    const next = Math.max(0, stops.indexOf(document.activeElement)) + step;
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
  input.form.addEventListener("reset", () => setTimeout(() => {
    ask();
    input.focus();
  }));
  // Enter closes the keyboard of a phone, unless the reader has been at a result.
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = pages.links(list);
    if (hasMoved && first) first.click();
    else input.blur();
  });
  output.addEventListener("touchmove", () => input.blur(), { passive: true });
  // After Enter nothing in the dialog has the focus.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !dialog.open || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    move(step);
  });
  part("retry").addEventListener("click", ask);

  if (engine.endsWith(entry.engine)) engineOf(own);
  ask();
};
