"use strict";
// Scores the pages for a query with a linear classifier, trained on the phrasings of docs/_data/asked: example
// queries for each page. Pure.
//
// The features of a text are called parts: the terms of the index (words, character bigrams), character trigrams,
// word bigrams, word prefixes, and groups of synonyms. The build (page_classifier_fit.js) fits a weight for each part
// and page, and for docs/_data/unrelated.yml, the queries that no page answers. It stores the weights in the shards of
// the postings, where a part is next to the term that it begins with: a query needs no further shard for it.

const pageClassifier = (() => {
  const isModule = typeof require === "function";
  const { charactersOf, runs, stem, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { GAP, keyOfGroup } = isModule ? require("./keys.js") : keys;

  const KANA = /^[\u3041-\u3096]+$/;
  // Weights of parts, to be multiplied by their rarity. Hiragana mostly writes grammar, as in query.js.
  const WEIGHTS = { part: 1, kana: 0.5, beginning: 0.8 };
  const GROUP = 3; // characters
  const BEGINNING = 4; // letters of the beginning of a longer word: it forgives typos
  const VOTES = 2; // for a page of which the classifier is certain
  const LEVELS = 7; // quantization levels of weights on either side of 0, on a quadratic scale

  /**
   * The parts of a folded text, by their keys in the index, with their weights.
   *
   * @param {string} text
   * @param {Iterable<SynonymGroup>} groups those with a word in the text; each is a part too.
   */
  function partsOf(text, groups) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const { term, kind } of terms(text)) found.set(term, kind ? WEIGHTS.kana : WEIGHTS.part);
    let before = "";
    for (const run of runs(text)) {
      if (run.isPaired) {
        addGroups(found, run.text);
      } else {
        const word = stem(run.text);
        if (before) found.set(before + GAP + word, WEIGHTS.part);
        if (word.length > BEGINNING) found.set(word.slice(0, BEGINNING) + GAP, WEIGHTS.beginning);
        before = word;
      }
    }
    for (const { number } of groups) if (number !== undefined) found.set(keyOfGroup(number), WEIGHTS.part);
    return found;
  }

  /**
   * @param {Map<string, number>} found
   * @param {string} run
   */
  function addGroups(found, run) {
    const characters = charactersOf(run);
    for (let i = 0; i + GROUP <= characters.length; i += 1) {
      const group = characters.slice(i, i + GROUP).join("");
      found.set(group, KANA.test(group) ? WEIGHTS.kana : WEIGHTS.part);
    }
  }

  /**
   * The rarity of a part among the phrasings: its inverse document frequency.
   *
   * @param {number} phrasings the number of all.
   * @param {number} count the number of those that have it.
   */
  const rarityOf = (phrasings, count) => Math.log((phrasings + 1) / (count + 0.5));

  /**
   * A function that returns `{ votes, related }`: the votes for each page by its position, from 0 to a little more
   * than 2; and how certain it is that the query is not an unrelated one, about -1 to 1. Parts whose shard is not
   * read (`null`) are ignored.
   *
   * @param {LearntPhrasings | null} learnt as page_classifier_fit.js returns it.
   * @returns {(parts: Map<string, number>, read: ReadPart) => Pick<Heard, "votes" | "related">}
   */
  function votesBy(learnt) {
    if (!learnt) return () => ({ votes: [], related: 0 });
    const { phrasings, step, biases, unrelated } = learnt;
    return (parts, read) => {
      const sums = [...biases, unrelated].map(() => 0);
      let square = 0;
      let isKnown = false;
      for (const [key, weight] of parts) {
        const part = read(key);
        if (part === null) continue;
        const value = weight * rarityOf(phrasings, part ? part.count : 0);
        square += value ** 2;
        if (!part) continue;
        isKnown = true;
        part.pages.forEach((page, i) => { sums[page] += value * weightOf(part.levels[i], step); });
      }
      const sure = sums.map((sum) => sum / (Math.sqrt(square) || 1));
      const votes = biases.map((bias, page) => (
        isKnown && bias !== null ? VOTES * Math.max(0, (1 + bias + sure[page]) / 2) : 0));
      return { votes, related: unrelated === null ? 0 : -(unrelated + sure[biases.length]) };
    };
  }

  /**
   * Quantize a weight to a level; `step` is the weight of the highest level.
   *
   * @param {number} weight
   * @param {number} step
   */
  const levelOf = (weight, step) => Math.sign(weight) * Math.round(LEVELS * Math.sqrt(Math.abs(weight) / step)) || 0;

  /**
   * @param {number} level
   * @param {number} step
   */
  const weightOf = (level, step) => Math.sign(level) * step * (level / LEVELS) ** 2;

  return { levelOf, partsOf, rarityOf, votesBy };
})();

if (typeof module === "object") module.exports = pageClassifier;
