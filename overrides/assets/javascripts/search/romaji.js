"use strict";
// Reads Japanese that is typed in Latin letters, in every usual spelling. Pure.

const romaji = (() => {
  const { folded } = typeof require === "function" ? require("./analyzer.js") : analyzer;

  const WORD = /[a-z']+/g;
  const SHORT = 4; // letters: a shorter word is rather an abbreviation or a name
  const ASCII = /^[ -~]+$/;
  /** @type {Record<string, string>} */
  const ROMAJI = {
    a: "あ", i: "い", u: "う", e: "え", o: "お",
    ka: "か", ki: "き", ku: "く", ke: "け", ko: "こ", ga: "が", gi: "ぎ", gu: "ぐ", ge: "げ", go: "ご",
    sa: "さ", shi: "し", si: "し", su: "す", se: "せ", so: "そ", za: "ざ", ji: "じ", zi: "じ", zu: "ず", ze: "ぜ", zo: "ぞ",
    ta: "た", chi: "ち", ti: "ち", tsu: "つ", tu: "つ", te: "て", to: "と", da: "だ", de: "で", do: "ど",
    na: "な", ni: "に", nu: "ぬ", ne: "ね", no: "の", ha: "は", hi: "ひ", fu: "ふ", hu: "ふ", he: "へ", ho: "ほ",
    ba: "ば", bi: "び", bu: "ぶ", be: "べ", bo: "ぼ", pa: "ぱ", pi: "ぴ", pu: "ぷ", pe: "ぺ", po: "ぽ",
    ma: "ま", mi: "み", mu: "む", me: "め", mo: "も", ya: "や", yu: "ゆ", yo: "よ",
    ra: "ら", ri: "り", ru: "る", re: "れ", ro: "ろ", wa: "わ", wo: "を", n: "ん", nn: "ん", "n'": "ん",
    sha: "しゃ", shu: "しゅ", sho: "しょ", sya: "しゃ", syu: "しゅ", syo: "しょ",
    cha: "ちゃ", chu: "ちゅ", cho: "ちょ", tya: "ちゃ", tyu: "ちゅ", tyo: "ちょ",
    ja: "じゃ", ju: "じゅ", jo: "じょ", zya: "じゃ", zyu: "じゅ", zyo: "じょ", jya: "じゃ", jyu: "じゅ", jyo: "じょ",
    kya: "きゃ", kyu: "きゅ", kyo: "きょ", gya: "ぎゃ", gyu: "ぎゅ", gyo: "ぎょ", nya: "にゃ", nyu: "にゅ", nyo: "にょ",
    hya: "ひゃ", hyu: "ひゅ", hyo: "ひょ", bya: "びゃ", byu: "びゅ", byo: "びょ", pya: "ぴゃ", pyu: "ぴゅ", pyo: "ぴょ",
    mya: "みゃ", myu: "みゅ", myo: "みょ", rya: "りゃ", ryu: "りゅ", ryo: "りょ",
    fa: "ふぁ", fi: "ふぃ", fe: "ふぇ", fo: "ふぉ", thi: "てぃ", dhi: "でぃ", che: "ちぇ", she: "しぇ", je: "じぇ",
  };

  /**
   * Convert romaji to folded kana; empty if the word is not romaji.
   *
   * @param {string} word
   */
  function kanaOf(word) {
    let kana = "";
    for (let i = 0; i < word.length;) {
      if (word[i] === word[i + 1] && !/[aiueon]/.test(word[i])) {
        kana += "っ";
        i += 1;
        continue;
      }
      const length = [3, 2, 1].find((size) => i + size <= word.length && ROMAJI[word.slice(i, i + size)]);
      if (!length) return "";
      const syllable = word.slice(i, i + length);
      kana += ROMAJI[syllable];
      i += length;
    }
    return folded(kana);
  }

  /**
   * A query that is all romaji, in kana; any other, and a short word alone, as it is.
   *
   * @param {string} text
   */
  function inKana(text) {
    const latin = folded(text);
    const words = latin.match(WORD) || [];
    const isRomaji = latin.length > SHORT && ASCII.test(latin) && words.every((word) => kanaOf(word));
    return isRomaji ? latin.replace(WORD, kanaOf) : text;
  }

  return { inKana, kanaOf };
})();

if (typeof module === "object") module.exports = romaji;
