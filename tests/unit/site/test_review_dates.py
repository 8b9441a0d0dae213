"""Ages of reviews and texts in whole months from the build date, and the notices for old ones."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.components import components_in
from knowledge.markdown.source import read
from knowledge.render.page_context import PageContext
from knowledge.render.typed_links import appendix, resolved
from knowledge.rules.review_dates import missing_review_dates
from knowledge.site.build_time import latest_day
from knowledge.site.review_dates import hours_hold_until, is_old_contact, is_older
from knowledge.site.site import load
from knowledge.site.typed_links import CARD_MARK
from support.cases_site import ROOT, copy_tiny_site

COMPONENTS = components_in(ROOT / "overrides")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("review") / "site", is_built=False))


def context(site, today, language="en"):
    return PageContext(
        language, language, "en/a.html", site.languages, site.data, today, COMPONENTS
    )


@pytest.mark.parametrize(
    ("day", "today", "months", "expected"),
    [
        (date(2025, 11, 24), date(2026, 11, 24), 12, False),
        (date(2025, 11, 23), date(2026, 11, 24), 12, True),
        (date(2024, 2, 29), date(2025, 2, 28), 12, False),
        (date(2024, 2, 29), date(2025, 3, 1), 12, True),
        (date(2026, 5, 24), date(2026, 11, 24), 6, False),
        (date(2026, 5, 23), date(2026, 11, 24), 6, True),
        (date(2026, 12, 1), date(2026, 11, 24), 6, False),
    ],
)
def test_older_than_so_many_months(day, today, months, expected):
    assert is_older(day, today, months) is expected


def test_the_newest_date_of_a_contact_counts_and_an_unknown_one_is_old(site):
    contact = site.data.contacts["front-desk"]
    today = date(2026, 11, 24)
    assert not is_old_contact(replace(contact, as_of="2020", opened="2026-10-01"), today)
    assert is_old_contact(replace(contact, as_of="2020", opened=""), today)
    assert is_old_contact(replace(contact, as_of="undated", opened=""), today)


def test_a_page_says_when_it_was_reviewed_and_when_that_is_long_ago(site):
    page = read("docs/en/a.md", b"---\nreviewed: 2025-11-23\n---\ntext\n")
    fresh = appendix(page, context(site, date(2026, 1, 1)))
    assert "last held against its sources on November 23, 2025." in fresh
    assert "more than a year ago" not in fresh
    assert "more than a year ago" in appendix(page, context(site, date(2026, 11, 24)))
    assert "1年より前です" in appendix(page, context(site, date(2026, 11, 24), "ja"))


def test_a_card_says_when_its_text_is_old(site):
    card = f'<p>{CARD_MARK}<a href="contact:front-desk">x</a></p>'
    assert "half a year ago" not in resolved(card, context(site, date(2026, 11, 24)))
    assert "half a year ago" in resolved(card, context(site, date(2027, 11, 24)))


def test_hours_hold_for_two_years_after_the_newest_text(site):
    contact = site.data.contacts["night-desk"]
    assert contact.opening
    assert hours_hold_until(replace(contact, as_of="2025-03-14", opened="")) == date(2027, 3, 14)
    assert hours_hold_until(replace(contact, as_of="2024", opened="2026-02-01")) == date(2028, 2, 1)
    assert hours_hold_until(replace(contact, as_of="undated", opened="")) is None
    assert hours_hold_until(replace(contact, as_of="2026", opened="", opening=())) is None


def test_open_now_is_said_only_where_the_text_is_younger_than_two_years(site):
    card = f'<p>{CARD_MARK}<a href="contact:night-desk">x</a></p>'
    until = hours_hold_until(site.data.contacts["night-desk"])
    assert until
    assert f'data-until="{until.isoformat()}"' in resolved(card, context(site, until))
    day_after = date.fromordinal(until.toordinal() + 1)
    assert "data-open" not in resolved(card, context(site, day_after))


def test_a_page_cannot_have_been_reviewed_tomorrow(tmp_path):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    page = folder / "docs/en/contacts.md"
    latest = latest_day()
    text = re.sub(r"reviewed: .*", f"reviewed: {latest.isoformat()}", page.read_text("utf-8"))
    page.write_text(text, "utf-8")
    assert found_on_page(folder) == []
    tomorrow = (latest + timedelta(days=1)).isoformat()
    page.write_text(text.replace(latest.isoformat(), tomorrow), "utf-8")
    problem = f"'reviewed: {tomorrow}' lies after {latest.isoformat()}"
    assert found_on_page(folder) == [problem]


def found_on_page(folder):
    found = missing_review_dates.find(load(folder))
    return [finding.problem for finding in found if finding.path == "docs/en/contacts.md"]
