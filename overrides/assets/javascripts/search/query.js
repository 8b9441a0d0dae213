"use strict";
// Query expansion: splits a query into concepts, each with its synonyms as alternatives. Pure.

const query = (() => {
  const { folded, runs, stem, terms } = typeof require === "function" ? require("./analyzer.js") : analyzer;

  const LONGEST = 160; // maximum length of a query in UTF-16 units; the rest is ignored
  const MOST = 48; // maximum number of concepts in a query; the rest is ignored
  // Weights of terms. Hiragana counts little: in Japanese it mostly writes grammar, not meaning.
  const WEIGHTS = {
    hiragana_pair: 0.09,
    mixed_pair: 0.27,
    ending_pair: 0.3, // the last pair of a Korean word of three syllables or more
    loose_pair: 0.2, // a pair of Korean syllables, the second one without its final consonant
    katakana_word: 1.3, // divided among the pairs of the word by the square root of their number
    function_word: 0.2,
    number: 1.5,
    subject: 0.3, // factor for words on the subject of the whole site
    alternative: 0.6, // factor for synonyms
  };
  const KIND_WEIGHTS = { kana: WEIGHTS.hiragana_pair, ending: WEIGHTS.ending_pair, loose: WEIGHTS.loose_pair };
  const FUNCTION_WORDS = new Set(
    ("a about after all am an and any are as at be been being but by can could did do does doing done for from get "
      + "got had has have he her him his how i if im in into is it its ive just me my no not now of on one or our out she "
      + "should so some than that the their them then there these they this those to too up us was we were what "
      + "when where which who whom why will with would you your dont didnt cant wont isnt really still ok okay need")
      .split(" ").map(stem),
  );
  const LONG = 4; // minimum length of romaji, and of kana that are read as the beginning of a word
  const ALL_KANA = /^[\u3041-\u3096]+$/;
  const HIRAGANA = /^[\u3041-\u3096]$/;

  // Unfinished input of an input method: a consonant whose vowel is not typed yet, 着信拒h, 送っtt.
  const UNFINISHED = /([\u3041-\u3096\u4e00-\u9fff々])(?:n|[bcdfghjkmprstvwyz]|([kstcphmrgzdbjw])(?:\2|[hysy]))\s*$/u;

  // A slip of an input method: a consonant between kana whose vowel was not typed, ひがいとdけ.
  const SLIPPED = /([\u3041-\u3096])[bcdfghjkmprstvwyz](?=[\u3041-\u3096])/gu;

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

  /** Convert romaji to folded kana; empty if the word is not romaji. */
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
   * The lookup table of synonyms: `{ paired, spaced, subjects }`; `paired` is `[[word, group]]`,
   * `spaced` is `Map(first stem -> [[stems, group]])`, `subjects` are lists of stems.
   *
   * @param groups lists of synonyms.
   * @param subjects words for the subject of the whole site.
   */
  function thesaurus(groups, subjects = []) {
    const paired = [];
    const spaced = new Map();
    const made = groups.map((words) => ({ words: words.map(alternative) }));
    made.forEach((group) => group.words.forEach((word) => {
      if (word.isPaired) paired.push([word.text, group]);
      else if (word.stems.length) {
        if (!spaced.has(word.stems[0])) spaced.set(word.stems[0], []);
        spaced.get(word.stems[0]).push([word.stems, group]);
      }
    }));
    paired.sort(([a], [b]) => b.length - a.length);
    for (const entries of spaced.values()) entries.sort(([a], [b]) => b.length - a.length);
    return { paired, spaced, subjects: subjects.map((word) => alternative(word).stems) };
  }

  /** A synonym, analyzed: `{ text, isPaired, stems, terms }`. */
  function alternative(word) {
    const text = folded(word);
    const katakana = katakanaOf(word);
    const found = runs(text);
    return {
      text,
      isPaired: found.some((run) => run.isPaired),
      stems: found.map((run) => (run.isPaired ? run.text : stem(run.text))),
      terms: terms(text).map((each) => typedTerm(each, text, katakana)),
    };
  }

  function weightOf({ term, isPaired, kind }) {
    if (!isPaired) {
      if (kind === "short" || FUNCTION_WORDS.has(term)) return WEIGHTS.function_word;
      return /\d/.test(term) ? WEIGHTS.number : 1;
    }
    if (KIND_WEIGHTS[kind]) return KIND_WEIGHTS[kind];
    return Array.from(term).some((character) => HIRAGANA.test(character)) ? WEIGHTS.mixed_pair : 1;
  }

  /**
   * The concepts of a query: `{ text, concepts }`; `text` is the folded query, each concept
   * `{ alternatives: [{ terms: [{ term, weight, start, isPaired, isLast }], weight }] }`.
   *
   * The first alternative is what was typed. `isLast` marks a word that may still be being typed.
   * Unfinished Japanese input (着信拒h) is removed.
   *
   * @param known the result of thesaurus().
   */
  function conceptsOf(typed, known) {
    const original = typed.slice(0, LONGEST);
    const katakana = katakanaOf(original);
    const text = folded(original).replace(SLIPPED, "$1").replace(UNFINISHED, "$1");
    const taken = spans(text, known);
    const all = terms(text);
    const common = subjectsIn(text, known.subjects);
    const typedIn = (each) => {
      const term = typedTerm(each, text, katakana);
      if (common.some(([start, end]) => each.start >= start && each.end <= end)) term.weight *= WEIGHTS.subject;
      return term;
    };
    const concepts = [];
    for (const span of taken) {
      const inside = all.filter((each) => each.start >= span.start && each.end <= span.end);
      const others = span.groups
        .flatMap((group) => group.words)
        .filter((word) => word.text !== span.text)
        .map((word) => ({ terms: word.terms, weight: WEIGHTS.alternative }));
      const own = { terms: inside.map(typedIn), weight: 1 };
      concepts.push({ alternatives: [own, ...others] });
    }
    for (const each of all) {
      if (taken.some((span) => each.start >= span.start && each.end <= span.end)) continue;
      concepts.push({ alternatives: [{ terms: [typedIn(each)], weight: 1 }] });
    }
    const last = all[all.length - 1];
    if (last && !last.isPaired && last.end === text.length) {
      for (const { alternatives } of concepts) {
        for (const term of alternatives[0].terms) if (term.start === last.start) term.isLast = true;
      }
    }
    return { text, concepts: concepts.slice(0, MOST) };
  }

  function typedTerm(each, text, katakana) {
    let weight = weightOf(each);
    const word = each.kind === "kana" && katakana.find((run) => run.includes(text.slice(each.start, each.end)));
    if (word) weight = WEIGHTS.katakana_word / Math.sqrt(Math.max(1, word.length - 1));
    return { term: each.term, weight, start: each.start, isPaired: each.isPaired, isLast: false };
  }

  /** The katakana words of a query, folded: unlike other kana they carry meaning. */
  function katakanaOf(typed) {
    return (typed.normalize("NFKC").match(/[\u30a1-\u30ffー]{2,}/g) || []).map(folded);
  }

  /** Positions of words for the site's subject in a folded query: `[[start, end]]`. */
  function subjectsIn(text, subjects) {
    const found = [];
    const words = runs(text);
    for (const stems of subjects) {
      words.forEach((run, i) => {
        if (run.isPaired) {
          const at = run.text.indexOf(stems[0]);
          if (at >= 0 && stems.length === 1) found.push([run.start + at, run.start + at + stems[0].length]);
          return;
        }
        const own = words.slice(i, i + stems.length);
        if (own.length === stems.length && own.every((word, k) => stem(word.text) === stems[k])) {
          found.push([run.start, own[own.length - 1].start + own[own.length - 1].text.length]);
        }
      });
    }
    return found;
  }

  /**
   * The words with synonyms in a folded query: `[{ start, end, text, groups }]`, sorted by start.
   * Where words overlap, the longest one is taken.
   */
  function spans(text, { paired, spaced }) {
    const found = [];
    const isFree = (start, end) => found.every((span) => end <= span.start || start >= span.end);
    const add = (start, end, group) => {
      const same = found.find((span) => span.start === start && span.end === end);
      if (same) same.groups = Array.from(new Set([...same.groups, group]));
      else if (isFree(start, end)) found.push({ start, end, text: text.slice(start, end), groups: [group] });
    };
    for (const [word, group] of paired) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) add(at, at + word.length, group);
    }
    const all = runs(text);
    addUnfinished(all[all.length - 1], paired, add);
    const words = all.filter((run) => !run.isPaired);
    words.forEach((run, i) => {
      for (const [stems, group] of spaced.get(stem(run.text)) || []) {
        const own = words.slice(i, i + stems.length);
        if (own.length === stems.length && own.every((word, k) => stem(word.text) === stems[k])) {
          add(run.start, endOf(own[own.length - 1]), group);
        }
      }
      if (isFree(run.start, endOf(run))) addRomaji(run, paired, add);
    });
    return found.sort((a, b) => a.start - b.start);
  }

  /** The groups of synonyms that a folded text has a word of; equal groups are the same object. */
  function groupsIn(text, { paired, spaced }) {
    const found = new Set();
    const words = runs(text);
    if (words.some((run) => run.isPaired)) {
      for (const [word, group] of paired) if (text.includes(word)) found.add(group);
    }
    const stems = words.filter((run) => !run.isPaired).map((run) => stem(run.text));
    stems.forEach((first, i) => {
      for (const [own, group] of spaced.get(first) || []) {
        if (own.every((each, k) => stems[i + k] === each)) found.add(group);
      }
    });
    return found;
  }

  const endOf = (run) => run.start + run.text.length;

  /** Add words whose reading begins with the kana typed so far: しょうひせいかつせん. */
  function addUnfinished(run, paired, add) {
    if (!run || !run.isPaired || run.text.length < LONG || !ALL_KANA.test(run.text)) return;
    for (const [word, group] of paired) {
      if (word.length > run.text.length && word.startsWith(run.text)) add(run.start, endOf(run), group);
    }
  }

  /** Add the kana of a romaji word, and the words whose reading is contained in them. */
  function addRomaji(run, paired, add) {
    const kana = run.text.length >= LONG ? kanaOf(run.text) : "";
    if (!kana) return;
    for (const [word, group] of paired) {
      if (kana.includes(word)) add(run.start, endOf(run), group);
    }
    const own = alternative(kana);
    add(run.start, endOf(run), { words: [{ ...own, terms: own.terms.map((each) => ({ ...each, weight: 1 })) }] });
  }

  return { WEIGHTS, conceptsOf, groupsIn, kanaOf, thesaurus };
})();

if (typeof module === "object") module.exports = query;
