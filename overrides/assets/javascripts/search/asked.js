"use strict";
// Compares a query with the phrasings of docs/_data/asked: what people type who want a page. Pure.

const asked = (() => {
  const isModule = typeof require === "function";
  const { PAIRED, folded, stem } = isModule ? require("./analyzer.js") : analyzer;
  const { decisions, separated } = isModule ? require("./separation.js") : separation;

  const NEAREST = 5; // number of phrasings of a page that vote for it
  const KANA = [0x3041, 0x3096]; // the first one and the last one
  // Weights of features before their rarity. Hiragana mostly writes grammar, as in query.js.
  const WEIGHTS = { part: 1, kana: 0.5, word: 1, letters: 0.4, synonyms: 1 };
  const LONGEST_PART = 3; // in characters, in languages without spaces
  const LETTERS_SIZES = [4, 5]; // the least and the most letters, spaces included, in the others: they forgive typos
  const FEATURES = 2 ** 20; // a feature is known by its hash below this number: few share one
  const [SYNONYMS, WORD] = [-1, -2]; // begin the hashes of what is no group of letters
  const LEARNING = { rounds: 4, own: 2, other: 0.2, votes: 2 }; // costs of a mistake, votes of a sure page

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

  const wordsOf = (/** @type {string} */ text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

  /**
   * The hash of a text and one more character, by its code: the hashes of all parts of a text come one from the
   * other, which is much faster than to hash each with hashes.js. `placed` makes a feature of a hash.
   *
   * @param {number} hash
   * @param {number} code
   */
  const extended = (hash, code) => Math.imul(hash ^ code, 0x9e3779b1);
  const placed = (/** @type {number} */ hash) => hash >>> (32 - Math.log2(FEATURES));

  /**
   * @param {string} text
   * @param {number} hash of what stands before it.
   */
  function extendedBy(text, hash) {
    let whole = hash;
    for (let i = 0; i < text.length; i += 1) whole = extended(whole, text.charCodeAt(i));
    return whole;
  }

  /**
   * The features of a folded text without spaces between words, and their weights.
   *
   * @param {string} text
   */
  function featuresOfParts(text) {
    const codes = Array.from(wordsOf(text).join(""), (character) => character.codePointAt(0) ?? 0);
    /** @type {Map<number, number>} */
    const found = new Map();
    codes.forEach((_, from) => {
      let hash = 0;
      let isKana = true;
      for (let i = from; i < Math.min(from + LONGEST_PART, codes.length); i += 1) {
        hash = extended(hash, codes[i]);
        isKana = isKana && codes[i] >= KANA[0] && codes[i] <= KANA[1];
        if (i > from || !isKana) found.set(placed(hash), isKana ? WEIGHTS.kana : WEIGHTS.part);
      }
    });
    return found;
  }

  /**
   * The features of a folded text with spaces: its words, pairs of words, and groups of letters.
   *
   * @param {string} text
   */
  function featuresOfWords(text) {
    const words = wordsOf(text);
    /** @type {Map<number, number>} */
    const found = new Map();
    let last = 0;
    words.map(stem).forEach((word, i) => {
      const own = extendedBy(word, WORD);
      found.set(placed(own), WEIGHTS.word);
      if (i) found.set(placed(extended(last, own)), WEIGHTS.word);
      last = own;
    });
    const letters = ` ${words.join(" ")} `;
    const [shortest, longest] = LETTERS_SIZES;
    for (let from = 0; from + shortest <= letters.length; from += 1) {
      let hash = 0;
      for (let i = from; i < Math.min(from + longest, letters.length); i += 1) {
        hash = extended(hash, letters.charCodeAt(i));
        if (i - from + 1 >= shortest) found.set(placed(hash), WEIGHTS.letters);
      }
    }
    return found;
  }

  /**
   * Multiply each value by a factor, then scale them all to a vector of length 1.
   *
   * @param {Float64Array} values
   * @param {(i: number) => number} factor
   */
  function scale(values, factor) {
    let square = 0;
    for (let i = 0; i < values.length; i += 1) {
      values[i] *= factor(i);
      square += values[i] ** 2;
    }
    const length = Math.sqrt(square) || 1;
    for (let i = 0; i < values.length; i += 1) values[i] /= length;
  }

  /**
   * Prepare the phrasings of the pages: `{ votes, nearest, kind }`; `kind` is how they are
   * written: in "pairs" (without spaces between words) or in "words", or "" if there are none.
   *
   * `votes(text)` are for each page, by its position, from a separation of the pages learnt from all phrasings:
   * on test queries and on phrasings left out it finds more than the nearest phrasings do. `nearest(text)` are
   * the votes of those, which also tell how far the query is from all of them.
   *
   * @param {string[]} texts by position of a page, its phrasings, one a line; may be empty.
   * @param {(text: string) => Iterable<SynonymGroup>} [groupsOf] the groups of synonyms of a folded text: a
   *     word counts as each of its synonyms too.
   */
  function Asked(texts, groupsOf = () => []) {
    const phrasings = texts.flatMap((own, page) => (
      own.split("\n").filter(Boolean).map((text) => ({ text: folded(text), page }))));
    const paired = phrasings.filter(({ text }) => PAIRED.test(text)).length;
    /** @type {Writing} */
    const kind = phrasings.length ? (paired > phrasings.length / 2 ? "pairs" : "words") : "";
    const writtenIn = kind === "pairs" ? featuresOfParts : featuresOfWords;
    const featuresOf = (/** @type {string} */ text) => {
      const found = writtenIn(text);
      for (const { number = 0 } of groupsOf(text)) found.set(placed(extended(SYNONYMS, number)), WEIGHTS.synonyms);
      return found;
    };
    const places = new Int32Array(FEATURES).fill(-1); // of the features of all phrasings
    /** @type {number[]} */
    const counts = []; // of phrasings, by place
    const vectors = phrasings.map(({ text }) => {
      const found = featuresOf(text);
      const own = Int32Array.from(found.keys(), (feature) => {
        if (places[feature] < 0) places[feature] = counts.push(0) - 1;
        counts[places[feature]] += 1;
        return places[feature];
      });
      return { places: own, values: Float64Array.from(found.values()) };
    });
    const rarity = (count = 0) => Math.log((phrasings.length + 1) / (count + 0.5));
    const rarities = Float64Array.from(counts, rarity);
    for (const { places: own, values } of vectors) scale(values, (i) => rarities[own[i]]);

    /**
     * The weights of the features of a text, divided by its length: `{ places, values }` of the known ones.
     *
     * @param {string} text
     */
    function vectorOf(text) {
      const found = featuresOf(folded(text));
      const all = Array.from(found.keys(), (feature) => places[feature]);
      const values = Float64Array.from(found.values());
      scale(values, (i) => (all[i] < 0 ? rarity() : rarities[all[i]]));
      return {
        places: Int32Array.from(all.filter((place) => place >= 0)),
        values: values.filter((_, i) => all[i] >= 0),
      };
    }

    /**
     * How similar each phrasing is to a text: cosine of their weighted features, 0 to 1.
     *
     * @param {string} text
     */
    function similarities(text) {
      const asks = vectorOf(text);
      const weights = new Float64Array(counts.length);
      asks.places.forEach((place, i) => { weights[place] = asks.values[i]; });
      return vectors.map(({ places: own, values }) => {
        let sum = 0;
        for (let i = 0; i < own.length; i += 1) sum += weights[own[i]] * values[i];
        return sum;
      });
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

    /** A function that tells the votes of the phrasings by what was learnt from all of them. */
    function learnt() {
      const { own: cost, other: elsewhere } = LEARNING;
      const cases = vectors.map((vector, id) => ({ ...vector, group: phrasings[id].page, cost, elsewhere }));
      const weights = separated(cases, counts.length, texts.length, LEARNING.rounds);
      return (/** @type {string} */ text) => {
        const asks = vectorOf(text);
        if (!asks.places.length) return texts.map(() => 0);
        const sure = decisions(weights, asks.places, asks.values, texts.length);
        return texts.map((own, page) => (own ? LEARNING.votes * Math.max(0, (1 + sure[page]) / 2) : 0));
      };
    }

    return { votes: learnt(), nearest, kind };
  }

  return { Asked, FREE, textsOf };
})();

if (typeof module === "object") module.exports = asked;
