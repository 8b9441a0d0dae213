"use strict";
// Scores each term of the index in each section it occurs in: BM25+ with weights of fields. Pure; the
// build runs it once, because a score depends on the index alone and not on the query.
//
// For each word it also stores a bit mask of the hashes of the terms that follow it in the section, to tell a phrase
// from scattered words. Pairs of characters overlap, so they need none.

/** @typedef {{ count: number, next: number }} Occurrence */
/** @typedef {Record<string, [section: number, own: Occurrence][]>} OccurrencesByField */
/** @typedef {{ count: number, last: number }} PageCount */

const scoring = (() => {
  const isModule = typeof require === "function";
  const { folded, terms } = isModule ? require("./analyzer.js") : analyzer;
  const { maskOf } = isModule ? require("./hashes.js") : hashes;

  // Tuned by measuring test queries: `make search-report`.
  /** @type {Record<string, number>} */
  const FIELDS = { title: 2.8, path: 3.1, text: 1 }; // weights of the fields
  const RARITY = 0.4; // share of its score that a term loses if it occurs on every page
  const [SATURATION, LENGTH, DELTA] = [1.2, 0.7, 0.5]; // k, b and delta of BM25+

  /**
   * The texts of a section by field.
   *
   * @param {IndexPage} page
   * @param {IndexSection} section
   * @param {number} position
   */
  function fieldsOf(page, section, position) {
    return {
      title: section.title,
      path: position ? [page.title, ...section.path].join("\n") : "",
      text: section.text,
    };
  }

  /**
   * The terms of a text; `next` is the mask of what follows a term.
   *
   * @param {string} text
   */
  function counted(text) {
    /** @type {Map<string, Occurrence>} */
    const found = new Map();
    /** @type {Occurrence | null} */
    let before = null;
    for (const { term, isPaired } of terms(folded(text), true)) {
      if (before) before.next |= maskOf(term);
      if (!found.has(term)) found.set(term, { count: 0, next: 0 });
      const own = /** @type {Occurrence} */ (found.get(term));
      own.count += 1;
      before = isPaired ? null : own;
    }
    return found;
  }

  /**
   * Every occurrence of a term, by field, and the lengths of the fields, in different terms.
   *
   * @param {IndexPage[]} pages
   */
  function occurrencesIn(pages) {
    /** @type {Record<string, number[]>} */
    const lengths = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, []]));
    /** @type {Map<string, OccurrencesByField>} */
    const byTerm = new Map();
    /** @type {Map<string, PageCount>} */
    const pagesWith = new Map(); // by term; the path of a section does not count
    let id = 0;
    pages.forEach((page, number) => [...page.sections, ...page.entries].forEach((section, position) => {
      for (const [field, text] of Object.entries(fieldsOf(page, section, position))) {
        const found = counted(text);
        lengths[field].push(found.size);
        for (const [term, own] of found) {
          if (!byTerm.has(term)) byTerm.set(term, {});
          (/** @type {OccurrencesByField} */ (byTerm.get(term))[field] ||= []).push([id, own]);
          if (field === "path") continue;
          if (!pagesWith.has(term)) pagesWith.set(term, { count: 0, last: -1 });
          const on = /** @type {PageCount} */ (pagesWith.get(term));
          if (on.last !== number) on.count += 1;
          on.last = number;
        }
      }
      id += 1;
    }));
    return { byTerm, lengths, pagesWith };
  }

  /**
   * The postings of each term, by section; their notes are the masks of what follows it.
   *
   * Sections are counted from 0 through all pages: the sections of a page, then its entries.
   *
   * @param {IndexPage[]} pages
   */
  function scored(pages) {
    const { byTerm, lengths, pagesWith } = occurrencesIn(pages);
    const all = lengths.title.length;
    const mean = (/** @type {number[]} */ list) => list.reduce((sum, length) => sum + length, 0) / list.length;
    const means = Object.fromEntries(Object.entries(lengths).map(([field, list]) => [field, mean(list)]));
    /** @type {Map<string, Posting[]>} */
    const found = new Map();
    for (const [term, fields] of byTerm) {
      const on = pagesWith.get(term);
      const rarity = 1 - RARITY * (Math.log(on ? on.count : 1) / Math.log(pages.length + 1));
      /** @type {Map<number, Posting>} */
      const own = new Map(); // by section
      for (const [field, list] of Object.entries(fields)) {
        const worth = FIELDS[field] * rarity * Math.log(1 + (all - list.length + 0.5) / (list.length + 0.5));
        for (const [id, { count, next }] of list) {
          const length = 1 - LENGTH + (LENGTH * lengths[field][id]) / means[field];
          if (!own.has(id)) own.set(id, [id, 0, 0]);
          const posting = /** @type {Posting} */ (own.get(id));
          posting[1] += worth * (DELTA + (count * (SATURATION + 1)) / (count + SATURATION * length));
          if (field !== "path") posting[2] |= next;
        }
      }
      found.set(term, Array.from(own.values()).sort(([a], [b]) => a - b));
    }
    return found;
  }

  return { scored };
})();

if (typeof module === "object") module.exports = scoring;
