"use strict";
// What is searched for, and which pages are moved up into the first results because a section holds the whole query.

const assert = require("node:assert/strict");
const test = require("node:test");
const { thesaurus } = require("../../overrides/assets/javascripts/search/query.js");
const { Ranking, moveUp } = require("../../overrides/assets/javascripts/search/ranking.js");

/**
 * The pages 0, 1, 2 ... in the order in which moveUp() leaves them.
 *
 * @param {number} count
 * @param {{ holding: number[], sure?: number[] }} which pages
 */
function order(count, { holding, sure = [] }) {
  const entries = Array.from({ length: count }, (_, page) => ({ page, score: count - page, isSure: sure.includes(page) }));
  moveUp(entries, holding);
  return entries.map(({ page }) => page);
}

test("pages that hold the query are moved up into the first three, but not above the first", () => {
  assert.deepEqual(order(5, { holding: [4] }), [0, 1, 4, 2, 3]);
  assert.deepEqual(order(5, { holding: [3, 4] }), [0, 3, 4, 1, 2]);
});

test("a page that the phrasings are sure of keeps its place", () => {
  assert.deepEqual(order(5, { holding: [3, 4], sure: [1] }), [0, 1, 3, 2, 4]);
  assert.deepEqual(order(4, { holding: [3], sure: [1, 2] }), [0, 1, 2, 3]);
});

/**
 * What a ranking finds on a site of one section, which has the word "desk" only.
 *
 * @param {string} typed
 * @param {(text: string) => string} guess the correction of words that may be right.
 */
function searched(typed, guess) {
  const has = (/** @type {{ term: string }} */ { term }) => term === "desk";
  const list = (/** @type {{ term: string }} */ wanted) => ({ ids: has(wanted) ? [0] : [], scores: has(wanted) ? [1] : [], notes: [], certainty: 1 });
  const words = {
    corrected: (/** @type {string} */ text, /** @type {unknown} */ _, isGuessed = false) => (isGuessed ? guess(text) : text),
    count: (/** @type {string} */ term) => list({ term }).ids.length,
    exactly: (/** @type {string} */ term) => (has({ term }) ? list({ term }) : undefined),
    find: list,
    followed: () => new Set(),
    limitShards: (/** @type {object[]} */ terms) => terms,
    prepare: async () => () => undefined,
  };
  return Ranking({ weights: [1], starts: [0, 1], known: thesaurus([]) }, words).search(typed);
}

test("where nothing is found, words that may be right are corrected, and the result says so", async () => {
  assert.equal((await searched("desk", () => "")).found, true);
  assert.equal((await searched("disk", () => "disk")).found, false);
  assert.equal((await searched("disk", () => "desk")).found, true);
});

test("a correction that finds nothing either changes nothing", async () => {
  const asked = [];
  const { found } = await searched("disk", (text) => { asked.push(text); return "bink"; });
  assert.deepEqual([found, asked], [false, ["disk"]]);
});
