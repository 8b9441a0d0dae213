"use strict";
// Detects queries of people in danger, with a linear classifier for each entry under `danger` of site.yml. Pure.
//
// The build trains the classifiers (danger_fit.js). A query matches an entry if the weights of its features and the
// `bias` of the entry add up to more than THRESHOLD.

const danger = (() => {
  const isModule = typeof require === "function";
  const { decode } = isModule ? require("./number_codec.js") : numberCodec;
  const { bucketsOf } = isModule ? require("./query_features.js") : queryFeatures;

  // Threshold of the score; examples are fitted to 1. A higher one misses people in danger, a lower one raises
  // false alarms.
  const THRESHOLD = 0.2;

  /**
   * A function that returns the entries that match a query.
   *
   * @template {DangerWeights} Entry
   * @param {Entry[]} entries
   * @returns {(query: string) => Entry[]}
   */
  function matcher(entries) {
    const known = entries.map((entry) => {
      let bucket = 0;
      const own = decode(entry.weights).map((number) => (number % 2 ? -1 : 1) * (number >> 1));
      return { entry, weights: new Map(decode(entry.steps).map((step, i) => [bucket += step, own[i]])) };
    });
    return (query) => {
      const buckets = Array.from(bucketsOf(query));
      return known
        .filter(({ entry, weights }) => buckets.reduce((sum, bucket) => sum + (weights.get(bucket) ?? 0), entry.bias) > THRESHOLD * entry.unit)
        .map(({ entry }) => entry);
    };
  }

  return { matcher };
})();

if (typeof module === "object") module.exports = danger;
