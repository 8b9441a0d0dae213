"use strict";
// How the phrases of site.yml match a query.

const assert = require("node:assert/strict");
const test = require("node:test");
const { matcher } = require("../../overrides/assets/javascripts/search/danger.js");

const ENTRIES = [
  { words: ["gave ... code", "don't wake me", "鍵...なくした", "かぎ", "LINEで送った"], except: [] },
  { words: ["fire", "もえた"], except: ["fire drill", "もえたら", "no ... fire", "saw ... smoke", "紙...来た"] },
  { words: ["smoke", "家に来た", "big ... bang"], except: ["saw ... smoke", "紙...来た", "no ... fire"] },
];

const CASES = [
  ["Ｇａｖｅ them my bank CODE", [1]],
  ["gave one two three code", [1]],
  ["gave one two three four code", []],
  ["gavecode", []],
  ["code gave", []],
  ["dont wake me", [1]],
  ["Don\u2019t wake me!", [1]],
  ["don\u00b4t wake me", [1]],
  ["don\uff40t wake me", [1]],
  ["dont ever wake me", []],
  ["鍵を駅でなくした", [1]],
  ["鍵を一二三四五六七八九なくした", []],
  ["カギ", [1]],
  ["ｶｷﾞ", [1]],
  ["か～ぎ か〜ぎ かーぎ", [1]],
  ["か ぎ", [1]],
  ["lineで送った", [1]],
  ["fire", [2]],
  ["fire drill", []],
  ["fire drill, then a fire", [2]],
  ["no big fire", []],
  ["fireplace", []],
  ["もえたらどうする", []],
  ["鍵をなくした もえた", [1, 2]],
  // A danger in the gap of an exception is one; the exception takes its own words only.
  ["saw a fire and smoke", [2]],
  ["紙がもえた 来た", [2]],
  ["saw big smoke", []],
  ["紙が家に来た", []],
  ["紙が来た 家に来た", [3]],
  // No phrase reaches over a word of an exception.
  ["big bang", [3]],
  ["big no fire bang", []],
  ["no big bang fire", [3]],
  [`${"x ".repeat(5000)}fire`, []],
  ["", []],
  ["...", []],
];

for (const [query, wanted] of CASES) {
  test(`"${query.slice(0, 60)}" is of ${wanted.join(" and ") || "no danger"}`, () => {
    assert.deepEqual(matcher(ENTRIES)(query).map((entry) => ENTRIES.indexOf(entry) + 1), wanted);
  });
}

test("a phrase without letters matches nothing", () => {
  const find = matcher([{ words: ["...", "!"], except: [] }]);
  assert.deepEqual(["", "!", "..."].map((query) => find(query).length), [0, 0, 0]);
});
