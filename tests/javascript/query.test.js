"use strict";
// What a query asks for: its words, and their synonyms.

const assert = require("node:assert/strict");
const test = require("node:test");
const { conceptsOf, groupsIn, thesaurus } = require("../../overrides/assets/javascripts/search/query.js");
const { inKana, kanaOf } = require("../../overrides/assets/javascripts/search/romaji.js");

const KNOWN = thesaurus([["延滞", "返却遅れ", "えんたい"], ["library card", "ticket"]], ["図書館"]);

/** Of each concept: how many words it stands for, as typed, as read, and of its groups of synonyms. */
const alternativesOf = (typed) => conceptsOf(typed, KNOWN).concepts.map(({ alternatives, groups }) => (
  alternatives.length + groups.flatMap(({ words }) => words).length));
const weightsOf = (typed, known = KNOWN) => Object.fromEntries(
  conceptsOf(typed, known).concepts.flatMap(({ alternatives }) => alternatives[0].terms.map(({ term, weight }) => [term, weight])),
);

test("a word that is converted by half is read as the whole word", () => {
  const known = thesaurus([["返却期限", "へんきゃくきげん"], ["返事", "へんじ"]]);
  const named = (typed) => conceptsOf(typed, known).concepts.flatMap(({ groups }) => groups.map(({ number }) => number));
  assert.deepEqual(named("返却きげ"), [0]);
  assert.deepEqual(named("返却がない"), []);
  assert.deepEqual(named("返却き"), []);
});

const KANA = [
  ["ryoukin", "りようきん"],
  ["kitte", "きつて"],
  ["konnnichiha", "こんにちは"],
  ["tyuui", "ちゆうい"],
  ["library", ""],
  ["", ""],
];

for (const [typed, kana] of KANA) {
  test(`romaji are read as kana: "${typed}"`, () => {
    assert.equal(kanaOf(typed).replace(/[ゃゅょっ]/g, (small) => String.fromCharCode(small.charCodeAt(0) + 1)), kana);
  });
}

test("a word with synonyms is one concept with all of them", () => {
  assert.deepEqual(alternativesOf("延滞"), [4]);
  assert.deepEqual(alternativesOf("my Library card"), [3, 1]);
});

test("a query that is romaji word by word is read in kana", () => {
  assert.equal(inKana("Niwa ni 2 wa?"), "にわ に 2 わ?");
  assert.equal(inKana("sushi no mise"), [kanaOf("sushi"), kanaOf("no"), kanaOf("mise")].join(" "));
  assert.equal(inKana("sushi"), kanaOf("sushi"));
  assert.equal(inKana("sake"), "sake");
  assert.equal(inKana("the sushi bar"), "the sushi bar");
  assert.equal(inKana("sushi の mise"), "sushi の mise");
});

test("romaji find the synonyms of their kana", () => {
  assert.deepEqual(alternativesOf("entai"), [5], "as typed, as kana, and the three words");
});

test("kana that begin a word find it", () => {
  assert.ok(alternativesOf("えんた").every((count) => count === 1), "too short to tell");
  assert.deepEqual(alternativesOf("えんたい"), [4]);
});

test("words of the subject and of grammar say little", () => {
  const { 図書, 書館 } = weightsOf("図書館");
  assert.ok(図書 < weightsOf("図書館", thesaurus([]))["図書"]);
  assert.equal(図書, 書館);
  const [the, card] = Object.values(weightsOf("the card"));
  assert.ok(the < card);
  assert.ok(weightsOf("でした")["でし"] < weightsOf("会員")["会員"]);
});

test("unfinished Japanese input is left out", () => {
  assert.equal(conceptsOf("着信拒h", KNOWN).text, "着信拒");
});

test("only the last word may still be being typed", () => {
  const last = conceptsOf("late books", KNOWN).concepts.map(({ alternatives }) => alternatives[0].terms[0].isLast);
  assert.deepEqual(last, [false, true]);
  assert.ok(conceptsOf("late books ", KNOWN).concepts.every(({ alternatives }) => !alternatives[0].terms[0].isLast));
});

test("a long query has a limit", () => {
  assert.ok(conceptsOf("延滞と会員と".repeat(1000), KNOWN).text.length <= 160);
});

test("the groups of a text, each once", () => {
  assert.equal(groupsIn("延滞 返却遅れ", KNOWN).size, 1);
  assert.equal(groupsIn("延滞 ticket", KNOWN).size, 2);
  assert.equal(groupsIn("", KNOWN).size, 0);
});
