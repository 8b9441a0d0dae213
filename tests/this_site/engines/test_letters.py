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


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_first_page_begins_with_what_cannot_wait(engine, host, language):
    engine.set_font_size(32)
    engine.open(f"{host.root}{language}index.html")
    check(engine, ".triage--first p")
