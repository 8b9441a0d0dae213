"""Quality of the search: hit rates of real queries, recall of text samples, arbitrary input."""

import random
import re
from dataclasses import asdict

import pytest

from bench.engine import add_scripts, pages_of, read_index
from bench.search_judging import TOP, read_queries
from bench.search_report import answers
from support.cases_site import ROOT
from support.search_samples import SEED, english_phrases, japanese_parts

QUERIES = ROOT / "tests/bench/queries.yml"
UNANSWERABLE = ROOT / "tests/bench/queries-unanswerable.yml"
BLIND = [ROOT / f"tests/bench/queries-blind-{number}.yml" for number in (12, 15, 16)]
KANA = [ROOT / f"tests/bench/queries-kana{number}.yml" for number in ("", "-2")]
FLOORS = {
    "own": {"ja": (0.75, 0.92, 0.97), "en": (0.75, 0.91, 0.97)},
    "blind": {"ja": (0.78, 0.90, 0.97), "en": (0.80, 0.90, 0.97)},
    "kana": {"ja": (0.77, 0.91, 0.97)},
}
"""Minimum hit rates for queries.yml, and for what was written blind: strict, lenient, top three.
They leave room for some new pages: a page wins some queries of others, and that is no fault. What
is aimed at, `make search-report` says."""
TOLD = {"ja": 0.80, "en": 0.80, "kana": 0.68}
"""Minimum shares of the unanswerable queries that are rightly told that nothing fits."""
BEGUN = 0.001
"""Maximum share of the beginnings of headings at which nothing is found for a moment."""
LOST = 0.03
"""Maximum share of our own queries that are told so although a page answers them."""
FEWER = (
    "If a new page is first where it should not be, take its phrasings out of docs/_data/asked that"
    " suit other pages or everyday life, too; if queries are missed that it does not win, those"
    " that share most with them, such as those in kana alone; if a page or a term is gone, move its"
    " phrasings below the page that helps now, or drop those that nobody asks it; where another"
    " page is the better answer, change `page` or `also` of the query in tests/bench/queries*.yml."
)
FIT = f"{FEWER} If it is none of these, 'make search-fit' fits anew when nothing is found."
BOX_MARGIN = 0.1
"""Of a twelfth of the queries, more may be shown by chance."""
SHOWN = """async ([language, queries]) => {
  const found = [];
  for (const query of queries) if ((await ranked(language, query)).found) found.push(query);
  return found;
}"""
"""Those of the queries that something fits."""


@pytest.fixture(scope="session")
def indexes(site):
    return {language: read_index(site, language) for language in ("ja", "en")}


@pytest.fixture(scope="session")
def pages(indexes):
    """By language, the texts of its pages as the search loads them."""
    return {language: pages_of(files) for language, files in indexes.items()}


@pytest.fixture(scope="session")
def engine(browser, indexes):
    """A page with the engine's scripts, and an engine for each language."""
    page = browser.new_page()
    add_scripts(page)
    page.evaluate(
        """async indexes => {
          const engines = {};
          for (const [language, index] of Object.entries(indexes)) {
            engines[language] = answers.start(await openIndex(index));
          }
          window.ranked = (language, query) => answered(engines[language], query);
          window.first = async (language, query, count) => {
            const { pages, texts } = await ranked(language, query);
            return pages.slice(0, count).map(({ page }) => texts[page].url);
          };
          window.firsts = async (language, queries, count) => {
            const found = [];
            for (const query of queries) found.push(await first(language, query, count));
            return found;
          };
          // Each excerpt without its marks, and the texts that it may be from.
          window.excerpts = async (language, query) => {
            const { pages, highlight, texts } = await ranked(language, query);
            const read = Object.values(texts);
            const shown = results.pagesOf({ language, pages: texts }, pages, highlight);
            return shown.flatMap(({ url, passages }) => {
              const { step, sections } = read.find((page) => page.url === url);
              return passages.map(({ id, text }) => [
                text.map(([piece]) => piece).join("").replace(/^… | …$/g, ""),
                [step, sections.find((section) => section?.id === id)?.text],
              ]);
            });
          };
          window.items = async (language, query) => {
            const { pages, highlight, texts } = await ranked(language, query);
            return results.pagesOf({ language, pages: texts }, pages, highlight)
              .flatMap((each) => each.passages);
          };
          window.html = async (language, query) => (
            (await items(language, query)).flatMap(({ text }) => text)
              .map(([piece, isMarked]) => (isMarked ? `<mark>${piece}</mark>` : piece)).join(""));
        }""",
        {language: asdict(files) for language, files in indexes.items()},
    )
    yield page
    page.close()


def message(remedy, queries):
    return "\n".join((remedy, *queries))


def missed_by(query, names):
    return f"{query.text}: {', '.join(names) or 'nothing'}, not {query.page}"


