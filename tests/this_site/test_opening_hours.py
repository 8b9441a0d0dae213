"""The "open now" label follows Japan's clock, holidays and New Year; the hours are always shown.

What counts as open: tests/javascript/opening_hours.test.js.
"""

from datetime import UTC, datetime

import pytest

from knowledge.site.review_dates import hours_hold_until
from support.cases_site import MOMENT
from support.visit import open_all
from this_site.pages import loaded_site


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


def test_nothing_is_guessed(visit):
    """Not without hours in the data, and not from a text that is older than two years."""
    page = visit().open("contacts")
    today = datetime.fromtimestamp(int(MOMENT), UTC).date()
    untils = {each.id: hours_hold_until(each) for each in loaded_site().data.contacts.values()}
    told = {name for name, until in untils.items() if until and until >= today}
    assert 0 < len(told) < len(untils)
    shown = page.locator("[data-contact]:has([data-open])").evaluate_all(
        "all => all.map((each) => each.dataset.contact)"
    )
    assert set(shown) == told


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
