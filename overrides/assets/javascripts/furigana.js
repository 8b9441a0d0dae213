"use strict";
// Shows the readings of kanji, from the lexicon that the build puts in front of this script: see
// render/furigana_lexicon.py. Loaded when a reader first asks for them, over file:// too.
globalThis.furigana = ((lexicon) => {
  const KANJI = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff々"; // as in hooks/knowledge/kana.py
  const RUN = new RegExp(`[${KANJI}]+(?:[ヶケ][${KANJI}]+)*`, "g");
  const PARTS = /(\d+)(\D+)/g;
  const EDGE = "\n"; // stands before and after every text in the lexicon
  const LEFT_ALONE = "code, kbd, option, pre, ruby, samp, script, style, svg, textarea, title, [role=status]";

  /**
   * The reading of a run of kanji, given the text before and after it; undefined if it is not known.
   *
   * @param {string} run
   * @param {string} before
   * @param {string} after
   */
  function readingOf(run, before, after) {
    const entry = lexicon[run];
    if (!Array.isArray(entry)) return entry;
    const [usual, ...exceptions] = entry;
    const found = exceptions.find(([left, right]) => before.endsWith(left) && after.startsWith(right));
    return found ? found[2] : usual;
  }

  /**
   * A run of kanji with its reading above it, word by word.
   *
   * @param {string} run
   * @param {string} reading in the format of the lexicon: としょ, or 2かしだし2まどぐち
   */
  function ruby(run, reading) {
    const made = document.createElement("ruby");
    const parts = [...reading.matchAll(PARTS)].map(([, length, kana]) => ({ length: Number(length), kana }));
    let start = 0;
    for (const { length, kana } of parts.length ? parts : [{ length: run.length, kana: reading }]) {
      const above = document.createElement("rt");
      above.ariaHidden = "true"; // a screen reader reads the kanji itself
      above.textContent = kana;
      made.append(run.slice(start, start + length), above);
      start += length;
    }
    return made;
  }

  /**
   * Add readings to a text node; the result is one element, so that it stays one flex item.
   *
   * @param {Text} node
   */
  function addReadings(node) {
    const text = `${EDGE}${node.data}${EDGE}`;
    const pieces = [];
    let end = EDGE.length;
    for (const { 0: run, index } of text.matchAll(RUN)) {
      const next = index + run.length;
      const reading = readingOf(run, text.slice(0, index), text.slice(next));
      if (!reading) continue;
      pieces.push(text.slice(end, index), ruby(run, reading));
      end = next;
    }
    if (!pieces.length) return;
    const made = document.createElement("span");
    made.dataset.reading = "";
    made.append(...pieces, text.slice(end, -EDGE.length));
    node.replaceWith(made);
  }

  /**
   * Whether the text of an element is Japanese and gets readings.
   *
   * @param {HTMLElement | null} element
   */
  function isRead(element) {
    /** @type {HTMLElement | null | undefined} */
    const marked = element?.closest("[lang]");
    return Boolean(marked && /^ja\b/.test(marked.lang) && !element?.closest(LEFT_ALONE));
  }

  /** @param {Node} root */
  function show(root) {
    /** @type {Text[]} */
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && node.data.search(RUN) >= 0 && isRead(node.parentElement)) found.push(node);
    }
    found.forEach(addReadings);
  }

  // Readings for what other scripts write: the answers of the search, "open now".
  const watcher = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target.isConnected) show(target);
    }
  });

  return {
    /** Show the readings on the page, and on whatever is added to it. */
    show() {
      show(document.body);
      watcher.observe(document.body, { childList: true, subtree: true });
    },

    /** Take out the readings that this script has put in. */
    hide() {
      watcher.disconnect();
      for (const made of document.querySelectorAll("[data-reading]")) {
        for (const above of made.querySelectorAll("rt")) above.remove();
        made.replaceWith(made.textContent ?? "");
      }
    },
  };
})(globalThis.furiganaLexicon);
