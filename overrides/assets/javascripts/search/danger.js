"use strict";
// Finds the words of people in danger in a query: `danger` of site.yml. Pure.
//
// Query and phrases are folded (width, case, kana, long vowels, apostrophes) and split into tokens: a
// word, or a single letter where a script has no spaces between words. A phrase matches where its
// tokens follow each other. `...` in a phrase leaves room: three words, or nine letters of such a script.

const danger = (() => {
  const GAP = "...";
  const ROOM = 9; // of a gap: a letter takes 1 of it, a word 3
  const OF_WORD = 3;
  const MOST_TOKENS = 400; // of a query, which may be a pasted text
  const ERASED = "\0"; // a token of an exception: no phrase holds it, no gap spans it
  const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}々〆]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}々〆])[\p{L}\p{M}\p{Nd}])+/gu;
  const LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}々〆]$/u;
  const SMALL = { ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ" };

  /** The tokens of a text. */
  function tokensOf(text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[ぁぃぅぇぉっゃゅょ]/g, (kana) => SMALL[kana])
      .replace(/['’‘ʼ`´ー〜~]/g, "")
      .match(TOKEN) || [];
  }

  /** The parts of a phrase between its gaps, each a list of tokens. */
  function partsOf(phrase) {
    return phrase.normalize("NFKC").split(GAP).map(tokensOf).filter((part) => part.length);
  }

  /** Where a phrase ends that begins at a token; -1 if none does. */
  function endOf([part, ...others], tokens, start) {
    if (!part.every((token, i) => tokens[start + i] === token)) return -1;
    let next = start + part.length;
    if (!others.length) return next;
    for (let room = ROOM; room >= 0 && next < tokens.length; next += 1) {
      const end = endOf(others, tokens, next);
      if (end >= 0) return end;
      if (tokens[next] === ERASED) return -1;
      room -= LETTER.test(tokens[next]) ? 1 : OF_WORD;
    }
    return -1;
  }

  /** The tokens with those of every exception erased. */
  function without(exceptions, tokens) {
    const left = [...tokens];
    for (const parts of exceptions) {
      tokens.forEach((_, start) => {
        const end = endOf(parts, tokens, start);
        if (end > start) left.fill(ERASED, start, end);
      });
    }
    return left;
  }

  /**
   * A function that returns those of the entries that a query matches.
   *
   * `entries`: with `words` and `except`, lists of phrases.
   */
  function matcher(entries) {
    const read = (phrases) => phrases.map(partsOf).filter((parts) => parts.length);
    const known = entries.map((entry) => ({ entry, words: read(entry.words), exceptions: read(entry.except) }));
    return (query) => {
      const tokens = tokensOf(query.slice(0, MOST_TOKENS * 8)).slice(0, MOST_TOKENS);
      return known
        .filter(({ words, exceptions }) => {
          const left = without(exceptions, tokens);
          return words.some((parts) => left.some((_, start) => endOf(parts, left, start) >= 0));
        })
        .map(({ entry }) => entry);
    };
  }

  return { matcher };
})();

if (typeof module === "object") module.exports = danger;
