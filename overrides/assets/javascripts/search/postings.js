"use strict";
// The text form of postings: which sections contain a term, and how much the term says about each.
// Pure; the build writes what the browser reads.
//
// A shard holds a range of the sorted terms: `{ terms, bases, gaps, levels, notes, asked }`, six texts, which
// compress better apart. Numbers are single characters (number_codec.js). A term is written without the beginning it
// shares with the term before it, a section as the gap to the one before it, a score as steps on a
// logarithmic scale above the least score of its term. `notes` is one more number per posting, if needed: of a word
// the mask of the terms that follow it, of a group of synonyms the share of a word in the section. `asked` has the
// weights of a feature (page_classifier.js): the number of phrasings with it, and the pages and levels of its weights.
// A feature that is no term has no postings.

const postings = (() => {
  const { MORE, decode, encode } = typeof require === "function" ? require("./number_codec.js") : numberCodec;

  const STEP = 1.25; // ratio of two scores on neighbouring steps
  const LOWEST = -24; // step of the smallest score that can be written: 0.005
  const HALF = 13; // bits of a half of a note
  const SPAN = 16; // number of values of a level
  const END = " "; // behind what each term has, so that shards can be joined; no number is written so
  // Separates terms, and says how many characters a term shares with the one before it. None of
  // these occurs in a term.
  const SHARED = "!#$%&()*+,-./:;<>?@[]^_`{|}~";

  /**
   * A note as a text: its lower and its upper half.
   *
   * @param {number} note
   */
  function encodeNote(note) {
    return encode(note & ((1 << HALF) - 1)) + encode(note >>> HALF);
  }

  /**
   * The notes of a text of such halves.
   *
   * @param {string} text
   */
  function decodeNotes(text) {
    const halves = decode(text);
    return Array.from({ length: halves.length / 2 }, (_, i) => halves[2 * i] | (halves[2 * i + 1] << HALF));
  }

  /**
   * A feature as a text; empty without one.
   *
   * @param {FeatureWeights} [feature]
   */
  function encodeFeature(feature) {
    if (!feature) return "";
    const { count, pages, levels } = feature;
    const gaps = pages.map((page, i) => page - (i ? pages[i - 1] + 1 : 0));
    return encode(count) + gaps.map((gap, i) => encode(gap * SPAN + levels[i] + SPAN / 2)).join("");
  }

  /** @param {string} text */
  function decodeFeature(text) {
    const [count, ...pairs] = decode(text);
    let page = -1;
    const pages = pairs.map((pair) => { page += Math.floor(pair / SPAN) + 1; return page; });
    return { count, pages, levels: pairs.map((pair) => (pair % SPAN) - SPAN / 2) };
  }

  /**
   * A shard of postings.
   *
   * @param {TermPostings[]} entries sorted by term, and by section.
   * @returns {PackedShard}
   */
  function pack(entries) {
    const shard = { terms: "", bases: "", gaps: "", levels: "", notes: "", asked: "" };
    let before = "";
    for (const [term, list, feature] of entries) {
      const shared = sharedLength(before, term);
      shard.terms += SHARED[shared] + term.slice(shared);
      before = term;
      const steps = list.map(([, score]) => Math.max(LOWEST, Math.round(Math.log(score) / Math.log(STEP))));
      const base = steps.length ? steps.reduce((least, step) => Math.min(least, step)) : LOWEST;
      shard.bases += encode(base - LOWEST);
      shard.levels += steps.map((step) => encode(step - base)).join("");
      shard.gaps += list.map(([id], i) => encode(id - (i ? list[i - 1][0] + 1 : 0))).join("") + END;
      shard.notes += (list.some(([,, note]) => note) ? list.map(([,, note]) => encodeNote(note)).join("") : "") + END;
      shard.asked += encodeFeature(feature) + END;
    }
    return shard;
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  function sharedLength(one, other) {
    let length = 0;
    while (length < SHARED.length - 1 && length < other.length && one[length] === other[length]) length += 1;
    return length;
  }

  /**
   * The terms of a shard, sorted.
   *
   * @param {string} text
   */
  function termsOf(text) {
    /** @type {string[]} */
    const found = [];
    let before = "";
    for (let i = 0; i < text.length;) {
      let end = i + 1;
      while (end < text.length && !SHARED.includes(text[end])) end += 1;
      before = before.slice(0, SHARED.indexOf(text[i])) + text.slice(i + 1, end);
      found.push(before);
      i = end;
    }
    return found;
  }

  /**
   * Read a shard: `{ terms, listOf, featureOf }`; `terms` are sorted, `listOf(position)` are the postings of a
   * term by its position: `{ ids, scores, notes }`, of the same length; `notes` may be empty. `featureOf(position)`
   * is the feature (page_classifier.js) with its key, or undefined.
   *
   * @param {PackedShard} shard
   * @returns {Shard}
   */
  function unpack(shard) {
    const terms = termsOf(shard.terms);
    const bases = decode(shard.bases);
    const gaps = shard.gaps.split(END);
    const notes = shard.notes.split(END);
    const features = shard.asked.split(END);
    const starts = [0]; // of each term in `levels`; no score is so great that it takes two characters
    /** @type {Postings[]} */
    const lists = [];

    /** @param {number} position */
    function listOf(position) {
      if (lists[position]) return lists[position];
      for (let i = starts.length; i <= position + 1; i += 1) starts[i] = starts[i - 1] + countIn(gaps[i - 1]);
      const levels = decode(shard.levels.slice(starts[position], starts[position + 1]));
      let id = -1;
      const ids = decode(gaps[position]).map((gap) => { id += gap + 1; return id; });
      const scores = levels.map((level) => STEP ** (level + bases[position] + LOWEST));
      lists[position] = { ids, scores, notes: decodeNotes(notes[position]) };
      return lists[position];
    }

    return { terms, listOf, featureOf: (position) => (features[position] ? decodeFeature(features[position]) : undefined) };
  }

  /** @param {string} text */
  function countIn(text) {
    let count = text.length;
    for (let at = text.indexOf(MORE); at >= 0; at = text.indexOf(MORE, at + 1)) count -= 1;
    return count;
  }

  /**
   * Position of the first of the sorted texts that is not before another text.
   *
   * @param {string[]} sorted
   * @param {string} text
   */
  function positionOf(sorted, text) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return { pack, positionOf, unpack };
})();

if (typeof module === "object") module.exports = postings;
