"use strict";
// Finds the words of people in danger in a query: `danger` of site.yml. Pure.
//
// Query and phrases are folded (width, case, kana, long vowels, apostrophes) and split into tokens: a
// word, or a single letter where a script has no spaces between words. A phrase matches where its
// tokens follow each other. `...` in a phrase leaves room: three words, or nine letters of such a script.
// The words of an exception are erased before, but not what stands in its gaps.

const danger = (() => {
  const GAP = "...";
  const ROOM = 9; // of a gap: a letter takes 1 of it, a word 3
  const OF_WORD = 3;
  const MOST_TOKENS = 400; // of a query, which may be a pasted text
  const ERASED = "\0"; // a token of an exception: no phrase holds it, no gap spans it
  const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}々〆]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}々〆])[\p{L}\p{M}\p{Nd}])+/gu;
  const LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}々〆]$/u;
  /** @type {Record<string, string>} */
  const SMALL = { ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ" };

  /**
   * The tokens of a text.
   *
   * @param {string} text
   */
  function tokensOf(text) {
    return text
      .replace(/´/g, "") // before NFKC makes a space of it
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[ぁぃぅぇぉっゃゅょ]/g, (kana) => SMALL[kana])
      .replace(/['’‘ʼ`ー〜~]/g, "")
      .match(TOKEN) || [];
  }

  /**
   * The parts of a phrase between its gaps, each a list of tokens.
   *
   * @param {string} phrase
   */
  function partsOf(phrase) {
    return phrase.normalize("NFKC").split(GAP).map(tokensOf).filter((part) => part.length);
  }

  /**
   * Where the parts of a phrase begin whose first part begins at a token; null if one is missing.
   *
   * @param {string[][]} parts
   * @param {string[]} tokens
   * @param {number} start
   * @returns {number[] | null}
   */
  function startsOf([part, ...others], tokens, start) {
    if (!part.every((token, i) => tokens[start + i] === token)) return null;
    if (!others.length) return [start];
    let room = ROOM;
    for (let next = start + part.length; room >= 0 && next < tokens.length; next += 1) {
      const further = startsOf(others, tokens, next);
      if (further) return [start, ...further];
      if (tokens[next] === ERASED) return null;
      room -= LETTER.test(tokens[next]) ? 1 : OF_WORD;
    }
    return null;
  }

  /**
   * The tokens with those of every exception erased. What stands in a gap of one is no part of it.
   *
   * @param {string[][][]} exceptions
   * @param {string[]} tokens
   */
  function without(exceptions, tokens) {
    const left = [...tokens];
    for (const parts of exceptions) {
      tokens.forEach((_, first) => {
        startsOf(parts, tokens, first)?.forEach((start, i) => left.fill(ERASED, start, start + parts[i].length));
      });
    }
    return left;
  }

  /**
   * A function that returns those of the entries that a query matches.
   *
   * @template {DangerPhrases} Entry
   * @param {Entry[]} entries
   * @returns {(query: string) => Entry[]}
   */
  function matcher(entries) {
    const read = (/** @type {string[]} */ phrases) => phrases.map(partsOf).filter((parts) => parts.length);
    const known = entries.map((entry) => ({ entry, words: read(entry.words), exceptions: read(entry.except) }));
    return (query) => {
      const tokens = tokensOf(query.slice(0, MOST_TOKENS * 8)).slice(0, MOST_TOKENS);
      return known
        .filter(({ words, exceptions }) => {
          const left = without(exceptions, tokens);
          return words.some((parts) => left.some((_, start) => startsOf(parts, left, start)));
        })
        .map(({ entry }) => entry);
    };
  }

  return { matcher };
})();

if (typeof module === "object") module.exports = danger;
