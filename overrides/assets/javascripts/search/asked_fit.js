"use strict";
// Learns from the phrasings of docs/_data/asked which parts of a query speak for which page, and which against
// it. Pure; the build runs it.
//
// A linear separation (separation.js) tells the phrasings of each page from those of all others: on queries and
// phrasings left out it finds more than the nearest phrasings do. What people type who want something else
// (docs/_data/unrelated.yml) counts like the phrasings of one more page. The least weights are left out and the
// others rounded: a reader's phone loads them.

const askedFit = (() => {
  const isModule = typeof require === "function";
  const { PAIRED, folded } = isModule ? require("./analyzer.js") : analyzer;
  const { levelOf, partsOf, rarityOf } = isModule ? require("./asked.js") : asked;
  const { groupsIn } = isModule ? require("./query.js") : query;
  const { separated } = isModule ? require("./separation.js") : separation;

  // Of missing a text in its own group, of taking it for one of another page, and for an unrelated one: to hide
  // an answer is worst.
  const COSTS = { own: 2, page: 0.2, unrelated: 0.8 };
  const ENOUGH = 100; // minimum number of unrelated texts: fewer do not tell what else people type
  const ROUNDS = 8;
  const KEPT = { own: 3.2, borrowed: 1 }; // weights that are kept for each text
  const LEAST_KEPT = 2000; // of few texts
  const DIGITS = 3;

  /**
   * What is learnt: null and no parts without phrasings.
   *
   * @param {Pick<SearchIndex, "asked" | "unrelated" | "isBorrowed">} given
   * @param {Thesaurus} known
   * @returns {{ learnt: LearntPhrasings | null, parts: Map<string, AskedPart> }}
   */
  function fitted({ asked: texts, unrelated, isBorrowed }, known) {
    const groups = [...texts, unrelated.length < ENOUGH ? [] : unrelated];
    const all = groups.flatMap((own, group) => own.map((text) => ({ text: folded(text), group })));
    const phrasings = all.filter(({ group }) => group < texts.length);
    if (!phrasings.length) return { learnt: null, parts: new Map() };
    const found = all.map(({ text }) => partsOf(text, groupsIn(text, known)));
    const keys = Array.from(new Set(found.flatMap((parts) => [...parts.keys()])));
    const places = new Map(keys.map((key, place) => [key, place]));
    const counts = countsIn(found.slice(0, phrasings.length), places);
    const rarities = Float64Array.from(counts, (count) => rarityOf(phrasings.length, count));
    const elsewhere = groups.map((_, group) => (group < texts.length ? COSTS.page : COSTS.unrelated));
    const cases = found.map((parts, i) => {
      const own = Int32Array.from(parts.keys(), (key) => places.get(key) ?? 0);
      const values = Float64Array.from(parts.values(), (weight, k) => weight * rarities[own[k]]);
      const length = Math.hypot(...values) || 1;
      return { places: own, values: values.map((value) => value / length), group: all[i].group, cost: COSTS.own, elsewhere };
    });
    const weights = separated(cases, keys.length, groups.length, ROUNDS);
    const biases = groups.map((own, group) => (
      own.length ? Number(weights[keys.length * groups.length + group].toFixed(DIGITS)) : null));
    const rest = weights.subarray(0, keys.length * groups.length);
    const most = Math.max(LEAST_KEPT, Math.round((isBorrowed ? KEPT.borrowed : KEPT.own) * all.length));
    const { step, parts } = partsFrom(rest, { keys, counts, rarities, groups: groups.length, most });
    const paired = phrasings.filter(({ text }) => PAIRED.test(text)).length;
    /** @type {Writing} */
    const kind = paired > phrasings.length / 2 ? "pairs" : "words";
    const learnt = { kind, phrasings: phrasings.length, step, biases: biases.slice(0, -1), unrelated: biases[texts.length] };
    return { learnt, parts };
  }

  /**
   * In how many texts each part is.
   *
   * @param {Map<string, number>[]} texts
   * @param {Map<string, number>} places
   */
  function countsIn(texts, places) {
    const counts = new Int32Array(places.size);
    for (const parts of texts) for (const key of parts.keys()) counts[places.get(key) ?? 0] += 1;
    return counts;
  }

  /**
   * The greatest weights, as levels, by part; a part that many texts have counts more.
   *
   * @param {Float64Array} weights by place, then by group.
   * @param {object} given
   * @param {string[]} given.keys of the parts, by place.
   * @param {Int32Array} given.counts
   * @param {Float64Array} given.rarities
   * @param {number} given.groups
   * @param {number} given.most how many weights are kept.
   */
  function partsFrom(weights, { keys, counts, rarities, groups, most }) {
    const factors = rarities.map((rarity, place) => rarity * Math.sqrt(counts[place] || 1));
    const worths = weights.map((weight, i) => Math.abs(weight) * factors[Math.floor(i / groups)]);
    const least = Float64Array.from(worths).sort()[Math.max(0, worths.length - most)];
    const step = Number(weights.reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 0).toPrecision(DIGITS));
    /** @type {Map<string, AskedPart>} */
    const parts = new Map();
    keys.forEach((key, place) => {
      /** @type {AskedPart} */
      const part = { count: counts[place], pages: [], levels: [] };
      for (let group = 0; group < groups; group += 1) {
        const i = place * groups + group;
        const level = levelOf(weights[i], step);
        if (!level || worths[i] < least) continue;
        part.pages.push(group);
        part.levels.push(level);
      }
      if (part.pages.length) parts.set(key, part);
    });
    return { step, parts };
  }

  return { fitted };
})();

if (typeof module === "object") module.exports = askedFit;
