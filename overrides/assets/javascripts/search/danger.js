"use strict";
// Tells whether a query sounds like the examples of people in danger: `danger` of site.yml. Pure.
//
// The build weighs the parts of the examples (danger_fit.js); a query tells of a danger where the weights
// of its parts, and that danger's `bias`, add up to more than LEAST.

const danger = (() => {
  const isModule = typeof require === "function";
  const { numbers } = isModule ? require("./numbers.js") : numberTexts;
  const { placesOf } = isModule ? require("./parts.js") : parts;

  // In the data an example is 1 away from harmless phrases at best. More misses people, less alarms others.
  const LEAST = 0.2;

  /**
   * A function that returns those of the entries that a query tells of.
   *
   * @template {DangerWeights} Entry
   * @param {Entry[]} entries
   * @returns {(query: string) => Entry[]}
   */
  function matcher(entries) {
    const known = entries.map((entry) => {
      let place = 0;
      const own = numbers(entry.weights).map((number) => (number % 2 ? -1 : 1) * (number >> 1));
      return { entry, weights: new Map(numbers(entry.steps).map((step, i) => [place += step, own[i]])) };
    });
    return (query) => {
      const places = Array.from(placesOf(query));
      return known
        .filter(({ entry, weights }) => places.reduce((sum, place) => sum + (weights.get(place) ?? 0), entry.bias) > LEAST * entry.unit)
        .map(({ entry }) => entry);
    };
  }

  return { matcher };
})();

if (typeof module === "object") module.exports = danger;
