"use strict";
// What the phrasings of pages say about the features of a text, and how a shard keeps it.

const assert = require("node:assert/strict");
const test = require("node:test");
const { levelOf, textFeatures, classifierOf } = require("../../overrides/assets/javascripts/search/page_classifier.js");
const { trainClassifier } = require("../../overrides/assets/javascripts/search/page_classifier_fit.js");
const { headOf } = require("../../overrides/assets/javascripts/search/keys.js");
const { pack, unpack } = require("../../overrides/assets/javascripts/search/postings.js");
const { groupsIn, thesaurus } = require("../../overrides/assets/javascripts/search/query.js");

const KNOWN = thesaurus([["book", "volume"]]);
const ASKED = [["late book", "lost book"], ["opening hours", "open today"], []];
const UNRELATED = ["train hours", "lost umbrella", "today's weather"]
  .flatMap((query) => Array.from({ length: 40 }, (_, i) => `${query} in place${i}`));
const featuresIn = (text) => textFeatures(text, groupsIn(text, KNOWN));

/** The votes for the pages, and how related a text is, if all shards are read. */
function classified(text, { asked = ASKED, unrelated = UNRELATED, isBorrowed = false } = {}) {
  const { model, features } = trainClassifier({ asked, unrelated, isBorrowed }, KNOWN);
  return classifierOf(model)(featuresIn(text), (key) => features.get(key));
}

test("the features of a text are words, pairs of them, beginnings, and groups of synonyms", () => {
  const features = featuresIn("lost volumes");
  assert.deepEqual([...features.keys()], ["lost", "volum", "lost volum", "volu ", "=0"]);
});

test("the features of a script without spaces are pairs and groups of three; kana count less", () => {
  const features = featuresIn("返すのは");
  assert.deepEqual([...features.keys()], ["返す", "すの", "のは", "返すの", "すのは"]);
  assert.ok(features.get("すのは") < features.get("返すの"));
});

test("a text votes for the page whose phrasings it resembles, or their synonyms", () => {
  for (const [text, page] of [["my book is late", 0], ["a late volume", 0], ["when do you open", 1]]) {
    const { votes } = classified(text);
    assert.equal(votes.indexOf(Math.max(...votes)), page, text);
  }
});

test("a page without phrasings, and a text without a known feature, get no votes", () => {
  assert.equal(classified("late book").votes[2], 0);
  assert.deepEqual(classified("zorble").votes, [0, 0, 0]);
});

test("what sounds like something else is less related", () => {
  assert.ok(classified("late book").related > classified("train weather").related);
  assert.ok(classified("train weather").related < 0);
  assert.equal(classified("late book", { unrelated: UNRELATED.slice(0, 99) }).related, 0); // too few to tell
});

test("features of shards that are not read count as if the text had none such", () => {
  const { model, features } = trainClassifier({ asked: ASKED, unrelated: UNRELATED, isBorrowed: false }, KNOWN);
  const read = (key) => (key.includes("open") ? null : features.get(key));
  assert.deepEqual(classifierOf(model)(featuresIn("lost open"), read), classifierOf(model)(featuresIn("lost"), read));
  assert.ok(classifierOf(model)(featuresIn("lost zorble"), read).votes[0] < classifierOf(model)(featuresIn("lost"), read).votes[0]);
});

test("without phrasings there is no model", () => {
  const { model, features } = trainClassifier({ asked: [[], []], unrelated: UNRELATED, isBorrowed: false }, KNOWN);
  assert.equal(model, null);
  assert.equal(features.size, 0);
  assert.deepEqual(classifierOf(model)(featuresIn("book"), () => undefined), { votes: [], related: 0 });
});

test("the same texts give the same features, and fewer where they are borrowed", () => {
  const own = { asked: ASKED, unrelated: UNRELATED, isBorrowed: false };
  const textsOf = (first) => Array.from({ length: 1500 }, (_, i) => `${first}${i} b${i >> 1} c${i >> 2}`);
  const many = { asked: [textsOf("a"), textsOf("d")], unrelated: [], isBorrowed: false }; // few texts keep all
  const weightsIn = ({ features }) => [...features.values()].reduce((sum, { pages }) => sum + pages.length, 0);
  assert.deepEqual(trainClassifier(own, KNOWN), trainClassifier(own, KNOWN));
  assert.ok(weightsIn(trainClassifier({ ...many, isBorrowed: true }, KNOWN)) < weightsIn(trainClassifier(many, KNOWN)));
});

test("levels go by the root of a weight, and little is none", () => {
  assert.deepEqual([1, -1, 0.25, 0.001, 0].map((weight) => levelOf(weight, 1)), [7, -7, 4, 0, 0]);
});

test("a shard keeps what phrasings say, beside postings or without", () => {
  const feature = { count: 200, pages: [0, 3, 33], levels: [-7, 7, 1] };
  const shard = unpack(pack([["late", [[2, 1.5, 0]], feature], ["late book", [], feature], ["lost", [[1, 2, 0]]]]));
  assert.deepEqual(shard.terms, ["late", "late book", "lost"]);
  assert.deepEqual([0, 1, 2].map((at) => shard.listOf(at).ids), [[2], [], [1]]);
  assert.deepEqual([shard.featureOf(0), shard.featureOf(1)], [feature, feature]);
  assert.equal(shard.featureOf(2), undefined);
});

const HEADS = [
  ["late", "late"], ["latecomer", "late"], ["late book", "late"], ["latecom ", "late"], ["on the", "on"], ["on=1x9", "on"],
  ["返す", "返す"], ["返すの", "返す"], ["本", "本"], ["𠮷野家", "𠮷野"], ["=12", "=12"],
];
for (const [key, head] of HEADS) {
  test(`keys that stand in one shard have a head in common: "${key}"`, () => assert.equal(headOf(key), head));
}
