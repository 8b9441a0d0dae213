"use strict";
// Decides whether anything on the site fits a query, so that the search can say when nothing does. Pure.
//
// A query fits if one section contains nearly all of it (a heading, a name, a term, or the beginning of one
// that is being typed), or if it is made of words that this site has synonyms for. So does a query as long as a
// story: nobody tells a story to find something else. In between, two features decide: `related`, how little it
// sounds like what people type who want something else (asked.js), and `heard`, the votes of the phrasings of
// docs/_data/asked for one page. Their weights are a logistic regression, one for languages without spaces between
// words and one for the others: `python -m bench.fit_nothing` fits them again and prints them. A site that lists
// little or nothing unrelated goes by `held`, the share of a query that one page contains, and `heard` alone. A
// query without a word in the writing of the language (Japanese in Latin letters, or another language) sounds like
// nothing here: one section has to contain half of it, or it has to consist of words with synonyms by half, or the
// phrasings have to know it (the name of a program).

const fits = (() => {
  const SETTINGS = {
    pairs: { related: 5.8, heard: 2.816, least: -0.2876 }, // in languages without spaces
    words: { related: 4.97, heard: 3.002, least: 1.807 }, // in the others
    whole: 0.9, // share of a query in one section, or of words with synonyms, from which on it is nearly all
    enough: 0.2, // `held` and `heard` that are enough where nothing tells what is related
    story: { pairs: 40, words: 100 }, // characters of a query that tells a story
    foreign: 0.5, // least `passage` and share of words with synonyms, in sum, in another writing ...
    sure: 1, // ... or least `heard`: as much as the phrasings of a page get themselves
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
    return {
      related,
      passage: whole ? most(bySection.values()) / whole : 0,
      held: weights ? most(byPage.values()) / weights : 0,
      heard: most(votes),
      named: weights ? named / weights : 0,
    };
  }

  /**
   * Whether one section contains nearly all of a query, or the site has synonyms for nearly all of its words.
   *
   * @param {Pick<Features, "passage" | "named">} features
   */
  function isHeld({ passage, named }, settings = SETTINGS) {
    return Math.max(passage, named) >= settings.whole;
  }

  /**
   * Whether a query is found by chance, if it is asked on the pages of another language: it is not written like this
   * one, or nothing tells what else people type in this one, and no section contains enough of it.
   *
   * @param {Features} features
   * @param {{ kind: Writing, isForeign: boolean }} writing as of fits().
   */
  function isByChance(features, { kind, isForeign }, settings = SETTINGS) {
    if (!kind) return features.passage + features.named < settings.foreign;
    return isForeign && !isHeld(features, settings);
  }

  /**
   * Whether a query with these features fits.
   *
   * @param {Features} features
   * @param {object} writing
   * @param {Writing} writing.kind how the language is written; "" on a site that lists nothing unrelated.
   * @param {boolean} [writing.isForeign] whether no word of the query is written like that.
   * @param {number} [writing.length] of the query, in characters.
   */
  function fits({ related, passage, held, heard, named }, { kind, isForeign = false, length = 0 }, settings = SETTINGS) {
    if (isHeld({ passage, named }, settings)) return true;
    if (!kind) return held + heard >= settings.enough;
    if (isForeign && passage + named < settings.foreign && heard < settings.sure) return false;
    if (length >= settings.story[kind]) return true;
    const own = settings[kind];
    return own.related * related + own.heard * heard >= own.least;
  }

  return { SETTINGS, featuresOf, fits, isByChance };
})();

if (typeof module === "object") module.exports = fits;
