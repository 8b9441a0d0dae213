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
   * A function that returns the positions of the classifiers that match a query.
   *
   * @param {DangerWeights[]} classifiers
   * @returns {(query: string) => number[]}
   */
  function matcher(classifiers) {
    const known = classifiers.map(({ unit, bias, steps, weights }, position) => {
      let bucket = 0;
      const own = decode(weights).map((number) => (number % 2 ? -1 : 1) * (number >> 1));
      return { position, unit, bias, weightOf: new Map(decode(steps).map((step, i) => [bucket += step, own[i]])) };
    });
    return (query) => {
      const whole = Array.from(bucketsOf(query));
      const parts = partsOf(query).map((part) => Array.from(bucketsOf(part)));
      return known
        .filter(({ unit, bias, weightOf }) => {
          const score = (/** @type {number[]} */ buckets) => (
            buckets.reduce((sum, bucket) => sum + (weightOf.get(bucket) ?? 0), bias) / unit);
          return score(whole) > THRESHOLD || parts.some((part) => score(part) > PART_THRESHOLD);
        })
        .map(({ position }) => position);
    };
  }

  return { matcher };
})();

if (typeof module === "object") module.exports = danger;
