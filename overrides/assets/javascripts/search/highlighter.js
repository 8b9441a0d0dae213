"use strict";
// Marks the matches of a query in a text: pieces, `[[text, isMarked]]`, which join to the text. Pure.

/** @typedef {[start: number, end: number]} Match in UTF-16 units. */
/** @typedef {{ plain: string, places: number[], own: Term[] }} Analysed */

const highlighter = (() => {
  const { foldedWithPlaces, terms } = typeof require === "function" ? require("./analyzer.js") : analyzer;

  const MIN_MATCH = 2; // minimum length of a marked match in a script without spaces, in UTF-16 units
  const PARTICLE = /[\u4e00-\u9fff々][がをはにのもとでか]$/; // 番号か: the word ends before it
  const REMEMBERED = 400; // maximum size of the cache, in texts
  /** @type {Map<string, Analysed>} */
  const memory = new Map();
  const SENTENCE_ENDS = ["。", ". ", "？", "।", "؟", "۔"];
  const BEFORE = 24; // characters that an excerpt shows before the first match

  /**
   * The terms of a text, cached: each keystroke highlights mostly the same sections again.
   *
   * @param {string} text
   */
  function analysed(text) {
    let found = memory.get(text);
    if (!found) {
      const { text: plain, places } = foldedWithPlaces(text);
      found = { plain, places, own: terms(plain) };
      if (memory.size >= REMEMBERED) memory.clear();
      memory.set(text, found);
    }
    return found;
  }

  /**
   * The matches of a query in a text, merged and sorted.
   *
   * @param {string} text
   * @param {HighlightedTerms} highlight
   * @returns {Match[]}
   */
  function matches(text, highlight) {
    const { plain, places, own } = analysed(text);
    /** @type {[start: number, end: number, isPaired: boolean][]} */
    const found = [];
    for (const { term, start, end, isPaired } of own) {
      if (highlight.terms.has(term) || (!isPaired && highlight.prefix && term.startsWith(highlight.prefix))) {
        const last = found[found.length - 1];
        if (last && start <= last[1]) last[1] = Math.max(last[1], end);
        else found.push([start, end, isPaired]);
      }
    }
    return found
      .map(([start, end, isPaired]) => /** @type {const} */ (
        [start, PARTICLE.test(plain.slice(start, end)) ? end - 1 : end, isPaired]))
      .filter(([start, end, isPaired]) => !isPaired || end - start >= MIN_MATCH)
      .map(([start, end]) => [places[start], endOf(places, end)]);
  }

  /**
   * The end, in the original text, of the character before an offset of the folded text.
   *
   * @param {number[]} places
   * @param {number} unit
   */
  function endOf(places, unit) {
    let after = unit;
    while (after < places.length - 1 && places[after] === places[unit - 1]) after += 1;
    return places[after];
  }

  /**
   * A part of a text in pieces; matches that it cuts are not marked.
   *
   * @param {string} text
   * @param {Match[]} found
   * @param {number} from
   * @param {number} to
   */
  function pieces(text, found, from, to) {
    /** @type {Piece[]} */
    const made = [];
    let at = from;
    for (const [start, end] of found) {
      if (start < from || end > to) continue;
      made.push([text.slice(at, start), false], [text.slice(start, end), true]);
      at = end;
    }
    made.push([text.slice(at, to), false]);
    return made.filter(([piece]) => piece);
  }

  /**
   * The excerpt with the most matches, in pieces: about `length` UTF-16 units.
   *
   * @param {string} text
   * @param {HighlightedTerms} highlight
   * @param {number} length
   * @returns {Piece[]}
   */
  function excerpt(text, highlight, length) {
    const found = matches(text, highlight);
    if (text.length <= length) return pieces(text, found, 0, text.length);
    let best = [0, 0];
    found.forEach(([start], i) => {
      let weight = 0;
      for (let k = i; k < found.length && found[k][1] <= start + length - BEFORE; k += 1) {
        weight += found[k][1] - found[k][0];
      }
      if (weight > best[1]) best = [start, weight];
    });
    const from = beginning(text, best[0]);
    const to = whole(text, Math.min(text.length, from + length));
    return [
      ...(from > 0 ? /** @type {Piece[]} */ ([["… ", false]]) : []),
      ...pieces(text, found, from, to),
      ...(to < text.length ? /** @type {Piece[]} */ ([[" …", false]]) : []),
    ];
  }

  /**
   * Offset of the start of an excerpt: the start of the match's sentence, else a little before it.
   *
   * @param {string} text
   * @param {number} match its start.
   */
  function beginning(text, match) {
    const before = text.slice(Math.max(0, match - BEFORE * 2), match);
    const sentence = Math.max(...SENTENCE_ENDS.map((end) => before.lastIndexOf(end)));
    if (sentence >= 0) return match - before.length + sentence + (before[sentence] === "." ? 2 : 1);
    const from = Math.max(0, match - BEFORE);
    const gap = text.slice(from, match).search(/[ 、，]/);
    return from > 0 && gap >= 0 ? from + gap + 1 : whole(text, from);
  }

  /**
   * Move an offset back, so that it splits neither a surrogate pair nor a letter from its marks.
   *
   * @param {string} text
   * @param {number} place
   */
  function whole(text, place) {
    let before = place;
    while (before > 0 && /^(?:[\udc00-\udfff]|\p{M})/u.test(text[before] || "")) before -= 1;
    return before;
  }

  return { excerpt, matches };
})();

if (typeof module === "object") module.exports = highlighter;
