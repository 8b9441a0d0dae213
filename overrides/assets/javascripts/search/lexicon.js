"use strict";
// Looks up terms in the shards of postings: exactly, by the beginning of a word that is being typed,
// or by similar words if a word is mistyped. Pure, except for the functions that load shards.

const lexicon = (() => {
  const isModule = typeof require === "function";
  const { charactersOf, runs, stem, stemsOfBegun } = isModule ? require("./analyzer.js") : analyzer;
  const { isKey } = isModule ? require("./keys.js") : keys;
  const { maskOf } = isModule ? require("./hashes.js") : hashes;
  const { positionOf, unpack } = isModule ? require("./postings.js") : postings;
  const { FUNCTION_WORDS } = isModule ? require("./query.js") : query;
  const { distance, withLettersSwapped, wordsIn } = isModule ? require("./spelling.js") : spelling;

  const AFTER = "\uffff"; // sorts after every character of a term
  const SIMILAR = 0.25; // maximum share of the letters of a word that may be mistyped; at most MAX_EDITS letters
  const MAX_EDITS = 2;
  const MIN_SIMILAR_LENGTH = 4; // minimum length of a word that may be mistyped
  // Maximum weights of words that begin with the typed one, or are similar to it.
  const WEIGHTS = { prefix: 0.375, similar: 0.45 };
  const DOUBT = 1.1; // factor by which the share of letters that differ reduces the certainty of a correction
  // Minimum certainty to correct a word: one edit in seven letters or more, or, where nothing is found otherwise, in four.
  const MIN_CERTAINTY = { sure: 0.83, guessed: 0.72 };
  const KANA = /^[\u3041-\u3096]/;

  /**
   * How certain it is that a word is meant by a mistyped one.
   *
   * @param {[word: string, edits: number]} similar
   */
  function certaintyOf([word, edits]) {
    return 1 - (DOUBT * edits) / word.length;
  }

  /**
   * The lookup of an index: `{ corrected, count, exactly, find, followed, prepare, limitShards }`.
   *
   * @param {Pick<IndexRoot, "bounds" | "common"> & { pages: number }} root `pages` is the number of pages.
   * @param {(number: number) => Promise<PackedShard>} readShard
   * @param {() => Promise<string[]>} readWords all terms that may be mistyped, sorted.
   * @param {number} shortest minimum length of the beginning of a word.
   * @returns {Lookup}
   */
  function Lexicon({ bounds, common, pages }, readShard, readWords, shortest) {
    const free = new Set(common); // loaded anyway
    /** @type {Map<number, Shard>} */
    const shards = new Map();
    /** @type {Map<PackedShard, Shard>} */
    const read = new Map(); // one file may hold all shards
    /** @type {Map<string, [word: string, edits: number][]>} */
    const similar = new Map(); // by mistyped word, and whether it is still being typed
    /** @type {Map<string, string>} */
    const spaced = new Map(); // words that were typed without the spaces between them
    const keyOf = (/** @type {WeightedTerm} */ { term, isLast }) => `${isLast ? "" : " "}${term}`;
    const shardOf = (/** @type {string} */ term) => Math.max(0, positionOf(bounds, term + "\0") - 1);

    // A single character of a script without spaces begins the pairs that contain it.
    const isBeginning = (/** @type {WeightedTerm} */ { term, isPaired, isLast }) => (
      isPaired ? !KANA.test(term) && charactersOf(term).length === 1 : isLast && term.length >= shortest
    );

    const begunOf = (/** @type {WeightedTerm} */ { term, isPaired, isLast }) => (
      isLast && !isPaired && term.length >= shortest ? stemsOfBegun(term) : []
    );

    const byWeight = (/** @type {WeightedTerm[]} */ wanted) => [...wanted].sort((a, b) => b.weight - a.weight);

    /** @param {Iterable<number>} numbers */
    async function load(numbers) {
      const missing = Array.from(new Set(numbers)).filter((number) => !shards.has(number));
      await Promise.all(missing.map(async (number) => {
        const packed = await readShard(number);
        if (!read.has(packed)) read.set(packed, unpack(packed));
        shards.set(number, /** @type {Shard} */ (read.get(packed)));
      }));
    }

    /** @param {WeightedTerm} wanted */
    function numbersFor(wanted) {
      const [first, last] = [shardOf(wanted.term), shardOf(isBeginning(wanted) ? wanted.term + AFTER : wanted.term)];
      const numbers = new Set(Array.from({ length: last - first + 1 }, (_, i) => first + i));
      for (const stem of begunOf(wanted)) numbers.add(shardOf(stem));
      return Array.from(numbers);
    }

    /**
     * The heaviest terms of a query that need no more than `most` shards, those of its keys included. This does not
     * depend on what is loaded already, so that the same query always gets the same answer.
     *
     * @param {WeightedTerm[]} wanted
     * @param {string[]} keys
     * @param {number} most
     */
    function limitShards(wanted, keys, most) {
      const numbers = new Set(keys.map(shardOf).filter((number) => !free.has(number)));
      const counting = new Set();
      for (const each of byWeight(wanted)) {
        const own = numbersFor(each).filter((number) => !numbers.has(number) && !free.has(number));
        if (numbers.size + own.length > most && counting.size) continue;
        for (const number of own) numbers.add(number);
        counting.add(each.term);
      }
      return wanted.filter(({ term }) => counting.has(term));
    }

    /**
     * Load the shards of keys and terms, those of heavy terms first; `find` needs them. Resolves to a function that
     * looks up features (page_classifier.js) in these shards, and in no others that happen to be loaded.
     *
     * @param {WeightedTerm[]} wanted
     * @param {string[]} keys
     * @returns {Promise<ReadFeature>}
     */
    async function prepare(wanted, keys) {
      const needed = new Set([...keys.map(shardOf), ...byWeight(wanted).flatMap(numbersFor)]);
      await load(needed);
      const mistyped = wanted.filter(isMistyped);
      if (mistyped.length) {
        const words = await readWords();
        const isKnown = (/** @type {string} */ word) => [word, stem(word)].some((each) => words[positionOf(words, each)] === each);
        for (const each of mistyped.filter((one) => !similar.has(keyOf(one)))) {
          similar.set(keyOf(each), similarTo(each, words));
          spaced.set(each.term, wordsIn(each.term, isKnown, (word) => FUNCTION_WORDS.has(stem(word))).join(" "));
        }
        await load(mistyped.flatMap((each) => (similar.get(keyOf(each)) || []).map(([word]) => shardOf(word))));
      }
      return (key) => (needed.has(shardOf(key)) ? lookUp(key)?.feature : null);
    }

    /**
     * Each mistyped term with the word that is most like it, or with the words that it is made of.
     *
     * @param {WeightedTerm[]} wanted
     * @param {number} least minimum certainty.
     */
    function corrections(wanted, least) {
      return wanted.filter(isMistyped).flatMap((each) => {
        const [best] = [...similar.get(keyOf(each)) || []].sort((one, other) => certaintyOf(other) - certaintyOf(one));
        if (isKnown(each.term, least)) return [];
        const meant = best && certaintyOf(best) >= least ? best[0] : spaced.get(each.term);
        return meant ? [/** @type {[WeightedTerm, string]} */ ([each, meant])] : [];
      });
    }

    /**
     * A query with its mistyped words corrected; call prepare() first.
     *
     * @param {string} text
     * @param {WeightedTerm[]} wanted
     * @param {boolean} isGuessed whether to correct words that may be right.
     */
    function corrected(text, wanted, isGuessed = false) {
      const least = isGuessed ? MIN_CERTAINTY.guessed : MIN_CERTAINTY.sure;
      const last = corrections(wanted, least).sort(([one], [other]) => other.start - one.start); // last first: keeps offsets
      return last.reduce((whole, [{ term, start }, word]) => {
        const [run] = runs(whole.slice(start)); // a stem may not be the beginning of its word
        const { length } = whole.startsWith(term, start) ? term : run.text;
        return whole.slice(0, start) + word + whole.slice(start + length);
      }, text);
    }

    /** @param {WeightedTerm} wanted */
    function isMistyped(wanted) {
      return !wanted.isPaired && wanted.term.length >= MIN_SIMILAR_LENGTH && !derived(wanted).length;
    }

    /**
     * @param {WeightedTerm} wanted
     * @param {string[]} words
     * @returns {[word: string, edits: number][]}
     */
    function similarTo({ term, isLast }, words) {
      const slips = [...(isLast ? stemsOfBegun(term) : []), ...withLettersSwapped(term)];
      const instead = slips.find((each) => words[positionOf(words, each)] === each);
      if (instead) return [[instead, 0]];
      const most = Math.min(MAX_EDITS, Math.round(term.length * SIMILAR));
      return words
        .map((word) => /** @type {[word: string, edits: number]} */ ([word, distance(term, word, most)]))
        .filter(([, edits]) => edits <= most);
    }

    /**
     * Whether a word is none of ours but no slip either. Phrasings, or queries that no page answers, have it; but where
     * nothing is found otherwise, phrasings may have a slip too, and only what says that no page answers it counts.
     *
     * @param {string} term
     * @param {number} least minimum certainty.
     */
    function isKnown(term, least) {
      const feature = lookUp(term)?.feature;
      if (!feature || least === MIN_CERTAINTY.sure) return Boolean(feature);
      const highest = Math.max(...feature.levels);
      return feature.pages.some((group, i) => group === pages && feature.levels[i] === highest && highest > 0);
    }

    /**
     * The postings and the feature (page_classifier.js) of a key, if its shard is loaded and has it.
     *
     * @param {string} key
     */
    function lookUp(key) {
      const shard = shards.get(shardOf(key));
      const at = shard ? positionOf(shard.terms, key) : 0;
      return shard && shard.terms[at] === key ? { list: shard.listOf(at), feature: shard.featureOf(at) } : undefined;
    }

    /**
     * The postings of one term, or undefined.
     *
     * @param {string} term
     */
    function exactly(term) {
      const list = lookUp(term)?.list;
      return list?.ids.length ? list : undefined;
    }

    /**
     * The terms of the index that match a typed one or begin with it, with their weights.
     *
     * @param {WeightedTerm} wanted
     * @returns {[term: string, weight: number][]}
     */
    function derived(wanted) {
      /** @type {[term: string, weight: number][]} */
      const found = exactly(wanted.term) ? [[wanted.term, 1]] : [];
      if (!isBeginning(wanted)) return found;
      const stems = begunOf(wanted).filter(exactly); // "bank" for "banki", also where "bankia" is a word
      return [...found, ...stems.map((stem) => /** @type {[string, number]} */ ([stem, WEIGHTS.similar])), ...longerTerms(wanted)];
    }

    /** @param {WeightedTerm} wanted */
    function longerTerms(wanted) {
      /** @type {[term: string, weight: number][]} */
      const found = [];
      const { term: typed } = wanted;
      const own = new Set(numbersFor(wanted).map((number) => /** @type {Shard} */ (shards.get(number))));
      for (const { terms, listOf } of own) {
        for (let at = positionOf(terms, typed + "\0"); at < terms.length && terms[at].startsWith(typed); at += 1) {
          const length = terms[at].length;
          const weight = (WEIGHTS.prefix * length) / (length + 0.3 * (length - typed.length));
          if (!isKey(terms[at]) && listOf(at).ids.length) found.push([terms[at], weight]);
        }
      }
      return found;
    }

    /**
     * The postings of a term, or of longer or similar words; `certainty` is below 1 for a mistyped term.
     *
     * @param {WeightedTerm} wanted
     */
    function find(wanted) {
      let terms = derived(wanted);
      let certainty = 1;
      if (!terms.length) {
        const own = similar.get(keyOf(wanted)) || [];
        certainty = Math.max(0, ...own.map(certaintyOf));
        terms = own.map(([word, edits]) => [word, (WEIGHTS.similar * word.length) / (word.length + edits)]);
      }
      if (terms.length === 1 && terms[0][1] === 1) return { .../** @type {Postings} */ (exactly(terms[0][0])), certainty };
      /** @type {Map<number, number>} */
      const sums = new Map();
      for (const [term, weight] of terms) {
        const { ids, scores } = /** @type {Postings} */ (exactly(term));
        ids.forEach((id, i) => sums.set(id, (sums.get(id) || 0) + scores[i] * weight));
      }
      return { ids: Array.from(sums.keys()), scores: Array.from(sums.values()), certainty };
    }

    /**
     * The sections in which a word is followed by a term, and a few others, because hashes may collide.
     *
     * @param {string} word
     * @param {string} term
     */
    function followed(word, term) {
      const mask = maskOf(term);
      const { ids, notes } = /** @type {Postings} */ (exactly(word));
      return new Set(ids.filter((_, i) => notes[i] & mask));
    }

    /**
     * The number of sections that contain a term.
     *
     * @param {string} term
     */
    function count(term) {
      const found = exactly(term);
      return found ? found.ids.length : 0;
    }

    return { corrected, count, exactly, find, followed, prepare, limitShards };
  }

  return { Lexicon };
})();

if (typeof module === "object") module.exports = lexicon;
