"use strict";
// The analyzer: what index and query are both made of. Pure; knows no page, no engine.
//
// A text is folded (width, case, kana, long-vowel marks), cut into runs of one script, and each
// run into terms: pairs of characters for Japanese, stems for words in Latin letters.

const analyzer = (() => {
  // Letters and digits, with an apostrophe inside a word; or Japanese characters.
  const RUN = /([\p{Script=Latin}\p{Nd}]+(?:['’][\p{Script=Latin}]+)*)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆〇]+)/gu;
  const SMALL = { ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", ゎ: "わ", ゕ: "か", ゖ: "か" };
  // Characters that fold to one each; or any character with its voicing mark or its accents.
  const UNIT = /[\x20-\x7e\u3041-\u3096\u30a1-\u30f6\u4e00-\u9fff、。「」（）]+(?![\uff9e\uff9f\u3099\u309a\u0300-\u036f])|[\s\S][\uff9e\uff9f\u3099\u309a\u0300-\u036f]*/gu;
  const foldedUnits = new Map();
  const stems = new Map();
  const MOST_STEMS = 20000;
  const KANA = /^[\u3041-\u3096]$/;

  /** The text as it is compared: one width, lower case, hiragana, no long-vowel marks. */
  function folded(text) {
    return text
      .normalize("NFKD")
      .replace(/([a-z])[\u0300-\u036f]+/gi, "$1")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[ぁぃぅぇぉゎゕゖ]/g, (kana) => SMALL[kana])
      .replace(/[ー〜～]/g, "")
      .replace(/[’‘ʼ]/g, "'");
  }

  /** The folded text, and for each of its UTF-16 units where in `text` it comes from. */
  function foldedWithPlaces(text) {
    let result = "";
    const places = [];
    for (const { 0: unit, index } of text.matchAll(UNIT)) {
      let piece = foldedUnits.get(unit);
      if (piece === undefined) {
        piece = folded(unit);
        if (unit.length < 3) foldedUnits.set(unit, piece);
      }
      const isOneEach = piece.length === unit.length;
      for (let i = 0; i < piece.length; i += 1) places.push(isOneEach ? index + i : index);
      result += piece;
    }
    places.push(text.length);
    return { text: result, places };
  }

  /** An English word without its inflection: light, so that few different words meet. */
  function stem(word) {
    let root = stems.get(word);
    if (root === undefined) {
      root = stemmed(word);
      if (stems.size >= MOST_STEMS) stems.clear();
      stems.set(word, root);
    }
    return root;
  }

  function stemmed(word) {
    let root = word.replace(/'s$|'/g, "");
    if (/\d/.test(root) || root.length < 3) return root;
    root = root
      .replace(/isation/, "ization")
      .replace(/([a-z]{3})is(e|ed|es|ing)$/, "$1iz$2")
      .replace(/([a-z]{3})our(s?|ed|ing|ite)$/, "$1or$2")
      .replace("dgement", "dgment")
      .replace(/([a-z]{2})ence$/, "$1ense")
      .replace(/istration$/, "ister");
    if (/ies$/.test(root)) root = root.replace(/ies$/, "y");
    else if (/(s|x|z|ch|sh)es$/.test(root)) root = root.slice(0, -2);
    else if (/[^aious]s$/.test(root)) root = root.slice(0, -1);
    if (/[aeiouy].*ing$|[aeiouy]..*ed$|[^e]ed$/.test(root) && !/eed$|^.ing$/.test(root) && root.length > 3) {
      root = root.replace(/(ed|ing)$/, "").replace(/([bdfgklmnprt])\1$/, "$1");
    }
    root = root.replace(/([a-z]{4})(ation|ment)$/, "$1").replace(/([a-z]{2})ll$/, "$1l");
    return root.replace(/([^e]{2})e$/, "$1");
  }

  /**
   * The runs of a folded text: `{ text, start, isJapanese }`; `start` counts UTF-16 units.
   */
  function runs(text) {
    const found = [];
    for (const match of text.matchAll(RUN)) {
      found.push({ text: match[0], start: match.index, isJapanese: match[2] !== undefined });
    }
    return found;
  }

  /**
   * The terms of a folded text in their order: `{ term, start, end, isJapanese, isKana }`.
   *
   * A run of one Japanese character gives that character; `singles` adds the single kanji of longer
   * runs, so that a query of one character finds them (index only).
   */
  function terms(text, singles = false) {
    const found = [];
    for (const run of runs(text)) {
      if (!run.isJapanese) {
        found.push({
          term: stem(run.text), start: run.start, end: run.start + run.text.length,
          isJapanese: false, isKana: false,
        });
        continue;
      }
      const characters = Array.from(run.text);
      let start = run.start;
      characters.forEach((character, i) => {
        const next = characters[i + 1];
        const end = start + character.length;
        if (next !== undefined) {
          found.push({
            term: character + next, start, end: end + next.length,
            isJapanese: true, isKana: KANA.test(character) && KANA.test(next),
          });
        }
        // Okurigana is written or left out: 取り消し and 取消し share the pair of their kanji.
        const after = characters[i + 2];
        if (after !== undefined && KANA.test(next) && !KANA.test(character) && !KANA.test(after)) {
          found.push({
            term: character + after, start, end: end + next.length + after.length,
            isJapanese: true, isKana: false,
          });
        }
        if (characters.length === 1 || (singles && !KANA.test(character))) {
          found.push({ term: character, start, end, isJapanese: true, isKana: KANA.test(character) });
        }
        start = end;
      });
    }
    return found;
  }

  return { folded, foldedWithPlaces, runs, stem, terms };
})();

if (typeof module === "object") module.exports = analyzer;
