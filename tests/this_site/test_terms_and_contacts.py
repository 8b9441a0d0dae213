"""A term shows its meaning by hover, keyboard and tap; a contact can be called."""

import re

import pytest

from support.cases_site import ROOT
from support.visit import PHONE

PAGES = ("lawsuits", "en/lawsuits")


def first_term(page):
    term = page.locator("[data-term]").first
    return term.locator("a"), term.locator("[role=tooltip]")


@pytest.mark.parametrize("name", PAGES)
def test_hover_shows_the_meaning_and_escape_hides_it(visit, name):
    page = visit().open(name)
    word, meaning = first_term(page)
    assert not meaning.is_visible()
    word.hover()
    assert meaning.is_visible()
    meaning.hover()  # it stays while the pointer is on it
    assert meaning.is_visible()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_focus_shows_the_meaning_and_names_it(visit, name):
    page = visit().open(name)
    word, meaning = first_term(page)
    word.focus()
    assert meaning.is_visible()
    assert word.get_attribute("aria-describedby") == meaning.get_attribute("id")


@pytest.mark.parametrize("name", PAGES)
def test_hover_and_focus_need_no_javascript(visit, name):
    page = visit(java_script_enabled=False).open(name)
    word, meaning = first_term(page)
    word.hover()
    assert meaning.is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_the_first_tap_shows_the_meaning_the_second_leads_to_the_glossary(visit, name):
    started = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    page = started.open(name)
    word, meaning = first_term(page)
    word.tap()
    assert meaning.is_visible()
    assert started.name == name
    box = meaning.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    anchor = word.get_attribute("href").partition("#")[2]
    word.tap()
    page.wait_for_url("**/glossary.html#*")
    assert page.url.endswith(f"#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_a_tap_elsewhere_hides_the_meaning(visit, name):
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True).open(name)
    word, meaning = first_term(page)
    word.tap()
    assert meaning.is_visible()
    page.locator("h1").tap()
    assert not meaning.is_visible()


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_number_can_be_called_and_9110_is_typed(visit, language):
    page = visit(viewport=PHONE).open(f"{language}contacts")
    hotline = page.locator('[data-contact="hotline-188"] a.contact-number')
    assert hotline.get_attribute("href") == "tel:188"
    police = page.locator('[data-contact="police-9110"]')
    assert "#9110" in police.text_content()
    assert police.locator('a[href^="tel:"]').count() == 0
    # A contact whose number nobody could check has none.
    assert page.locator('[data-contact="paps"] .contact-number').count() == 0


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_wrong_number_never_comes_from_the_text(visit, site, language):
    page = visit().open(f"{language}contacts")
    numbers = page.locator('a[href^="tel:"]').evaluate_all("all => all.map(a => [a.href, a.text])")
    known = (ROOT / "docs/_data/contacts.yml").read_text("utf-8")
    for href, text in numbers:
        number = href.removeprefix("tel:")
        assert number in known
        assert text == number or not re.search(r"\d{3}", text)
