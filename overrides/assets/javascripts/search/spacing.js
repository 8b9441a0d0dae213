"use strict";
// Tells the words of a text that was typed without the spaces between them. Pure.

const spacing = (() => {
  const SHORTEST = 3; // minimum length of a word, but of those that are written everywhere (of, my)
  const MOST = 5; // maximum number of words

  /**
   * The fewest known words that make up a text, the longest first; none if it is no such row of words.
   *
   * @param {string} text
   * @param {(word: string) => boolean} isKnown whether texts have a word.
   * @param {(word: string) => boolean} isEverywhere whether a word is one that every text has.
   * @returns {string[]}
   */
  function wordsIn(text, isKnown, isEverywhere) {
    /** @type {string[][]} */
    const best = [[]]; // by the length of a beginning of the text, if it is a row of words
    for (let end = 2; end <= text.length; end += 1) {
      for (let start = 0; start < end - 1; start += 1) {
        const word = text.slice(start, end);
        const before = best[start];
        if (!before || before.length === MOST || (best[end] && best[end].length <= before.length + 1)) continue;
        if (isEverywhere(word) || (word.length >= SHORTEST && isKnown(word))) best[end] = [...before, word];
      }
    }
    return best[text.length] ?? [];
  }

  return { wordsIn };
})();

if (typeof module === "object") module.exports = spacing;
