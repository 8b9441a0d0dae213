"""A page in Arabic: its layout, and what runs from left to right inside it."""

import pytest

from support.cases_site import copy_tiny_site
from support.more_languages import add_language
from support.site_builder import build
from support.visit import PHONE, SEARCH_RESULTS, search_for

PAGE = """\
---
title: استعارة الكتب
description: كيف تستعير كتابا من المكتبة وإلى متى تبقيه عندك في البيت.
reviewed: 2026-11-20
---

# استعارة الكتب {#borrow}

أحضر الكتاب إلى المكتب. انظر [الأوقات](../index.md#hours) ([قواعد](source:borrowing-law)).

## كيف {#how}

1. اختر كتابا.
2. اسأل [المكتب](contact:front-desk) ثم انتظر.

[المكتب](contact:front-desk)

[المكتب الليلي](contact:night-desk)

[رف فيه كتابان](drawing:shelf)
"""
OF_PARAGRAPH = """(element) => {
  const { left, right } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return { left, right, direction: style.direction };
}"""
IN_FRAME = """() => {
  const svg = document.querySelector(".drawing svg");
  const [, , width] = svg.getAttribute("viewBox").split(" ").map(Number);
  return [...svg.querySelectorAll("text")].map((text) => {
    const { x, width: own } = text.getBBox();
    return x >= 0 && x + own <= width;
  });
}"""
ORDER = """(element) => {
  const text = element.firstChild;
  const at = (offset) => {
    const range = document.createRange();
    range.setStart(text, offset);
    range.setEnd(text, offset + 1);
    return range.getBoundingClientRect().left;
  };
  return at(0) < at(text.length - 1);
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = copy_tiny_site(tmp_path_factory.mktemp("rtl") / "source")
    drawings = folder / "docs/_data/drawings.yml"
    text = drawings.read_text("utf-8")
    drawings.write_text(text.replace("{ja: 本棚,", "{ja: 本棚, ar: رف الكتب,"), "utf-8")
    extra = {"partial": True, "fallback": ["en"]}
    add_language(folder, "ar", "العربية", {"guide/borrow.md": PAGE}, extra=extra)
    built = build(folder, folder.parent / "site")
    assert built.exit_code == 0, built.output
    return built.site


@pytest.fixture
def page(visit):
    return visit().open("ar/guide/borrow")


def test_its_text_begins_at_the_right(page):
    text = page.locator("article p").first.evaluate(OF_PARAGRAPH)
    article = page.locator("article").evaluate(OF_PARAGRAPH)
    assert text["direction"] == "rtl"
    assert abs(text["right"] - article["right"]) < 1
    menu = page.locator(".site-menu").evaluate(OF_PARAGRAPH)
    assert menu["left"] >= article["right"]


@pytest.mark.parametrize("place", [".contact-card a.contact-number", "li a.contact-number"])
def test_a_telephone_number_is_not_turned_around(page, place):
    assert page.locator(place).first.evaluate("(each) => getComputedStyle(each).direction") == "ltr"


def test_the_digits_of_a_number_follow_each_other(page):
    assert page.locator(".contact-card .contact-number").first.evaluate(ORDER)


def test_the_words_of_a_drawing_stay_in_its_frame(page):
    assert page.evaluate(IN_FRAME) == [True, True]
    assert page.locator("svg text").first.inner_html() == "رف الكتب"
    assert page.locator("svg text tspan").first.get_attribute("lang") == "en"


def test_nothing_is_wider_than_a_phone(visit):
    window = visit(viewport=PHONE)
    for name in ("ar/guide/borrow", "ar/contacts", "ar/index"):
        page = window.open(name)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], name


def test_it_is_printed_from_the_right(page):
    page.emulate_media(media="print")
    heading = page.locator("h1").evaluate(OF_PARAGRAPH)
    assert heading["direction"] == "rtl"
    assert not page.locator(".site-header").is_visible()
    assert page.locator(".contact-card").first.is_visible()


def test_it_is_found_in_its_own_letters(page):
    search_for(page, "الكتاب")
    first = page.locator(SEARCH_RESULTS).first
    assert "guide/borrow.html" in (first.get_attribute("href") or "")
    assert first.evaluate("(each) => getComputedStyle(each).direction") == "rtl"


def test_what_is_found_in_another_language_says_which_one(page):
    search_for(page, "shelf")
    assert page.locator(f"{SEARCH_RESULTS}[lang=en]").first.is_visible()


def test_what_stands_in_is_in_the_language_that_stands_in(visit):
    page = visit().open("ar/contacts")
    assert page.locator("h1").evaluate("(each) => each.closest('[lang]').lang") == "en"
    assert page.locator(".page-notice").first.is_visible()
    notice = page.locator(".page-notice").first
    assert notice.evaluate("(each) => each.closest('[lang]').lang") == "ar"
    label = page.locator(".site-menu a").first
    assert (label.inner_text(), label.get_attribute("lang")) == ("Start here", "en")
