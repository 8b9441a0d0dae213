"use strict";
// Tells how much a query sounds like what people type who want this site, rather than anything else. Pure.
//
// The build weighs the parts of texts (relevance_fit.js): a weight for each of PLACES hashes, in LEVELS
// steps, as one character. The relevance of a query is the sum of the weights of its parts, divided by the root of their
// number, and a bias: above 0 where it sounds like this site.

const relevance = (() => {
  const isModule = typeof require === "function";
  const { placesOf } = isModule ? require("./parts.js") : parts;

  const PLACES = 2 ** 14; // parts share weights where their hashes are equal below this number
  const LEVELS = 5; // of weights on either side of 0: more take more bytes, and hardly tell more
  const ZERO = 80; // code of the character for a weight of 0

  /** @param {string} text */
  function vectorOf(text) {
    const places = Uint16Array.from(new Set(Array.from(placesOf(text), (place) => place % PLACES)));
    return { places, values: new Float64Array(places.length).fill(1 / Math.sqrt(places.length || 1)) };
  }

  /**
   * Weights as text: one character a place, and the bias.
   *
   * @param {Float64Array} weights
   * @returns {RelevanceWeights}
   */
  function written(weights) {
    const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LEVELS;
    const levels = Array.from(weights, (weight) => String.fromCharCode(ZERO + Math.round(weight / step)));
    return { step: Number(step.toPrecision(3)), levels: levels.join("") };
  }

  /**
   * A function that tells the relevance of a text, always 0 without weights.
   *
   * @param {RelevanceWeights | null} weights as written() returns them.
   */
  function relevanceOf(weights) {
    if (!weights) return () => 0;
    const { step, levels } = weights;
    const weight = (/** @type {number} */ place) => (levels.charCodeAt(place) - ZERO) * step;
    return (/** @type {string} */ text) => {
      const { places, values } = vectorOf(text);
      return places.reduce((sum, place, i) => sum + weight(place) * values[i], weight(PLACES));
    };
  }

  return { PLACES, relevanceOf, vectorOf, written };
})();

if (typeof module === "object") module.exports = relevance;
