"""The real site with one page each in Chinese and in Arabic, opened in a browser.

In Arabic, English pages and texts stand in; in Chinese, Japanese ones.
"""

import pytest

from support.visit import DESKTOP, PHONE, SEARCH_RESULTS, open_all, search_for
from this_site.site_with_more_languages import ARABIC, CHINESE, WORDS

FALLBACK = {CHINESE: "ja", ARABIC: "en"}
DIRECTIONS = {CHINESE: "ltr", ARABIC: "rtl"}
LANGUAGES = list(FALLBACK)
LANG_OF = "(each) => each.closest('[lang]').lang"


@pytest.fixture(scope="module")
def site(site_below_a_path):
    return site_below_a_path


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_own_page_is_in_the_language(visit, code):
    window = visit()
    page = window.open(f"{code}/index")
    assert page.locator("html").get_attribute("lang") == code
    assert page.locator("h1").evaluate(LANG_OF) == code
    assert page.locator("h1").evaluate("(h) => getComputedStyle(h).direction") == DIRECTIONS[code]
    assert WORDS[code] in page.locator("h1").inner_text()
    assert page.locator("article > .page-notice").count() == 0
    assert window.errors == []
    assert window.foreign_requests == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_that_stands_in_says_so_and_what_it_is(visit, code):
    page = visit().open(f"{code}/police")
    notice = page.locator("article > .page-notice").first
    assert notice.is_visible()
    assert notice.evaluate(LANG_OF) == code
    assert page.locator("h1").evaluate(LANG_OF) == FALLBACK[code]
    assert page.locator("h1").evaluate("(h) => getComputedStyle(h).direction") == "ltr"


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_and_quick_links_say_which_language_stands_in(visit, code):
    page = visit(viewport=PHONE).open(f"{code}/police")
    own = ".site-menu a:not(.site-menu__contents)"
    for place in (".urgent a", ".action-bar a", own, ".site-menu__group"):
        links = page.locator(place)
        assert links.count() > 1
        found = set(links.evaluate_all(f"(all) => all.map({LANG_OF})"))
        assert found == {FALLBACK[code]}, place
    assert page.locator(".site-header__name").evaluate(LANG_OF) == FALLBACK[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_build_adds_to_its_page_says_which_language_stands_in(visit, code):
    page = visit().open(f"{code}/index")
    open_all(page)
    titles = page.locator(".source-list li a")
    assert titles.count() > 0
    assert set(titles.evaluate_all(f"(all) => all.map({LANG_OF})")) == {FALLBACK[code]}


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_wider_than_the_window(visit, code, viewport):
    window = visit(viewport=viewport)
    for name in ("index", "police", "contacts", "404"):
        width = window.open(f"{code}/{name}").evaluate("document.documentElement.scrollWidth")
        assert width <= viewport["width"], name


@pytest.mark.parametrize(
    ("code", "query", "href", "lang"),
    [
        (CHINESE, "付钱", f"{CHINESE}/index.html", CHINESE),
        (ARABIC, "المال", f"{ARABIC}/index.html", ARABIC),
        (ARABIC, "police", "en/", "en"),
        (CHINESE, "警察", "police.html", "ja"),
    ],
)
def test_the_search_finds_its_page_and_those_that_stand_in(visit, code, query, href, lang):
    page = visit().open(f"{code}/index")
    search_for(page, query)
    first = page.locator(SEARCH_RESULTS).first
    first.wait_for()
    assert href in (first.get_attribute("href") or "")
    assert first.evaluate(LANG_OF) == lang


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_danger_box_says_which_language_stands_in(visit, code):
    page = visit().open(f"{code}/index")
    search_for(page, "死にたい")
    text = page.locator(".search-danger__text").first
    assert text.locator("[lang]").first.get_attribute("lang") == FALLBACK[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_printed(visit, code):
    page = visit().open(f"{code}/index")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".site-header").is_visible()
    assert page.locator(".page-address").evaluate("(p) => getComputedStyle(p).unicodeBidi") == (
        "plaintext"
    )
