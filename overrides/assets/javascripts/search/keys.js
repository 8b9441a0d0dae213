"use strict";
// The keys under which the index lists other things than terms: headings, groups of synonyms, and features of
// phrasings that are longer or shorter than a term. Pure.

const keys = (() => {
  const isModule = typeof require === "function";
  const { PAIRED, bare, folded, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { hashOf } = isModule ? require("./hashes.js") : hashes;

  const MARK = "="; // in every key of a heading or group, and in no term
  const GAP = " "; // in every key of a pair of words or the beginning of one, and in no term
  const HEAD = { paired: 2, word: 4 }; // characters
  const SHARES = 24; // postings of a group store the share of a word in a section in steps of 1/24

  /**
   * The key of a heading, or of a query that may equal one; empty for a text without a term.
   *
   * It begins with the first term, so that it stands in the same shard, and ends with a hash.
   *
   * @param {string} text
   */
  function keyOfHeading(text) {
    const [first] = terms(folded(text));
    return first ? first.term + MARK + hashOf(bare(text)).toString(36) : "";
  }

  /**
   * The key of a group of synonyms.
   *
   * @param {number} number
   */
  function keyOfGroup(number) {
    return MARK + number;
  }

  /**
   * The prefix that keeps keys in the same shard: the first letters of their first word, or their first pair of
   * characters. The key of a group is its own head.
   *
   * @param {string} key
   */
  function headOf(key) {
    if (key.startsWith(MARK)) return key;
    const [word] = key.split(/[ =]/);
    return Array.from(word).slice(0, PAIRED.test(word) ? HEAD.paired : HEAD.word).join("");
  }

  /** @param {string} text */
  function isKey(text) {
    return text.includes(MARK) || text.includes(GAP);
  }

  return { GAP, SHARES, headOf, isKey, keyOfGroup, keyOfHeading };
})();

if (typeof module === "object") module.exports = keys;
