"use strict";
// Trains the classifiers of danger.js, which generalize from the examples. Pure; the build runs it.
//
// Each danger has a linear classifier (linear_svm.js). Its examples are positive. Negative are phrases that only
// look like one, examples of other dangers, phrasings of pages (docs/_data/asked), and unrelated queries
// (docs/_data/unrelated.yml). Some phrasings come from people in danger and must not be negative: a first fit
// without phrasings leaves out every page of whose phrasings it takes more than a share of MAX_POSITIVE_SHARE for
// examples, and every other phrasing with a score of POSITIVE_SCORE. Because people write about several things at once,
// each example is also used JOINED times together with some phrasing. Features with a small weight, and all but the
// MAX_FEATURES heaviest ones, are then dropped, and the others are fitted again.

const dangerFit = (() => {
  const isModule = typeof require === "function";
  const { BUCKETS, bucketsOf } = isModule ? require("./query_features.js") : queryFeatures;
  const { encode } = isModule ? require("./number_codec.js") : numberCodec;
  const { decisions, train } = isModule ? require("./linear_svm.js") : linearSvm;

  const COSTS = { own: 1, joined: 0.3, harmless: 1, other: 0.25, asked: 0.15, unrelated: 0.1 }; // of a wrong class
  const MAX_ASKED_COST = 4400; // maximum cost of all phrasings together: their number must not outweigh the examples
  const JOINED = 6;
  const MAX_POSITIVE_SHARE = 0.2;
  const POSITIVE_SCORE = 1.5; // minimum score of a phrasing that is certainly about the danger
  const ROUNDS = 12;
  const MIN_WEIGHT = 0.08; // weight below which a feature is dropped
  const MAX_FEATURES = 4000; // features that are kept, the weightiest: a search loads them with its first word
  const UNIT = 12; // the integer that stands for a weight of 1
  const STEP = 7919; // distance between the phrasings that are joined to successive examples; a prime number

  const ones = (/** @type {Uint16Array} */ places) => new Uint8Array(places.length).fill(1);

  /**
   * @param {Float64Array} weights
   * @returns {DangerWeights}
   */
  function encodeWeights(weights) {
    const rounded = Array.from(weights, (weight) => Math.round(weight * UNIT));
    const bias = rounded[BUCKETS];
    const places = Array.from({ length: BUCKETS }, (_, place) => place).filter((place) => rounded[place]);
    return {
      unit: UNIT,
      bias,
      steps: places.map((place, i) => encode(place - (i ? places[i - 1] : 0))).join(""),
      weights: places.map((place) => encode(2 * Math.abs(rounded[place]) + Number(rounded[place] < 0))).join(""),
    };
  }

  /**
   * The weights of each danger, in their order.
   *
   * @param {{ examples: string[][], harmless: string[], asked: string[][], unrelated: string[] }} given examples by
   *     danger; phrases that are harmless; by page, what people type who want it; and what those type who want
   *     something else.
   * @returns {DangerWeights[]}
   */
  function trainDangers({ examples, harmless, asked, unrelated }) {
    const read = (/** @type {string[]} */ texts) => texts.map((text) => Uint16Array.from(bucketsOf(text)));
    const [dangers, alike, pages, elsewhere] = [examples.map(read), read(harmless), asked.map(read), read(unrelated)];
    const known = new Uint8Array(BUCKETS); // features in an example or a harmless phrase; others are not used
    for (const places of [...dangers.flat(), ...alike]) for (const place of places) known[place] = 1;
    const phrasings = pages.flat();
    const withAnother = (/** @type {Uint16Array} */ places, /** @type {number} */ i) => (
      Uint16Array.from(new Set([...places, ...phrasings[(i * STEP) % phrasings.length] ?? []])));
    const cases = (/** @type {Uint16Array[]} */ texts, /** @type {boolean} */ isIn, /** @type {number} */ cost) => (
      texts.map((all) => {
        const places = all.filter((place) => known[place]);
        return { places, values: ones(places), group: isIn ? 0 : -1, cost, elsewhere: [cost] };
      }));
    return dangers.map((own) => {
      const base = [
        ...cases(own, true, COSTS.own),
        ...cases(Array.from({ length: JOINED }, () => own).flat().map(withAnother), true, COSTS.joined),
        ...cases(alike, false, COSTS.harmless),
        ...cases(dangers.filter((each) => each !== own).flat(), false, COSTS.other),
      ];
      const first = train(base, BUCKETS, 1, ROUNDS);
      const scoreOf = (/** @type {Uint16Array} */ places) => {
        const features = places.filter((place) => known[place]);
        return decisions(first, features, ones(features), 1)[0];
      };
      const negatives = pages.filter((texts) => texts.filter((each) => scoreOf(each) > 0).length <= MAX_POSITIVE_SHARE * texts.length)
        .flat().filter((each) => scoreOf(each) < POSITIVE_SCORE);
      const asking = Math.min(COSTS.asked, MAX_ASKED_COST / negatives.length);
      const all = [...base, ...cases(negatives, false, asking), ...cases(elsewhere, false, COSTS.unrelated)];
      const second = train(all, BUCKETS, 1, ROUNDS);
      const least = Math.max(MIN_WEIGHT, second.slice(0, BUCKETS).map(Math.abs).sort().at(-MAX_FEATURES) ?? 0);
      const kept = all.map(({ places: before, ...rest }) => {
        const places = before.filter((place) => Math.abs(second[place]) >= least);
        return { ...rest, places, values: ones(places) };
      });
      return encodeWeights(train(kept, BUCKETS, 1, ROUNDS));
    });
  }

  return { trainDangers };
})();

if (typeof module === "object") module.exports = dangerFit;
