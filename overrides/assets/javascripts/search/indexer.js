"use strict";
// Builds the search index of a language: shards of postings, and what the engine has to know before it
// reads one. Pure; only the build runs it.

/** @typedef {Map<number, [score: number, share: number]>} ScoreAndShare by section. */

const indexer = (() => {
  const isModule = typeof require === "function";
  const { folded, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { WEIGHTS, thesaurus } = isModule ? require("./query.js") : query;
  const { SHARES, headOf, isKey, keyOfGroup, keyOfHeading } = isModule ? require("./keys.js") : keys;
  const { pack, positionOf } = isModule ? require("./postings.js") : postings;
  const { encode } = isModule ? require("./number_codec.js") : numberCodec;
  const { trainClassifier } = isModule ? require("./page_classifier_fit.js") : pageClassifierFit;
  const { scored } = isModule ? require("./scoring.js") : scoring;

  const SHARD = 1400; // postings and terms of a shard, about
  const COMMON = 28000; // bytes of the shards that every first search loads, about
  const CHUNK = 7000; // bytes of the texts of a chunk, about
  const MAX_POSTINGS = 1500; // maximum number of postings of a term: those with the highest scores
  const MIN_SHARE = 0.4; // of a synonym that a section must contain
  const TITLES = 24000; // maximum length of all titles and URLs in the root, in characters
  const WORD = /^(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}々〆〇])[\p{L}\p{M}'])+$/u;

  const bySection = (/** @type {Posting} */ [a], /** @type {Posting} */ [b]) => a - b;
  const sectionsOf = (/** @type {Pick<IndexPage, "sections" | "entries">} */ { sections, entries }) => (
    [...sections, ...entries]);

  /**
   * The first section of each page, and the number of all sections.
   *
   * @param {IndexPage[]} pages
   */
  function startsOf(pages) {
    const starts = [0];
    for (const page of pages) starts.push(starts[starts.length - 1] + sectionsOf(page).length);
    return starts;
  }

  /**
   * The sections of each heading, by its key; the words for the subject of the whole site count as headings of the
   * home page.
   *
   * @param {SearchIndex} index
   * @param {number[]} starts
   */
  function headingsOf({ pages, subjects, home }, starts) {
    /** @type {Map<string, Posting[]>} */
    const found = new Map();
    const add = (/** @type {string} */ title, /** @type {number} */ section) => {
      const key = keyOfHeading(title);
      const own = found.get(key) ?? [];
      if (key && own[own.length - 1]?.[0] !== section) found.set(key, [...own, [section, 1, 0]]);
    };
    pages.forEach(({ sections }, page) => {
      sections.forEach(({ title }, position) => add(title, starts[page] + position));
      if (page === home) for (const subject of subjects) add(subject, starts[page]);
    });
    return found;
  }

  /**
   * The sections of each group of synonyms, each with the score of the best of its words.
   *
   * @param {SearchIndex} index
   * @param {Map<string, Posting[]>} byTerm
   */
  function groupsOf(index, byTerm) {
    /** @type {Map<string, Posting[]>} */
    const found = new Map();
    for (const { number, words } of thesaurus(index.synonyms).groups) {
      /** @type {ScoreAndShare} */
      const best = new Map();
      for (const { terms } of words) addWord(best, terms, byTerm);
      /** @type {Posting[]} */
      const own = Array.from(best, ([id, [score, share]]) => [id, score, Math.round(share * SHARES)]);
      if (own.length) found.set(keyOfGroup(number), own.sort(bySection));
    }
    return found;
  }

  /**
   * @param {ScoreAndShare} best
   * @param {WeightedTerm[]} terms
   * @param {Map<string, Posting[]>} byTerm
   */
  function addWord(best, terms, byTerm) {
    /** @type {ScoreAndShare} */
    const sums = new Map();
    const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
    for (const { term, weight } of terms) {
      for (const [id, score] of byTerm.get(term) || []) {
        const [sum, share] = sums.get(id) || [0, 0];
        sums.set(id, [sum + score * weight, share + weight / whole]);
      }
    }
    for (const [id, [sum, share]] of sums) {
      const score = sum * share * WEIGHTS.alternative;
      if (share >= MIN_SHARE && score > (best.get(id) || [0])[0]) best.set(id, [score, share]);
    }
  }

  /**
   * The postings with the greatest scores, by section.
   *
   * @param {Posting[]} list
   */
  function trimmed(list) {
    if (list.length <= MAX_POSTINGS) return list;
    return [...list].sort((a, b) => b[1] - a[1]).slice(0, MAX_POSTINGS).sort(bySection);
  }

  /**
   * Merge postings with the features of the classifier (page_classifier.js) by term, sorted.
   *
   * @param {[term: string, list: Posting[]][]} postings
   * @param {Map<string, FeatureWeights>} features
   * @returns {TermPostings[]}
   */
  function entriesOf(postings, features) {
    const listed = new Map(postings);
    const all = new Set([...listed.keys(), ...features.keys()]);
    return [...all].sort().map((term) => [term, trimmed(listed.get(term) || []), features.get(term)]);
  }

  /**
   * Split sorted entries into shards of about the same size; entries with the same head (keys.js) stay together.
   *
   * @param {TermPostings[]} entries
   */
  function shardsOf(entries) {
    /** @type {TermPostings[][]} */
    const shards = [[]];
    let size = 0;
    let head = "";
    for (const entry of entries) {
      const [term, list, feature] = entry;
      if (size > SHARD && headOf(term) !== head) {
        shards.push([]);
        size = 0;
      }
      shards[shards.length - 1].push(entry);
      size += list.length + 1 + (feature ? feature.pages.length : 0);
      head = headOf(term);
    }
    return shards;
  }

  /**
   * The numbers of the shards that queries need most often, estimated from the phrasings; COMMON bytes of them at
   * most, because every first search loads them.
   *
   * @param {PackedShard[]} shards
   * @param {string[]} bounds
   * @param {SearchIndex} index
   */
  function commonOf(shards, bounds, { asked }) {
    const counts = shards.map(() => 0);
    for (const text of asked.flat()) {
      const own = terms(folded(text)).map(({ term }) => Math.max(0, positionOf(bounds, `${term}\0`) - 1));
      for (const number of new Set(own)) counts[number] += 1;
    }
    const sizes = shards.map((shard) => bytesOf(Object.values(shard).join("")));
    /** @type {number[]} */
    const found = [];
    let left = COMMON;
    const byUse = Array.from(counts.keys()).sort((a, b) => counts[b] / sizes[b] - counts[a] / sizes[a] || a - b);
    for (const number of byUse) {
      if (!counts[number] || sizes[number] > left) continue;
      found.push(number);
      left -= sizes[number];
    }
    return found.sort((a, b) => a - b);
  }

  /**
   * Split the sections of a page into chunks of about the same size.
   *
   * @param {IndexPage} page
   * @returns {TextChunk[]}
   */
  function chunksOf({ url, title, step, ...page }) {
    /** @type {SectionText[][]} */
    const chunks = [[]];
    let size = 0;
    for (const { id, title: heading, text } of sectionsOf(page)) {
      if (size > CHUNK) {
        chunks.push([]);
        size = 0;
      }
      chunks[chunks.length - 1].push({ id, title: heading, text });
      size += bytesOf(heading + text);
    }
    return chunks.map((sections) => ({ url, title, step, sections }));
  }

  /** @param {string} text */
  function bytesOf(text) {
    return text.length + 2 * (text.match(/[^\x20-\x7e]/g) || []).length;
  }

  /**
   * The classifier trained on the phrasings, ready for JSON. Apart from buildIndex(), so that it is cached while only
   * pages change: training takes longest.
   *
   * @param {Phrasings} given
   * @returns {TrainedPhrasings}
   */
  function trainPhrasings(given) {
    const { model, features } = trainClassifier(given, thesaurus(given.synonyms, given.subjects));
    return { model, features: [...features] };
  }

  /**
   * Build an index: `{ root, shards, words, chunks }`.
   *
   * `root` is all that Ranking() and Lexicon() need but the names of the other files; `shards` are
   * packed postings; `words` are the terms that may be mistyped; `chunks` are texts: one or more a page.
   *
   * @param {SearchIndex} index sections are those of headings.
   * @param {TrainedPhrasings} trained as trainPhrasings() returns it.
   * @returns {{ root: BuiltRoot, shards: PackedShard[], words: string[], chunks: TextChunk[] }}
   */
  function buildIndex(index, { model, features } = trainPhrasings(index)) {
    const { language, pages, synonyms, subjects } = index;
    const starts = startsOf(pages);
    const byTerm = scored(pages);
    const entries = entriesOf([...byTerm, ...headingsOf(index, starts), ...groupsOf(index, byTerm)], new Map(features));
    const shards = shardsOf(entries);
    const bounds = shards.map(([first]) => (first ? headOf(first[0]) : ""));
    const packedShards = shards.map(pack);
    const chunks = pages.map(chunksOf);
    const titles = pages.map(({ url, title }) => ({ url, title }));
    return {
      root: {
        language,
        pages: chunks.map(({ length }) => encode(length)).join(""),
        chunks: chunks.flat().map(({ sections }) => encode(sections.length)).join(""),
        weights: Object.fromEntries(pages.flatMap(({ weight }, page) => (weight === 1 ? [] : [[page, weight]]))),
        titles: JSON.stringify(titles).length > TITLES ? null : titles,
        synonyms,
        subjects,
        asked: model,
        bounds,
        common: commonOf(packedShards, bounds, index),
      },
      shards: packedShards,
      words: entries.filter(([term, list]) => list.length && term.length > 2 && !isKey(term) && WORD.test(term)).map(([term]) => term),
      chunks: chunks.flat(),
    };
  }

  return { buildIndex, trainPhrasings };
})();

if (typeof module === "object") module.exports = indexer;
