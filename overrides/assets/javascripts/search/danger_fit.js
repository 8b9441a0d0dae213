"use strict";
// Learns the weights of danger.js from the examples, so that a query that no example equals is recognised
// too. Pure; the build runs it.
//
// For each danger a linear separation (separation.js) tells its examples from all that is harmless: the
// phrases that only look like one, the examples of other dangers, and what people type who want a page
// (docs/_data/asked).
// Some pages are about the danger itself: one of whose phrasings more than ABOUT sound like the
// examples is left out. People tell of more than one thing: each example counts once more together with
// a phrasing of any page.

const dangerFit = (() => {
  const isModule = typeof require === "function";
  const { PLACES } = isModule ? require("./phrase_features.js") : phraseFeatures;
  const { decisions } = isModule ? require("./separation.js") : separation;
  const { casesOf, learnt, read, weightsOf } = isModule ? require("./sparse_fit.js") : sparseFit;

  const COSTS = { own: 1, joined: 0.3, harmless: 1, other: 0.3 }; // of a phrase on the wrong side
  const ABOUT = 0.2;
  const FEATURES = 2200; // with a weight, at most
  const STEP = 7919; // from the phrasing beside one example to that beside the next

  /**
   * The weights of each danger, in their order.
   *
   * @param {{ examples: string[][], harmless: string[], asked: string[][] }} given examples by danger;
   *     phrases that are harmless; by page, what people type who want it.
   * @returns {PhraseWeights[]}
   */
  function fitted({ examples, harmless, asked }) {
    const [dangers, alike, pages] = [examples.map(read), read(harmless), asked.map(read)];
    const known = new Uint8Array(PLACES); // features that only phrasings of pages have say nothing
    for (const places of [...dangers.flat(), ...alike]) for (const place of places) known[place] = 1;
    const phrasings = pages.flat();
    const withAnother = (/** @type {Set<number>} */ places, /** @type {number} */ i) => (
      new Set([...places, ...phrasings[(i * STEP) % phrasings.length] ?? []]));
    const cases = (/** @type {Set<number>[]} */ phrases, /** @type {boolean} */ isIn, /** @type {number} */ cost) => (
      casesOf(phrases.map((places) => Array.from(places).filter((place) => known[place])), isIn, cost));
    return dangers.map((own) => {
      const close = [
        ...cases(own, true, COSTS.own),
        ...cases(own.map(withAnother), true, COSTS.joined),
        ...cases(alike, false, COSTS.harmless),
        ...cases(dangers.filter((each) => each !== own).flat(), false, COSTS.other),
      ];
      const first = weightsOf(close);
      const alikeIn = (/** @type {Set<number>[]} */ phrases) => (
        cases(phrases, false, 0).filter(({ places, values }) => decisions(first, places, values, 1)[0] > 0).length);
      const far = pages.filter((phrases) => alikeIn(phrases) <= ABOUT * phrases.length).flat();
      return learnt([...close, ...cases(far, false, COSTS.other)], FEATURES);
    });
  }

  return { fitted };
})();

if (typeof module === "object") module.exports = dangerFit;
