"""Every page opens from a folder on disk, with the network cut."""

import pytest

from support.pages import ANSWER, NAMES, PAGES
from support.visit import PHONE


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_another_origin_and_without_an_error(visit, name):
    started = visit()
    page = started.open(name)
    assert page.locator("h1").is_visible()
    page.wait_for_timeout(100)
    assert started.foreign_requests == []
    assert started.errors == []


@pytest.mark.parametrize("name", PAGES)
def test_the_language_switch_leads_to_the_same_page_and_back(visit, name):
    started = visit()
    page = started.open(name)
    other, own = ("ja", "en") if name.startswith("en/") else ("en", "ja")
    counterpart = name.removeprefix("en/") if own == "en" else f"en/{name}"
    for language, expected in ((other, counterpart), (own, name)):
        page.locator(f"a.md-select__link[hreflang={language}]").click()
        page.wait_for_load_state()
        assert started.name == expected
        assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_link_from_the_first_page_leads_to_its_passage(visit, language):
    started = visit(viewport=PHONE)
    page = started.open(f"{language}index")
    page.locator('a[href="contract-validity.html#real-contract"]').first.click()
    page.wait_for_load_state()
    assert started.name == f"{language}contract-validity"
    top = page.locator("#real-contract").bounding_box()["y"]
    assert 0 <= top < PHONE["height"] / 2


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_phone(visit, name):
    page = visit(viewport=PHONE).open(name)
    for width in (PHONE["width"], 320):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "contributing/rules"])
def test_the_answer_is_on_the_first_screen_without_javascript(visit, language, name):
    page = visit(viewport=PHONE, java_script_enabled=False).open(language + name)
    box = page.locator(ANSWER).bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"]
