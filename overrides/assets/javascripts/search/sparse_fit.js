"use strict";
// Learns weights of features that are few and short enough to be published. Pure; the build runs it.

const sparseFit = (() => {
  const isModule = typeof require === "function";
  const { PLACES, placesOf } = isModule ? require("./phrase_features.js") : phraseFeatures;
  const { separated } = isModule ? require("./separation.js") : separation;

  const ROUNDS = 10;
  const GREATEST = 30; // the greatest weight as it is written: in whole numbers

  /**
   * Phrases to learn from.
   *
   * @param {Iterable<number>[]} phrases the places of each, as of placesOf().
   * @param {boolean} isIn whether they are of the group that is told from the others.
   * @param {number} cost of one on the wrong side.
   * @param {(places: ArrayLike<number>) => number} valueOf the value of each feature of a phrase.
   * @returns {Case[]}
   */
  function casesOf(phrases, isIn, cost, valueOf = () => 1) {
    return phrases.map((each) => {
      const places = Uint16Array.from(each);
      const values = new Float64Array(places.length).fill(valueOf(places));
      return { places, values, group: isIn ? 0 : -1, cost, elsewhere: cost };
    });
  }

  /** The weights of all features, that of each at its place. @param {Case[]} cases */
  const weightsOf = (cases) => separated(cases, PLACES, 1, ROUNDS);

  /**
   * The weights as they are published: features with little weight are dropped, and the others fitted again.
   *
   * @param {Case[]} cases
   * @param {number} most number of features that are kept at most.
   * @returns {PhraseWeights}
   */
  function learnt(cases, most) {
    const first = weightsOf(cases);
    const sizes = Array.from(first.subarray(0, PLACES), Math.abs).sort((a, b) => b - a);
    const little = Math.max(sizes[most] || 0, Number.MIN_VALUE);
    const kept = cases.map(({ places: all, values, ...rest }) => {
      const places = Array.from(all).filter((place) => Math.abs(first[place]) >= little);
      return { ...rest, places, values: places.map(() => values[0]) };
    });
    const weights = weightsOf(kept);
    const unit = Math.max(1, Math.round(GREATEST / weights.reduce((greatest, each) => Math.max(greatest, Math.abs(each)), 0)));
    const rounded = Array.from(weights, (weight) => Math.round(weight * unit));
    const places = Array.from({ length: PLACES }, (_, place) => place).filter((place) => rounded[place]);
    return {
      unit,
      bias: rounded[PLACES],
      steps: places.map((place, i) => place - (i ? places[i - 1] : 0)),
      weights: places.map((place) => rounded[place]),
    };
  }

  const read = (/** @type {string[]} */ texts) => texts.map(placesOf);

  return { casesOf, learnt, read, weightsOf };
})();

if (typeof module === "object") module.exports = sparseFit;
