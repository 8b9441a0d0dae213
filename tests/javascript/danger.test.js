"use strict";
// A query that sounds like the examples of a danger is recognised; one that only shares words is not.

const assert = require("node:assert/strict");
const test = require("node:test");
const { matcher } = require("../../overrides/assets/javascripts/search/danger.js");
const { bucketsOf } = require("../../overrides/assets/javascripts/search/query_features.js");
const { trainDangers } = require("../../overrides/assets/javascripts/search/danger_fit.js");

const GIVEN = {
  examples: [
    ["the house is on fire", "fire in my kitchen", "there's smoke in the house", "my kitchen burns",
      "家がもえてる", "火事です", "台所から火がでた", "けむりがすごい"],
    ["my child fell into the river", "somebody is drowning", "he fell off the boat", "a girl is drowning in the river", "he fell into the water",
      "子どもが川におちた", "おぼれてる人がいる", "ふねからおちた"],
  ],
  harmless: ["fire drill", "fireplace", "smoke free house", "house for rent", "how to build a fire", "boat trip", "river walk", "by the river", "is the water clean", "in the boat",
    "もえるごみの日", "花火大会", "火よう日の予定", "川あそび", "ふねの時間"],
  unrelated: ["train times", "明日の天気"],
  asked: [
    ["opening hours", "my card is lost", "how do i borrow a book", "本をかりたい", "カードをなくした"],
    ["somebody is drowning what now", "he fell off", "fire in the house", "is swimming allowed", "火事になったら"],
  ],
};
const WEIGHTS = trainDangers(GIVEN);
const find = matcher(WEIGHTS);
const numbersOf = (query) => find(query).map((position) => position + 1);

for (const [i, examples] of GIVEN.examples.entries()) {
  test(`every example of danger ${i + 1} is recognised`, () => {
    assert.deepEqual(examples.filter((text) => !numbersOf(text).includes(i + 1)), []);
  });
}

test("what is said beside a danger does not outweigh it", () => {
  const beside = GIVEN.harmless.slice(0, 6).join(", ");
  assert.deepEqual(numbersOf(beside), []);
  for (const text of [`${beside}. my kitchen burns`, `my kitchen burns, ${beside}`]) assert.deepEqual(numbersOf(text), [1]);
});

test("nothing harmless is", () => {
  assert.deepEqual([...GIVEN.harmless, ...GIVEN.asked[0]].filter((text) => numbersOf(text).length), []);
});

const CASES = [
  // In no example as they stand.
  ["smoke in my kitchen", [1]],
  ["a child fell off the boat", [2]],
  ["台所がもえてる", [1]],
  ["川におちた人がいる", [2]],
  // Width, case, kana, small letters, long vowels and apostrophes.
  ["ＴＨＥＲＥ’Ｓ ＳＭＯＫＥ in the house", [1]],
  ["theres smoke in the house", [1]],
  ["ケムリガスゴイ", [1]],
  ["ｹﾑﾘｶﾞｽｺﾞｲ", [1]],
  ["け む り がすごーーい", [1]],
  // Misspelt, and within a long text.
  ["sombody is drowning", [2]],
  [`please help me today ${"so very ".repeat(20)} the house is on fire`, [1]],
  ["the house is on fire and my child fell into the river", [1, 2]],
  // Words of the examples alone.
  ["house", []],
  ["the river", []],
  ["ごみの日", []],
  ["", []],
  ["...", []],
  ["🔥", []],
  // Only the beginning of a pasted text counts.
  [`${"x ".repeat(5000)}the house is on fire`, []],
];

for (const [query, wanted] of CASES) {
  test(`"${query.slice(0, 60)}" tells of ${wanted.join(" and ") || "no danger"}`, () => {
    assert.deepEqual(numbersOf(query), wanted);
  });
}

test("the same examples give the same weights", () => {
  assert.deepEqual(trainDangers(GIVEN), WEIGHTS);
});

test("a page about a danger does not speak against it, another page does", () => {
  const text = "my house is on fire";
  const found = (asked) => matcher(trainDangers({ ...GIVEN, asked }))(text).length;
  const about = ["is my kitchen on fire", "smoke in my kitchen", ...Array(20).fill(text)];
  const others = Array.from({ length: 200 }, (_, i) => `opening hours ${i}`);
  assert.equal(found([about, others]), 1);
  assert.equal(found([[...about, ...others]]), 0);
});

test("a site without dangers has no weights", () => {
  assert.deepEqual(trainDangers({ examples: [], harmless: [], asked: [], unrelated: [] }), []);
  assert.deepEqual(matcher([])("fire"), []);
});

test("width, case, accents, kana and apostrophes make no difference", () => {
  const alike = [["Café", "cafe"], ["SUICÍDIO", "suicidio"], ["ナイフ", "ないふ"], ["ｋｎｉｆｅ", "knife"], ["don’t", "dont"], ["ガス", "がす"]];
  for (const [one, other] of alike) assert.deepEqual([...bucketsOf(one)], [...bucketsOf(other)], one);
  assert.ok(![...bucketsOf("かす")].some((place) => bucketsOf("がす").has(place)));
});
