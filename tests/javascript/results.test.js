"use strict";
// What the dialog shows of ranked pages.

const assert = require("node:assert/strict");
const test = require("node:test");
const { pagesOf } = require("../../overrides/assets/javascripts/search/results.js");

const WANTED = { terms: new Set(["book"]), prefix: "" };
const page = (step) => ({
  url: "late.html",
  title: "A late book",
  step,
  sections: [
    { id: "", title: "A late book", text: "What happens." },
    { id: "fee", title: "The fee", text: "One book, one coin." },
  ],
});
const shown = (step, ranks) => {
  const pages = ranks.map((sections, i) => ({ page: i, score: 1, sections }));
  const found = pagesOf({ language: "en", pages: ranks.map(() => page(step)) }, pages, WANTED);
  return found.map(({ passages }) => passages.map(({ id, text }) => [id, text.map(([piece]) => piece).join("")]));
};

test("the best page begins with its first step", () => {
  const [best, second] = shown("Bring it back.", [[[1, 2]], [[1, 2]]]);
  assert.deepEqual(best, [["", "Bring it back."], ["fee", "One book, one coin."]]);
  assert.deepEqual(second, [["fee", "One book, one coin."]]);
});

test("a heading that was asked for comes before the first step", () => {
  const pages = [{ page: 0, score: 1, isExact: true, isSure: false, sections: [[1, 2]] }];
  const [{ passages }] = pagesOf({ language: "en", pages: [page("Bring it back.")] }, pages, WANTED);
  assert.deepEqual(passages.map(({ id }) => id), ["fee"]);
});

test("a page whose beginning is best shows its first step there, and once", () => {
  const [, second] = shown("Bring it back.", [[[0, 2], [1, 1]], [[0, 2], [1, 1]]]);
  assert.deepEqual(second, [["", "Bring it back."], ["fee", "One book, one coin."]]);
});

test("a page without steps begins with its best passage", () => {
  assert.deepEqual(shown("", [[[1, 2], [0, 1]]])[0], [["fee", "One book, one coin."], ["", "What happens."]]);
});

test("a page of which no text is loaded is its title alone", () => {
  const pages = [{ page: 0, score: 1, sections: [[0, 1]] }];
  const [found] = pagesOf({ language: "en", pages: [{ url: "a.html", title: "A", step: "", sections: [] }] }, pages, WANTED);
  assert.deepEqual(found, { url: "a.html", title: "A", passages: [{ id: "", title: "A", text: [], isOpen: true }] });
});
