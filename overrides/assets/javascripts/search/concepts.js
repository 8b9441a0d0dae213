"use strict";
// Scores each concept of a query in the sections of an index, from postings alone, and selects the terms to
// highlight. Pure.

/** @typedef {(term: WeightedTerm) => boolean} IsAllowed */

const concepts = (() => {
  const isModule = typeof require === "function";
  const { SHARES, keyOfGroup } = isModule ? require("./keys.js") : keys;
  const { WEIGHTS } = isModule ? require("./query.js") : query;
  const makeTally = isModule ? require("./tally.js") : tally;

  const MIN_HIGHLIGHTED = 0.25; // minimum weight of terms that are highlighted

  const termsOf = (/** @type {Concept[]} */ asks) => (
    asks.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));

  /**
   * What to highlight: the terms with enough weight, and the prefix that is being typed.
   *
   * @param {Concept[]} asks
   * @returns {HighlightedTerms}
   */
  function highlightOf(asks) {
    const typed = termsOf(asks);
    const synonyms = asks.flatMap(({ groups }) => groups.flatMap((group) => group.words.flatMap(({ terms }) => terms)));
    const typing = asks.flatMap(({ alternatives }) => alternatives[0].terms).find(({ isLast }) => isLast);
    return {
      terms: new Set([...typed, ...synonyms].filter(({ weight }) => weight >= MIN_HIGHLIGHTED).map(({ term }) => term)),
      prefix: typing && typing.term.length > 2 ? typing.term : "",
    };
  }

  /**
   * The scores of the concepts of an index: `{ commonTermFilter, scoredConcept, limitShards }`.
   *
   * @param {Lookup} words
   * @param {number} all the number of all sections.
   * @param {{ memory: number }} settings SETTINGS of ranking.js.
   * @param {number} budget maximum number of sections scored per query.
   */
  function Concepts(words, all, settings, budget) {
    /** @type {Map<string, TakenTally>} */
    const known = new Map(); // scores by concept

    /**
     * The scores of a concept, cached: most words stay the same while the next one is typed.
     *
     * @param {Concept} concept
     * @param {IsAllowed} allowed
     */
    function scoredConcept(concept, allowed) {
      const key = concept.alternatives
        .map((each) => each.terms.filter(allowed).map(({ term, weight, isLast }) => `${term} ${weight} ${isLast}`))
        .join("|") + concept.groups.map(({ number }) => keyOfGroup(number)).join("");
      if (!known.has(key)) {
        if (known.size > settings.memory) known.clear();
        known.set(key, scoredAlternatives(concept, allowed));
      }
      return /** @type {TakenTally} */ (known.get(key));
    }

    /**
     * The scores of a concept, from the best of its alternatives in each section: `{ ids, first,
     * second }`, of the same length; `first` are scores, `second` the share of the concept in each section.
     *
     * @param {Concept} concept
     * @param {IsAllowed} allowed
     */
    function scoredAlternatives({ alternatives, groups }, allowed) {
      const best = makeTally(all);
      for (const { terms: own, weight } of alternatives) {
        const sums = makeTally(all);
        const whole = own.reduce((sum, term) => sum + term.weight, 0);
        for (const term of own.filter(allowed)) {
          const { ids, scores, certainty } = words.find(term);
          ids.forEach((id, i) => sums.add(id, scores[i] * term.weight, certainty * term.weight));
        }
        for (const id of sums.ids) {
          const share = sums.second[id] / whole;
          best.raise(id, sums.first[id] * weight * share, share * weight);
        }
      }
      for (const { number } of groups) {
        const group = words.exactly(keyOfGroup(number));
        if (group) group.ids.forEach((id, i) => best.raise(id, group.scores[i], (group.notes[i] / SHARES) * WEIGHTS.alternative));
      }
      return best.taken();
    }

    /**
     * A filter that drops the most common terms of a query that is too expensive on a large site.
     *
     * @param {WeightedTerm[]} own
     * @returns {IsAllowed}
     */
    function commonTermFilter(own) {
      const sorted = [...own].sort((a, b) => words.count(a.term) - words.count(b.term));
      const allowed = new Set();
      let postings = 0;
      for (const { term } of sorted) {
        if (allowed.has(term)) continue;
        postings += words.count(term);
        if (postings > budget && allowed.size) break;
        allowed.add(term);
      }
      return ({ term }) => allowed.has(term) || !words.count(term);
    }

    /**
     * The concepts without the terms that would take too many shards: as if nobody had typed them.
     *
     * @param {Concept[]} asks
     * @param {string[]} keys further keys that the query needs.
     * @param {number} shards maximum number.
     */
    function limitShards(asks, keys, shards) {
      const own = new Set(words.limitShards(termsOf(asks), keys, shards));
      const shortened = (/** @type {Concept["alternatives"][number]} */ { terms, weight }) => (
        { terms: terms.filter((term) => own.has(term)), weight });
      return asks
        .map(({ alternatives, groups }) => ({ alternatives: alternatives.map(shortened), groups }))
        .filter(({ alternatives: [typedOne] }) => typedOne.terms.length);
    }

    return { commonTermFilter, scoredConcept, limitShards };
  }

  return { Concepts, termsOf, highlightOf };
})();

if (typeof module === "object") module.exports = concepts;
