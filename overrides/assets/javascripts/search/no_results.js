"use strict";
// Decides whether any page answers a query, so that the search can say that nothing is found. Pure.
//
// A query fits if one section contains nearly all of it (a heading, a name, a term, or the typed beginning of one),
// if nearly all of its words have synonyms on this site, or if it is as long as a story: people tell a story only
// about what the site is for. Otherwise a logistic regression of two features decides: `related`, how unlike the
// unrelated queries it is, and `heard`, the highest number of votes of a page (both: page_classifier.js). It has other
// weights for languages without spaces between words than for the rest; `python -m bench.fit_nothing` fits and prints
// them. A site with few or no unrelated queries uses `heard` and `held`, the share of a query that one page contains.
//
// A query without a word in the script of the language (romaji, or another language) has a meaningless `related`:
// one section has to contain half of it, or half of its words must have synonyms, or `heard` has to be high (the name
// of a program).

const noResults = (() => {
  const SETTINGS = {
    pairs: { related: 5.8, heard: 2.816, least: -0.2876 }, // in languages without spaces
    words: { related: 4.97, heard: 3.002, least: 1.807 }, // in the others
    whole: 0.9, // minimum of `passage` or `named` that counts as nearly all of a query
    enough: 0.2, // minimum sum of `held` and `heard` on a site without unrelated queries
    story: { pairs: 40, words: 100 }, // minimum length of a query that tells a story, in characters
    foreign: 0.5, // minimum sum of `passage` and `named` for a query in another script ...
    sure: 1, // ... or minimum `heard`: what phrasings of a page get for that page
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
   * The features of a query, each a share from 0 to 1 or a score: `related`; `passage`, what the best section contains
   * of it; `held`, what the best page contains; `heard`; `named`, the share of words with synonyms.
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
   * Whether a match for a query from a page in another language is a coincidence: no section contains enough of it,
   * and it is in another script than this language, or the site lists no unrelated queries to compare it with.
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
   * @param {boolean} [writing.isForeign] whether the whole query is in another script.
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

if (typeof module === "object") module.exports = noResults;
