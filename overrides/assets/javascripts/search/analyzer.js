"use strict";
// The analyzer: splits the texts of the index, and queries, into terms. Pure.
//
// A text is folded (width, case, kana, optional marks) and split into runs of one script. A run of a
// script without spaces, or with particles, gives bigrams (pairs of characters); others give stems.

const analyzer = (() => {
  // Light stemming: removes a prefix, and the longest ending of the first list that matches. At least
  // two letters stay. Russian after Snowball, Arabic after Light10, Hindi after Ramanathan and Rao.
  const ending = (/** @type {string} */ list, kept = "") => (
    new RegExp(`^(\\p{L}\\p{M}*\\p{L}.*?${kept})(?:${list})$`, "u"));
  const AFFIXES = [
    {
      script: "Cyrillic",
      before: null,
      endings: [
        ending("ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею"),
        ending("ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно", "[ая]"),
        ending("ила|ыла|ена|ейте|уйте|ите|или|ыли|уй|ил|ыл|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю"),
        ending("иями|ями|ами|ией|иям|ием|иях|ев|ов|ье|еи|ии|ям|ам|ах|ях|ию|ью|ия|ья|ів|ії|[аеиоуыьюяійїє]"),
      ],
    },
    {
      script: "Arabic",
      before: /^(?:و?(?:ال|بال|كال|فال|لل)(?=..)|و(?=...))/,
      endings: [ending("تهما|تها|تنا|تهم|تي|ته|هما|ها|هم|نا|كم|ان|ات|ون|ين|يه|وا|ه|ي|ا")],
    },
    {
      script: "Devanagari",
      before: null,
      endings: [ending("[ािीुू]?(?:ओं|एं|आ|ए|ई)|ि?यों|ि?यां|[ेीांो]+ं|न[ाेी]|त[ाेी]|[ािीेोुू]")],
    },
  ].map((affixes) => ({ ...affixes, begins: new RegExp(`^\\p{Script=${affixes.script}}`, "u") }));
  // The same scripts as in hooks/knowledge/writing_systems.py (a test compares them).
  const SCRIPTS = {
    pairs: ["Han", "Hiragana", "Katakana", "Hangul", "Thai"],
    words: ["Latin", ...AFFIXES.map(({ script }) => script)],
  };
  const inScripts = (/** @type {string[]} */ names) => names.map((name) => `\\p{Script=${name}}`).join("");
  // A Latin word or number, with apostrophes inside; or a run of one script that is split into pairs;
  // or a word of any other script, with its combining marks.
  const RUN = new RegExp(
    "([\\p{Script=Latin}\\p{Nd}]+(?:['’][\\p{Script=Latin}]+)*)"
      + `|([${inScripts(SCRIPTS.pairs.slice(0, 3))}々〆〇]+|[\uac00-\ud7a3]+|[\\p{Script=Thai}]+)`
      + `|((?:(?![${inScripts([...SCRIPTS.pairs, "Latin", "Common", "Inherited"])}])\\p{L}\\p{M}*)+)`,
    "gu",
  );
  const PAIRED = new RegExp(`[${inScripts(SCRIPTS.pairs)}々〆〇]`, "u"); // has a run that is split into pairs
  const [ENDINGS, DOUBLED] = [["ation", "ed", "ing", "ment"], /([bdfgklmnprt])\1$/]; // removed by English stemming
  /** @type {Record<string, string>} */
  const PLAIN = { ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", ゎ: "わ", ゕ: "か", ゖ: "か", đ: "d", ħ: "h", ł: "l", ø: "o", ŧ: "t", ı: "i" };
  // Characters that fold one to one; or any character with its combining characters: voicing marks,
  // accents, vowel signs, the other parts of a Hangul syllable.
  const UNIT = /[\x20-\x7e\u3041-\u3096\u30a1-\u30f6\u4e00-\u9fff\uac00-\ud7a3\u0400-\u045f、。「」（）]+(?![\uff9e\uff9f\u1160-\u11ff\p{M}])|[\s\S][\uff9e\uff9f\u1160-\u11ff\u200c\u200d\p{M}]*/gu;
  /** @type {Map<string, string>} */
  const foldedUnits = new Map();
  /** @type {Map<string, string>} */
  const stems = new Map();
  const MAX_STEMS = 20000;
  const KANA = /^[\u3041-\u3096]$/;
  const SYLLABLE = /^[\uac00-\ud7a3]$/;
  const [FIRST_SYLLABLE, LAST_SYLLABLE, FINALS] = [0xac00, 0xd7a3, 28]; // of Hangul
  // Words so short that most are function words: one or two letters, in Devanagari one and its vowel.
  const SHORT_WORD = /^(?:[\p{Script=Cyrillic}\p{Script=Arabic}]{1,2}|\p{Script=Devanagari}\p{M}*)$/u;
  // A Thai consonant with its vowel signs and tone marks.
  const CLUSTER = /[\u0e40-\u0e44]?[\s\S]\p{M}*[\u0e30\u0e32\u0e45]?/gu;
  const THAI = /^\p{Script=Thai}/u;
  const FURTHER = /[\u0400-\u0e7f]/; // scripts with folding rules of their own
  /** @type {Record<string, string>} */
  const ARABIC = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ک: "ك", ہ: "ه" };

  /**
   * Fold a text for comparison: one width, lower case, hiragana, no long-vowel marks.
   *
   * @param {string} text
   */
  function folded(text) {
    const plain = text
      .replace(/[〜～]/g, "") // before NFKC makes an ASCII tilde of the wide one, which is no long vowel
      .normalize("NFKD")
      .replace(/([a-z])[\u0300-\u036f]+/gi, "$1")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[ぁぃぅぇぉゎゕゖđħłøŧı]/g, (letter) => PLAIN[letter])
      .replace(/ー/g, "")
      .replace(/[’‘ʼ]/g, "'");
    return FURTHER.test(plain) ? foldedFurther(plain) : plain;
  }

  /**
   * A folded text, letters and digits only, for comparing headings with queries.
   *
   * @param {string} text
   */
  function bare(text) {
    return folded(text).replace(/[^\p{L}\p{N}]+/gu, "");
  }

  /**
   * Fold spelling variants, optional marks and digits of Cyrillic, Arabic, Devanagari and Thai.
   *
   * @param {string} text
   */
  function foldedFurther(text) {
    return text
      .replace(/ё/g, "е")
      .replace(/[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u200c\u200d]/g, "")
      .replace(/[أإآٱىیئؤةکہ]/g, (letter) => ARABIC[letter])
      .replace(/ँ/g, "ं")
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g, (digit) => {
        const code = digit.charCodeAt(0);
        return String(code - ([0xe50, 0x966, 0x6f0].find((zero) => zero <= code) ?? 0x660));
      });
  }

  /**
   * Fold a text: `{ text, places }`; `places` maps each UTF-16 offset of the result to one of `text`.
   *
   * @param {string} text
   */
  function foldedWithPlaces(text) {
    let result = "";
    /** @type {number[]} */
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

  /**
   * Stem a word lightly, so that few different words get the same stem; cached.
   *
   * @param {string} word
   */
  function stem(word) {
    let root = stems.get(word);
    if (root === undefined) {
      root = stemmed(word);
      if (stems.size >= MAX_STEMS) stems.clear();
      stems.set(word, root);
    }
    return root;
  }

  /** @param {string} word */
  function stemmed(word) {
    const affixes = AFFIXES.find(({ begins }) => begins.test(word));
    return affixes ? withoutAffixes(word, affixes) : stemmedEnglish(word);
  }

  /**
   * @param {string} word
   * @param {{ before: RegExp | null, endings: RegExp[] }} affixes
   */
  function withoutAffixes(word, { before, endings }) {
    const root = before ? word.replace(before, "") : word.replace(/(..)(?:ся|сь)$/, "$1");
    const found = endings.find((each) => each.test(root));
    return found ? root.replace(found, "$1") : root;
  }

  /** @param {string} word */
  function stemmedEnglish(word) {
    let root = word.replace(/'s$|'/g, "");
    if (/\d/.test(root) || root.length < 3) return root;
    root = root
      .replace(/isation/, "ization")
      .replace(/([a-z]{3})is(e|ed|es|ing)$/, "$1iz$2")
      .replace(/([a-z]{3})our(s?|ed|ing|ite)$/, "$1or$2")
      .replace("dgement", "dgment")
      .replace(/([a-z]{2})ence$/, "$1ense")
      .replace(/istration$/, "ister");
    if (root.endsWith("ies")) root = root.replace(/ies$/, "y");
    else if (/(s|x|z|ch|sh)es$/.test(root)) root = root.slice(0, -2);
    else if (/[^aious]s$/.test(root)) root = root.slice(0, -1);
    if (/[aeiouy].*ing$|[aeiouy]..*ed$|[^e]ed$/.test(root) && !/eed$|^.ing$/.test(root) && root.length > 3) {
      root = root.replace(/(ed|ing)$/, "").replace(DOUBLED, "$1");
    }
    root = root.replace(/([a-z]{4})(ation|ment)$/, "$1").replace(/([a-z]{2})ll$/, "$1l");
    return root.replace(/([^e]{2})e$/, "$1");
  }

  /**
   * The possible stems of a word that is still being typed: intimidati(on), tapp(ed).
   *
   * @param {string} word
   */
  function stemsOfBegun(word) {
    return ENDINGS.flatMap((whole) => {
      const begun = Array.from(whole.slice(1), (_, i) => i + 1).filter((size) => word.endsWith(whole.slice(0, size)));
      return begun.concat(DOUBLED.test(word) ? 0 : []).map((size) => stem(word + whole.slice(size)));
    });
  }

  /**
   * The runs of a folded text.
   *
   * @param {string} text
   */
  function runs(text) {
    /** @type {Run[]} */
    const found = [];
    for (const match of text.matchAll(RUN)) {
      found.push({ text: match[0], start: match.index, isPaired: match[2] !== undefined });
    }
    return found;
  }

  /**
   * The terms of a folded text, in order. A paired run of one character gives that character.
   *
   * @param {string} text
   * @param {boolean} lasts for the index only: also adds the last character of a longer run, except kana. No
   *     pair begins with it, so a query of that character alone would not find it.
   */
  function terms(text, lasts = false) {
    /** @type {Term[]} */
    const found = [];
    for (const { text: run, start, isPaired } of runs(text)) {
      if (isPaired) addPairs(found, run, start, lasts);
      else found.push({ term: stem(run), start, end: start + run.length, isPaired, kind: SHORT_WORD.test(run) ? "short" : "" });
    }
    return found;
  }

  /**
   * Add the terms of a paired run that begins at an offset.
   *
   * @param {Term[]} found
   * @param {string} run
   * @param {number} from
   * @param {boolean} lasts
   */
  function addPairs(found, run, from, lasts) {
    const characters = charactersOf(run);
    let start = from;
    /** @type {(term: string, end: number, kind: TermKind) => void} */
    const add = (term, end, kind) => { found.push({ term, start, end, isPaired: true, kind }); };
    for (let i = 0; i < characters.length; i += 1) {
      const character = characters[i];
      const next = characters[i + 1];
      const after = characters[i + 2];
      const end = start + character.length;
      if (next !== undefined) {
        add(character + next, end + next.length, kindOf(character, next, i > 0 && after === undefined));
        const open = withoutFinal(next);
        if (open !== next) add(character + open, end + next.length, "loose");
      }
      // Okurigana is optional: 取り消し and 取消し share the pair of their kanji.
      if (after !== undefined && KANA.test(next) && !KANA.test(character) && !KANA.test(after)) {
        add(character + after, end + next.length + after.length, "");
      }
      if (characters.length === 1 || (lasts && next === undefined && !KANA.test(character))) {
        add(character, end, KANA.test(character) ? "kana" : "");
      }
      start = end;
    }
  }

  /**
   * The kind of a pair: "kana", "ending" (the last pair of a Korean word), or "".
   *
   * @param {string} character
   * @param {string} next
   * @param {boolean} isAtEnd
   */
  function kindOf(character, next, isAtEnd) {
    if (KANA.test(character)) return KANA.test(next) ? "kana" : "";
    return isAtEnd && SYLLABLE.test(character) ? "ending" : "";
  }

  /** @param {string} text */
  function charactersOf(text) {
    return THAI.test(text) ? text.match(CLUSTER) ?? [] : Array.from(text);
  }

  /**
   * A Korean syllable without its final consonant, which inflection changes: 버립니다, 버리는.
   *
   * @param {string} character
   */
  function withoutFinal(character) {
    const code = character.charCodeAt(0);
    if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return character;
    return String.fromCharCode(code - ((code - FIRST_SYLLABLE) % FINALS));
  }

  return { PAIRED, SCRIPTS, bare, charactersOf, folded, foldedWithPlaces, runs, stem, stemsOfBegun, terms };
})();

if (typeof module === "object") module.exports = analyzer;
