"""The search engine finds and highlights text in scripts other than Japanese and Latin."""

import json
import unicodedata
from pathlib import Path

import pytest
import yaml

from knowledge.search.files import PARTS
from knowledge.writing_systems import SYSTEMS
from support.cases_site import ROOT

SCRIPTS = ROOT / "overrides/assets/javascripts"
TEXTS = yaml.safe_load(Path(__file__).with_name("search_scripts.yml").read_text("utf-8"))
WORKER = "search/worker.js"


def index_of(language):
    """A handwritten search index in which each text is a page."""
    return {
        "language": language,
        "synonyms": [],
        "subjects": [],
        "pages": [
            {
                "url": f"{number}.html",
                "title": each["title"],
                "weight": 1,
                "sections": [{"id": "", "title": each["title"], "path": [], "text": each["text"]}],
                "entries": [],
            }
            for number, each in enumerate(TEXTS[language])
        ],
    }


@pytest.fixture(scope="module")
def engine(browser):
    """A page with the engine's scripts; `ask` returns URLs, whether one is found, and excerpts."""
    page = browser.new_page()
    for part in PARTS:
        if part != WORKER:
            page.add_script_tag(content=(SCRIPTS / part).read_text("utf-8"))
    page.evaluate(
        """indexes => {
          const engines = {};
          for (const [code, index] of Object.entries(indexes)) {
            engines[code] = ranking.Ranking(MiniSearch, index);
          }
          window.ask = (code, query) => {
            const { found, pages, wanted } = engines[code].search(query);
            const shown = results.pagesOf(indexes[code], pages, wanted);
            const texts = shown.flatMap(({ title, passages }) => [
              ...highlighter.excerpt(title, wanted, title.length),
              ...passages.flatMap(({ text }) => text),
            ]);
            return {
              found,
              urls: pages.map(({ page }) => indexes[code].pages[page].url),
              marked: texts.map(([piece, isMarked]) => (isMarked ? `[${piece}]` : piece)).join(""),
            };
          };
        }""",
        {language: index_of(language) for language in TEXTS},
    )
    yield page
    page.close()


def ask(engine, language, query):
    return engine.evaluate("([language, query]) => ask(language, query)", [language, query])


@pytest.mark.parametrize("language", TEXTS)
def test_a_query_finds_its_text_first(engine, language):
    wrong = [
        (query, answer["urls"])
        for number, each in enumerate(TEXTS[language])
        for query in each["queries"]
        if (answer := ask(engine, language, query))["urls"][:1] != [f"{number}.html"]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TEXTS)
def test_most_queries_count_as_found(engine, language):
    queries = [query for each in TEXTS[language] for query in each["queries"]]
    missed = [query for query in queries if not ask(engine, language, query)["found"]]
    assert len(missed) <= len(queries) / 10, missed


@pytest.mark.parametrize(
    ("language", "query", "marked"),
    [
        ("ko", "연체료를", "연체료"),
        ("ko", "버리는", "버립"),
        ("zh-Hant", "補發", "補發"),
        ("th", "ตั๋ว", "ตั๋ว"),
        ("ru", "СЧЕТЧИКОМ", "счётчика"),
        ("ru", "комнате", "Комнату"),
        ("hi", "फर्नीचर", "फ़र्नीचर"),
        ("hi", "जुर्माने", "जुर्माना"),
        ("ar", "للغرامة", "غرامة"),
        ("ar", "انبوب", "الأنبوب"),
        ("ar", "فورا", "فورًا"),
    ],
)
def test_what_is_found_is_marked_as_it_is_written(engine, language, query, marked):
    assert f"[{marked}" in ask(engine, language, query)["marked"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ёлка", "Елка"),
        ("إلى", "الي"),
        ("مُحَمَّد", "محـمد"),
        ("कि\u200dताब", "किताब"),
        ("क़लम", "कलम"),
        ("हाँ", "हां"),
        ("٢٠٢٦ ۲۰۲۶ २०२६ ๒๐๒๖ ２０２６", "2026 2026 2026 2026 2026"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
    ],
)
def test_two_ways_to_write_the_same(engine, one, other):
    folded = engine.evaluate("texts => texts.map(analyzer.folded)", [one, other])
    assert folded[0] == folded[1]


def test_every_letter_knows_where_it_comes_from(engine):
    """Folding a text unit by unit gives the same as folding the whole, in every script."""
    texts = [each["title"] + each["text"] for found in TEXTS.values() for each in found]
    texts += ["\u1112\u1161\u11ab\u1100\u116e\u11a8 счётчик", "فورًا، لا إلى", "ｶﾞｲﾄﾞ ⚠\ufe0f"]
    wrong = engine.evaluate(
        """texts => texts.filter((text) => {
          const { text: folded, places } = analyzer.foldedWithPlaces(text);
          return folded !== analyzer.folded(text) || places.length !== folded.length + 1;
        })""",
        texts,
    )
    assert wrong == []


def test_an_excerpt_cuts_no_mark_off_its_letter(engine):
    text = "मुफ़्त टीका " * 20
    excerpts = engine.evaluate(
        """text => Array.from({ length: 20 }, (_, more) => (
          highlighter.excerpt(text, { terms: new Set(), prefix: "" }, 20 + more)
            .map(([piece]) => piece).join("")))""",
        text,
    )
    ends = {len(excerpt.removesuffix(" …")) for excerpt in excerpts}
    assert len(ends) > 5
    assert not [end for end in ends if unicodedata.category(text[end]).startswith("M")]


def test_both_sides_know_the_same_scripts(engine):
    """writing_systems.py and the analyzer name the same Unicode scripts."""
    known = engine.evaluate("analyzer.SCRIPTS")
    assert sorted(known["pairs"] + known["words"]) == sorted(
        {script for system in SYSTEMS for script in system.scripts}
    )
    # Languages counted in characters have no words to stem.
    in_characters = {s for system in SYSTEMS if not system.has_spaces for s in system.scripts}
    assert in_characters <= set(known["pairs"])
    samples = {
        "Han": "法院",
        "Hiragana": "かな",
        "Katakana": "カナ",
        "Hangul": "한국",
        "Thai": "ไทย",
    }
    samples |= {"Latin": "word", "Cyrillic": "слово", "Arabic": "كلمة", "Devanagari": "शब्द"}
    assert sorted(samples) == sorted(known["pairs"] + known["words"])
    for script, sample in samples.items():
        terms = engine.evaluate("text => analyzer.terms(analyzer.folded(text))", sample)
        assert {term["isPaired"] for term in terms} == {script in known["pairs"]}, json.dumps(terms)


@pytest.mark.parametrize("text", ["λέξη", "מילה", "শব্দ", "சொல்", "სიტყვა", "բառ"])
def test_words_of_other_scripts_are_words(engine, text):
    terms = engine.evaluate("text => analyzer.terms(analyzer.folded(text))", text)
    assert len(terms) == 1
