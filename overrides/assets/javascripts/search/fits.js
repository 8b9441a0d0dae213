"use strict";
// Decides whether anything on the site fits a query, so that the search can say when nothing does. Pure.
//
// A query fits if one section contains all of it (a heading, a name, a term, or the beginning of one that
// is being typed), or if it is nearly a phrasing of docs/_data/asked. In between, four features add up:
// `heard`, the votes of the phrasings of one page; `held`, the share of the query that one page contains;
// `rarest`, the logarithm of the number of sections with the query's rarest word: a word that the site does
// not know speaks against the query; and `elsewhere`, how sure the query is one of those that want something
// else than this site has (elsewhere_fit.js). Their weights are a logistic regression, one for languages
// without spaces between words and one for the others: `python -m bench.fit_nothing` fits them again and
// prints them.

const fits = (() => {
  const SETTINGS = {
    pairs: { heard: 3.38, held: 1.85, rarest: 0.30, elsewhere: -2.04, least: 1.53 }, // in languages without spaces
    words: { heard: 1.28, held: 1.08, rarest: 0.19, elsewhere: -2.22, least: 0.04 }, // in the others
    whole: 0.999, // share of a query in one section from which on the section contains all of it
    heard: 0.85, // votes from which on a query is nearly a phrasing
    foreign: 0.5, // `elsewhere` from which on a section that contains all of it is not enough
    enough: 0.2, // share of a query on one page, rare words or not, that is enough without phrasings
  };
  const MEANING = 0.28; // minimum weight of a term that carries meaning, above that of grammar
  const UNKNOWN = 1.5; // `rarest` of a query without such a term

  const most = (values) => Math.max(0, ...values);

  /** Add to the number of a key in a map. */
  function add(sums, key, value) {
    sums.set(key, (sums.get(key) || 0) + value);
  }

  /**
   * What speaks for and against a query: `{ passage, held, rarest, elsewhere, heard }`.
   *
   * @param matched the concepts of the query: `{ terms, weight, ids, shares }`; `terms` as typed, `ids` the
   *     sections that match, `shares` how much of the concept each contains.
   * @param nearest votes of the nearest phrasings, by page.
   * @param elsewhere how sure the query wants something that no page has.
   * @param pageOf a function from a section to its page.
   * @param count a function from a term to the number of sections with it.
   * @param sections the number of all sections.
   */
  function featuresOf({ matched, nearest, elsewhere, pageOf, count, sections }) {
    const bySection = new Map();
    const byPage = new Map(); // page -> weight of what it contains of the query
    let whole = 0;
    let weights = 0;
    let rarest = Infinity;
    for (const { terms, weight, ids, shares } of matched) {
      const worth = weight * Math.log((sections + 1) / (ids.length + 0.5));
      whole += worth;
      weights += weight;
      const best = new Map();
      ids.forEach((id, i) => {
        add(bySection, id, worth * shares[i]);
        best.set(pageOf(id), Math.max(best.get(pageOf(id)) || 0, shares[i]));
      });
      for (const [page, share] of best) add(byPage, page, weight * share);
      for (const term of terms) {
        const isBegun = term.isLast && !count(term.term) && ids.length > 0;
        if (term.weight <= MEANING || /^\d+$/.test(term.term) || isBegun) continue;
        rarest = Math.min(rarest, Math.log1p(terms.length > 1 ? ids.length : count(term.term)));
      }
    }
    return {
      passage: whole ? most(bySection.values()) / whole : 0,
      held: weights ? most(byPage.values()) / weights : 0,
      rarest: rarest === Infinity ? UNKNOWN : rarest,
      elsewhere,
      heard: most(nearest),
    };
  }

  /**
   * Whether a query with these features fits.
   *
   * @param kind "pairs" or "words", as the language is written; "" on a site without phrasings.
   */
  function fits({ passage, held, rarest, elsewhere, heard }, kind, settings = SETTINGS) {
    if (heard >= settings.heard) return true;
    if (passage >= settings.whole && elsewhere < settings.foreign) return true;
    if (!kind) return held >= settings.enough;
    const own = settings[kind];
    return own.heard * heard + own.held * held + own.rarest * rarest + own.elsewhere * elsewhere >= own.least;
  }

  return { SETTINGS, featuresOf, fits };
})();

if (typeof module === "object") module.exports = fits;
