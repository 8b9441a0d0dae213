"use strict";
// Decides whether any page answers a query, so that the search can say that nothing is found. Pure.
//
// A query has an answer if one section contains nearly all of it (a heading, a name, a term, or the typed beginning of
// one), if nearly all of its words have synonyms on this site, or if it is as long as a story: people tell a story only
// about what the site is for. Otherwise a logistic regression of two features decides: `related`, how unlike the
// unrelated queries it is, and `topVote`, the highest number of votes of a page (both: page_classifier.js). It has
// other weights for languages without spaces between words than for the rest; `python -m bench.fit_nothing` fits and
// prints them. A site with few or no unrelated queries uses `topVote` and `pageShare`, the share of a query that one
// page contains.
//
// A query without a word in the script of the language (romaji, or another language) has a meaningless `related`:
// one section has to contain half of it, or half of its words must have synonyms, or `topVote` has to be high (the
// name of a program).

const noResults = (() => {
  const SETTINGS = {
    pairs: { related: 4.351, topVote: 1.558, threshold: -0.1798 }, // in languages without spaces
    words: { related: 4.838, topVote: 1.844, threshold: 0.9779 }, // in the others
    whole: 0.9, // minimum of `sectionShare` or `synonymShare` that counts as nearly all of a query
    enough: 0.2, // minimum sum of `pageShare` and `topVote` on a site without unrelated queries
    story: { pairs: 25, words: 60 }, // minimum length of a query that tells a story, in characters
    foreign: 0.5, // minimum sum of `sectionShare` and `synonymShare` for a query in another script ...
    sure: 1, // ... or minimum `topVote`: what phrasings of a page get for that page
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
   * The features of a query, each a share from 0 to 1 or a score: `related`; `sectionShare`, what the best section
   * contains of it; `pageShare`, what the best page contains; `topVote`; `synonymShare`, the share of words with
   * synonyms.
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
    let synonymShare = 0;
    for (const { weight, hasSynonyms, ids, shares } of matched) {
      const worth = weight * Math.log((sections + 1) / (ids.length + 0.5));
      whole += worth;
      weights += weight;
      if (hasSynonyms) synonymShare += weight;
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
      sectionShare: whole ? most(bySection.values()) / whole : 0,
      pageShare: weights ? most(byPage.values()) / weights : 0,
      topVote: most(votes),
      synonymShare: weights ? synonymShare / weights : 0,
    };
  }

  /**
   * Whether one section contains nearly all of a query, or the site has synonyms for nearly all of its words.
   *
   * @param {Pick<Features, "sectionShare" | "synonymShare">} features
   */
  function containsNearlyAll({ sectionShare, synonymShare }, settings = SETTINGS) {
    return Math.max(sectionShare, synonymShare) >= settings.whole;
  }

  /**
   * Whether a match for a query from a page in another language is a coincidence: no section contains enough of it,
   * and it is in another script than this language, or the site lists no unrelated queries to compare it with.
   *
   * @param {Features} features
   * @param {{ kind: Writing, isForeign: boolean }} writing as hasAnswer() takes it.
   */
  function isChanceMatch(features, { kind, isForeign }, settings = SETTINGS) {
    if (!kind) return features.sectionShare + features.synonymShare < settings.foreign;
    return isForeign && !containsNearlyAll(features, settings);
  }

  /**
   * Whether some page answers a query with these features.
   *
   * @param {Features} features
   * @param {object} writing
   * @param {Writing} writing.kind how the language is written; "" on a site that lists nothing unrelated.
   * @param {boolean} [writing.isForeign] whether the whole query is in another script.
   * @param {number} [writing.length] of the query, in characters.
   */
  function hasAnswer({ related, sectionShare, pageShare, topVote, synonymShare }, { kind, isForeign = false, length = 0 }, settings = SETTINGS) {
    if (containsNearlyAll({ sectionShare, synonymShare }, settings)) return true;
    if (!kind) return pageShare + topVote >= settings.enough;
    if (isForeign && sectionShare + synonymShare < settings.foreign && topVote < settings.sure) return false;
    if (length >= settings.story[kind]) return true;
    const own = settings[kind];
    return own.related * related + own.topVote * topVote >= own.threshold;
  }

  return { SETTINGS, featuresOf, hasAnswer, isChanceMatch };
})();

if (typeof module === "object") module.exports = noResults;
