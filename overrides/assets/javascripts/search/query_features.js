"use strict";
// Extracts the features of a query for the classifiers of danger.js. Pure.
//
// A text is folded (width, case, accents, kana, long vowels, apostrophes). In scripts without spaces, its features are
// n-grams of up to three letters; in others words, pairs of words, and 4-grams of letters, which tolerate typos. A
// short text as a whole is a feature too. A feature is represented by its hash.

const queryFeatures = (() => {
  const isModule = typeof require === "function";
  const { hashOf } = isModule ? require("./hashes.js") : hashes;

  const BUCKETS = 2 ** 16; // number of hash buckets
  const NGRAM_SIZES = [1, 2, 3]; // of groups of letters of a script without spaces
  const WORD_NGRAM = 4; // letters in the groups of a word, with a space at either end
  const MAX_DISTANCE = 2; // from the first word of a pair to the second
  const MAX_WHOLE_TOKENS = 8; // of a text that is a feature as a whole too: few words can mean something else alone
  const MAX_TOKENS = 400; // of a query, which may be a pasted text
  const LETTER_SCRIPTS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}々〆";
  const TOKEN = new RegExp(`[${LETTER_SCRIPTS}]|(?:(?![${LETTER_SCRIPTS}])[\\p{L}\\p{M}\\p{Nd}])+`, "gu");
  const LETTER = new RegExp(`^[${LETTER_SCRIPTS}]$`, "u");
  const KANA = /^[\u3041-\u3096]$/;
  /** @type {Record<string, string>} */
  const FULL_SIZE = { ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ" };

  /**
   * The tokens of a text: words, or single letters of a script without spaces.
   *
   * @param {string} text
   */
  function tokensOf(text) {
    return text
      .replace(/´/g, "") // before NFKC makes a space of it
      .normalize("NFKD")
      .replace(/([a-z])[\u0300-\u036f]+/gi, "$1")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[ぁぃぅぇぉっゃゅょ]/g, (kana) => FULL_SIZE[kana])
      .replace(/['’‘ʼ`ー〜~]/g, "")
      .match(TOKEN) || [];
  }

  /**
   * The features of a text, each as the number of its hash bucket.
   *
   * @param {string} text
   * @returns {Set<number>}
   */
  function bucketsOf(text) {
    const tokens = tokensOf(text.slice(0, MAX_TOKENS * 8)).slice(0, MAX_TOKENS);
    /** @type {Set<number>} */
    const buckets = new Set();
    const add = (/** @type {string} */ feature) => buckets.add(hashOf(feature) % BUCKETS);
    if (tokens.length <= MAX_WHOLE_TOKENS) add(`^${tokens.join(" ")}$`);
    const words = tokens.filter((token) => !LETTER.test(token));
    words.forEach((word, i) => {
      add(`=${word}`);
      for (const next of words.slice(i + 1, i + 1 + MAX_DISTANCE)) add(`=${word} ${next}`);
      const spaced = ` ${word} `;
      for (let at = 0; at + WORD_NGRAM <= spaced.length; at += 1) add(spaced.slice(at, at + WORD_NGRAM));
    });
    tokens.forEach((_, i) => {
      for (const size of NGRAM_SIZES) {
        const group = tokens.slice(i, i + size);
        if (group.length < size || !group.every((token) => LETTER.test(token))) break;
        if (size > 1 || !KANA.test(group[0])) add(group.join(""));
      }
    });
    return buckets;
  }

  return { BUCKETS, bucketsOf };
})();

if (typeof module === "object") module.exports = queryFeatures;
