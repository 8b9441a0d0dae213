"use strict";
// Opens and closes the search dialog, and loads the rest of the search when it is first opened: the
// box that draws answers (search/box.js), the engine in its worker and the entry of the page's language, all at
// once.
//
// The query is kept out of URLs and storage. The open dialog has a history entry, so that going back closes it; while
// a reader follows a result, the query is in its state, so that going back reopens it.
(() => {
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("[data-search]"));
  const opener = /** @type {HTMLElement} */ (document.querySelector("[data-search-open]"));
  if (!dialog || !opener || document.documentElement.classList.contains("framed")) return;
  if (!dialog.showModal) {
    opener.remove();
    dialog.remove();
    return;
  }
  const on = (/** @type {EventTarget} */ target, /** @type {string} */ name, /** @type {(event: any) => void} */ work) => (
    target.addEventListener(name, work));
  const PAUSE = 700; // milliseconds without a new result before a screen reader announces it
  const part = (/** @type {string} */ name) => (
    /** @type {HTMLElement} */ (dialog.querySelector(`[data-search-${name}]`)));
  const { box, engine, entry, start, loading, failed } = /** @type {Record<string, string>} */ (dialog.dataset);
  const root = new URL(document.body.dataset.root ?? "", location.href);
  const isCopy = location.protocol === "file:" || "copy" in document.body.dataset;
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  /** @type {Promise<void> | null} */
  let ready = null;
  let isFollowing = false;
  /** @type {EventTarget | null | undefined} */
  let pressed;
  let announcing = 0;

  /**
   * Show a text about the results, and have a screen reader say it once it stays.
   *
   * @param {string} text
   * @param {string} [said]
   */
  function tell(text, said = text) {
    part("meta").textContent = text;
    part("retry").hidden = text !== failed;
    clearTimeout(announcing);
    announcing = setTimeout(() => { part("status").textContent = said; }, PAUSE);
  }

  /**
   * Load a classic script; resolves when it has run.
   *
   * @param {string} url
   * @returns {Promise<unknown>}
   */
  function script(url) {
    return new Promise((done, fail) => {
      const tag = document.createElement("script");
      tag.src = url;
      on(tag, "load", done);
      on(tag, "error", () => fail(new Error(url)));
      document.head.append(tag);
    });
  }

  /**
   * The entry of the language; the offline copy has scripts only.
   *
   * @returns {Promise<SearchEntry>}
   */
  async function entryOf() {
    if (isCopy) {
      await script(`${entry}.js`);
      return searchEntry;
    }
    const response = await fetch(`${entry}.json`, { cache: "no-cache" });
    if (!response.ok) throw new Error(entry);
    return response.json();
  }

  function load() {
    part("output").ariaBusy = "true";
    tell(loading);
    const worker = isCopy ? undefined : new Worker(engine); // loads in parallel with the rest
    /** @type {Promise<never>} */
    const failure = new Promise((_, fail) => { worker?.addEventListener("error", fail); });
    ready = Promise.race([failure, Promise.all([entryOf(), script(box)])])
      .then(([found]) => globalThis.searchBox({ dialog, entry: found, engine, worker, root, script, tell, isCopy }))
      .catch(() => {
        worker?.terminate();
        ready = null;
        part("output").ariaBusy = "false";
        tell(failed);
      });
  }

  /**
   * Put a text into the box as if a reader had typed it.
   *
   * @param {string} text
   */
  function type(text) {
    if (input.value === text) return;
    input.value = text;
    input.dispatchEvent(new Event("input"));
  }

  /**
   * Store a query in the state of the history entry; undefined removes it. Safari resets the input of a page
   * from the back/forward cache to its default value.
   *
   * @param {string} [query]
   * @param {string} [url]
   */
  function remember(query, url) {
    const { search, ...others } = history.state ?? {};
    input.defaultValue = query ?? "";
    if (search === query && !url) return;
    history.replaceState({ ...others, search: query }, "", url);
  }

  /** @param {string} [query] */
  function open(query) {
    if (!dialog.open) dialog.showModal();
    input.focus();
    if (query !== undefined) type(query);
    if (!ready) load();
  }

  function enter() {
    history.pushState({ ...history.state, isSearch: true }, "");
    open();
  }

  /**
   * Follow a link inside the dialog; a link to this page closes the dialog first.
   *
   * @param {MouseEvent} event
   * @param {HTMLAnchorElement} link
   */
  function follow(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    remember(input.value);
    if (link.pathname !== location.pathname) return;
    isFollowing = true;
    dialog.close();
    if (link.hash && link.href !== location.href) return;
    history.pushState(null, "", link.href); // a browser makes no entry for the address that it has
    if (link.hash) return;
    event.preventDefault();
    scrollTo(0, 0);
  }

  on(opener, "click", enter);
  on(part("close"), "click", () => dialog.close());
  on(part("retry"), "click", () => ready || load());
  // Enter would close the dialog, and the query would be lost. What it does later is up to search/box.js.
  on(dialog, "submit", (event) => {
    event.preventDefault();
    if (!ready) load();
  });
  on(dialog, "pointerdown", ({ target }) => { pressed = target; });
  on(dialog, "click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (link) follow(event, link);
    else if (event.target === dialog && pressed === dialog) dialog.close(); // the backdrop
  });
  on(dialog, "close", () => {
    if (!dialog.open) type(""); // going back may have reopened it before this event
    if (!isFollowing) {
      remember();
      if (history.state?.isSearch) history.back();
      // Opened by a key, nothing had the focus before; some browsers leave it in the closed dialog.
      const active = document.activeElement;
      if (active === document.body || dialog.contains(active)) opener.focus({ preventScroll: true });
    }
    isFollowing = false;
  });
  // No single key opens it: who dictates or trembles would press one by chance.
  on(document, "keydown", (event) => {
    if (dialog.open || event.key !== "k" || event.ctrlKey === event.metaKey) return;
    event.preventDefault();
    enter();
  });
  on(window, "popstate", ({ state }) => {
    if (typeof state?.search !== "string") dialog.close();
    else {
      open(state.search);
      dialog.focus(); // without the keyboard of a phone, which covers the results
    }
  });

  tell(start, "");
  const address = new URL(location.href);
  const asked = address.searchParams.get("q");
  if (asked !== null) {
    address.searchParams.delete("q");
    remember(asked, address.href);
  }
  if (typeof history.state?.search === "string") open(history.state.search);
})();
