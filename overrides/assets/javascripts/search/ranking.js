"use strict";
// Ranks the pages and sections that match a query, from postings alone. Pure.
//
// The score of a page is the sum of two: how well its passages match the words of the query, divided by the best
// page's (0 to 1); and SETTINGS.votes times its votes from page_classifier.js, for phrasings like the query (0 to a
// little more than 2). A page with a heading that equals the query comes before all others. A page with the whole query
// in one section is moved up to the second or third place, if few pages have such a section, but not above one that the
// phrasings are sure of. Where postings cannot tell whether words are next to each other, answers.js reads the text.

/**
 * A page while it is ranked: the share of the query that it holds, a bonus for a heading that equals the
 * query, whether the phrasings are sure of it, and the scores of its sections.
 *
 * @typedef {{ page: number, share: number, score: number, exact: number, isSure: boolean, sections: Map<number, number> }} Entry
 */

const ranking = (() => {
  const isModule = typeof require === "function";
  const { Concepts, termsOf, highlightOf } = isModule ? require("./concepts.js") : concepts;
  const { featuresOf, hasAnswer, isChanceMatch } = isModule ? require("./no_results.js") : noResults;
  const { keyOfGroup, keyOfHeading } = isModule ? require("./keys.js") : keys;
  const { conceptsOf } = isModule ? require("./query.js") : query;
  const makeTally = isModule ? require("./tally.js") : tally;

  // Tuned by measuring test queries: `make search-report`.
  const SETTINGS = {
    sections: 1.5, // bonus for further matching sections of a page, per concept
    focus: 0.5, // weight of the best single section, added to the score of the page
    coverage: 0.1, // exponent of the share of the query that a page contains
    votes: 2, // weight of the votes of the phrasings, beside the passages
    minVotes: 0.3, // minimum votes for which a page may open at its beginning
    shards: 12, // maximum number of shards that are loaded for a query
    postings: 1500, // maximum number of sections scored per query on a large site; drops common terms
    weak: 0.3, // a page with votes opens at its beginning if its score is below this share of the best page's
    tail: 0.12, // minimum score of a page, as a share of the best page's
    pages: 10, // maximum number of pages in a result
    memory: 400, // maximum size of the caches, in terms or concepts
  };
  const EXACT = 1000; // bonus if the query equals a heading
  const KANA = /^[\u3041-\u3096]$/;
  const NEAREST = 2; // number of pages that are offered where nothing is found
  const FIRST_ONES = 3; // number of top results that every reader sees
  const LARGE_SITE = 2000; // number of sections from which on a site is large
  const SURE_VOTE = 1.3; // minimum votes to be sure of a page: more than most phrasings get for their own page
  const MAX_WHOLE_PAGES = 26; // maximum number of pages with the whole query; if more have it, none is moved up
  const MIN_TERMS = 2; // minimum number of terms of a query for which pages are moved up
  const MIN_PREFIX = { small: 3, large: 4 }; // shorter beginnings match too many words

  const byScore = (/** @type {Entry} */ a, /** @type {Entry} */ b) => b.score - a.score || a.page - b.page;

  /**
   * The minimum length of the beginning of a word, by the `starts` of an index.
   *
   * @param {number[]} starts
   */
  const shortestPrefix = (starts) => MIN_PREFIX[starts[starts.length - 1] > LARGE_SITE ? "large" : "small"];

  /**
   * The search of an index: `{ search }`.
   *
   * @param {Pick<IndexRoot, "weights"> & { starts: number[], known: Thesaurus }} index `starts` are the
   *     first section of each page and the number of all sections.
   * @param {Lookup} words
   * @param {(text: string, read: ReadFeature) => Classification} [classify]
   */
  function Ranking(index, words, classify = () => ({ votes: [], related: 0, kind: "", isForeign: false, length: 0 }), settings = SETTINGS) {
    const firstOf = index.starts;
    const all = firstOf[firstOf.length - 1];
    const pages = firstOf.length - 1;
    const pageOf = new Int32Array(all);
    for (let page = 0; page < pages; page += 1) pageOf.fill(page, firstOf[page], firstOf[page + 1]);
    const budget = all > LARGE_SITE ? settings.postings : Infinity;
    const { commonTermFilter, scoredConcept, limitShards } = Concepts(words, all, settings, budget);

    /**
     * The pages that match a query, best first.
     *
     * `page` is a position in the index; `sections` are positions in its sections and then its entries. If not `found`,
     * `pages` is empty and `nearest` has the best ones; `pages` is also empty while too little is typed. `highlight` is
     * what to highlight. `candidates` are sections with all terms of the query, maybe apart: check the text.
     * Where nothing is found, words that may be right are corrected too: no answer in another language than the page's.
     *
     * @param {string} typed
     * @param {number} [shards] maximum number that is loaded.
     * @returns {Promise<{ found: boolean, isForeign: boolean, features: Features, pages: RankedPage[], nearest: number[], highlight: HighlightedTerms,
     *     candidates: [page: number, section: number][] }>}
     */
    async function search(typed, shards = settings.shards, isCorrected = false) {
      const { text, concepts: asks } = conceptsOf(typed, index.known);
      const heading = keyOfHeading(text);
      const keys = [...asks.flatMap(({ groups }) => groups.map(({ number }) => keyOfGroup(number))), heading].filter(Boolean);
      const counting = limitShards(asks, keys, shards);
      const own = termsOf(counting);
      const read = await words.prepare(own, keys);
      const corrected = isCorrected ? text : words.corrected(text, own);
      if (corrected !== text) return search(corrected, shards, true);
      const result = { ...ranked(counting, own, heading, classify(text, read)), highlight: highlightOf(asks) };
      const guessed = result.found || isCorrected ? text : words.corrected(text, own, true);
      if (guessed === text) return result;
      const other = await search(guessed, shards, true);
      return other.found ? { ...other, isForeign: true } : result;
    }

    /**
     * @param {Concept[]} asks
     * @param {WeightedTerm[]} own their terms.
     * @param {string} heading the key of a heading that equals the query.
     * @param {Classification} classification
     */
    function ranked(asks, own, heading, classification) {
      const allowed = commonTermFilter(own);
      const [bySection, byPage] = [makeTally(all), makeTally(pages)];
      /** @type {MatchedConcept[]} */
      const matched = []; // concepts without a word that has just begun
      let whole = 0; // weight of all concepts
      for (const concept of asks) {
        const { terms } = concept.alternatives[0];
        const weight = terms.reduce((sum, term) => sum + term.weight, 0);
        const scores = scoredConcept(concept, allowed);
        whole += weight;
        if (terms.every((term) => allowed(term) && !isBegun(term, scores.ids))) {
          matched.push({ weight, hasSynonyms: concept.groups.length > 0, ids: scores.ids, shares: scores.second });
        }
        addConcept(bySection, byPage, scores, weight);
      }
      const entries = byPage.ids.map((page) => entryOf(page, bySection, byPage, whole));
      addExact(entries, heading);
      addVotes(entries, classification.votes);
      entries.sort(byScore);
      const terms = asks.flatMap(({ alternatives }) => alternatives[0].terms);
      const holding = sectionsWithAll(terms);
      const near = entries.slice(0, settings.pages);
      const least = near.length ? near[0].score * settings.tail : 0;
      const site = { pageOf: (/** @type {number} */ id) => pageOf[id], sections: all };
      const features = featuresOf({ matched, ...site, ...classification });
      const found = (asks.length > 0 && !matched.length) || (near.length > 0 && hasAnswer(features, classification));
      return {
        found,
        isForeign: isChanceMatch(features, classification),
        features,
        nearest: found ? [] : near.slice(0, NEAREST).map(({ page }) => page),
        candidates: holding.map((id) => /** @type {[page: number, section: number]} */ ([pageOf[id], id - firstOf[pageOf[id]]])),
        pages: near.filter(({ score }) => found && score >= least).map(({ page, score, exact, isSure, sections }) => ({
          page,
          score,
          isExact: exact > 0,
          isSure,
          sections: /** @type {RankedPage["sections"]} */ (
            Array.from(sections, ([id, value]) => [id - firstOf[page], value]).sort((a, b) => b[1] - a[1])),
        })),
      };
    }

    /**
     * Add the scores of a concept: a page gets its best section's, and a bonus for the others.
     *
     * @param {Tally} bySection
     * @param {Tally} byPage
     * @param {TakenTally} scored
     * @param {number} weight
     */
    function addConcept(bySection, byPage, { ids, first: scores, second: shares }, weight) {
      const best = makeTally(pages);
      const sums = makeTally(pages);
      ids.forEach((id, i) => {
        bySection.add(id, scores[i], 0);
        best.raiseEach(pageOf[id], scores[i], shares[i]);
        sums.add(pageOf[id], scores[i], 0);
      });
      for (const page of best.ids) {
        const further = settings.sections * Math.log2(sums.first[page] / best.first[page]);
        byPage.add(page, best.first[page] * (1 + further), best.second[page] * weight);
      }
    }

    /**
     * @param {number} page
     * @param {Tally} bySection
     * @param {Tally} byPage
     * @param {number} whole
     * @returns {Entry}
     */
    function entryOf(page, bySection, byPage, whole) {
      const share = byPage.second[page];
      /** @type {Entry["sections"]} */
      const sections = new Map();
      for (let id = firstOf[page]; id < firstOf[page + 1]; id += 1) {
        if (bySection.first[id]) sections.set(id, bySection.first[id]);
      }
      const score = byPage.first[page] + settings.focus * Math.max(...sections.values());
      const worth = (index.weights[page] ?? 1) * Math.pow(share / whole, settings.coverage);
      return { page, share, score: score * worth, exact: 0, isSure: false, sections };
    }

    /**
     * Whether a term is too short to judge yet: the first letters of a word, or a single kana.
     * @param {WeightedTerm} term
     * @param {number[]} ids the sections that are found for it.
     */
    function isBegun({ term, isPaired, isLast }, ids) {
      if (isPaired) return KANA.test(term);
      return isLast && term.length < shortestPrefix(firstOf) + (ids.length ? 0 : 1);
    }

    /**
     * Raise the sections whose heading equals the query, and their pages.
     *
     * @param {Entry[]} entries
     * @param {string} heading
     */
    function addExact(entries, heading) {
      for (const id of (heading && words.exactly(heading)?.ids) || []) {
        const entry = entries.find(({ page }) => page === pageOf[id]) ?? withoutWords(pageOf[id]);
        if (!entries.includes(entry)) entries.push(entry);
        entry.exact = Math.max(entry.exact, EXACT * (id === firstOf[entry.page] ? 2 : 1));
        entry.sections.set(id, (entry.sections.get(id) || 0) + EXACT);
      }
    }

    /**
     * Divide the scores by the best one and add the votes; a page that only has votes opens at its beginning.
     *
     * @param {Entry[]} entries
     * @param {number[]} votes
     */
    function addVotes(entries, votes) {
      const best = Math.max(0, ...entries.map(({ score }) => score)) || 1;
      const listed = new Set(entries.map(({ page }) => page));
      votes.forEach((vote, page) => {
        if (!vote || listed.has(page)) return;
        entries.push(withoutWords(page));
      });
      for (const entry of entries) {
        const vote = votes[entry.page] || 0;
        if (entry.score / best < settings.weak && vote >= settings.minVotes) openAtBeginning(entry);
        entry.isSure = vote >= SURE_VOTE;
        entry.score = entry.score / best + settings.votes * vote + entry.exact;
      }
    }

    const withoutWords = (/** @type {number} */ page) => (
      /** @type {Entry} */ ({ page, share: 0, score: 0, exact: 0, isSure: false, sections: new Map([[firstOf[page], 1]]) }));

    /** @param {Entry} entry */
    function openAtBeginning({ page, sections }) {
      sections.set(firstOf[page], Math.max(...sections.values()) * 1.001);
    }

    /**
     * The sections with all terms, and each word followed by the next, the best first; none if many pages have such.
     *
     * @param {WeightedTerm[]} terms
     */
    function sectionsWithAll(terms) {
      const typed = terms.sort((a, b) => a.start - b.start);
      if (typed.length < MIN_TERMS) return [];
      const different = new Map(typed.map((each) => [each.term, each]));
      const counts = makeTally(all);
      for (const each of different.values()) {
        const { ids, scores } = words.exactly(each.term) || words.find(each);
        ids.forEach((id, i) => counts.add(id, 1, scores[i]));
      }
      let holding = counts.ids.filter((id) => counts.first[id] === different.size);
      typed.slice(1).forEach(({ term }, i) => {
        const before = typed[i];
        if (before.isPaired || !words.exactly(before.term) || !words.exactly(term)) return;
        const own = words.followed(before.term, term);
        holding = holding.filter((id) => own.has(id));
      });
      if (new Set(holding.map((id) => pageOf[id])).size > MAX_WHOLE_PAGES) return [];
      return holding.sort((a, b) => counts.second[b] - counts.second[a]);
    }

    return { search };
  }

  /**
   * Move pages with the whole query up into the first results, but not above the first page or one that the phrasings
   * are sure of.
   *
   * @param {{ page: number, score: number, isSure: boolean }[]} entries best first; changed.
   * @param {number[]} holding pages, the best first.
   */
  function moveUp(entries, holding) {
    const on = new Set(Array.from(new Set(holding)).slice(0, FIRST_ONES));
    const isHolding = (/** @type {{ page: number }} */ { page }) => on.has(page);
    for (const entry of entries.filter((each, rank) => rank >= FIRST_ONES && isHolding(each))) {
      const at = entries.slice(0, FIRST_ONES).map((first) => first.isSure || isHolding(first)).lastIndexOf(false);
      if (at < 1) return;
      entries.splice(entries.indexOf(entry), 1);
      const [instead] = entries.splice(at, 1);
      entry.score = Math.max(entry.score, entries[FIRST_ONES - 2].score);
      entries.splice(FIRST_ONES - 1, 0, entry, instead);
    }
  }

  return { Ranking, SETTINGS, moveUp, shortestPrefix };
})();

if (typeof module === "object") module.exports = ranking;
