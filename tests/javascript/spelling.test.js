"use strict";
// Words that were typed without the spaces between them.

const assert = require("node:assert/strict");
const test = require("node:test");
const { wordsIn } = require("../../overrides/assets/javascripts/search/spelling.js");

const KNOWN = new Set(["kitchen", "garden", "hose", "hosepipe", "pipe", "den", "gar", "chair"]);
const split = (text) => wordsIn(text, (word) => KNOWN.has(word), (word) => ["of", "my", "the"].includes(word));

test("a row of words without spaces is split into them", () => {
  assert.deepEqual(split("kitchenchair"), ["kitchen", "chair"]);
  assert.deepEqual(split("pipeofthegarden"), ["pipe", "of", "the", "garden"]);
});

test("the fewest words count", () => {
  assert.deepEqual(split("hosepipegarden"), ["hosepipe", "garden"]);
});

test("a text with anything else in it, or with more words than a query has, is left alone", () => {
  assert.deepEqual(split("kitchenx"), []);
  assert.deepEqual(split("xkitchen"), []);
  assert.deepEqual(split("chair".repeat(6)), []);
  assert.deepEqual(split("chair".repeat(5)).length, 5);
  assert.deepEqual(split(""), []);
});
