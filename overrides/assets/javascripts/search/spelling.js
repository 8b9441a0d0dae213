"use strict";
// The edit distance of two words, and splitting of words that were typed without spaces. Pure.

const spelling = (() => {
  const MIN_WORD = 3; // minimum length of a word that is no function word (of, my)
  const MAX_WORDS = 5; // maximum number of words

  /**
   * The Levenshtein distance: the number of letters to insert, delete or replace. If it is greater than `most`, any
   * greater number.
   *
   * @param {string} one
   * @param {string} other
   * @param {number} most
   */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let row = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      let least = i;
      for (let k = 1; k <= other.length; k += 1) {
        next[k] = Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + (one[i - 1] === other[k - 1] ? 0 : 1));
        least = Math.min(least, next[k]);
      }
      if (least > most) return most + 1;
      row = next;
    }
    return row[other.length];
  }

  /**
   * A word with each pair of neighbouring letters swapped: two edits, but one slip of the fingers.
   *
   * @param {string} word
   */
  function withLettersSwapped(word) {
    return Array.from(word.slice(1), (letter, i) => word.slice(0, i) + letter + word[i] + word.slice(i + 2));
  }

  /**
   * Split a text without spaces into the fewest known words; empty if it cannot be split.
   *
   * @param {string} text
   * @param {(word: string) => boolean} isKnown whether a word is in the index.
   * @param {(word: string) => boolean} isFunctionWord whether a word is a function word.
   * @returns {string[]}
   */
  function wordsIn(text, isKnown, isFunctionWord) {
    /** @type {string[][]} */
    const best = [[]]; // by length of a prefix of the text, its words if it can be split
    for (let end = 2; end <= text.length; end += 1) {
      for (let start = 0; start < end - 1; start += 1) {
        const word = text.slice(start, end);
        const before = best[start];
        if (!before || before.length === MAX_WORDS || (best[end] && best[end].length <= before.length + 1)) continue;
        if (isFunctionWord(word) || (word.length >= MIN_WORD && isKnown(word))) best[end] = [...before, word];
      }
    }
    return best[text.length] ?? [];
  }

  return { distance, withLettersSwapped, wordsIn };
})();

if (typeof module === "object") module.exports = spelling;
