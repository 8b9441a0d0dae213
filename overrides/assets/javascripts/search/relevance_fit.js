"use strict";
// Weighs the parts of texts, so that a query can be told that nothing on this site fits it. Pure; the build
// runs it.
//
// A linear separation (separation.js) tells what people type who want a page (docs/_data/asked), what people
// in danger type, and the names that this site uses, from what people type who want something else
// (docs/_data/unrelated.yml).

const relevanceFit = (() => {
  const isModule = typeof require === "function";
  const { PLACES, vectorOf, written } = isModule ? require("./relevance.js") : relevance;
  const { separated } = isModule ? require("./separation.js") : separation;

  const COSTS = { related: 1, names: 0.3, unrelated: 1 }; // of a text on the wrong side
  const ROUNDS = 10;

  /**
   * The weights as relevance.js reads them; null without texts of both sides.
   *
   * @param {{ related: string[], names: string[], unrelated: string[] }} given
   */
  function fitted({ related, names, unrelated }) {
    if (!related.length || !unrelated.length) return null;
    const cases = (/** @type {string[]} */ texts, /** @type {number} */ group, /** @type {number} */ cost) => (
      texts.map((text) => ({ ...vectorOf(text), group, cost, elsewhere: cost })));
    const all = [
      ...cases(related, 0, COSTS.related),
      ...cases(names, 0, COSTS.names),
      ...cases(unrelated, -1, COSTS.unrelated),
    ];
    return written(separated(all, PLACES, 1, ROUNDS));
  }

  return { fitted };
})();

if (typeof module === "object") module.exports = relevanceFit;
