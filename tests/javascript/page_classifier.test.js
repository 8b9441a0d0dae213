"use strict";
// What the phrasings of pages say about the parts of a text, and how a shard keeps it.

const assert = require("node:assert/strict");
const test = require("node:test");
const { levelOf, partsOf, votesBy } = require("../../overrides/assets/javascripts/search/page_classifier.js");
const { fitted } = require("../../overrides/assets/javascripts/search/page_classifier_fit.js");
const { headOf } = require("../../overrides/assets/javascripts/search/keys.js");
const { packed, unpacked } = require("../../overrides/assets/javascripts/search/postings.js");
const { groupsIn, thesaurus } = require("../../overrides/assets/javascripts/search/query.js");

const KNOWN = thesaurus([["book", "volume"]]);
const ASKED = [["late book", "lost book"], ["opening hours", "open today"], []];
const UNRELATED = ["train hours", "lost umbrella", "today's weather"]
  .flatMap((query) => Array.from({ length: 40 }, (_, i) => `${query} in place${i}`));
const partsIn = (text) => partsOf(text, groupsIn(text, KNOWN));

/** The votes for the pages, and how related a text is, if all that is learnt is read. */
function heard(text, { asked = ASKED, unrelated = UNRELATED, isBorrowed = false } = {}) {
  const { learnt, parts } = fitted({ asked, unrelated, isBorrowed }, KNOWN);
  return votesBy(learnt)(partsIn(text), (key) => parts.get(key));
}

test("the parts of a text are words, pairs of them, beginnings, and groups of synonyms", () => {
  const parts = partsIn("lost volumes");
  assert.deepEqual([...parts.keys()], ["lost", "volum", "lost volum", "volu ", "=0"]);
});

test("the parts of a script without spaces are pairs and groups of three; kana count less", () => {
  const parts = partsIn("返すのは");
  assert.deepEqual([...parts.keys()], ["返す", "すの", "のは", "返すの", "すのは"]);
  assert.ok(parts.get("すのは") < parts.get("返すの"));
});

test("a text votes for the page whose phrasings it resembles, or their synonyms", () => {
  for (const [text, page] of [["my book is late", 0], ["a late volume", 0], ["when do you open", 1]]) {
    const { votes } = heard(text);
    assert.equal(votes.indexOf(Math.max(...votes)), page, text);
  }
});

test("a page without phrasings, and a text without a known part, get no votes", () => {
  assert.equal(heard("late book").votes[2], 0);
  assert.deepEqual(heard("zorble").votes, [0, 0, 0]);
});

test("what sounds like something else is less related", () => {
  assert.ok(heard("late book").related > heard("train weather").related);
  assert.ok(heard("train weather").related < 0);
  assert.equal(heard("late book", { unrelated: UNRELATED.slice(0, 99) }).related, 0); // too few to tell
});

test("parts of shards that are not read count as if the text had none such", () => {
  const { learnt, parts } = fitted({ asked: ASKED, unrelated: UNRELATED, isBorrowed: false }, KNOWN);
  const read = (key) => (key.includes("open") ? null : parts.get(key));
  assert.deepEqual(votesBy(learnt)(partsIn("lost open"), read), votesBy(learnt)(partsIn("lost"), read));
  assert.ok(votesBy(learnt)(partsIn("lost zorble"), read).votes[0] < votesBy(learnt)(partsIn("lost"), read).votes[0]);
});

test("without phrasings nothing is learnt", () => {
  const { learnt, parts } = fitted({ asked: [[], []], unrelated: UNRELATED, isBorrowed: false }, KNOWN);
  assert.equal(learnt, null);
  assert.equal(parts.size, 0);
  assert.deepEqual(votesBy(learnt)(partsIn("book"), () => undefined), { votes: [], related: 0 });
});

test("the same texts give the same parts, and fewer where they are borrowed", () => {
  const own = { asked: ASKED, unrelated: UNRELATED, isBorrowed: false };
  const textsOf = (first) => Array.from({ length: 700 }, (_, i) => `${first}${i} b${i >> 1} c${i >> 2}`);
  const many = { asked: [textsOf("a"), textsOf("d")], unrelated: [], isBorrowed: false }; // few texts keep all
  const weightsIn = ({ parts }) => [...parts.values()].reduce((sum, { pages }) => sum + pages.length, 0);
  assert.deepEqual(fitted(own, KNOWN), fitted(own, KNOWN));
  assert.ok(weightsIn(fitted({ ...many, isBorrowed: true }, KNOWN)) < weightsIn(fitted(many, KNOWN)));
});

test("levels go by the root of a weight, and little is none", () => {
  assert.deepEqual([1, -1, 0.25, 0.001, 0].map((weight) => levelOf(weight, 1)), [7, -7, 4, 0, 0]);
});

test("a shard keeps what phrasings say, beside postings or without", () => {
  const part = { count: 200, pages: [0, 3, 33], levels: [-7, 7, 1] };
  const shard = unpacked(packed([["late", [[2, 1.5, 0]], part], ["late book", [], part], ["lost", [[1, 2, 0]]]]));
  assert.deepEqual(shard.terms, ["late", "late book", "lost"]);
  assert.deepEqual([0, 1, 2].map((at) => shard.listOf(at).ids), [[2], [], [1]]);
  assert.deepEqual([shard.partOf(0), shard.partOf(1)], [part, part]);
  assert.equal(shard.partOf(2), undefined);
});

const HEADS = [
  ["late", "late"], ["latecomer", "late"], ["late book", "late"], ["latecom ", "late"], ["on the", "on"], ["on=1x9", "on"],
  ["返す", "返す"], ["返すの", "返す"], ["本", "本"], ["𠮷野家", "𠮷野"], ["=12", "=12"],
];
for (const [key, head] of HEADS) {
  test(`keys that stand in one shard have a head in common: "${key}"`, () => assert.equal(headOf(key), head));
}
