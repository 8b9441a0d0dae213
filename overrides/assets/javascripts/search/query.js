"use strict";
// Query expansion: splits a query into concepts, each with the groups of synonyms it belongs to. Pure.

/** @typedef {(start: number, end: number, group: SynonymGroup) => void} AddSpan */

const query = (() => {
  const isModule = typeof require === "function";
  const { folded, runs, stem, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { kanaOf } = isModule ? require("./romaji.js") : romaji;

  const MAX_LENGTH = 160; // maximum length of a query in UTF-16 units; the rest is ignored
  const MAX_CONCEPTS = 48; // maximum number of concepts in a query; the rest is ignored
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
  /** @type {Partial<Record<TermKind, number>>} */
  const KIND_WEIGHTS = { kana: WEIGHTS.hiragana_pair, ending: WEIGHTS.ending_pair, loose: WEIGHTS.loose_pair };
  const FUNCTION_WORDS = new Set(
    ("a about after all am an and any are as at be been being but by can could did do does doing done for from get "
      + "got had has have he her him his how i if im in into is it its ive just me my no not now of on one or our out she "
      + "should so some than that the their them then there these they this those to too up us was we were what "
      + "when where which who whom why will with would you your dont didnt cant wont isnt really still ok okay need")
      .split(" ").map(stem),
  );
  const MIN_KANA = 2; // minimum kana after the converted part of a word
  const MIN_ROMAJI = 4; // minimum length of romaji, and of kana that are read as the beginning of a word
  const ALL_KANA = /^[\u3041-\u3096]+$/;
  const HIRAGANA = /^[\u3041-\u3096]$/;

  // Unfinished input of an input method: a consonant whose vowel is not typed yet, 着信拒h, 送っtt.
  // A slip of an input method: a consonant between kana whose vowel was not typed, ひがいとdけ.
  const SLIPPED = /([\u3041-\u3096])[bcdfghjkmprstvwyz](?=[\u3041-\u3096])/gu;
  const UNFINISHED = /([\u3041-\u3096\u4e00-\u9fff々])(?:n|[bcdfghjkmprstvwyz]|([kstcphmrgzdbjw])(?:\2|[hysy]))\s*$/u;

  /**
   * The lookup table of synonyms.
   *
   * @param {string[][]} groups lists of synonyms.
   * @param {string[]} subjects words for the subject of the whole site.
   * @returns {Thesaurus}
   */
  function thesaurus(groups, subjects = []) {
    /** @type {Thesaurus["paired"]} */
    const paired = [];
    /** @type {Thesaurus["begun"]} */
    const begun = new Map();
    /** @type {Thesaurus["spaced"]} */
    const spaced = new Map();
    /** @type {<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value) => void} */
    const add = (lists, key, value) => { lists.set(key, [...lists.get(key) ?? [], value]); };
    const made = groups.map((words, number) => ({ number, words: words.map(alternative) }));
    for (const group of made) {
      for (const word of group.words) {
        if (word.isPaired) {
          const [first] = word.text;
          paired.push([word.text, group]);
          add(begun, first, [word.text, group]);
        } else if (word.stems.length) {
          add(spaced, word.stems[0], [word.stems, group]);
        }
      }
    }
    paired.sort(([a], [b]) => b.length - a.length);
    for (const entries of spaced.values()) entries.sort(([a], [b]) => b.length - a.length);
    return { groups: made, paired, begun, spaced, subjects: subjects.map((word) => alternative(word).stems) };
  }

  /**
   * A synonym, analyzed.
   *
   * @param {string} word
   * @returns {Synonym}
   */
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

  /** @param {Term} term */
  function weightOf({ term, isPaired, kind }) {
    if (!isPaired) {
      if (kind === "short" || FUNCTION_WORDS.has(term)) return WEIGHTS.function_word;
      return /\d/.test(term) ? WEIGHTS.number : 1;
    }
    return KIND_WEIGHTS[kind] ?? weightOfPair(term);
  }

  /** @param {string} term */
  function weightOfPair(term) {
    return Array.from(term).some((character) => HIRAGANA.test(character)) ? WEIGHTS.mixed_pair : 1;
  }

  /**
   * The concepts of a query; `text` is the folded query. Unfinished Japanese input (着信拒h) is removed.
   *
   * @param {string} typed
   * @param {Thesaurus} known
   * @returns {{ text: string, concepts: Concept[] }}
   *
   * The first alternative is what was typed, the others are kana readings of it (of romaji). `groups` are
   * the groups of synonyms that it belongs to. `isLast` marks a word that may still be being typed.
   */
  function conceptsOf(typed, known) {
    const original = typed.slice(0, MAX_LENGTH);
    const katakana = katakanaOf(original);
    const text = folded(original).replace(SLIPPED, "$1").replace(UNFINISHED, "$1");
    const taken = spans(text, known);
    const all = terms(text);
    const common = subjectsIn(text, known.subjects);
    const typedIn = (/** @type {Term} */ each) => {
      const term = typedTerm(each, text, katakana);
      if (common.some(([start, end]) => each.start >= start && each.end <= end)) term.weight *= WEIGHTS.subject;
      return term;
    };
    /** @type {Concept[]} */
    const concepts = [];
    for (const span of taken) {
      const inside = all.filter((each) => each.start >= span.start && each.end <= span.end);
      const groups = /** @type {ListedGroup[]} */ (span.groups.filter(({ number }) => number !== undefined));
      const readings = span.groups
        .filter(({ number }) => number === undefined)
        .flatMap(({ words }) => words.map((word) => ({ terms: word.terms, weight: WEIGHTS.alternative })));
      const own = { terms: inside.map(typedIn), weight: 1 };
      concepts.push({ alternatives: [own, ...readings], groups });
    }
    for (const each of all) {
      if (taken.some((span) => each.start >= span.start && each.end <= span.end)) continue;
      concepts.push({ alternatives: [{ terms: [typedIn(each)], weight: 1 }], groups: [] });
    }
    const last = all[all.length - 1];
    if (last && !last.isPaired && last.end === text.length) {
      for (const { alternatives } of concepts) {
        for (const term of alternatives[0].terms) if (term.start === last.start) term.isLast = true;
      }
    }
    return { text, concepts: concepts.slice(0, MAX_CONCEPTS) };
  }

  /**
   * A term with its weight.
   *
   * @param {Term} each
   * @param {string} text in which it stands.
   * @param {string[]} katakana the katakana words of that text.
   * @returns {WeightedTerm}
   */
  function typedTerm(each, text, katakana) {
    let weight = weightOf(each);
    const word = each.kind === "kana" && katakana.find((run) => run.includes(text.slice(each.start, each.end)));
    if (word) weight = WEIGHTS.katakana_word / Math.sqrt(Math.max(1, word.length - 1));
    return { term: each.term, weight, start: each.start, isPaired: each.isPaired, isLast: false };
  }

  /**
   * The katakana words of a query, folded: unlike other kana they carry meaning.
   *
   * @param {string} typed
   */
  function katakanaOf(typed) {
    return (typed.normalize("NFKC").match(/[\u30a1-\u30ffー]{2,}/g) || []).map(folded);
  }

  /**
   * Positions of words for the site's subject in a folded query.
   *
   * @param {string} text
   * @param {string[][]} subjects
   */
  function subjectsIn(text, subjects) {
    /** @type {[start: number, end: number][]} */
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
   * The words with synonyms in a folded query, sorted by start. Where words overlap, the longest one
   * is taken.
   *
   * @param {string} text
   * @param {Thesaurus} known
   */
  function spans(text, { paired, spaced }) {
    /** @type {{ start: number, end: number, text: string, groups: SynonymGroup[] }[]} */
    const found = [];
    const isFree = (/** @type {number} */ start, /** @type {number} */ end) => found.every((span) => end <= span.start || start >= span.end);
    /** @type {AddSpan} */
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

  /**
   * The groups of synonyms that a folded text has a word of; equal groups are the same object.
   *
   * @param {string} text
   * @param {Thesaurus} known
   */
  function groupsIn(text, { begun, spaced }) {
    /** @type {Set<SynonymGroup>} */
    const found = new Set();
    for (const character of new Set(text)) {
      for (const [word, group] of begun.get(character) || []) if (text.includes(word)) found.add(group);
    }
    const stems = runs(text).filter((run) => !run.isPaired).map((run) => stem(run.text));
    stems.forEach((first, i) => {
      for (const [own, group] of spaced.get(first) || []) {
        if (own.every((each, k) => stems[i + k] === each)) found.add(group);
      }
    });
    return found;
  }

  const endOf = (/** @type {Run} */ run) => run.start + run.text.length;

  /**
   * Add words whose reading begins with the kana typed so far, a part of it maybe converted: 返却きげ.
   *
   * @param {Run | undefined} run the last one.
   * @param {Thesaurus["paired"]} paired
   * @param {AddSpan} add
   */
  function addUnfinished(run, paired, add) {
    if (!run || !run.isPaired || run.text.length < MIN_ROMAJI) return;
    const [, converted, kana] = /^(.*?)([\u3041-\u3096]*)$/u.exec(run.text) ?? ["", "", ""];
    if (kana.length < MIN_KANA) return;
    for (const [word, group] of paired) {
      const isHalf = converted && word.startsWith(converted) && group.words.some(({ text }) => ALL_KANA.test(text) && text.indexOf(kana) > 0);
      if (isHalf || (word.length > run.text.length && word.startsWith(run.text))) add(run.start, endOf(run), group);
    }
  }

  /**
   * Add the kana of a romaji word, and the words whose reading is contained in them.
   *
   * @param {Run} run
   * @param {Thesaurus["paired"]} paired
   * @param {AddSpan} add
   */
  function addRomaji(run, paired, add) {
    const kana = run.text.length >= MIN_ROMAJI ? kanaOf(run.text) : "";
    if (!kana) return;
    for (const [word, group] of paired) {
      if (kana.includes(word)) add(run.start, endOf(run), group);
    }
    const own = alternative(kana);
    add(run.start, endOf(run), { words: [{ ...own, terms: own.terms.map((each) => ({ ...each, weight: 1 })) }] });
  }

  return { FUNCTION_WORDS, WEIGHTS, conceptsOf, groupsIn, thesaurus };
})();

if (typeof module === "object") module.exports = query;
