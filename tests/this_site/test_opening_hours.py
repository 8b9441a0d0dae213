"""The "open now" label follows Japan's clock, holidays and New Year; the hours are always shown."""

import pytest

HOTLINE = "mon-fri 10:00-16:00"
SATURDAYS = "mon-fri 09:00-21:00, sat 09:00-17:00"
ALWAYS = "mon-sun 00:00-24:00 holidays"
NIGHTS = "mon-fri 18:00-24:00"
CLOSED = ["2026-11-23", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"]


@pytest.mark.parametrize(
    ("hours", "moment", "is_open"),
    [
        # Tuesday, 24 November 2026
        (HOTLINE, "2026-11-24T09:59:59+09:00", False),
        (HOTLINE, "2026-11-24T10:00:00+09:00", True),
        (HOTLINE, "2026-11-24T15:59:59+09:00", True),
        (HOTLINE, "2026-11-24T16:00:00+09:00", False),
        # the same times in another time zone
        (HOTLINE, "2026-11-24T01:00:00Z", True),
        (HOTLINE, "2026-11-23T20:30:00-05:00", True),
        # a national holiday on a Monday
        (HOTLINE, "2026-11-23T12:00:00+09:00", False),
        (ALWAYS, "2026-11-23T12:00:00+09:00", True),
        # Saturday, Sunday
        (SATURDAYS, "2026-11-28T16:59:00+09:00", True),
        (SATURDAYS, "2026-11-28T17:00:00+09:00", False),
        (SATURDAYS, "2026-11-29T12:00:00+09:00", False),
        # over the New Year
        (HOTLINE, "2026-12-28T12:00:00+09:00", True),
        (HOTLINE, "2026-12-29T12:00:00+09:00", False),
        (HOTLINE, "2027-01-01T12:00:00+09:00", False),
        (ALWAYS, "2026-12-31T23:59:59+09:00", True),
        # midnight
        (NIGHTS, "2026-11-27T23:59:59+09:00", True),
        (NIGHTS, "2026-11-28T00:00:00+09:00", False),
    ],
)
def test_is_open(visit, hours, moment, is_open):
    page = visit().open("contacts")
    call = "([hours, closed, moment]) => openingHours.isOpen(hours, closed, new Date(moment))"
    assert page.evaluate(call, [hours, CLOSED, moment]) is is_open


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
    assert words in page.locator(f'[data-contact="{contact}"] [data-open]').inner_text()


def test_without_javascript_the_hours_stand_alone(visit):
    page = visit(java_script_enabled=False).open("contacts")
    card = page.locator('[data-contact="international-call-center"]')
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
    assert started.open("contacts").locator(line).is_visible()
    started.page.clock.set_fixed_time("2027-06-25T12:00:00+09:00")
    page = started.open("contacts")
    assert not page.locator(line).is_visible()
    # The text of another contact is newer, so its card still says so.
    assert page.locator('[data-contact="child-sos"] [data-open]').is_visible()


def test_after_the_last_holiday_that_is_known_nothing_is_guessed(visit):
    started = visit()
    started.page.clock.set_fixed_time("2031-01-10T12:00:00+09:00")
    page = started.open("contacts")
    assert not page.locator('[data-contact="child-sos"] [data-open]').is_visible()
