"use strict";
// Learns to tell what people type who want something that no page has from what they type who want a
// page: `no page` and the others of docs/_data/asked. The words of the pages themselves count as asked,
// but less. Pure; the build runs it.

const elsewhereFit = (() => {
  const isModule = typeof require === "function";
  const { valueIn } = isModule ? require("./phrase_features.js") : phraseFeatures;
  const { casesOf, learnt, read } = isModule ? require("./sparse_fit.js") : sparseFit;

  const COSTS = { elsewhere: 1, asked: 1, written: 0.3 }; // of a phrase on the wrong side
  const FEATURES = 4000; // with a weight, at most

  /**
   * The weights of a language; without phrasings of both kinds, everything is wanted from its pages.
   *
   * @param {{ elsewhere: string[], asked: string[], written: string[] }} given
   * @returns {PhraseWeights}
   */
  function fitted({ elsewhere, asked, written }) {
    if (!elsewhere.length || !asked.length) return { unit: 1, bias: -1, steps: [], weights: [] };
    const cases = [
      ...casesOf(read(elsewhere), true, COSTS.elsewhere, valueIn),
      ...casesOf(read(asked), false, COSTS.asked, valueIn),
      ...casesOf(read(written), false, COSTS.written, valueIn),
    ];
    return learnt(cases, FEATURES);
  }

  return { fitted };
})();

if (typeof module === "object") module.exports = elsewhereFit;
