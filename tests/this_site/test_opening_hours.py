"""The "open now" label follows Japan's clock, holidays and New Year; the hours are always shown.

What counts as open: tests/javascript/opening_hours.test.js.
"""

import pytest

from support.visit import open_all


@pytest.mark.parametrize(
    ("language", "moment", "contact", "words"),
    [
        ("", "2026-11-24T11:00:00+09:00", "international-call-center", "今は受付時間です"),
        ("", "2026-11-24T17:00:00+09:00", "international-call-center", "今は受付時間外です"),
        ("en/", "2026-11-23T11:00:00+09:00", "international-call-center", "Closed now"),
        ("en/", "2026-12-30T03:00:00+09:00", "child-sos", "Open now"),
    ],
)
def test_the_card_says_so(visit, language, moment, contact, words):
    started = visit()
    started.page.clock.set_fixed_time(moment)
    page = started.open(f"{language}contacts")
    open_all(page)
    assert words in page.locator(f'[data-contact="{contact}"] [data-open]').inner_text()


def test_without_javascript_the_hours_stand_alone(visit):
    page = visit(java_script_enabled=False).open("start/phoned")
    card = page.locator('[data-contact="houterasu-multilingual"]')
    assert "9時〜17時" in card.inner_text()
    assert not card.locator("[data-open]").is_visible()


@pytest.mark.parametrize(
    "contact",
    ["hotline-188", "tourist-hotline"],
    ids=["the hours differ", "the text is older than two years"],
)
def test_nothing_is_guessed(visit, contact):
    page = visit().open("contacts")
    assert page.locator(f'[data-contact="{contact}"] [data-open]').count() == 0


def test_two_years_after_the_text_nothing_is_said_any_more(visit):
    started = visit()
    started.page.clock.set_fixed_time("2027-06-24T12:00:00+09:00")
    line = '[data-contact="international-call-center"] [data-open]'
    page = started.open("contacts")
    open_all(page)
    assert page.locator(line).is_visible()
    started.page.clock.set_fixed_time("2027-06-25T12:00:00+09:00")
    page = started.open("contacts")
    open_all(page)
    assert not page.locator(line).is_visible()
    # The text of another contact is newer, so its card still says so.
    assert page.locator('[data-contact="child-sos"] [data-open]').is_visible()


def test_after_the_last_holiday_that_is_known_nothing_is_guessed(visit):
    started = visit()
    started.page.clock.set_fixed_time("2031-01-10T12:00:00+09:00")
    page = started.open("contacts")
    open_all(page)
    assert not page.locator('[data-contact="child-sos"] [data-open]').is_visible()
