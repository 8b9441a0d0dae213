"""No page keeps a reader out: what axe-core can find, in every state that a reader can bring about.

What no machine finds is on the page about accessibility.
"""

import hashlib

import pytest

from support.axe import FILE, violations
from support.pages import PAGES
from support.visit import DESKTOP, PHONE, open_search

PAGES_AND_404 = [*PAGES, "404", "en/404"]
SIZES = {"phone": PHONE, "desktop": DESKTOP}
SCHEMES = ("light", "dark")
LINKS = ".md-search-result__link"


@pytest.fixture
def open_page(visit, host):
    def start(name, size="phone", **options):
        options |= {"viewport": SIZES[size], "bypass_csp": True, "service_workers": "block"}
        page = visit(offline=False, **options).page
        page.goto(f"{host.root}{name}.html")
        return page

    return start


def show_all(page):
    """Make the window as high as the page, so that the bar at its foot lies over nothing."""
    size = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size(size | {"height": height})


def in_both_schemes(page):
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {each}" for each in violations(page)]
    return found


def test_axe_is_what_its_readme_says():
    readme = (FILE.parent / "README.md").read_text("utf-8")
    assert f"SHA-256 {hashlib.sha256(FILE.read_bytes()).hexdigest()}" in readme


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES_AND_404)
def test_a_page_has_no_violation(open_page, name, size):
    page = open_page(name, size)
    for details in page.locator("details").all():
        details.evaluate("(each) => { each.open = true; }")
    show_all(page)
    assert in_both_schemes(page) == []


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
    for _ in range(2):  # it removes, and then it keeps again
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
        page.locator(LINKS).first.wait_for()
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


def test_without_scripts_and_for_more_contrast_there_is_none(open_page):
    page = open_page("index", contrast="more")
    show_all(page)
    assert in_both_schemes(page) == []
    page = open_page("en/contacts", forced_colors="active")
    show_all(page)
    assert in_both_schemes(page) == []


def test_a_violation_is_found(open_page):
    page = open_page("index")
    page.evaluate("document.querySelector('main p').style.color = '#ccc'")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    rules = {each.split(" ")[0] for each in violations(page)}
    assert {"html-has-lang", "color-contrast"} <= rules
