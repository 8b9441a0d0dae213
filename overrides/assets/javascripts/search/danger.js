"use strict";
// Detects queries of people in danger, with a linear classifier for each entry under `danger` of site.yml. Pure.
//
// The build trains the classifiers (danger_fit.js). A query matches an entry if the weights of its features and the
// `bias` of the entry add up to more than THRESHOLD. People tell several things at once, and what is said beside the
// danger must not outweigh it: a query also matches if a beginning or an end of it exceeds PART_THRESHOLD.

const danger = (() => {
  const isModule = typeof require === "function";
  const { decode } = isModule ? require("./number_codec.js") : numberCodec;
  const { bucketsOf } = isModule ? require("./query_features.js") : queryFeatures;

  // Threshold of the score; examples are fitted to 1. A higher one misses people in danger, a lower one raises
  // false alarms.
  const THRESHOLD = 0.1;
  const PART_THRESHOLD = 0.7; // higher: a part alone is easily misunderstood
  const MIN_PART = 8; // letters
  const MAX_CUTS = 30; // in a query, which may be a pasted text
  const CUT = /[\s\p{P}]+/gu;

  /**
   * The beginnings and ends of a text that is cut at spaces and punctuation.
   *
   * @param {string} text
   */
  function partsOf(text) {
    const cuts = Array.from(text.matchAll(CUT)).slice(0, MAX_CUTS);
    return cuts
      .flatMap(({ 0: cut, index }) => [text.slice(0, index), text.slice(index + cut.length)])
      .filter((part) => part.length >= MIN_PART);
  }

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
      const whole = Array.from(bucketsOf(query));
      const parts = partsOf(query).map((part) => Array.from(bucketsOf(part)));
      return known
        .filter(({ entry, weights }) => {
          const score = (/** @type {number[]} */ buckets) => (
            buckets.reduce((sum, bucket) => sum + (weights.get(bucket) ?? 0), entry.bias) / entry.unit);
          return score(whole) > THRESHOLD || parts.some((part) => score(part) > PART_THRESHOLD);
        })
        .map(({ entry }) => entry);
    };
  }

  return { matcher };
})();

if (typeof module === "object") module.exports = danger;
