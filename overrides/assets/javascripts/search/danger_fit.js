"use strict";
// Weighs the parts of the examples of danger.js, so that a query that no example equals is recognised
// too. Pure; the build runs it.
//
// For each danger a linear support vector machine (L2 loss, fitted by dual coordinate descent after
// Hsieh and others, ICML 2008) tells its examples from all that is harmless: the phrases that only look
// like one, the examples of other dangers, and what people type who want a page (docs/_data/asked).
// Some pages are about the danger itself: one of whose phrasings more than ABOUT sound like the
// examples is left out. People tell of more than one thing: each example counts once more together with
// a phrasing of any page. Parts with little weight are dropped, and the others fitted again.

/** @typedef {{ places: Uint16Array, sign: 1 | -1, cost: number }} Case */

const dangerFit = (() => {
  const isModule = typeof require === "function";
  const { PLACES, placesOf } = isModule ? require("./danger.js") : danger;

  const COSTS = { own: 1, joined: 0.3, harmless: 1, other: 0.3 }; // of a phrase on the wrong side
  const ABOUT = 0.2;
  const ROUNDS = 10;
  const LITTLE = 0.08; // weight below which a part is dropped
  const UNIT = 20; // a weight of 1 as it is written: whole numbers
  const STRIDE = 7919; // the order of the cases: a prime, so that each is visited once a round

  /**
   * The weights by place, and the bias behind them, that tell cases with sign 1 from those with -1.
   *
   * @param {Case[]} cases
   */
  function separated(cases) {
    const weights = new Float64Array(PLACES + 1);
    const duals = new Float64Array(cases.length);
    const stride = cases.length % STRIDE ? STRIDE : 1;
    for (let turn = 0; turn < ROUNDS * cases.length; turn += 1) {
      const i = (turn * stride) % cases.length;
      const { places, sign, cost } = cases[i];
      const slack = 1 / (2 * cost);
      const gradient = sign * scoreOf(weights, places) - 1 + slack * duals[i];
      const dual = Math.max(0, duals[i] - gradient / (places.length + 1 + slack));
      const change = (dual - duals[i]) * sign;
      duals[i] = dual;
      if (!change) continue;
      for (const place of places) weights[place] += change;
      weights[PLACES] += change;
    }
    return weights;
  }

  /**
   * @param {Float64Array} weights
   * @param {Uint16Array} places
   */
  function scoreOf(weights, places) {
    let sum = weights[PLACES];
    for (const place of places) sum += weights[place];
    return sum;
  }

  /**
   * @param {Float64Array} weights
   * @returns {DangerWeights}
   */
  function written(weights) {
    const rounded = Array.from(weights, (weight) => Math.round(weight * UNIT));
    const bias = rounded[PLACES];
    const places = Array.from({ length: PLACES }, (_, place) => place).filter((place) => rounded[place]);
    return {
      unit: UNIT,
      bias,
      steps: places.map((place, i) => place - (i ? places[i - 1] : 0)),
      weights: places.map((place) => rounded[place]),
    };
  }

  /**
   * The weights of each danger, in their order.
   *
   * @param {{ examples: string[][], harmless: string[], asked: string[][] }} given examples by danger;
   *     phrases that are harmless; by page, what people type who want it.
   * @returns {DangerWeights[]}
   */
  function fitted({ examples, harmless, asked }) {
    const read = (/** @type {string[]} */ texts) => texts.map((text) => Uint16Array.from(placesOf(text)));
    const [dangers, alike, pages] = [examples.map(read), read(harmless), asked.map(read)];
    const known = new Uint8Array(PLACES); // parts that only phrasings of pages have say nothing
    for (const places of [...dangers.flat(), ...alike]) for (const place of places) known[place] = 1;
    const phrasings = pages.flat();
    const withAnother = (/** @type {Uint16Array} */ places, /** @type {number} */ i) => (
      Uint16Array.from(new Set([...places, ...phrasings[(i * STRIDE) % phrasings.length] ?? []])));
    const cases = (/** @type {Uint16Array[]} */ texts, /** @type {1 | -1} */ sign, /** @type {number} */ cost) => (
      texts.map((places) => ({ places: places.filter((place) => known[place]), sign, cost })));
    return dangers.map((own) => {
      const close = [
        ...cases(own, 1, COSTS.own),
        ...cases(own.map(withAnother), 1, COSTS.joined),
        ...cases(alike, -1, COSTS.harmless),
        ...cases(dangers.filter((each) => each !== own).flat(), -1, COSTS.other),
      ];
      const first = separated(close);
      const isAbout = (/** @type {Uint16Array[]} */ texts) => (
        texts.filter((places) => scoreOf(first, places.filter((place) => known[place])) > 0).length > ABOUT * texts.length);
      const all = [...close, ...cases(pages.filter((texts) => !isAbout(texts)).flat(), -1, COSTS.other)];
      const second = separated(all);
      return written(separated(all.map((each) => ({ ...each, places: each.places.filter((place) => Math.abs(second[place]) >= LITTLE) }))));
    });
  }

  return { fitted };
})();

if (typeof module === "object") module.exports = dangerFit;
