"use strict";
// Ranks the pages and sections that match a query. Pure, except for MiniSearch, which has the
// inverted index and scores one term at a time (BM25+).
//
// Two sources of evidence are joined into one rank of pages. The passages say which pages contain the
// words of the query: their scores are divided by the best page's, so that they go from 0 to 1. The
// phrasings of asked.js say which page people want who type something similar: their votes go from 0
// to little more than 1 too, and less the further the nearest phrasing is. The rank is the sum of the
// first and SETTINGS.votes times the second. A heading that equals the query comes before all that.

const ranking = (() => {
  const isModule = typeof require === "function";
  const { Asked } = isModule ? require("./asked.js") : asked;
  const { featuresOf, fits: isFitting } = isModule ? require("./fits.js") : fits;
  const { folded, stemsOfBegun, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { conceptsOf, groupsIn, thesaurus } = isModule ? require("./query.js") : query;

  // Tuned by measuring test queries: `make search-report`.
  const SETTINGS = {
    fields: { title: 2.4, path: 3.1, text: 1 }, // weights of the fields
    rarity: 0.4, // share of its score that a term loses if it occurs on every page
    sections: 1.5, // bonus for further matching sections of a page, per concept
    focus: 0.5, // weight of the best single section, added to the score of the page
    coverage: 0.18, // exponent of the share of the query that a page contains
    phrase: 0.09, // bonus for a part of the query that occurs verbatim in a text
    titlePhrase: 1.3, // ... in a heading
    votes: 2.4, // weight of the votes of the phrasings, beside the passages
    quiet: 0.3, // weight of lists of sources
    postings: 1500, // maximum number of sections scored per query on a large site; drops common terms
    tail: 0.12, // minimum score of a page, as a share of the best page's
    pages: 10, // maximum number of pages in a result
    verbatim: 60, // number of pages whose text is searched for the whole query
    candidates: 25, // number of pages whose text is searched for phrases
    memory: 400, // maximum size of the caches, in terms or concepts
  };
  const EXACT = 1000; // bonus if the query equals a heading
  const QUIET = "sources"; // id of the list of sources that the build appends
  const MARKED = 0.25; // minimum weight of terms that are highlighted
  const KANA = /^[\u3041-\u3096]$/;
  const FIRST_ONES = 3; // number of top results that every reader sees
  const MANY = 2000; // number of sections from which on a site is large
  const NEARLY = 0.5; // share of what the best-covered page contains of the query
  const SHORTEST = 3; // minimum length of a query that is searched verbatim, in UTF-16 units
  const PRIVATE = 0xe000; // start of the private use area, whose characters occur in no text

  /**
   * A sparse array of number pairs: `first` and `second` by id; `ids` lists those set, in order.
   *
   * `add` adds to both numbers, `raise` keeps the pair with the greater first number, `raiseEach`
   * the maximum of each. `taken` returns a compact copy.
   */
  function tally(size) {
    const first = new Float64Array(size);
    const second = new Float64Array(size);
    const ids = [];
    const touch = (id) => { if (!first[id]) ids.push(id); };
    return {
      ids,
      first,
      second,
      add(id, one, two) {
        touch(id);
        first[id] += one;
        second[id] += two;
      },
      raise(id, one, two) {
        touch(id);
        if (one <= first[id]) return;
        first[id] = one;
        second[id] = two;
      },
      raiseEach(id, one, two) {
        touch(id);
        first[id] = Math.max(first[id], one);
        second[id] = Math.max(second[id], two);
      },
      taken: () => ({ ids, first: ids.map((id) => first[id]), second: ids.map((id) => second[id]) }),
    };
  }

  const byScore = (a, b) => b.score - a.score || a.page - b.page;

  const keys = new Map();

  /**
   * The key of a term in the inverted index. MiniSearch's radix tree compares the possible next
   * characters one by one: thousands for kanji, so each is encoded as two characters of 256.
   */
  function keyOf(term, isPaired) {
    if (!isPaired) return term;
    let key = keys.get(term);
    if (key === undefined) {
      key = "";
      for (let i = 0; i < term.length; i += 1) {
        const unit = term.charCodeAt(i);
        key += String.fromCharCode(PRIVATE + (unit >> 8), PRIVATE + (unit & 255));
      }
      keys.set(term, key);
    }
    return key;
  }

  /** A word with each pair of neighbouring letters swapped: two edits, but one slip of the fingers. */
  function withLettersSwapped(word) {
    return Array.from(word.slice(1), (letter, i) => word.slice(0, i) + letter + word[i] + word.slice(i + 2));
  }

  /** A folded text, letters and digits only, for comparing headings with queries. */
  function bare(text) {
    return folded(text).replace(/[^\p{L}\p{N}]+/gu, "");
  }

  /** The words of a folded text, each between single spaces. */
  function spoken(text) {
    return ` ${folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ")} `;
  }

  /**
   * Build a searchable index: `{ search }`.
   *
   * @param index `{ pages: [{ url, title, weight, sections, entries }], synonyms, subjects,
   *     asked }`; sections (those of headings) and entries are `{ id, title, path, text }`; asked are
   *     the phrasings of each page.
   */
  function Ranking(MiniSearch, index, settings = SETTINGS) {
    const pages = index.pages;
    const sections = [];
    const sectionsWith = new Map(); // term -> number of sections
    const pagesWith = new Map(); // term -> number of pages
    const own = new Set(); // terms of the section that is being added
    const mini = new MiniSearch({
      fields: Object.keys(settings.fields),
      tokenize: (text, field) => terms(folded(text), true).map(({ term, isPaired }) => {
        if (field !== "path") own.add(term);
        return keyOf(term, isPaired);
      }),
      processTerm: (term) => term,
    });
    const lastPage = new Map(); // term -> number of the last page with it
    const firstOf = []; // page -> id of its first section
    pages.forEach((page, number) => [...page.sections, ...page.entries].forEach((section, position) => {
      if (!position) firstOf.push(sections.length);
      sections.push({
        page: number,
        position,
        isHeading: position < page.sections.length,
        heading: bare(section.title),
        text: bare(section.text),
        weight: section.id === QUIET ? settings.quiet : 1,
      });
      own.clear();
      mini.add({
        id: sections.length - 1,
        title: section.title,
        path: position ? [page.title, ...section.path].join("\n") : "",
        text: section.text,
      });
      for (const term of own) {
        sectionsWith.set(term, (sectionsWith.get(term) || 0) + 1);
        if (lastPage.get(term) !== number) {
          lastPage.set(term, number);
          pagesWith.set(term, (pagesWith.get(term) || 0) + 1);
        }
      }
    }));
    firstOf.push(sections.length);
    const headings = new Map(); // heading without spaces -> ids of its sections
    sections.forEach(({ heading, isHeading }, id) => {
      if (isHeading) headings.set(heading, [...(headings.get(heading) || []), id]);
    });
    const texts = pages.map(() => "");
    for (const { page, heading, text } of sections) texts[page] += heading + text;
    const words = new Map(); // page -> the words of its whole text
    const budget = sections.length > MANY ? settings.postings : Infinity;
    const shortestPrefix = sections.length > MANY ? 4 : 3; // shorter prefixes match too many words
    const known = thesaurus(index.synonyms, index.subjects);
    const { votes, familiarity, kind } = Asked(index.asked || [], (text) => groupsIn(text, known));
    const memory = new Map(); // term -> scores
    const concepts = new Map(); // concept -> scores

    /** The scores of all sections for one term, cached: `Map(section id -> score)`. */
    function scored({ term, isPaired, isLast }) {
      const key = isLast ? `${term}*` : term;
      if (memory.has(key)) return memory.get(key);
      const found = new Map();
      const isWord = !isPaired && term.length > 3;
      const options = { tokenize: (text) => [text], boost: settings.fields };
      let results = mini.search(keyOf(term, isPaired), {
        ...options,
        prefix: !isPaired && isLast && term.length >= shortestPrefix,
      });
      if (!isPaired && !results.length) {
        const others = [...(isLast ? stemsOfBegun(term) : []), ...(isWord ? withLettersSwapped(term) : [])];
        const instead = others.find((each) => sectionsWith.has(each));
        if (instead) results = mini.search(instead, options);
      }
      // A word without results may be mistyped. Fuzzy search is slow, so it is the last resort.
      if (isWord && !results.length) results = mini.search(term, { ...options, fuzzy: 0.25, maxFuzzy: 2 });
      const share = Math.log(pagesWith.get(term) || 1) / Math.log(pages.length + 1);
      const rarity = 1 - settings.rarity * share;
      for (const { id, score } of results) found.set(id, score * rarity * sections[id].weight);
      if (memory.size > settings.memory) memory.clear();
      memory.set(key, found);
      return found;
    }

    /** The scores of a concept, cached: most words stay the same while the next one is typed. */
    function scoredConcept(concept, allowed) {
      const key = concept.alternatives
        .map((each) => each.terms.filter(allowed).map(({ term, weight, isLast }) => `${term} ${weight} ${isLast}`))
        .join("|");
      if (!concepts.has(key)) {
        if (concepts.size > settings.memory) concepts.clear();
        concepts.set(key, scoredAlternatives(concept, allowed));
      }
      return concepts.get(key);
    }

    /**
     * The scores of a concept, from the best of its alternatives in each section: `{ ids, first,
     * second }`, of the same length; `first` are scores, `second` the shares that are contained.
     */
    function scoredAlternatives(concept, allowed) {
      const best = tally(sections.length);
      for (const { terms: own, weight } of concept.alternatives) {
        const sums = tally(sections.length);
        let whole = 0;
        for (const term of own) whole += term.weight;
        for (const term of own) {
          if (!allowed(term)) continue;
          for (const [id, score] of scored(term)) sums.add(id, score * term.weight, term.weight);
        }
        for (const id of sums.ids) {
          const share = sums.second[id] / whole;
          best.raise(id, sums.first[id] * weight * share, share * weight);
        }
      }
      return best.taken();
    }

    /** A filter that drops the most common terms of a query that is too expensive on a large site. */
    function affordable(asks) {
      const all = asks.flatMap(({ alternatives }) => alternatives.flatMap((each) => each.terms));
      all.sort((a, b) => (sectionsWith.get(a.term) || 0) - (sectionsWith.get(b.term) || 0));
      const allowed = new Set();
      let postings = 0;
      for (const { term } of all) {
        if (allowed.has(term)) continue;
        postings += sectionsWith.get(term) || 0;
        if (postings > budget && allowed.size) break;
        allowed.add(term);
      }
      return ({ term }) => allowed.has(term) || !sectionsWith.has(term);
    }

    /**
     * The pages that match a query, best first: `{ found, pages: [{ page, score, sections }], wanted }`.
     *
     * `page` is the 0-based position in the index. `sections` are `[position, score]`, best first;
     * positions are 0-based and count a page's sections, then its entries. `found` is false, and there
     * are no pages, if nothing fits; there are none either before enough is typed. `wanted` is what the
     * highlighter marks, `features` is why something fits (fits.js).
     */
    function search(typed) {
      const { text, concepts: asks } = conceptsOf(typed, known);
      const allowed = affordable(asks);
      const bySection = tally(sections.length);
      const byPage = tally(pages.length);
      const matched = []; // concepts that can be judged
      let whole = 0; // weight of all concepts
      for (const concept of asks) {
        const weight = concept.alternatives[0].terms.reduce((sum, term) => sum + term.weight, 0);
        whole += weight;
        const { ids, first: scores, second: shares } = scoredConcept(concept, allowed);
        const typedTerms = concept.alternatives[0].terms;
        if (typedTerms.every((term) => allowed(term) && !isBegun(term, ids))) {
          matched.push({ terms: typedTerms, weight, ids, shares });
        }
        const best = tally(pages.length);
        const sums = tally(pages.length);
        ids.forEach((id, i) => {
          bySection.add(id, scores[i], 0);
          best.raiseEach(sections[id].page, scores[i], shares[i]);
          sums.add(sections[id].page, scores[i], 0);
        });
        for (const page of best.ids) {
          const further = settings.sections * Math.log2(sums.first[page] / best.first[page]);
          byPage.add(page, best.first[page] * (1 + further), best.second[page] * weight);
        }
      }
      const entries = byPage.ids.map((page) => {
        const held = byPage.second[page];
        const own = new Map();
        for (let id = firstOf[page]; id < firstOf[page + 1]; id += 1) {
          if (bySection.first[id]) own.set(id, bySection.first[id]);
        }
        const score = byPage.first[page] + settings.focus * Math.max(...own.values());
        const worth = pages[page].weight * Math.pow(held / whole, settings.coverage);
        return { page, held, score: score * worth, exact: 0, sections: own };
      });
      entries.sort(byScore);
      const named = new Set((headings.get(bare(text)) || []).map((id) => sections[id].page));
      const isWorth = (entry, rank) => rank < settings.candidates || named.has(entry.page);
      addPhrases(entries.filter(isWorth), text, whole);
      const heard = votes(text);
      addVotes(entries, heard);
      entries.sort(byScore);
      liftVerbatim(entries, text);
      const near = entries.slice(0, settings.pages);
      const least = near.length ? near[0].score * settings.tail : 0;
      const features = featuresOf({
        matched,
        votes: heard,
        familiarity: familiarity(text),
        pageOf: (id) => sections[id].page,
        count: (term) => sectionsWith.get(term) || 0,
        sections: sections.length,
      });
      const found = (asks.length > 0 && !matched.length) || isFitting(features, kind);
      return {
        wanted: wantedOf(asks),
        found,
        features,
        pages: near.filter(({ score }) => found && score >= least).map(({ page, score, sections: own }) => ({
          page,
          score,
          sections: Array.from(own, ([id, value]) => [sections[id].position, value]).sort((a, b) => b[1] - a[1]),
        })),
      };
    }

    /** Whether a term is so short a beginning of a word that little or nothing is looked up for it yet. */
    function isBegun({ term, isPaired, isLast }, ids) {
      return isPaired ? !ids.length && KANA.test(term) : isLast && term.length < shortestPrefix;
    }

    /** What to highlight: the terms with enough weight, and the prefix that is being typed. */
    function wantedOf(asks) {
      const own = asks.flatMap(({ alternatives }) => alternatives.flatMap((each) => each.terms));
      const typing = asks.flatMap(({ alternatives }) => alternatives[0].terms).find(({ isLast }) => isLast);
      return {
        terms: new Set(own.filter(({ weight }) => weight >= MARKED).map(({ term }) => term)),
        prefix: typing && typing.term.length > 2 ? typing.term : "",
      };
    }

    function wordsOf(page) {
      if (!words.has(page)) {
        const { sections: own, entries } = pages[page];
        words.set(page, spoken([...own, ...entries].map(({ title, text }) => `${title} ${text}`).join(" ")));
      }
      return words.get(page);
    }

    /** Lift a page with the whole query verbatim into the top results, if few pages have it. */
    function liftVerbatim(entries, typed) {
      const whole = bare(typed);
      if (whole.length < SHORTEST) return;
      const most = Math.max(0, ...entries.map(({ held }) => held));
      let holding = entries
        .filter(({ held }) => held > most * NEARLY)
        .slice(0, settings.verbatim)
        .filter(({ page }) => texts[page].includes(whole));
      // The texts have no spaces, so "a table" is also found in "a tablespoon": compare whole words.
      if (holding.length > FIRST_ONES) {
        holding = holding.filter(({ page }) => wordsOf(page).includes(spoken(typed)));
      }
      const isRare = holding.length > 0 && holding.length <= FIRST_ONES;
      if (!isRare || holding.some((entry) => entries.indexOf(entry) < FIRST_ONES)) return;
      entries.splice(entries.indexOf(holding[0]), 1);
      holding[0].score = entries[FIRST_ONES - 2].score;
      entries.splice(FIRST_ONES - 1, 0, holding[0]);
    }

    /** Join the votes with the scores of the passages; a page with votes only opens at its beginning. */
    function addVotes(entries, heard) {
      const best = Math.max(0, ...entries.map(({ score }) => score)) || 1;
      const known = new Set(entries.map(({ page }) => page));
      heard.forEach((vote, page) => {
        if (!vote || known.has(page)) return;
        entries.push({ page, held: 0, score: 0, exact: 0, sections: new Map([[firstOf[page], 1]]) });
      });
      for (const entry of entries) entry.score = entry.score / best + settings.votes * (heard[entry.page] || 0) + entry.exact;
    }

    /** Raise the scores of texts that contain a part of the query verbatim, or equal it as a heading. */
    function addPhrases(entries, text, weights) {
      const whole = bare(text);
      const parts = phrasesOf(text);
      for (const entry of entries) {
        let raise = 0;
        for (const [id, score] of entry.sections) {
          const section = sections[id];
          let own = 0;
          for (const { phrase, length } of parts) {
            if (section.heading.includes(phrase)) own += settings.titlePhrase * length;
            else if (section.text.includes(phrase)) own += settings.phrase * length;
          }
          const isWhole = section.isHeading && whole && section.heading === whole;
          if (isWhole) entry.exact = EXACT * (section.position ? 1 : 2);
          own /= weights;
          entry.sections.set(id, score * (1 + own) + (isWhole ? EXACT : 0));
          raise = Math.max(raise, own);
        }
        entry.score *= 1 + raise;
      }
    }

    /** The parts of a query that are searched verbatim, with the sum of their weights. */
    function phrasesOf(text) {
      const parts = text.split(/[^\p{L}\p{M}\p{N}']+/u).filter((part) => part.length > 2);
      if (text.trim().includes(" ")) parts.push(text.trim());
      return Array.from(new Set(parts.map(bare)), (phrase) => {
        const weight = conceptsOf(phrase, { paired: [], spaced: new Map(), subjects: [] }).concepts
          .reduce((sum, { alternatives }) => sum + alternatives[0].terms[0].weight, 0);
        return { phrase, length: weight };
      });
    }

    return { search };
  }

  return { Ranking, SETTINGS };
})();

if (typeof module === "object") module.exports = ranking;
