"use strict";
// Converts ranked pages to the items that Material 9.8 renders: `{ location, title, text, score,
// terms }`, one list per page, its best section first. Pure.

const results = (() => {
  const { marked, teaser } = typeof require === "function" ? require("./highlighter.js") : highlighter;

  // Numbers of sections of the best page, the second one, ...: visible ones, and all; the others are
  // collapsed.
  const SECTIONS = [{ open: 3, all: 5 }, { open: 2, all: 3 }, { open: 2, all: 3 }, { open: 1, all: 2 }];
  const TEASER = 200; // length of a teaser in UTF-16 units
  const DENSE_TEASER = 112; // ... in languages that need fewer characters
  const DENSE = /^(?:ja|ko|yue|zh)(?![a-z])/;

  /**
   * The items of a search result.
   *
   * Material expands the items whose score is at least that of a page's first one, and Enter opens the
   * one with the highest score. So the best sections get the page's score, the page itself less.
   */
  function itemsOf(index, ranked, wanted) {
    const length = DENSE.test(index.language) ? DENSE_TEASER : TEASER;
    return ranked.map(({ page, score, sections }, rank) => {
      const { open, all } = SECTIONS[Math.min(rank, SECTIONS.length - 1)];
      const { url, title, sections: headed, entries } = index.pages[page];
      const own = [...headed, ...entries];
      const best = sections.slice(0, all);
      const top = best[0][1];
      const item = (section, worth) => ({
        location: section.id ? `${url}#${section.id}` : url,
        title: marked(section.title, wanted),
        text: section.text ? `<p>${teaser(section.text, wanted, length)}</p>` : "",
        score: worth,
        terms: {},
      });
      const items = best.map(([position, value], i) => (
        item(own[position], i < open && (i === 0 || value > top * 0.5) ? score : score / 2 - i / 100)
      ));
      const isWhole = best.some(([position]) => !own[position].id);
      if (!isWhole) {
        items.splice(1, 0, { location: url, title: marked(title, wanted), text: "", score: score * 0.9, terms: {} });
      }
      return items;
    });
  }

  return { itemsOf };
})();

if (typeof module === "object") module.exports = results;
