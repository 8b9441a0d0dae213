"use strict";
// The engine finds and marks short texts in scripts other than Japanese and Latin.
//
// search_samples.json: each text is a page of its own, with queries that somebody might type, in
// another form than the text's where the language inflects. All were written before the analyzer knew
// these scripts, the second ones in Korean before its endings were weighed.

const assert = require("node:assert/strict");
const test = require("node:test");
const { searchOf, start } = require("../../overrides/assets/javascripts/search/answers.js");
const { excerpt } = require("../../overrides/assets/javascripts/search/highlighter.js");
const indexFiles = require("../../overrides/assets/javascripts/search/index_files.js");
const indexer = require("../../overrides/assets/javascripts/search/indexer.js");
const { pagesOf } = require("../../overrides/assets/javascripts/search/results.js");
const samples = require("./search_samples.json");

const NAME = 10; // length of the hash in the name of a file

/** An index in which each text is a page, with its phrasings if it has any, and all files in the root. */
function rootOf(language, texts, unrelated = [], subjects = []) {
  const pages = texts.map(({ title, text }, number) => (
    { url: `${number}.html`, title, weight: 1, step: "", sections: [{ id: "", title, path: [], text }], entries: [] }));
  const { root, shards, words, chunks } = indexer.buildIndex({ language, synonyms: [], subjects, home: 0, pages, asked: texts.map(({ asked = [] }) => asked), isBorrowed: false, unrelated });
  const kinds = { postings: shards, texts: chunks, words: [words] };
  const names = {};
  const files = {};
  for (const [kind, contents] of Object.entries(kinds)) {
    names[kind] = contents.map((_, i) => String(i).padStart(NAME, "0")).join("");
    contents.forEach((content, i) => { files[`${language}.${kind}.${String(i).padStart(NAME, "0")}`] = content; });
  }
  return { ...root, names, files };
}

/** What a language's engine answers to a query: whether anything is found, URLs, and marked excerpts. */
function engineOf(language, texts = samples[language], unrelated = [], subjects = []) {
  const started = indexFiles.open("root", async () => rootOf(language, texts, unrelated, subjects)).then(start);
  return async (query) => {
    let last;
    await (await started)(query, () => true, (part) => { last = part; });
    const { found, pages, nearest, highlight, texts } = last;
    const passages = pagesOf({ language, pages: texts }, pages, highlight).flatMap((each) => each.passages);
    const marked = ([piece, isMarked]) => (isMarked ? `[${piece}]` : piece);
    return {
      found,
      urls: pages.map(({ page }) => texts[page].url),
      nearest: nearest.map((page) => texts[page].url),
      marked: passages.map(({ text }) => text.map(marked).join("")).join(""),
    };
  };
}

test("a query of nothing but words for the subject of the site finds the first page first", async () => {
  const texts = [{ title: "Start", text: "Here are books." }, { title: "Lend", text: "A library card. A library card lends." }];
  const urlsOf = async (subjects, query) => (await engineOf("en", texts, [], subjects)(query)).urls;
  assert.deepEqual((await urlsOf([], "library cards"))[0], "1.html");
  assert.deepEqual((await urlsOf(["library card"], "Library-card"))[0], "0.html");
  assert.deepEqual((await urlsOf(["library card"], "lends library card"))[0], "1.html");
});

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

const HOURS = { title: "Opening hours", text: "Monday to Friday.", asked: ["when are you open", "are you open on sunday", "closing time"] };
const FINES = { title: "Fines", text: "Ten cents a day.", asked: ["my book is late", "what does a late book cost", "i forgot to return a book"] };
const DESK = { title: "Front desk", text: "Ask for Anna." };
const ELSEWHERE = ["pasta recipe", "how late is the train", "cost of a haircut"]
  .flatMap((query) => Array.from({ length: 40 }, (_, i) => `${query} in place${i}`));

test("a page without a word of the query is found by its phrasings", async () => {
  const answer = engineOf("en", [HOURS, FINES, DESK], ELSEWHERE.slice(0, 3));
  for (const [query, url] of [["late book", "1.html"], ["is sunday open", "0.html"], ["my late book", "1.html"]]) {
    assert.deepEqual((await answer(query)).urls.slice(0, 1), [url], query);
  }
});

