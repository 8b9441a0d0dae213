"use strict";
// Tells whether a query sounds like the examples of people in danger: `danger` of site.yml. Pure.
//
// A query tells of a danger where the weights of its features (phrase_features.js), which the build
// learns from the examples (danger_fit.js), add up to more than LEAST.

const danger = (() => {
  const isModule = typeof require === "function";
  const { placesOf, scorer } = isModule ? require("./phrase_features.js") : phraseFeatures;

  // In the data an example is 1 away from harmless phrases at best. More misses people, less alarms others.
  const LEAST = 0.2;

  /**
   * A function that returns those of the entries that a query tells of.
   *
   * @template {PhraseWeights} Entry
   * @param {Entry[]} entries
   * @returns {(query: string) => Entry[]}
   */
  function matcher(entries) {
    const scores = entries.map((entry) => scorer(entry));
    return (query) => {
      const places = placesOf(query);
      return entries.filter((_, i) => scores[i](places) > LEAST);
    };
  }

  return { matcher };
})();

if (typeof module === "object") module.exports = danger;
