"use strict";
// The engine finds and marks short texts in scripts other than Japanese and Latin.
//
// search_samples.json: each text is a page of its own, with queries that somebody might type, in
// another form than the text's where the language inflects. All were written before the analyzer knew
// these scripts, the second ones in Korean before its endings were weighed.

const assert = require("node:assert/strict");
const test = require("node:test");
const { teaser } = require("../../overrides/assets/javascripts/search/highlighter.js");
const { Ranking } = require("../../overrides/assets/javascripts/search/ranking.js");
const { itemsOf } = require("../../overrides/assets/javascripts/search/results.js");
const MiniSearch = require("../../overrides/assets/javascripts/vendor/minisearch/minisearch.js");
const samples = require("./search_samples.json");

/** An index in which each text is a page. */
function indexOf(language) {
  const pages = samples[language].map(({ title, text }, number) => (
    { url: `${number}.html`, title, weight: 1, sections: [{ id: "", title, path: [], text }], entries: [] }));
  return { language, synonyms: [], subjects: [], pages };
}

/** What a language's engine answers to a query: whether anything is found, URLs, and HTML. */
function engineOf(language) {
  const index = indexOf(language);
  const { search } = Ranking(MiniSearch, index);
  return (query) => {
    const { found, pages, wanted } = search(query);
    const items = itemsOf(index, pages, wanted).flat();
    return {
      found,
      urls: pages.map(({ page }) => index.pages[page].url),
      html: items.map(({ title, text }) => title + text).join(""),
    };
  };
}

const engines = Object.fromEntries(Object.keys(samples).map((language) => [language, engineOf(language)]));

for (const [language, texts] of Object.entries(samples)) {
  const queries = texts.flatMap((each, number) => each.queries.map((query) => [query, `${number}.html`]));

  test(`a query finds its text first: ${language}`, () => {
    const wrong = queries.filter(([query, url]) => engines[language](query).urls[0] !== url);
    assert.deepEqual(wrong, []);
  });

  test(`most queries count as found: ${language}`, () => {
    const missed = queries.filter(([query]) => !engines[language](query).found);
    assert.ok(missed.length <= queries.length / 10, missed.join());
  });
}

const MARKED = [
  ["ko", "연체료를", "연체료"],
  ["ko", "버리는", "버립"],
  ["zh-Hant", "補發", "補發"],
  ["th", "ตั๋ว", "ตั๋ว"],
  ["ru", "СЧЕТЧИКОМ", "счётчика"],
  ["ru", "комнате", "Комнату"],
  ["hi", "फर्नीचर", "फ़र्नीचर"],
  ["hi", "जुर्माने", "जुर्माना"],
  ["ar", "للغرامة", "غرامة"],
  ["ar", "انبوب", "الأنبوب"],
  ["ar", "فورا", "فورًا"],
];

for (const [language, query, marked] of MARKED) {
  test(`what is found is marked as it is written: ${language} ${query}`, () => {
    assert.ok(engines[language](query).html.includes(`<mark>${marked}`));
  });
}

test("a teaser cuts no mark off its letter", () => {
  const text = "मुफ़्त टीका ".repeat(20);
  const ends = new Set();
  for (let length = 20; length < 40; length += 1) {
    ends.add(teaser(text, { terms: new Set(), prefix: "" }, length).replace(/ …$/, "").length);
  }
  assert.ok(ends.size > 5);
  assert.deepEqual([...ends].filter((end) => /^\p{M}/u.test(text.slice(end))), []);
});