@pytest.mark.parametrize("from_disk", [False, True], ids=["http", "file"])
def test_the_box_shows_what_the_engine_finds(browser, site, engine, from_disk):
    """Of every eighth of our own queries; the engine is asked all of them below."""
    queries = read_queries(QUERIES)[::8]
    found = answers(browser, site, queries, from_disk=from_disk, at_once=True)
    foreign = [answer.query.text for answer in found if answer.is_foreign_first]
    assert len(foreign) <= max(1, len(found) * LOST), message(FIT, foreign)
    lost = [answer.query.text for answer in found if answer.is_told_nothing]
    assert len(lost) <= max(1, len(found) * LOST), message(FIT, lost)
    for language in dict.fromkeys(answer.query.language for answer in found):
        own = [answer for answer in found if answer.query.language == language]
        shown = [answer.pages[:TOP] for answer in own]
        assert shown == [tuple(n) for n in first_names(engine, [answer.query for answer in own])]


def first_names(engine, queries):
    """The names of the first pages for each of some queries of one language."""
    found = engine.evaluate(
        "([language, queries, count]) => firsts(language, queries, count)",
        [queries[0].language, [query.text for query in queries], TOP],
    )
    return [[url.removesuffix(".html") for url in urls] for urls in found]


@pytest.mark.parametrize(
    ("name", "paths", "language"),
    [
        ("own", [QUERIES], "ja"),
        ("own", [QUERIES], "en"),
        ("blind", BLIND, "ja"),
        ("blind", BLIND, "en"),
        ("kana", KANA, "ja"),
    ],
)
def test_queries_find_their_page(engine, name, paths, language):
    """Our own queries, and those of people who had not seen the site (blind)."""
    queries = [q for path in paths for q in read_queries(path)]
    own = [q for q in queries if q.language == language and q.is_answerable]
    names = first_names(engine, own)
    answered = [
        [name in (q.page, *q.also) for name in urls] for q, urls in zip(own, names, strict=True)
    ]
    rates = (
        [urls[:1] == [q.page] for q, urls in zip(own, names, strict=True)],
        [any(each[:1]) for each in answered],
        [any(each) for each in answered],
    )
    for rate, floor in zip(rates, FLOORS[name][language], strict=True):
        missed = [
            missed_by(query, urls)
            for query, urls, is_right in zip(own, names, rate, strict=True)
            if not is_right
        ]
        assert sum(rate) >= floor * len(own), message(f"{language}, {name}. {FEWER}", missed)


def test_our_own_queries_are_judged_by_pages_that_exist(pages):
    for query in read_queries(QUERIES):
        names = {page["url"].removesuffix(".html") for page in pages[query.language]}
        remedy = f"'{query.text}' is judged by a page that is gone: change `page` or `also`"
        assert {query.page, *query.also} <= names, remedy


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_heading_of_one_page_finds_that_page_first(engine, pages, site, language):
    folder = "" if language == "ja" else f"{language}/"
    pages_with: dict[str, set[str]] = {}
    for page in pages[language]:
        html = (site / folder / page["url"]).read_text("utf-8")
        headings = {"", *re.findall(r'<h[1-6] id="([^"]*)"', html)}
        for section in page["sections"]:
            if section["id"] in headings:
                pages_with.setdefault(section["title"], set()).add(page["url"])
    unique = [(title, *urls) for title, urls in pages_with.items() if len(urls) == 1]
    assert len(unique) > 200
    script = "([language, titles]) => firsts(language, titles, 1)"
    found = engine.evaluate(script, [language, [title for title, _ in unique]])
    wrong = [(title, got) for (title, url), got in zip(unique, found, strict=True) if got != [url]]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "parts", "count", "recall"),
    [("ja", japanese_parts, 3000, 0.99), ("en", english_phrases, 2400, 0.96)],
)
def test_what_few_pages_say_is_found_there(engine, pages, language, parts, count, recall):
    """Of phrases as short as two words, which are compared by their terms alone.

    Of English, some 2 in 100 are missed, most of them Japanese words in Latin letters.
    """
    texts = {
        page["url"]: "\n".join(f"{each['title']}\n{each['text']}" for each in page["sections"])
        for page in pages[language]
    }
    samples = list(parts(texts, count))
    assert len(samples) > count / 3
    script = "([language, parts]) => firsts(language, parts, 3)"
    found = engine.evaluate(script, [language, [part for part, _ in samples]])
    missed = [
        f"{part}: {', '.join(sorted(on))}"
        for (part, on), urls in zip(samples, found, strict=True)
        if not on & set(urls)
    ]
    remedy = (
        "These phrases do not find their page. Where several are of one page, see what `search` in"
        " docs/_data/site.yml says of its weight; a heading in their words helps most."
    )
    assert len(missed) <= len(samples) * (1 - recall), message(remedy, missed)


@pytest.mark.parametrize(
    ("name", "paths", "language", "least"),
    [
        ("ja", [UNANSWERABLE], "ja", 240),
        ("en", [UNANSWERABLE], "en", 240),
        ("kana", KANA, "ja", 60),
    ],
)
def test_a_query_that_nothing_answers_is_told_so(engine, name, paths, language, least):
    all_queries = (query for path in paths for query in read_queries(path))
    queries = [q for q in all_queries if q.language == language and not q.is_answerable]
    assert len(queries) >= least
    shown = engine.evaluate(SHOWN, [language, [query.text for query in queries]])
    assert len(shown) <= len(queries) * (1 - TOLD[name]), message(FIT, shown)


