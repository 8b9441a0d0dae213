"use strict";
// Folding and splitting texts, in every script.

const assert = require("node:assert/strict");
const test = require("node:test");
const { folded, foldedWithPlaces, terms } = require("../../overrides/assets/javascripts/search/analyzer.js");
const samples = require("./search_samples.json");

const SAME = [
  ["Được łódź", "duoc lodz"],
  ["ёлка", "Елка"],
  ["إلى", "الي"],
  ["مُحَمَّد", "محـمد"],
  ["कि\u200dताब", "किताब"],
  ["क़लम", "कलम"],
  ["हाँ", "हां"],
  ["٢٠٢٦ ۲۰۲۶ २०२६ ๒๐๒๖ ２０２６", "2026 2026 2026 2026 2026"],
  ["\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"],
  ["ﾈｺｶﾞ ネコガ", "ねこが ねこが"],
  ["ねむ～い ねむ〜い ネムーイ", "ねむい ねむい ねむい"],
  ["don’t DONʼT", "don't don't"],
];

for (const [one, other] of SAME) {
  test(`two ways to write the same: ${one}`, () => assert.equal(folded(one), folded(other)));
}

test("every letter knows where it comes from", () => {
  // Folding a text unit by unit gives the same as folding the whole.
  const texts = Object.values(samples).flat().map(({ title, text }) => title + text);
  for (const text of [...texts, "\u1112\u1161\u11ab\u1100\u116e\u11a8 счётчик", "فورًا، لا إلى", "ｶﾞｲﾄﾞ ⚠\ufe0f"]) {
    const { text: found, places } = foldedWithPlaces(text);
    assert.equal(found, folded(text));
    assert.equal(places.length, found.length + 1);
  }
});

test("the place of a letter after one that folding removes", () => {
  assert.deepEqual(foldedWithPlaces("ビール～a").places, [0, 2, 4, 5]);
});

for (const text of ["λέξη", "מילה", "শব্দ", "சொல்", "სიტყვა", "բառ"]) {
  test(`a word of another script is one term: ${text}`, () => {
    assert.equal(terms(folded(text)).length, 1);
  });
}

test("a paired run gives pairs, and its last character for the index only", () => {
  const of = (text, lasts) => terms(folded(text), lasts).map(({ term }) => term);
  assert.deepEqual(of("図書館", false), ["図書", "書館"]);
  assert.deepEqual(of("図書館", true), ["図書", "書館", "館"]);
  assert.deepEqual(of("本", false), ["本"]);
});

test("okurigana is optional", () => {
  const of = (text) => terms(folded(text)).map(({ term }) => term);
  assert.ok(of("取り消し").includes("取消"));
  assert.ok(of("取消し").includes("取消"));
});

const STEMS = [
  ["libraries", "library"],
  ["borrowed", "borrowing"],
  ["colour", "colors"],
  ["organised", "organizing"],
  ["judgement", "judgment"],
  ["reader's", "readers"],
];

for (const [one, other] of STEMS) {
  test(`forms of one word have one stem: ${one}`, () => {
    assert.equal(terms(folded(one))[0].term, terms(folded(other))[0].term);
  });
}
