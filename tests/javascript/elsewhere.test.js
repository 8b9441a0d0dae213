"use strict";
// A query that wants something that no page has is told from one that wants a page.

const assert = require("node:assert/strict");
const test = require("node:test");
const { fitted } = require("../../overrides/assets/javascripts/search/elsewhere_fit.js");
const { SETTINGS, fits } = require("../../overrides/assets/javascripts/search/fits.js");
const { placesOf, scorer, valueIn } = require("../../overrides/assets/javascripts/search/phrase_features.js");

const GIVEN = {
  asked: ["opening hours", "how do i borrow a book", "my card is lost", "may i renew a book", "本をかりたい", "カードをなくした", "なん時まであいていますか"],
  elsewhere: ["weather tomorrow", "pasta recipe", "train to the airport", "bake a cake", "天気 明日", "パスタの作り方", "空港までの電車"],
  written: ["You may borrow five books.", "本は5冊までかりられます。"],
};
const scoreOf = (given) => {
  const score = scorer(fitted(given), valueIn);
  return (text) => score(placesOf(text));
};

test("what no page has scores above what a page has, in words that were not learnt too", () => {
  const score = scoreOf(GIVEN);
  const foreign = [...GIVEN.elsewhere, "cake recipe", "weather at the airport", "明日の天気"];
  const own = [...GIVEN.asked, "borrow five books", "renew my card", "カードでかりたい"];
  assert.ok(Math.min(...foreign.map(score)) > Math.max(...own.map(score)));
});

test("a long story scores like its parts, however many they are", () => {
  const score = scoreOf(GIVEN);
  const story = "how do i borrow a book and may i renew a book ".repeat(8);
  assert.ok(score(story) < 0 && score(story) > 4 * score("how do i borrow a book and may i renew a book"));
});

test("without phrasings, every query may be for a page", () => {
  assert.equal(scoreOf({ elsewhere: [], asked: GIVEN.asked, written: [] })("pasta recipe"), -1);
});

test("a section with all of a query is not enough where the query wants something else", () => {
  const features = { passage: 1, held: 0, rarest: 0, heard: 0, elsewhere: 0 };
  assert.equal(fits({ ...features, elsewhere: SETTINGS.foreign - 0.01 }, "words"), true);
  assert.equal(fits({ ...features, elsewhere: SETTINGS.foreign }, "words"), false);
});
