"""axe-core finds no violation on any kind of element, in any state a reader can reach.

Manual checks are listed on the page about accessibility.
"""

import hashlib
from typing import Any
from urllib.parse import urlsplit

import pytest

from support.axe import COLOUR, FILE, violations
from support.check_each import check_each
from support.visit import DESKTOP, PHONE, SEARCH_RESULTS, open_all, open_search

WRONG_ADDRESSES = ("404", "en/404")
SIZES = {"phone": PHONE, "desktop": DESKTOP}
PARTS = 4
"""Tests that the pages are divided into, so that several processes share them."""
SHOWN = """() => [...document.querySelectorAll("body *")].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return [each.checkVisibility({ visibilityProperty: true }), x, y, width, height].join();
}).join(" ")"""

UNPINNED = """() => {
  for (const each of document.querySelectorAll("body *")) {
    if (/fixed|sticky/.test(getComputedStyle(each).position)) each.style.position = "static";
  }
}"""

LABEL_IN_NAME = "label-content-name-mismatch"
"""axe-core counts readings as part of a visible label, though they are hidden from names."""
UNNAMED = """() => [...document.querySelectorAll("article :is(a, button, summary)[aria-label]")]
  .map((each) => {
    const label = each.cloneNode(true);
    label.querySelectorAll("rt").forEach((reading) => reading.remove());
    return [label.textContent.trim(), each.ariaLabel];
  })
  .filter(([label, name]) => !name.includes(label))"""
"""Visible labels without their readings that are not a part of the accessible name."""


@pytest.fixture
def open_page(visit, host):
    def start(name, size="phone", **options):
        options |= {"viewport": SIZES[size], "bypass_csp": True}
        page = visit(offline=False, **options).page
        page.goto(f"{host.root}{name}.html")
        return page

    return start


@pytest.fixture
def open_next(open_page):
    """Open one page after another in the same window."""
    opened: list[Any] = []

    def start(name):
        if not opened:
            opened.append(open_page(name))
            return opened[0]
        (page,) = opened
        page.goto(page.url.replace(urlsplit(page.url).path, f"/{name}.html"))
        return page

    return start


def show_all(page):
    """Put what stays in place while one scrolls where it covers nothing."""
    page.evaluate(UNPINNED)


def in_both_schemes(page):
    """All violations in the light scheme, and the colour violations in the dark one."""
    page.emulate_media(color_scheme="light")
    found = [f"light: {each}" for each in violations(page)]
    shown = page.evaluate(SHOWN)
    page.emulate_media(color_scheme="dark")
    is_the_same = page.evaluate(SHOWN) == shown
    found += [f"dark: {each}" for each in violations(page, only=COLOUR if is_the_same else None)]
    return found


def test_axe_is_what_its_readme_says():
    readme = (FILE.parent / "README.md").read_text("utf-8")
    assert f"SHA-256 {hashlib.sha256(FILE.read_bytes()).hexdigest()}" in readme


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_has_no_violation(open_next, shown_pages, part):
    def check(name):
        page = open_next(name)
        open_all(page)
        show_all(page)
        for name_of_size, size in SIZES.items():
            page.set_viewport_size(size)
            assert in_both_schemes(page) == [], name_of_size

    check_each([*shown_pages, *WRONG_ADDRESSES][part::PARTS], check)


@pytest.mark.parametrize("name", ["index", "en/lawsuits"])
def test_the_open_menu_has_none(open_page, name):
    page = open_page(name)
    page.locator(".menu-button").click()
    assert page.locator(".site-menu").is_visible()
    assert in_both_schemes(page) == []


@pytest.mark.parametrize("name", ["index", "en/lawsuits"])
def test_the_button_that_removes_what_is_kept_has_none(open_page, name):
    page = open_page(name)
    page.locator("button[data-display]").click()
    page.reload()
    button = page.locator("[data-stored] button")
    for _ in range(2):  # first it removes, then it stores again
        button.wait_for()
        assert button.bounding_box()["height"] >= 44
        show_all(page)
        assert in_both_schemes(page) == []
        button.click()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "query"),
    [("index", "警察"), ("en/index", "police"), ("index", "ぬゐゑ"), ("en/index", "qqqq")],
)
def test_the_open_search_has_none(open_page, name, query, size):
    page = open_page(name, size)
    open_search(page)
    page.keyboard.insert_text(query)
    if query in ("警察", "police"):
        page.locator(SEARCH_RESULTS).first.wait_for()
    else:
        page.locator("[data-search-help]").wait_for()
    assert in_both_schemes(page) == []


@pytest.mark.parametrize("name", ["lawsuits", "en/lawsuits"])
def test_the_meaning_of_a_word_has_none(open_page, name):
    page = open_page(name)
    show_all(page)
    page.locator("[data-term] a").first.focus()
    assert page.locator("[role=tooltip]").first.is_visible()
    assert in_both_schemes(page) == []


@pytest.mark.parametrize("name", ["contributing/components", "start/detective-offer"])
def test_the_readings_of_an_ordinary_page_have_none(open_page, name):
    page = open_page(name)
    page.locator("button[data-furigana]").click()
    page.locator("article ruby").first.wait_for()
    open_all(page)
    show_all(page)
    assert [each for each in in_both_schemes(page) if LABEL_IN_NAME not in each] == []
    assert page.evaluate(UNNAMED) == []


def test_without_scripts_and_for_more_contrast_there_is_none(open_page):
    page = open_page("index", contrast="more")
    show_all(page)
    assert in_both_schemes(page) == []
    page = open_page("en/contacts", forced_colors="active")
    show_all(page)
    assert in_both_schemes(page) == []


def test_a_sign_keeps_its_lines_in_colours_of_the_readers_own(open_page):
    """A circle alone would mean "right"."""
    page = open_page("index", forced_colors="active")
    for sign in ("dont", "fine"):
        style = f"getComputedStyle(document.querySelector('.answer .{sign}'), '::before')"
        assert "gradient" in page.evaluate(f"{style}.backgroundImage")
        assert page.evaluate(f"{style}.forcedColorAdjust") == "none"
        own = page.evaluate(f"{style}.color")
        assert own == page.evaluate("getComputedStyle(document.body).color")


@pytest.mark.parametrize("colour", ["#ccc", "#666"], ids=["below AA", "below AAA"])
def test_a_violation_is_found(open_page, colour):
    page = open_page("index")
    page.evaluate("colour => { document.querySelector('main p').style.color = colour; }", colour)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    rules = {each.split(" ")[0] for each in violations(page)}
    assert {"html-has-lang", "color-contrast"} <= rules


def test_a_colour_of_the_dark_is_found(open_page):
    page = open_page("index")
    page.add_style_tag(content="@media (prefers-color-scheme: dark) { main p { color: #333 } }")
    found = in_both_schemes(page)
    assert [each for each in found if "color-contrast" in each and each.startswith("dark")]
    assert [each for each in found if each.startswith("light")] == []
    page.add_style_tag(content="@media (prefers-color-scheme: dark) { h1 { display: none } }")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img>')")
    assert [each for each in in_both_schemes(page) if each.startswith("dark: image-alt")]