test("phrasings are heard in scripts without spaces too", async () => {
  const texts = [
    { title: "開館", text: "月曜から金曜。", asked: ["何時まで開いてる", "日曜はやってる", "今日休み?"] },
    { title: "延滞", text: "一日十円。", asked: ["返すの忘れた", "本を返すのが遅れた", "返却おくれた"] },
  ];
  const answer = engineOf("ja", texts, ["電車 遅れてる", "今日の天気"]);
  assert.equal((await answer("返すのおくれた")).urls[0], "1.html");
  assert.equal((await answer("にちよう何時まで")).urls[0], "0.html");
});

test("what sounds like something else is told that nothing fits", async () => {
  const answer = engineOf("en", [HOURS, FINES, DESK], ELSEWHERE);
  for (const query of ["recipe for pasta", "how late is the train today"]) assert.ok(!(await answer(query)).found, query);
  for (const query of ["late book", "Front desk"]) assert.ok((await answer(query)).found, query);
});

test("a site without phrasings goes by what a page holds of a query", async () => {
  const answer = engineOf("en", [HOURS, FINES, DESK].map(({ title, text }) => ({ title, text })));
  assert.ok((await answer("anna")).found);
  for (const query of ["zorble", "zorble quax wibble flurb gronk plim anna"]) assert.ok(!(await answer(query)).found, query);
});

test("where nothing is found, the nearest pages are offered, and only then", async () => {
  const answer = engineOf("en", [HOURS, FINES, DESK].map(({ title, text }) => ({ title, text })));
  const missed = await answer("zorble quax wibble flurb gronk plim anna");
  assert.deepEqual([missed.found, missed.urls, missed.nearest], [false, [], ["2.html"]]);
  assert.deepEqual((await answer("zorble")).nearest, []);
  assert.deepEqual((await answer("anna")).nearest, []);
});

test("the same query gets the same answer, whatever was asked before", async () => {
  const texts = Array.from({ length: 60 }, (_, i) => ({ title: `Page ${i}`, text: `w${i}a w${i}b ${"more words ".repeat(40)}`, asked: [`q${i} x${i * 7}`, `w${i}a y${i}`] }));
  const answer = engineOf("en", texts, ELSEWHERE);
  const first = await answer("y7 q7");
  for (let i = 0; i < 60; i += 1) await answer(`w${i}a q${i} x${i * 7}`);
  assert.deepEqual(await answer("y7 q7"), first);
});

test("a copy with all shards in one file gives the same answers", async () => {
  const texts = Array.from({ length: 900 }, (_, i) => ({ title: `Page ${i}`, text: `bill${i}a call${i}b ${i % 7 ? "bills" : "calling"} word${i % 13}`, asked: [`the bill ${i % 9}`] }));
  const root = rootOf("en", texts, ELSEWHERE);
  assert.ok(root.bounds.length > 3);
  const shards = Object.entries(root.files).filter(([name]) => name.includes(".postings.")).map(([, shard]) => shard);
  const joined = Object.fromEntries(Object.keys(shards[0]).map((key) => [key, shards.map((shard) => shard[key]).join("")]));
  const name = "9".repeat(NAME);
  const copy = { ...root, names: { ...root.names, postings: name }, files: { ...root.files, [`en.postings.${name}`]: joined } };
  const searches = await Promise.all([root, copy].map(async (each) => searchOf(await indexFiles.open("root", async () => each)).search));
  for (const query of ["bill", "cal", "bills calling word3", "bill12a", "the bill 4", "caling"]) {
    const [split, whole] = await Promise.all(searches.map((search) => search(query)));
    assert.deepEqual(whole.pages, split.pages, query);
    assert.ok(query === "the bill 4" || split.pages.length, query);
  }
});

test("where romaji fit nothing, they are searched as they were typed", async () => {
  const found = async (query) => (await searchOf(await indexFiles.open("root", async () => root)).search(query)).found;
  const root = rootOf("ja", [{ title: "Take It Down", text: "すし" }, { title: "図書館", text: "本を返す" }], ["天気"]);
  assert.ok(await found("su shi"), "as kana");
  assert.ok(await found("take i"), "the beginning of a name");
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
