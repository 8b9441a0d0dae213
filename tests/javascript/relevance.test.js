"use strict";
// A query that sounds like what people type who want the site is told from one that does not.

const assert = require("node:assert/strict");
const test = require("node:test");
const { relevanceOf } = require("../../overrides/assets/javascripts/search/relevance.js");
const { fitted } = require("../../overrides/assets/javascripts/search/relevance_fit.js");

const related = ["when is the library open", "renew a book", "library card lost", "book is late", "本を返したい", "図書館 何時まで"];
const unrelated = ["train to the airport", "pasta recipe", "lost my umbrella", "電車 遅延", "カレー 作り方", "明日の天気"];
const relevance = relevanceOf(fitted({ related, names: ["Opening hours", "図書館"], unrelated }));

for (const text of [...related, "library opening hours", "a late book", "図書館のカード"]) {
  test(`"${text}" is related`, () => assert.ok(relevance(text) > 0));
}
for (const text of [...unrelated, "recipe for pasta", "airport train times", "あしたの天気"]) {
  test(`"${text}" is not`, () => assert.ok(relevance(text) < 0));
}

test("without texts of both sides nothing is told", () => {
  assert.equal(fitted({ related, names: [], unrelated: [] }), null);
  assert.equal(fitted({ related: [], names: [], unrelated }), null);
  assert.equal(relevanceOf(null)("library"), 0);
});

test("the same texts give the same weights, one character for each place and the bias", () => {
  const weights = fitted({ related, names: [], unrelated });
  assert.deepEqual(weights, fitted({ related, names: [], unrelated }));
  assert.ok(/^[\x20-\x7e]{16385}$/.test(weights.levels));
});
