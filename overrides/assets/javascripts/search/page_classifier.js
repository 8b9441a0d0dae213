"use strict";
// Scores the pages for a query with a linear classifier, trained on the phrasings of docs/_data/asked: example
// queries for each page. Pure.
//
// The features of a text are the terms of the index (words, character bigrams), character trigrams, word bigrams, word
// prefixes, and groups of synonyms. The build (page_classifier_fit.js) fits a weight for each feature
// and page, and for docs/_data/unrelated.yml, the queries that no page answers. It stores the weights in the shards of
// the postings, where a feature is next to the term that it begins with: a query needs no further shard for it.

const pageClassifier = (() => {
  const isModule = typeof require === "function";
  const { charactersOf, runs, stem, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { GAP, keyOfGroup } = isModule ? require("./keys.js") : keys;

  const KANA = /^[\u3041-\u3096]+$/;
  // Weights of features, to be multiplied by their rarity. Hiragana mostly writes grammar, as in query.js.
  const WEIGHTS = { plain: 1, kana: 0.5, prefix: 0.8 };
  const TRIGRAM = 3; // characters
  const PREFIX = 4; // letters of the beginning of a longer word: it forgives typos
  const SURE_VOTES = 2; // for a page of which the classifier is certain
  const LEVELS = 7; // quantization levels of weights on either side of 0, on a quadratic scale

  /**
   * The features of a folded text, by their keys in the index, with their weights.
   *
   * @param {string} text
   * @param {Iterable<SynonymGroup>} groups those with a word in the text; each is a feature too.
   */
  function textFeatures(text, groups) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const { term, kind } of terms(text)) found.set(term, kind ? WEIGHTS.kana : WEIGHTS.plain);
    let before = "";
    for (const run of runs(text)) {
      if (run.isPaired) {
        addTrigrams(found, run.text);
      } else {
        const word = stem(run.text);
        if (before) found.set(before + GAP + word, WEIGHTS.plain);
        if (word.length > PREFIX) found.set(word.slice(0, PREFIX) + GAP, WEIGHTS.prefix);
        before = word;
      }
    }
    for (const { number } of groups) if (number !== undefined) found.set(keyOfGroup(number), WEIGHTS.plain);
    return found;
  }

  /**
   * @param {Map<string, number>} found
   * @param {string} run
   */
  function addTrigrams(found, run) {
    const characters = charactersOf(run);
    for (let i = 0; i + TRIGRAM <= characters.length; i += 1) {
      const trigram = characters.slice(i, i + TRIGRAM).join("");
      found.set(trigram, KANA.test(trigram) ? WEIGHTS.kana : WEIGHTS.plain);
    }
  }

  /**
   * The rarity of a feature among the phrasings: its inverse document frequency.
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
   * @param {PhrasingModel | null} model as page_classifier_fit.js returns it.
   * @returns {(features: Map<string, number>, read: ReadFeature) => Pick<Classification, "votes" | "related">}
   */
  function classifierOf(model) {
    if (!model) return () => ({ votes: [], related: 0 });
    const { phrasings, step, biases, unrelated } = model;
    return (features, read) => {
      const sums = [...biases, unrelated].map(() => 0);
      let square = 0;
      let isKnown = false;
      for (const [key, weight] of features) {
        const feature = read(key);
        if (feature === null) continue;
        const value = weight * rarityOf(phrasings, feature ? feature.count : 0);
        square += value ** 2;
        if (!feature) continue;
        isKnown = true;
        feature.pages.forEach((page, i) => { sums[page] += value * weightOf(feature.levels[i], step); });
      }
      const scores = sums.map((sum) => sum / (Math.sqrt(square) || 1));
      const votes = biases.map((bias, page) => (
        isKnown && bias !== null ? SURE_VOTES * Math.max(0, (1 + bias + scores[page]) / 2) : 0));
      return { votes, related: unrelated === null ? 0 : -(unrelated + scores[biases.length]) };
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

  return { levelOf, textFeatures, rarityOf, weightOf, classifierOf };
})();

if (typeof module === "object") module.exports = pageClassifier;
