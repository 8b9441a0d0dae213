"""Letters of 200 %: the header stays small, and the first screen of a phone has the answer."""

import pytest

from support.screens import SHOWN
from this_site.pages import ANSWER

PAGES = ("start/paid", "police", "en/start/paid", "en/police")
LEAST = """(selector) => {
  const answer = document.querySelector(selector);
  const bar = document.querySelector(".action-bar").getBoundingClientRect();
  const line = parseFloat(getComputedStyle(answer).fontSize);
  return Math.min(bar.top, innerHeight) - answer.getBoundingClientRect().top - line;
}"""
"""Pixels between the first line of the answer and the end of the screen, or the bar there."""
COVERED = """() => [...document.querySelectorAll("header details[open] li a")].flatMap((each) => {
  const { left, right, top, bottom } = each.getBoundingClientRect();
  return [left + 1, right - 1].map((x) => (
    each.contains(document.elementFromPoint(x, (top + bottom) / 2))));
})"""
"""Whether a tap at either end of each language's name reaches it."""
TALL = "document.querySelector('.site-header').offsetHeight > 60"
UNCOVERED = """document.querySelector(":target").getBoundingClientRect().top
  >= document.querySelector(".site-header").getBoundingClientRect().bottom - 1"""
IS_COVERED = "document.documentElement.classList.contains('is-covered')"
BROKEN = """(narrow) => [...document.querySelectorAll(narrow)].flatMap((each) => {
  const span = each.querySelector("span:has(> wbr)");
  if (!span) return [];
  const parts = document.createTreeWalker(span, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let [last, mayBreak, line, broken] = [null, true, "", []];
  while (parts.nextNode()) {
    const part = parts.currentNode;
    if (part.localName === "wbr") mayBreak = true;
    if (part.nodeType !== 3 || part.parentElement.localName === "rt") continue;
    [...part.data].forEach((letter, i) => {
      const range = document.createRange();
      range.setStart(part, i);
      range.setEnd(part, i + 1);
      const { bottom, width } = range.getBoundingClientRect();
      if (!width) return;
      const isNext = last !== null && bottom - last > 12;
      if (isNext && !mayBreak && !/[、。」』）]$/.test(line)) broken.push(line);
      [last, mayBreak, line] = [bottom, false, line + letter];
    });
  }
  return broken;
})"""
"""The beginnings of texts whose next line begins inside a phrase."""
FITTING = 8
"""Letters of a phrase that fit a first cell on a phone; a longer one may break anywhere."""
HANGING = """() => {
  const found = [];
  const blocks = "article :is(h2, h3, th, td, dt, summary, li > a)";
  for (const block of document.querySelectorAll(blocks)) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let [last, line] = [null, ""];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.parentElement.closest("rt")) continue;
      [...text.data].forEach((letter, i) => {
        const range = document.createRange();
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const { top, bottom, width } = range.getBoundingClientRect();
        if (!width) return;
        const isNext = last !== null && top > last - 4;
        const isWrong = /[「『（]$/.test(line) || /[、。」』）]/.test(letter);
        if (isNext && isWrong) found.push(line + letter);
        [last, line] = [bottom, line + letter];
      });
    }
  }
  return found;
}"""
"""The beginnings of short texts in which a line ends with an opening bracket, or the next one
begins with a closing bracket or a stop."""


def check(engine, selector=ANSWER):
    shown = engine.evaluate(SHOWN)
    assert shown["rows"] <= 2
    assert shown["sideways"] == 0
    assert engine.evaluate(LEAST, selector) > 0


@pytest.mark.parametrize("name", PAGES)
def test_a_reader_who_has_set_large_letters_sees_the_answer_first(engine, host, name):
    engine.set_font_size(32)
    engine.open(f"{host.root}{name}.html")
    assert engine.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
    check(engine)


@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_a_reader_who_enlarges_the_text_alone_sees_the_answer_first(engine, host, name):
    """Chromium has no such setting."""
    engine.open(f"{host.root}{name}.html")
    height = "document.querySelector('h1').getBoundingClientRect().height"
    before = engine.evaluate(height)
    engine.zoom_text(2)
    engine.until(f"before => {height} >= before * 1.9", before)
    check(engine)


@pytest.mark.parametrize("engine", ["webkit"], indirect=True)
@pytest.mark.parametrize("factor", [1.3, 2])
def test_what_one_jumps_to_is_below_a_header_that_has_wrapped(engine, host, factor):
    """In Safari, enlarged text does not affect media queries."""
    engine.resize(390, 844)
    engine.open(f"{host.root}ja-Hira/start/court-papers.html")
    engine.zoom_text(factor)
    engine.until(TALL)
    engine.evaluate("void (location.hash = 'call')")
    engine.until(UNCOVERED)


@pytest.mark.parametrize("engine", ["webkit"], indirect=True)
def test_what_stays_in_place_does_not_come_and_go(engine, host):
    engine.resize(320, 568)
    engine.open(f"{host.root}index.html")
    engine.zoom_text(2)
    engine.until(IS_COVERED)
    for height in (570, 572, 574):
        engine.resize(320, height)
        engine.until("height => innerHeight === height", height)
        assert engine.evaluate(IS_COVERED)


def test_the_list_of_languages_covers_what_it_hangs_over(engine, host):
    engine.set_font_size(32)
    engine.resize(375, 667)
    engine.open(f"{host.root}ja-Hira/start/paid.html")
    engine.tap("header summary")
    engine.until(f"({COVERED})().length > 0")
    assert set(engine.evaluate(COVERED)) == {True}


