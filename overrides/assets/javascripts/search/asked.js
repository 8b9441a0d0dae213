"use strict";
// Compares a query with the phrasings of docs/_data/asked: what people type who want a page. Pure.
//
// A text is taken apart: into the terms of the index (words, pairs of characters), groups of three characters,
// pairs of words, beginnings of words, and groups of synonyms. The build learns from all phrasings which parts
// speak for a page and which against it, and from docs/_data/unrelated.yml which speak for none (asked_fit.js). It
// writes that into the shards of the postings. There a part stands beside the term that it begins with: a query
// finds it in the shards that it needs anyway.

const asked = (() => {
  const isModule = typeof require === "function";
  const { charactersOf, runs, stem, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { GAP, keyOfGroup } = isModule ? require("./keys.js") : keys;

  const KANA = /^[\u3041-\u3096]+$/;
  // Weights of parts before their rarity. Hiragana mostly writes grammar, as in query.js.
  const WEIGHTS = { part: 1, kana: 0.5, beginning: 0.8 };
  const GROUP = 3; // characters
  const BEGINNING = 4; // letters of the beginning of a longer word: it forgives typos
  const VOTES = 2; // of a page that a query is sure to want
  const LEVELS = 7; // of weights on either side of 0, on a square scale

  /**
   * The parts of a folded text, by their keys in the index, with their weights.
   *
   * @param {string} text
   * @param {Iterable<SynonymGroup>} groups those that the text has a word of: it counts as its synonyms too.
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
   * How rare a part is among the phrasings.
   *
   * @param {number} phrasings the number of all.
   * @param {number} count the number of those that have it.
   */
  const rarityOf = (phrasings, count) => Math.log((phrasings + 1) / (count + 0.5));

  /**
   * A function that tells `{ votes, related }`: the votes for each page, by its position, 0 to 2 or little more; and
   * how surely it is no query that wants something else, about -1 to 1. Parts whose shard is not read (`null`)
   * count as if the query had none such.
   *
   * @param {LearntPhrasings | null} learnt as asked_fit.js returns it.
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
   * The level of a weight, by the weight of the greatest level.
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

if (typeof module === "object") module.exports = asked;
