"use strict";
// Compares a query with the phrasings of docs/_data/asked: what people type who want a page. Pure.

/** @typedef {string | SynonymGroup} Feature */
/** @typedef {{ ids: number[], weights: number[], rarity: number, place: number }} FeaturePostings phrasings with it. */

const asked = (() => {
  const isModule = typeof require === "function";
  const { folded, runs, stem } = isModule ? require("./analyzer.js") : analyzer;
  const { decisions, separated } = isModule ? require("./separation.js") : separation;

  const NEAREST = 5; // number of phrasings of a page that vote for it
  const KANA_ONLY = /^[\u3041-\u3096]+$/;
  // Weights of features before their rarity. Hiragana mostly writes grammar, as in query.js.
  const WEIGHTS = { part: 1, kana: 0.5, word: 1, letters: 0.4, synonyms: 1 };
  const PART_SIZES = [1, 2, 3]; // in characters, in languages without spaces
  const LETTERS_SIZES = [4, 5]; // in letters, spaces included, in the others: they forgive typos
  const LEARNING = { rounds: 6, own: 2, other: 0.25, votes: 2 }; // costs of a mistake, votes of a sure page

  // Characters that stand for the most common letters of several bytes; the same as in the build
  // (hooks/knowledge/search/asked.py, a test compares them).
  const FREE = "!#$%&()*+,-./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`{|}~";
  const FREE_ONE = /[!#-&(-/:-@A-Z[\]^_`{-~]/g;

  /**
   * The phrasings of each page as plain text.
   *
   * @param {Phrasings} written as the build writes them.
   */
  function textsOf({ letters, texts }) {
    return texts.map((text) => text.replace(FREE_ONE, (one) => letters[FREE.indexOf(one)]));
  }

  const wordsOf = (/** @type {string} */ text) => folded(text).split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

  /**
   * The features of a text without spaces between words, and their weights.
   *
   * @param {string} text
   */
  function featuresOfParts(text) {
    const characters = Array.from(wordsOf(text).join(""));
    /** @type {Map<Feature, number>} */
    const found = new Map();
    for (const size of PART_SIZES) {
      for (let i = 0; i + size <= characters.length; i += 1) {
        const part = characters.slice(i, i + size).join("");
        const isKana = KANA_ONLY.test(part);
        if (size > 1 || !isKana) found.set(part, isKana ? WEIGHTS.kana : WEIGHTS.part);
      }
    }
    return found;
  }

  /**
   * The features of a text with spaces: its words, pairs of words, and groups of letters.
   *
   * @param {string} text
   */
  function featuresOfWords(text) {
    const words = wordsOf(text);
    const stems = words.map(stem);
    /** @type {Map<Feature, number>} */
    const found = new Map();
    stems.forEach((word, i) => {
      found.set(`=${word}`, WEIGHTS.word);
      if (i) found.set(`=${stems[i - 1]} ${word}`, WEIGHTS.word);
    });
    const letters = ` ${words.join(" ")} `;
    for (const size of LETTERS_SIZES) {
      for (let i = 0; i + size <= letters.length; i += 1) found.set(letters.slice(i, i + size), WEIGHTS.letters);
    }
    return found;
  }

  /**
   * Prepare the phrasings of the pages: `{ votes, nearest, kind }`; `kind` is how they are
   * written: in "pairs" (without spaces between words) or in "words", or "" if there are none.
   *
   * `votes(text)` are for each page, by its position: where there are spaces between words, those of the
   * nearest phrasings. Elsewhere a query shares few parts with any one phrasing, and a separation learnt
   * from all of them does better: on test queries and on phrasings left out.
   *
   * @param {string[]} texts by position of a page, its phrasings, one a line; may be empty.
   * @param {(text: string) => Iterable<SynonymGroup>} [groupsOf] the groups of synonyms of a folded text: a
   *     word counts as each of its synonyms too.
   */
  function Asked(texts, groupsOf = () => []) {
    const phrasings = texts.flatMap((own, page) => own.split("\n").filter(Boolean).map((text) => ({ text, page })));
    const isPaired = (/** @type {{ text: string }} */ { text }) => runs(folded(text)).some((run) => run.isPaired);
    /** @type {Writing} */
    const kind = phrasings.length ? (phrasings.filter(isPaired).length > phrasings.length / 2 ? "pairs" : "words") : "";
    const writtenIn = kind === "pairs" ? featuresOfParts : featuresOfWords;
    const featuresOf = (/** @type {string} */ text) => {
      const found = writtenIn(text);
      for (const group of groupsOf(folded(text))) found.set(group, WEIGHTS.synonyms);
      return found;
    };
    /** @type {Map<Feature, FeaturePostings>} */
    const postings = new Map();
    phrasings.forEach(({ text }, id) => {
      for (const [feature, weight] of featuresOf(text)) {
        if (!postings.has(feature)) postings.set(feature, { ids: [], weights: [], rarity: 0, place: 0 });
        const own = /** @type {FeaturePostings} */ (postings.get(feature));
        own.ids.push(id);
        own.weights.push(weight);
      }
    });
    /** @param {FeaturePostings} [own] */
    const rarity = (own) => Math.log((phrasings.length + 1) / ((own ? own.ids.length : 0) + 0.5));
    const lengths = new Float64Array(phrasings.length);
    for (const own of postings.values()) {
      own.rarity = rarity(own);
      own.ids.forEach((id, i) => { lengths[id] += (own.weights[i] * own.rarity) ** 2; });
    }

    /**
     * How similar each phrasing is to a text: cosine of their weighted features, 0 to 1.
     *
     * @param {string} text
     */
    function similarities(text) {
      const sums = new Float64Array(phrasings.length);
      let length = 0;
      for (const [feature, weight] of featuresOf(text)) {
        const own = postings.get(feature);
        const worth = weight * (own ? own.rarity : rarity());
        length += worth ** 2;
        if (own) own.ids.forEach((id, i) => { sums[id] += worth * own.weights[i] * own.rarity; });
      }
      return sums.map((sum, id) => (sum ? sum / Math.sqrt(length * lengths[id]) : 0));
    }

    /**
     * The votes of the nearest phrasings for each page.
     *
     * A page gets the sum of the squared similarities of its nearest phrasings. All are divided by
     * the square root of the greatest sum: so the best page's votes are about as great as its
     * phrasings are similar, and a query that resembles nothing hardly votes.
     *
     * @param {string} text
     */
    function nearest(text) {
      const best = texts.map(() => new Float64Array(NEAREST)); // similarities, greatest first
      similarities(text).forEach((similarity, id) => {
        const own = best[phrasings[id].page];
        let value = similarity;
        for (let i = 0; value > own[NEAREST - 1] && i < NEAREST; i += 1) {
          if (value > own[i]) [own[i], value] = [value, own[i]];
        }
      });
      const sums = best.map((own) => own.reduce((sum, value) => sum + value ** 2, 0));
      const most = Math.sqrt(Math.max(0, ...sums)) || 1;
      return sums.map((sum) => sum / most);
    }

    /**
     * The weights of the features of a text, divided by its length: `{ places, values }` of the known ones.
     *
     * @param {string} text
     */
    function vectorOf(text) {
      /** @type {number[]} */
      const places = [];
      /** @type {number[]} */
      const values = [];
      let length = 0;
      for (const [feature, weight] of featuresOf(text)) {
        const own = postings.get(feature);
        const worth = weight * (own ? own.rarity : rarity());
        length += worth ** 2;
        if (!own) continue;
        places.push(own.place);
        values.push(worth);
      }
      const norm = Math.sqrt(length);
      return { places: Int32Array.from(places), values: Float64Array.from(values, (value) => value / norm) };
    }

    /** A function that tells the votes of the phrasings by what was learnt from all of them. */
    function learnt() {
      Array.from(postings.values()).forEach((own, place) => { own.place = place; });
      const { own: cost, other: elsewhere } = LEARNING;
      const cases = phrasings.map(({ text, page }) => ({ ...vectorOf(text), group: page, cost, elsewhere }));
      const weights = separated(cases, postings.size, texts.length, LEARNING.rounds);
      return (/** @type {string} */ text) => {
        const { places, values } = vectorOf(text);
        if (!places.length) return texts.map(() => 0);
        const sure = decisions(weights, places, values, texts.length);
        return texts.map((own, page) => (own ? LEARNING.votes * Math.max(0, (1 + sure[page]) / 2) : 0));
      };
    }

    return { votes: kind === "pairs" ? learnt() : nearest, nearest, kind };
  }

  return { Asked, FREE, textsOf };
})();

if (typeof module === "object") module.exports = asked;
