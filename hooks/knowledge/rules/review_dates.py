"""How long ago pages and contacts were last held against what they rest on.

Answers: when was this page reviewed, and is that, or the text behind a contact, too long ago? Ages
count from the moment of the build, so that a commit always says the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.kinds import first_day
from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding
from knowledge.site.build_time import latest_day
from knowledge.site.review_dates import (
    CONTACT_MONTHS,
    KEY,
    PAGE_MONTHS,
    is_old_contact,
    is_older,
    reviewed_on,
)
from knowledge.site.site import Site


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
