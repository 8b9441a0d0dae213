"""How long ago pages and contacts were last held against what they rest on.

Answers: when was this page reviewed, and is that, or the text behind a contact, too long ago? Ages
count from the moment of the build, so that a commit always says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from knowledge.clock import latest_day
from knowledge.data import Contact
from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.site import Site
from knowledge.source import Source
from knowledge.value import first_day

KEY = "reviewed"
PAGE_MONTHS = 12
CONTACT_MONTHS = 6
OPENING_MONTHS = 24
"""A text older than this no longer says whether somebody answers now."""


def missing_review_dates(site: Site) -> Iterator[Finding]:
    """RV001: a page that does not say when it was last held against its sources."""
    yield from _future_review_dates(site)
    for source in site.sources.values():
        is_page = source.is_readable and site.languages.of(source.path)
        if is_page and reviewed_on(source) is None and not source.misspells(KEY):
            text = source.meta(KEY)
            yield Finding(
                source.path,
                source.meta_line(KEY),
                "RV001",
                f"'{KEY}: {text}' is not a date" if text else f"there is no '{KEY}:' on this page",
                f"Write '{KEY}: YYYY-MM-DD', the day the text was held against its sources",
            )


def _future_review_dates(site: Site) -> Iterator[Finding]:
    """A page that says it was reviewed on a day that has not come yet."""
    latest = latest_day()
    for source in site.sources.values():
        day = reviewed_on(source)
        if day is not None and day > latest:
            yield Finding(
                source.path,
                source.meta_line(KEY),
                "RV001",
                f"'{KEY}: {day.isoformat()}' lies after {latest.isoformat()}",
                "Write the day on which the text was held against its sources",
            )


def old_pages(site: Site) -> Iterator[Finding]:
    """RV002: a page that was last reviewed more than twelve months ago."""
    for source in site.sources.values():
        day = reviewed_on(source)
        if day is not None and is_older(day, site.today, PAGE_MONTHS):
            yield Finding(
                source.path,
                source.meta_line(KEY),
                "RV002",
                f"last reviewed on {day.isoformat()}, more than {PAGE_MONTHS} months ago",
                "Hold it against its sources, then write today's date",
            )


def old_contacts(site: Site) -> Iterator[Finding]:
    """RV003: a contact whose text is more than six months old, or of unknown age."""
    for contact in site.data.contacts.values():
        if is_old_contact(contact, site.today):
            known = contact.opened or contact.as_of
            yield Finding(
                f"{DATA}/contacts.yml",
                contact.line,
                "RV003",
                f"'{contact.id}' rests on a text of {known}, more than {CONTACT_MONTHS} months ago"
                if first_day(known)
                else f"'{contact.id}' rests on a text without a known date ({known})",
                "Open the official page, compare, and write the day into 'opened'",
            )


def reviewed_on(source: Source) -> date | None:
    """The day a page was last held against its sources; None where it gives no whole date."""
    text = source.meta(KEY)
    return first_day(text) if len(text) == len("YYYY-MM-DD") else None


def is_old_contact(contact: Contact, today: date) -> bool:
    """Whether the newest date of a contact is too long ago, or unknown."""
    day = _newest_day(contact)
    return day is None or is_older(day, today, CONTACT_MONTHS)


def hours_hold_until(contact: Contact) -> date | None:
    """The last day on which the hours of a contact may be taken for today's.

    None where no text with a date gives them.
    """
    day = _newest_day(contact)
    return day + relativedelta(months=OPENING_MONTHS) if day and contact.opening else None


def _newest_day(contact: Contact) -> date | None:
    days = [day for text in (contact.opened, contact.as_of) if (day := first_day(text))]
    return max(days, default=None)


def is_older(day: date, today: date, months: int) -> bool:
    """Whether a day lies more than so many months back."""
    return day < _months_before(today, months)


@lru_cache(maxsize=16)
def _months_before(today: date, months: int) -> date:
    return today - relativedelta(months=months)
