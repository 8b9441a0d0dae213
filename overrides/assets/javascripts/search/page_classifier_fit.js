"use strict";
// Trains the classifier of page_classifier.js on the phrasings of docs/_data/asked. Pure; the build runs it.
//
// Each page is a class of a linear classifier (linear_svm.js), and the unrelated queries (docs/_data/unrelated.yml)
// are one more: on held-out queries it does better than a search for the nearest phrasings. Phones load the weights,
// so a rough fit first selects the most useful ones; then these alone are fitted well, and quantized. The biases are
// those that fit the quantized weights best.

const pageClassifierFit = (() => {
  const isModule = typeof require === "function";
  const { PAIRED, folded } = isModule ? require("./analyzer.js") : analyzer;
  const { levelOf, textFeatures, rarityOf, weightOf } = isModule ? require("./page_classifier.js") : pageClassifier;
  const { groupsIn } = isModule ? require("./query.js") : query;
  const { fitBiases, train } = isModule ? require("./linear_svm.js") : linearSvm;

  // Costs of an error: a text is not put into its own group, is put into that of another page, or into that of the
  // unrelated ones. To hide an answer is worst.
  const COSTS = { own: 4, page: 0.2, unrelated: 0.8 };
  const MIN_UNRELATED = 100; // minimum number of unrelated texts: fewer are not representative, and are not used
  const ROUNDS = { rough: 4, fine: 8 };
  const KEPT = { own: 0.86, borrowed: 0.27 }; // weights that are kept for each text
  const MIN_KEPT = 2000; // minimum number of weights that are kept
  const COUNT_BASE = 1.5; // counts are rounded to powers of this number: few different values compress better
  const DIGITS = 3;

  /**
   * Train the classifier. Without phrasings, `model` is null and `features` is empty.
   *
   * @param {Pick<SearchIndex, "asked" | "unrelated" | "isBorrowed">} given
   * @param {Thesaurus} synonyms
   * @returns {{ model: PhrasingModel | null, features: Map<string, FeatureWeights> }}
   */
  function trainClassifier({ asked: texts, unrelated, isBorrowed }, synonyms) {
    const groups = [...texts, unrelated.length < MIN_UNRELATED ? [] : unrelated];
    const all = groups.flatMap((own, group) => own.map((text) => ({ text: folded(text), group })));
    const phrasings = all.filter(({ group }) => group < texts.length);
    if (!phrasings.length) return { model: null, features: new Map() };
    const found = all.map(({ text }) => textFeatures(text, groupsIn(text, synonyms)));
    const keys = Array.from(new Set(found.flatMap((features) => [...features.keys()])));
    const places = new Map(keys.map((key, place) => [key, place]));
    const counts = countsIn(found.slice(0, phrasings.length), places);
    const rarities = Float64Array.from(counts, (count) => rarityOf(phrasings.length, count));
    const elsewhere = groups.map((_, group) => (group < texts.length ? COSTS.page : COSTS.unrelated));
    const casesBy = (/** @type {Float64Array} */ rareness) => found.map((features, i) => {
      const own = Int32Array.from(features.keys(), (key) => places.get(key) ?? 0);
      const values = Float64Array.from(features.values(), (weight, k) => weight * rareness[own[k]]);
      const length = Math.hypot(...values) || 1;
      return { places: own, values: values.map((value) => value / length), group: all[i].group, cost: COSTS.own, elsewhere };
    });
    const rough = train(casesBy(rarities), keys.length, groups.length, ROUNDS.rough);
    const most = Math.max(MIN_KEPT, Math.round((isBorrowed ? KEPT.borrowed : KEPT.own) * all.length));
    const kept = keptOf(rough, { counts, rarities, groups: groups.length, most });
    // A feature without a weight is not published, so a browser treats it as if no phrasing had it.
    const known = rarities.map((rarity, place) => (kept[place].length ? rarity : rarityOf(phrasings.length, 0)));
    const cases = casesBy(known);
    const weights = train(cases, keys.length, groups.length, ROUNDS.fine, kept);
    const { step, features } = quantized(weights.subarray(0, -groups.length), { keys, counts, kept });
    const fitted = fitBiases(cases, sumsOf(cases, groups.length, keys.map((key) => features.get(key)), step), groups.length);
    const biases = groups.map((own, group) => (own.length ? Number(fitted[group].toFixed(DIGITS)) : null));
    const paired = phrasings.filter(({ text }) => PAIRED.test(text)).length;
    /** @type {Writing} */
    const kind = paired > phrasings.length / 2 ? "pairs" : "words";
    const model = { kind, phrasings: phrasings.length, step, biases: biases.slice(0, -1), unrelated: biases[texts.length] };
    return { model, features };
  }

  const roundedCount = (/** @type {number} */ count) => (
    count && Math.round(COUNT_BASE ** Math.round(Math.log(count) / Math.log(COUNT_BASE))));

  /**
   * The number of texts that contain each feature, rounded.
   *
   * @param {Map<string, number>[]} texts
   * @param {Map<string, number>} places
   */
  function countsIn(texts, places) {
    const counts = new Int32Array(places.size);
    for (const features of texts) for (const key of features.keys()) counts[places.get(key) ?? 0] += 1;
    return counts.map(roundedCount);
  }

  /**
   * By place, the groups whose weights are kept: the largest ones, after scaling up those of frequent features.
   *
   * @param {Float64Array} weights as train() returns them.
   * @param {object} given
   * @param {Int32Array} given.counts
   * @param {Float64Array} given.rarities
   * @param {number} given.groups
   * @param {number} given.most how many weights are kept.
   */
  function keptOf(weights, { counts, rarities, groups, most }) {
    const factors = rarities.map((rarity, place) => rarity * Math.sqrt(counts[place] || 1));
    const worths = weights.subarray(0, counts.length * groups).map((weight, i) => (
      Math.abs(weight) * factors[Math.floor(i / groups)]));
    const least = Float64Array.from(worths).sort()[Math.max(0, worths.length - most)];
    const every = Array.from({ length: groups }, (_, group) => group);
    return Array.from(counts, (_, place) => Int32Array.from(every.filter((group) => {
      const worth = worths[place * groups + group];
      return worth > 0 && worth >= least;
    })));
  }

  /**
   * Quantize the weights to levels, by feature.
   *
   * @param {Float64Array} weights by place, then by group.
   * @param {object} given
   * @param {string[]} given.keys of the features, by place.
   * @param {Int32Array} given.counts
   * @param {Int32Array[]} given.kept by place, the groups that have a weight.
   */
  function quantized(weights, { keys, counts, kept }) {
    let i = 0;
    const step = Number(weights.reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 0).toPrecision(DIGITS));
    /** @type {Map<string, FeatureWeights>} */
    const features = new Map();
    keys.forEach((key, place) => {
      /** @type {FeatureWeights} */
      const feature = { count: counts[place], pages: [], levels: [] };
      for (const group of kept[place]) {
        const level = levelOf(weights[i], step);
        i += 1;
        if (!level) continue;
        feature.pages.push(group);
        feature.levels.push(level);
      }
      if (feature.pages.length) features.set(key, feature);
    });
    return { step, features };
  }

  /**
   * The decisions of quantized weights without a bias, by case, then by group.
   *
   * @param {{ places: ArrayLike<number>, values: ArrayLike<number> }[]} cases
   * @param {number} groups number of groups.
   * @param {(FeatureWeights | undefined)[]} features by place.
   * @param {number} step
   */
  function sumsOf(cases, groups, features, step) {
    const sums = new Float64Array(cases.length * groups);
    cases.forEach(({ places, values }, i) => {
      for (let k = 0; k < places.length; k += 1) {
        features[places[k]]?.pages.forEach((group, at) => {
          sums[i * groups + group] += values[k] * weightOf(/** @type {FeatureWeights} */ (features[places[k]]).levels[at], step);
        });
      }
    });
    return sums;
  }

  return { trainClassifier };
})();

if (typeof module === "object") module.exports = pageClassifierFit;
