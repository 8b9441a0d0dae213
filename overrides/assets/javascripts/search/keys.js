"use strict";
// The keys under which the index lists other things than terms: headings and groups of synonyms. Pure.

const keys = (() => {
  const isModule = typeof require === "function";
  const { bare, folded, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { hashOf } = isModule ? require("./hashes.js") : hashes;

  const MARK = "="; // in every key, and in no term
  const SHARES = 24; // steps in which a group notes how much a section has of one of its words

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

  /** @param {string} text */
  function isKey(text) {
    return text.includes(MARK);
  }

  return { SHARES, isKey, keyOfGroup, keyOfHeading };
})();

if (typeof module === "object") module.exports = keys;
