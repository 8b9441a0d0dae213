"use strict";
// The engine finds and marks short texts in scripts other than Japanese and Latin.
//
// search_samples.json: each text is a page of its own, with queries that somebody might type, in
// another form than the text's where the language inflects. All were written before the analyzer knew
// these scripts, the second ones in Korean before its endings were weighed.

const assert = require("node:assert/strict");
const test = require("node:test");
const { start } = require("../../overrides/assets/javascripts/search/answers.js");
const { excerpt } = require("../../overrides/assets/javascripts/search/highlighter.js");
const indexFiles = require("../../overrides/assets/javascripts/search/index_files.js");
const indexer = require("../../overrides/assets/javascripts/search/indexer.js");
const { pagesOf } = require("../../overrides/assets/javascripts/search/results.js");
const samples = require("./search_samples.json");

const NAME = 10; // length of the hash in the name of a file

/** An index in which each text is a page, with all files in its root. */
function rootOf(language, texts) {
  const pages = texts.map(({ title, text }, number) => (
    { url: `${number}.html`, title, weight: 1, step: "", sections: [{ id: "", title, path: [], text }], entries: [] }));
  const { root, shards, words, chunks } = indexer.built({ language, synonyms: [], subjects: [], pages, related: [], unrelated: [] });
  const kinds = { postings: shards, texts: chunks, words: [words], asked: [{ letters: "", texts: pages.map(() => "") }] };
  const names = {};
  const files = {};
  for (const [kind, contents] of Object.entries(kinds)) {
    names[kind] = contents.map((_, i) => String(i).padStart(NAME, "0")).join("");
    contents.forEach((content, i) => { files[`${language}.${kind}.${String(i).padStart(NAME, "0")}`] = content; });
  }
  return { ...root, names, files };
}

/** What a language's engine answers to a query: whether anything is found, URLs, and marked excerpts. */
function engineOf(language, texts = samples[language]) {
  const started = indexFiles.open("root", async () => rootOf(language, texts)).then(start);
  return async (query) => {
    let last;
    await (await started)(query, () => true, (part) => { last = part; });
    const { found, pages, wanted, texts } = last;
    const passages = pagesOf({ language, pages: texts }, pages, wanted).flatMap((each) => each.passages);
    const marked = ([piece, isMarked]) => (isMarked ? `[${piece}]` : piece);
    return {
      found,
      urls: pages.map(({ page }) => texts[page].url),
      marked: passages.map(({ text }) => text.map(marked).join("")).join(""),
    };
  };
}

const engines = Object.fromEntries(Object.keys(samples).map((language) => [language, engineOf(language)]));

for (const [language, texts] of Object.entries(samples)) {
  const queries = texts.flatMap((each, number) => each.queries.map((query) => [query, `${number}.html`]));

  test(`a query finds its text first: ${language}`, async () => {
    const wrong = [];
    for (const [query, url] of queries) {
      if ((await engines[language](query)).urls[0] !== url) wrong.push([query, url]);
    }
    assert.deepEqual(wrong, []);
  });

  test(`most queries count as found: ${language}`, async () => {
    const missed = [];
    for (const [query] of queries) if (!(await engines[language](query)).found) missed.push(query);
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
  ["ar", "اثاث", "الأثاث"],
  ["ar", "فورا", "فورًا"],
];

for (const [language, query, marked] of MARKED) {
  test(`what is found is marked as it is written: ${language} ${query}`, async () => {
    assert.ok((await engines[language](query)).marked.includes(`[${marked}`));
  });
}

test("a page with the words together comes before pages with their parts", async () => {
  const parts = { title: "電話番", text: "電話番をします。番号は別です。" };
  const together = { title: "案内", text: `${"ほかのことも書いてあります。".repeat(20)}電話番号もここです。` };
  const { urls } = await engineOf("ja", [...Array.from({ length: 5 }, () => parts), together])("電話番号");
  assert.equal(urls.indexOf("5.html"), 2, urls.join());
});

test("an excerpt cuts no mark off its letter", () => {
  const text = "मुफ़्त टीका ".repeat(20);
  const ends = new Set();
  for (let length = 20; length < 40; length += 1) {
    const pieces = excerpt(text, { terms: new Set(), prefix: "" }, length).map(([piece]) => piece);
    ends.add(pieces.join("").replace(/ …$/, "").length);
  }
  assert.ok(ends.size > 5);
  assert.deepEqual([...ends].filter((end) => /^\p{M}/u.test(text.slice(end))), []);
});
