"use strict";
// Which pages are moved up into the first results because a section of theirs holds the whole query.

const assert = require("node:assert/strict");
const test = require("node:test");
const { moveUp } = require("../../overrides/assets/javascripts/search/ranking.js");

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
