"use strict";
// Decides whether anything on the site fits a query, so that the search can say when nothing does. Pure.
//
// A query fits if one section contains all of it (a heading, a name, a term, or the beginning of one that
// is being typed), or if it is nearly a phrasing of docs/_data/asked. In between, two features decide:
// `closeness`, how near the phrasings of one page are (its votes), times the root of the share of the query
// that this page contains, times how common the parts of the query are among all phrasings; and `rarest`,
// the logarithm of the number of sections with the query's rarest word: a word that the site does not know
// speaks against the query. It fits if `closeness` and SETTINGS' `rarest` times `rarest` add up to `least`.
// A share counts rare words more. The numbers are a logistic regression, one for languages without spaces
// between words and one for the others: `python -m bench.fit_nothing` fits them again and prints them.

const fits = (() => {
  const SETTINGS = {
    pairs: { rarest: 0.0403, least: 0.0124 }, // in languages without spaces
    words: { rarest: 0.0467, least: 0.0372 }, // in the others
    whole: 0.999, // share of a query in one section from which on the section contains all of it
    heard: 0.85, // votes from which on a query is nearly a phrasing
    enough: 0.2, // share of a query on one page, rare words or not, that is enough without phrasings
  };
  const MEANING = 0.28; // minimum weight of a term that carries meaning, above that of grammar
  const UNKNOWN = 1.5; // `rarest` of a query without such a term

  const most = (/** @type {Iterable<number>} */ values) => Math.max(0, ...values);

  /**
   * Add to the number of a key in a map.
   *
   * @param {Map<number, number>} sums
   * @param {number} key
   * @param {number} value
   */
  function add(sums, key, value) {
    sums.set(key, (sums.get(key) || 0) + value);
  }

  /**
   * What speaks for and against a query: `{ passage, held, closeness, rarest, heard }`.
   *
   * @param {object} given
   * @param {MatchedConcept[]} given.matched the concepts of the query.
   * @param {number[]} given.nearest votes of the nearest phrasings, by page.
   * @param {number} given.familiarity how common the parts of the query are among the phrasings.
   * @param {(section: number) => number} given.pageOf
   * @param {(term: string) => number} given.count the number of sections with a term.
   * @param {number} given.sections the number of all sections.
   * @returns {Features}
   */
  function featuresOf({ matched, nearest, familiarity, pageOf, count, sections }) {
    /** @type {Map<number, number>} */
    const bySection = new Map();
    /** @type {Map<number, number>} */
    const byPage = new Map();
    /** @type {Map<number, number>} */
    const plain = new Map(); // by page, the weight of what it contains of the query
    let whole = 0;
    let weights = 0;
    let rarest = Infinity;
    for (const { terms, weight, ids, shares } of matched) {
      const worth = weight * Math.log((sections + 1) / (ids.length + 0.5));
      whole += worth;
      weights += weight;
      /** @type {Map<number, number>} */
      const best = new Map();
      ids.forEach((id, i) => {
        add(bySection, id, worth * shares[i]);
        best.set(pageOf(id), Math.max(best.get(pageOf(id)) || 0, shares[i]));
      });
      for (const [page, share] of best) {
        add(byPage, page, worth * share);
        add(plain, page, weight * share);
      }
      for (const term of terms) {
        const isBegun = term.isLast && !count(term.term) && ids.length > 0;
        if (term.weight <= MEANING || /^\d+$/.test(term.term) || isBegun) continue;
        rarest = Math.min(rarest, Math.log1p(terms.length > 1 ? ids.length : count(term.term)));
      }
    }
    const near = Array.from(byPage, ([page, share]) => (nearest[page] || 0) * Math.sqrt(share / whole));
    return {
      passage: whole ? most(bySection.values()) / whole : 0,
      held: weights ? most(plain.values()) / weights : 0,
      closeness: most(near) * familiarity,
      rarest: rarest === Infinity ? UNKNOWN : rarest,
      heard: most(nearest),
    };
  }

  /**
   * Whether a query with these features fits.
   *
   * @param {Features} features
   * @param {Writing} kind how the language is written; "" on a site without phrasings.
   */
  function fits({ passage, held, closeness, rarest, heard }, kind, settings = SETTINGS) {
    if (passage >= settings.whole || heard >= settings.heard) return true;
    if (!kind) return held >= settings.enough;
    return closeness + settings[kind].rarest * rarest >= settings[kind].least;
  }

  return { SETTINGS, featuresOf, fits };
})();

if (typeof module === "object") module.exports = fits;
