"use strict";
// A mistyped word is looked up by similar ones, whose shard may not be loaded yet.

const assert = require("node:assert/strict");
const test = require("node:test");
const { Lexicon } = require("../../overrides/assets/javascripts/search/lexicon.js");
const { pack } = require("../../overrides/assets/javascripts/search/postings.js");

const SHARDS = [[["kitchen", [[1, 1, 0]]]], [["library", [[2, 1, 0]]]]].map(pack);
const BOUNDS = ["kitchen", "library"];
const SLOW = 20; // milliseconds
const TYPED = { term: "kibrary", weight: 1, start: 0, isPaired: false, isLast: false };

test("a query with a mistyped word waits for a shard that the query before it began to read", async () => {
  let begun;
  const isBegun = new Promise((done) => { begun = done; });
  const readShard = async (number) => {
    if (number === 1) {
      begun();
      await new Promise((done) => { setTimeout(done, SLOW); });
    }
    return SHARDS[number];
  };
  const { find, prepare } = Lexicon({ bounds: BOUNDS, common: [], pages: 1 }, readShard, async () => BOUNDS, 3);
  const before = prepare([TYPED], []);
  await isBegun;
  await prepare([TYPED], []);
  assert.deepEqual(find(TYPED).ids, [2]);
  await before;
});

test("a mistyped word is taken for the one that it surely is, and no other is", async () => {
  const { corrected, prepare } = Lexicon({ bounds: BOUNDS, common: [], pages: 1 }, async (number) => SHARDS[number], async () => BOUNDS, 3);
  const text = "kibrarys, my kibrary and kitchin of liberty";
  const terms = ["kibrary", "kitchin", "liberty"].map((term) => ({ ...TYPED, term, start: text.lastIndexOf(term) }));
  await prepare(terms, []);
  assert.equal(corrected(text, terms), "kibrarys, my library and kitchen of liberty");
});

test("a word that may be right is corrected only if one asks to guess, and none that belongs to what no page answers", async () => {
  const slip = { count: 1, pages: [0], levels: [1] };
  const unrelated = { count: 1, pages: [0, 1], levels: [-1, 2] }; // of two groups: one page, and what it does not answer
  const shards = [[["desk", [[1, 1, 0]]], ["disk", [], slip], ["dusk", [], unrelated]]].map(pack);
  const { corrected, prepare } = Lexicon({ bounds: ["desk"], common: [], pages: 1 }, async (number) => shards[number], async () => ["desk"], 3);
  const text = "dask disk dusk";
  const typed = ["dask", "disk", "dusk"].map((term) => ({ ...TYPED, term, start: text.indexOf(term) }));
  await prepare(typed, []);
  assert.equal(corrected(text, typed), text);
  assert.equal(corrected(text, typed, true), "desk desk dusk");
});

test("the whole word is replaced where its stem has other letters", async () => {
  const shards = [[["polic", [[2, 1, 0]]]]].map(pack);
  const { corrected, prepare } = Lexicon({ bounds: ["polic"], common: [], pages: 1 }, async (number) => shards[number], async () => ["polic"], 3);
  const typed = [{ ...TYPED, term: "poliz", start: 4 }];
  await prepare(typed, []);
  assert.equal(corrected("the polise, now", typed, true), "the polic, now");
});

test("a word that is two words without the space between them is taken for these", async () => {
  const { corrected, prepare } = Lexicon({ bounds: BOUNDS, common: [], pages: 1 }, async (number) => SHARDS[number], async () => BOUNDS, 3);
  const text = "my libraryofkitchen and gardenkitchen";
  const terms = ["libraryofkitchen", "gardenkitchen"].map((term) => ({ ...TYPED, term, start: text.indexOf(term) }));
  await prepare(terms, []);
  assert.equal(corrected(text, terms), "my library of kitchen and gardenkitchen");
});

test("half an ending finds its word, also where another word begins like that", async () => {
  const shards = [[["lend", [[1, 1, 0]]]], [["lendit", [[2, 1, 0]]]]].map(pack);
  const words = ["lend", "lendit"];
  const { find, prepare } = Lexicon({ bounds: words, common: [], pages: 1 }, async (number) => shards[number], async () => words, 3);
  const typed = { ...TYPED, term: "lendi", isLast: true };
  await prepare([typed], []);
  assert.deepEqual(find(typed).ids, [1, 2]);
});

test("the weightiest terms count where a query needs many shards; common shards and its keys come first", () => {
  const typed = (term, weight) => ({ ...TYPED, term, weight });
  const terms = [typed("apple", 1), typed("library", 3), typed("kitchen", 2)];
  const limitedBy = (common) => Lexicon({ bounds: ["a", "kitchen", "library", "x"], common, pages: 1 }, async () => SHARDS[0], async () => [], 3).limitShards;
  const names = (found) => found.map(({ term }) => term);
  assert.deepEqual(names(limitedBy([])(terms, [], 2)), ["library", "kitchen"]);
  assert.deepEqual(names(limitedBy([0])(terms, [], 2)), ["apple", "library", "kitchen"]);
  assert.deepEqual(names(limitedBy([])(terms, ["x=1"], 2)), ["library"]);
  assert.deepEqual(names(limitedBy([])(terms, ["x=1"], 1)), ["library"]);
});
