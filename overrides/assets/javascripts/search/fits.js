"use strict";
// Decides whether anything on the site fits a query, so that the search can say when nothing does. Pure.
//
// A query fits if one section contains nearly all of it (a heading, a name, a term, or the beginning of one
// that is being typed), if it is made of words that this site has synonyms for, or if it is nearly a phrasing of
// docs/_data/asked. In between, five features
// decide: `related`, how little it sounds like what people type who want something else (asked.js); `passage`,
// the share of it that one section contains, rare words counting more; `held`, the share that one page contains;
// `heard`, the votes of the phrasings for one page; and `both`, the product of these two, as either alone may
// come from one common word. Their weights are a logistic regression, one for languages without spaces between
// words and one for the others: `python -m bench.fit_nothing` fits them again and prints them. A site that lists nothing unrelated goes by `held` and `heard` alone. A query without
// a word in the writing of the language (Japanese in Latin letters, or another language) sounds like nothing
// here: one section has to contain half of it, or it has to consist of words with synonyms by half.

const fits = (() => {
  const SETTINGS = {
    pairs: { related: 8.153, passage: 2.383, held: -0.05793, heard: 1.693, both: -1.446, least: -0.4533 }, // in languages without spaces
    words: { related: 4.427, passage: -0.5664, held: 1.403, heard: -0.6969, both: 3.23, least: 0.5927 }, // in the others
    heard: 1.5, // votes from which on a query is nearly a phrasing
    whole: 0.86, // share of a query in one section, or of words with synonyms, from which on it is nearly all
    enough: 0.2, // `held` and `heard` that are enough where nothing tells what is related
    foreign: 0.5, // least `passage` and share of words with synonyms, in sum, in another writing
  };

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
   * What speaks for and against a query.
   *
   * @param {object} given
   * @param {MatchedConcept[]} given.matched the concepts of the query.
   * @param {number[]} given.votes of the phrasings, by page.
   * @param {number} given.related
   * @param {(section: number) => number} given.pageOf
   * @param {number} given.sections the number of all sections.
   * @returns {Features}
   */
  function featuresOf({ matched, votes, related, pageOf, sections }) {
    /** @type {Map<number, number>} */
    const bySection = new Map();
    /** @type {Map<number, number>} */
    const byPage = new Map(); // the weight of what a page contains of the query
    let whole = 0;
    let weights = 0;
    let named = 0;
    for (const { weight, isNamed, ids, shares } of matched) {
      const worth = weight * Math.log((sections + 1) / (ids.length + 0.5));
      whole += worth;
      weights += weight;
      if (isNamed) named += weight;
      /** @type {Map<number, number>} */
      const best = new Map();
      ids.forEach((id, i) => {
        add(bySection, id, worth * shares[i]);
        best.set(pageOf(id), Math.max(best.get(pageOf(id)) || 0, shares[i]));
      });
      for (const [page, share] of best) add(byPage, page, weight * share);
    }
    const held = weights ? most(byPage.values()) / weights : 0;
    const heard = most(votes);
    return {
      related,
      passage: whole ? most(bySection.values()) / whole : 0,
      held,
      heard,
      both: held * heard,
      named: weights ? named / weights : 0,
    };
  }

  /**
   * Whether a query with these features fits.
   *
   * @param {Features} features
   * @param {object} writing
   * @param {Writing} writing.kind how the language is written; "" on a site that lists nothing unrelated.
   * @param {boolean} [writing.isForeign] whether no word of the query is written like that.
   */
  function fits({ related, passage, held, heard, both, named }, { kind, isForeign = false }, settings = SETTINGS) {
    if (Math.max(passage, named) >= settings.whole || heard >= settings.heard) return true;
    if (!kind) return held + heard >= settings.enough;
    if (isForeign && passage + named < settings.foreign) return false;
    const own = settings[kind];
    return own.related * related + own.passage * passage + own.held * held + own.heard * heard + own.both * both >= own.least;
  }

  return { SETTINGS, featuresOf, fits };
})();

if (typeof module === "object") module.exports = fits;