@pytest.mark.parametrize("size", [24, 32])
def test_readings_break_where_the_screen_ends(engine, host, size):
    engine.set_font_size(size)
    engine.resize(375, 667)
    for name in ("index", "contract-validity", "evidence", "glossary", "start/paid"):
        engine.open(f"{host.root}ja-Hira/{name}.html")
        assert (name, engine.evaluate(SHOWN)["sideways"]) == (name, 0)


def test_a_heading_with_readings_breaks_between_phrases(engine, host):
    engine.resize(375, 667)
    for name in ("ja-Hira/police", "ja-Hira/contacts", "start/detective-offer"):
        engine.open(f"{host.root}{name}.html")
        assert (name, engine.evaluate(BROKEN, "h1, h2, h3")) == (name, [])


def test_the_first_cell_of_a_row_breaks_between_phrases(engine, host):
    engine.resize(360, 740)
    for name in ("police", "start/paid"):
        engine.open(f"{host.root}{name}.html")
        broken = engine.evaluate(BROKEN, "td:first-child")
        assert (name, [each for each in broken if len(each) < FITTING]) == (name, [])


@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)
def test_no_line_ends_with_an_opening_bracket_or_begins_with_a_stop(engine, host):
    engine.resize(320, 667)
    for name in ("police", "what-to-say", "start/detective-offer", "start/paid"):
        engine.open(f"{host.root}{name}.html")
        assert (name, engine.evaluate(HANGING)) == (name, [])


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_first_page_begins_with_what_cannot_wait(engine, host, language):
    engine.set_font_size(32)
    engine.open(f"{host.root}{language}index.html")
    check(engine, ".triage--first p")


COVERING = """() => [...document.querySelectorAll(".site-header, [data-page-foot]")]
  .filter((each) => !["static", "relative"].includes(getComputedStyle(each).position))
  .reduce((sum, each) => sum + each.getBoundingClientRect().height, 0) / innerHeight"""
"""Share of the screen that what stays in place covers."""


@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)
@pytest.mark.parametrize("name", ["ja-Hira/index", "index", "en/start/paid"])
def test_enlarged_text_leaves_most_of_a_small_screen_to_read(engine, host, name):
    engine.resize(320, 568)
    engine.open(f"{host.root}{name}.html")
    engine.zoom_text(2)
    engine.until(f"({COVERING})() <= 0.3")


def test_a_wide_table_tells_the_head_of_each_cell_on_a_phone(engine, host):
    engine.resize(375, 667)
    for name in ("contract-validity", "en/lawsuits"):
        engine.open(f"{host.root}{name}.html")
        said = engine.evaluate(
            "[...document.querySelectorAll('table:has(th:nth-child(3)) td:not(:first-child)')]"
            ".map((each) => getComputedStyle(each, '::before').content)"
        )
        assert said
        assert not [each for each in said if len(each) < len('"a: "')]


@pytest.mark.parametrize(("size", "name"), [(32, "start/paid"), (32, "prevention")])
def test_a_table_of_two_columns_fits_a_small_screen_with_large_letters(engine, host, size, name):
    engine.set_font_size(size)
    engine.resize(320, 667)
    engine.open(f"{host.root}{name}.html")
    cut = "(each) => each.scrollWidth - each.parentElement.clientWidth"
    tables = "[...document.querySelectorAll('article table')]"
    assert max(engine.evaluate(f"{tables}.map({cut})")) <= 0


def test_open_help_lines_fit_a_small_screen_with_large_letters(engine, host):
    engine.set_font_size(32)
    engine.resize(320, 667)
    engine.open(f"{host.root}en/index.html")
    engine.evaluate("document.querySelector('details.help-lines').open = true")
    assert engine.evaluate(SHOWN)["sideways"] == 0


def test_no_field_makes_a_phone_zoom_in(engine, host):
    engine.open(f"{host.root}en/evidence.html")
    sizes = engine.evaluate(
        "[...document.querySelectorAll('textarea, [type=search]')]"
        ".map((each) => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 16


def test_japanese_in_an_english_page_breaks_by_its_rules(engine, host):
    engine.open(f"{host.root}en/what-to-say.html")
    rules = engine.evaluate(
        "[...document.querySelectorAll('article [lang=ja]')]"
        ".map((each) => getComputedStyle(each).lineBreak)"
    )
    assert set(rules) == {"strict"}


TOO_WIDE = """[...document.querySelectorAll('article table')]
  .map((each) => each.scrollWidth - each.clientWidth)"""
BESIDE = """() => [...document.querySelectorAll("article :is(td, th) span:has(> wbr) > span")]
  .filter((each) => getComputedStyle(each).display !== "inline").map((each) => each.textContent)"""
"""Phrases in cells that are boxes: what is before one with two lines stands beside the last."""


@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)
@pytest.mark.parametrize("width", [320, 360, 390])
def test_the_words_of_a_cell_stand_in_their_order_and_fit(engine, host, width):
    engine.resize(width, 740)
    for name in ("start/gave-bank-login", "start/paid", "ja-Hira/start/paid", "ja-Hira/lawsuits"):
        engine.open(f"{host.root}{name}.html")
        assert (name, engine.evaluate(BESIDE)) == (name, [])
        assert (name, max(engine.evaluate(TOO_WIDE))) == (name, 0)