def test_the_box_tells_so_although_it_asks_every_language(browser, site):
    """What nothing in a language answers is looked for in the others: they must not answer it."""
    queries = read_queries(UNANSWERABLE)[::12]
    found = answers(browser, site, queries, from_disk=False, at_once=True)
    for language in ("ja", "en"):
        own = [answer for answer in found if answer.query.language == language]
        shown = [answer.query.text for answer in own if not answer.is_told_nothing]
        assert len(own) >= 20
        most = round(len(own) * (1 - TOLD[language] + BOX_MARGIN), 6)  # 6 of 20, not 5.999
        assert len(shown) <= most, message(FIT, shown)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_query_in_another_language_is_mostly_left_to_that_language(engine, language):
    foreign = [q.text for q in read_queries(QUERIES) if q.language != language]
    assert len(engine.evaluate(SHOWN, [language, foreign])) <= len(foreign) * 0.4


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_not_said_while_a_heading_or_a_name_is_typed(engine, pages, language):
    titles = {section["title"] for page in pages[language] for section in page["sections"]}
    typed = sorted({title[: end + 1] for title in titles for end in range(len(title))})
    typed = [text for text in typed if any(map(str.isalnum, text))]
    shown = set(engine.evaluate(SHOWN, [language, typed]))
    missed = [text for text in typed if text not in shown]
    assert len(missed) <= len(typed) * BEGUN, message(FIT, missed)


@pytest.mark.parametrize("query", ["カー", "ーカー", "ｶｰ", "ー", "カーー"])
def test_a_word_that_long_vowels_leave_one_letter_of_has_a_score(engine, query):
    script = """async query => (await ranked("ja", query)).pages
      .flatMap(({ score, sections }) => [score, ...sections.flat()]).every(Number.isFinite)"""
    assert engine.evaluate(script, query)


def test_a_mistyped_word_and_a_begun_one_are_found(engine):
    found = engine.evaluate('firsts("en", ["scamer", "blackmial", "arres"], 3)')
    assert all(found)


def test_a_page_whose_beginning_wins_shows_its_first_step(engine, pages):
    (own,) = (page for page in pages["ja"] if page["url"] == "start/phoned.html")
    assert own["step"].startswith("今すぐ")
    (item, *_) = engine.evaluate("items('ja', '業者に電話してしまいました')")
    assert item["id"] == ""
    shown = "".join(piece for piece, _ in item["text"]).removesuffix(" …")
    assert own["step"].startswith(shown)


def test_words_that_say_little_are_not_marked(engine):
    found = engine.evaluate("html('en', 'someone at the door demanding money')")
    assert "<mark>money</mark>" in found
    assert "<mark>the</mark>" not in found


def test_any_text_is_answered_safely_and_at_once(engine):
    """5,000 queries of any characters: no error, no text but the page's, each within 100 ms."""
    draw = random.Random(SEED)
    queries = [_nonsense(draw) for _ in range(5000)]
    script = """async ([queries]) => {
      const found = [];
      for (const [i, query] of queries.entries()) {
        const start = performance.now();
        const pieces = await excerpts(i % 2 ? "ja" : "en", query);
        const isOf = ([piece, texts]) => texts.some((text) => text?.includes(piece));
        found.push([performance.now() - start, !pieces.every(isOf)]);
      }
      return found;
    }"""
    found = engine.evaluate(script, [queries])
    assert [query for query, (_, is_other) in zip(queries, found, strict=True) if is_other] == []
    # A slow query is repeated, because the machine may have been busy.
    slow = [query for query, (took, _) in zip(queries, found, strict=True) if took >= 100]
    again = [engine.evaluate(script, [slow]) for _ in range(3)]
    times = [[took for took, _ in runs] for runs in zip(*again, strict=True)]
    assert [query for query, own in zip(slow, times, strict=True) if min(own) >= 100] == []
    assert sum(own[0] >= 100 for own in times) < len(queries) / 100


SIGNS = (
    "警察電話番号契約払わないとバレるゃｱﾞー〜々ぁ、。 　"
    "\t\n\u200b\u202e\u0301\u3099\U0001f600\U00020bb7"
)
PIECES = (
    *SIGNS,
    *("<img src=x onerror=alert(1)>", "</mark>", "&lt;", "\\", '"', "'", "(", "*", "~1", "+", "^3"),
    *("__proto__", "constructor", "toString", "null", "AND", "OR", "police", "pay", "the", "#9110"),
)


def _nonsense(draw):
    kind = draw.randrange(4)
    if kind == 0:
        return "".join(draw.choices(PIECES, k=draw.randint(0, 12)))
    if kind == 1:
        # Without surrogates: the browser's protocol cannot transfer them.
        codes = (draw.randrange(0x110000) for _ in range(draw.randint(1, 30)))
        return "".join(chr(code) for code in codes if not 0xD800 <= code < 0xE000)
    if kind == 2:
        return draw.choice(PIECES) * draw.randint(1, 40)
    return "".join(draw.choices(PIECES, k=draw.choice((3, 50, 3000))))[:10_000]
