"""Every page opens from disk without a network, fits every screen, and can be printed."""

import pytest

from support.check_each import check_each
from support.screens import HEIGHTS, WIDTHS, assert_shown
from support.visit import DESKTOP, PHONE
from this_site.pages import ANSWER, GROUPS, NAMES, language_link

PRINTED = """() => {
  const seen = [...document.querySelectorAll("main *")].filter((each) => each.checkVisibility());
  const pressed = [...document.querySelectorAll(
    ".site-header, .page-foot, .page-tools, .skip-link, .headerlink"
  )].filter((each) => each.checkVisibility());
  return {
    colours: [...new Set(seen.map((each) => getComputedStyle(each).color))],
    pressed: pressed.map((each) => each.outerHTML.slice(0, 100)),
    sideways: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  };
}"""
"""What of a page is printed: the colours of its text, what can be pressed, and what is cut off."""
UNTIL_IDLE = "new Promise((resolve) => { requestIdleCallback(() => setTimeout(resolve, 20)); })"


def assert_nothing_is_wrong(started):
    """Assert that there are no foreign requests and no errors since the last call."""
    said = [*started.foreign_requests, *started.errors]
    started.requests.clear()
    started.errors.clear()
    assert said == []


def assert_answer_is_shown(page, name):
    """On the first screen of a phone; that of the page of rules, for contributors, is lower."""
    if not name.endswith("contributing/rules"):
        box = page.locator(ANSWER).bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"]


def assert_screens(page, *, is_dark_when_wide):
    for width in WIDTHS:
        is_dark = is_dark_when_wide == (width == max(WIDTHS))
        page.emulate_media(media="screen", color_scheme="dark" if is_dark else "light")
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        assert_shown(page.evaluate, width, is_dark=is_dark)


@pytest.mark.parametrize("group", GROUPS)
def test_a_page_opens_and_prints_whole_without_another_origin_and_without_an_error(visit, group):
    """Every other page is dark on the widest screen, and the others are on the narrow ones."""
    started = visit(viewport=PHONE)
    others = GROUPS[group][1::2]

    def check(name):
        page = started.open(name)
        page.evaluate(UNTIL_IDLE)
        assert_nothing_is_wrong(started)
        assert_answer_is_shown(page, name)
        assert_screens(page, is_dark_when_wide=name in others)
        page.emulate_media(media="print", color_scheme="dark")
        # A page that is handed out is as wide as its paper, and printed in black alone.
        is_paper = "paper/" in name
        page.set_viewport_size(DESKTOP if is_paper else PHONE)
        colour = "rgb(0, 0, 0)" if is_paper else "rgb(29, 35, 38)"
        assert page.evaluate(PRINTED) == {"colours": [colour], "pressed": [], "sideways": 0}
        page.emulate_media(media="screen", color_scheme="light")
        page.set_viewport_size(PHONE)

    check_each(GROUPS[group], check)
    started.page.wait_for_timeout(100)
    assert_nothing_is_wrong(started)


def test_the_language_switch_leads_to_the_same_page_and_back(visit, shown_pages):
    started = visit()

    def check(name):
        page = started.open(name)
        for language, expected in (("en", f"en/{name}"), ("ja", name)):
            language_link(page, language).click()
            page.wait_for_load_state()
            assert started.name == expected
            assert page.locator("html").get_attribute("lang") == language

    check_each([name for name in shown_pages if name in NAMES], check)
    assert_nothing_is_wrong(started)


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_link_from_the_first_page_leads_to_its_passage(visit, language):
    started = visit(viewport=PHONE)
    page = started.open(f"{language}index")
    page.locator('a[href="contract-validity.html#real-contract"]').first.click()
    page.wait_for_load_state()
    assert started.name == f"{language}contract-validity"
    top = page.locator("#real-contract").bounding_box()["y"]
    assert 0 <= top < PHONE["height"] / 2


def test_the_answer_is_on_the_first_screen_without_javascript(visit, shown_pages):
    """With it, every page is looked at above."""
    started = visit(viewport=PHONE, java_script_enabled=False)
    check_each(shown_pages, lambda name: assert_answer_is_shown(started.open(name), name))
