"use strict";
// Converts ranked pages to what the search dialog shows: at most PAGES pages, the best one first, each
// `{ url, title, passages: [{ id, title, text, isOpen }] }` with its best passage first, or its first step. Pure.
//
// `id` is empty for the beginning of a page; `text` is an excerpt in pieces, `[[text, isMarked]]`;
// `isOpen` tells which passages are shown at once.

const results = (() => {
  const { excerpt } = typeof require === "function" ? require("./highlighter.js") : highlighter;

  const PAGES = 10;
  // Numbers of passages of the best page, the second one, ...: shown at once, and all.
  const PASSAGES = [{ open: 3, all: 5 }, { open: 2, all: 3 }, { open: 2, all: 3 }, { open: 1, all: 2 }];
  const MIN_SCORE = 0.5; // minimum score of a passage to be shown at once, as a share of the best passage's
  const LENGTH = 150; // length of an excerpt in UTF-16 units: three lines on a phone
  const DENSE_LENGTH = 76; // ... in languages that need fewer characters
  const DENSE = /^(?:ja|ko|yue|zh)(?![a-z])/;

  /**
   * The pages of a result.
   *
   * A section that is not loaded is left out; without any, a page is its title alone.
   *
   * @param {{ language: string, pages: Record<number, PageTexts> }} index
   * @param {RankedPage[]} ranked
   * @param {HighlightedTerms} highlight
   * @returns {FoundPage[]}
   */
  function pagesOf(index, ranked, highlight) {
    const length = DENSE.test(index.language) ? DENSE_LENGTH : LENGTH;
    return ranked.slice(0, PAGES).map(({ page, isExact, sections }, rank) => {
      const { open, all } = PASSAGES[Math.min(rank, PASSAGES.length - 1)];
      const { url, title, step, sections: own } = index.pages[page];
      const best = sections.slice(0, all).filter(([position]) => own[position]);
      if (!best.length) return { url, title, passages: [{ id: "", title, text: [], isOpen: true }] };
      const passages = best.map(([position, score], i) => {
        const { id, title: heading, text } = /** @type {SectionText} */ (own[position]);
        return { id, title: heading, text: excerpt(text || "", highlight, length), isOpen: i === 0 || (i < open && score > best[0][1] * MIN_SCORE) };
      });
      const isBeginningFirst = passages[0].id === "";
      // The best page shows its first step first, unless the query equals one of its headings.
      if (!step || !(isBeginningFirst || (rank === 0 && !isExact))) return { url, title, passages };
      const beginning = { id: "", title, text: excerpt(step, highlight, length), isOpen: true };
      return { url, title, passages: [beginning, ...passages.filter(({ id }) => id)] };
    });
  }

  return { pagesOf };
})();

if (typeof module === "object") module.exports = results;
