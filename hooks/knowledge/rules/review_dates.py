"""Check how long ago pages and contacts were compared with their sources.

Answers: does each page have a review date, and is it, or the source of a contact, too old? Ages are
counted from the build time, so that the same commit always gives the same findings.
"""

from knowledge.data.field_types import UNREAD, first_day
from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, PlacedFaults, site_rule, source_rule
from knowledge.site.build_time import latest_day
from knowledge.site.review_dates import (
    CONTACT_MONTHS,
    PAGE_MONTHS,
    is_old_contact,
    is_older,
    reviewed_on,
)
from knowledge.site.site import Site


@source_rule("RV001", "missing-review-date")
def missing_review_dates(source: Source, site: Site) -> Faults:
    """A page without a valid review date, or with one in the future."""
    line, day = source.meta_line(Key.REVIEWED), reviewed_on(source)
    if day is not None and day > latest_day():
        fact = f"'{Key.REVIEWED}: {day.isoformat()}' lies after {latest_day().isoformat()}"
        yield line, fact, "Write the day on which the text was held against its sources"
    is_page = source.is_readable and site.languages.of(source.path)
    if is_page and day is None and not source.misspells(Key.REVIEWED):
        text = source.meta(Key.REVIEWED)
        fact = f"there is no '{Key.REVIEWED}:' on this page"
        if text:
            fact = f"'{Key.REVIEWED}: {text}' is not a date"
        remedy = (
            f"Write '{Key.REVIEWED}: YYYY-MM-DD', the day the text was held against its sources"
        )
        yield line, fact, remedy


@source_rule("RV002", "old-page", is_notice=True)
def old_pages(source: Source, site: Site) -> Faults:
    """A page that was last reviewed more than twelve months ago."""
    day = reviewed_on(source)
    if day is not None and is_older(day, site.today, PAGE_MONTHS):
        fact = f"last reviewed on {day.isoformat()}, more than {PAGE_MONTHS} months ago"
        remedy = "Hold it against its sources, then write today's date"
        yield source.meta_line(Key.REVIEWED), fact, remedy


@site_rule("RV003", "old-contact", is_notice=True)
def old_contacts(site: Site) -> PlacedFaults:
    """A contact whose source was read more than six months ago, or at an unknown date."""
    for contact in site.data.contacts.values():
        if is_old_contact(contact, site.today):
            known = contact.opened or contact.as_of
            fact = f"'{contact.id}' rests on a text without a known date ({known})"
            if first_day(known):
                age = f"more than {CONTACT_MONTHS} months ago"
                fact = f"'{contact.id}' rests on a text of {known}, {age}"
            remedy = "Open the official page, compare, and write the day into 'opened'"
            if known == UNREAD:
                fact = f"nobody has read the text that '{contact.id}' rests on"
                remedy = "Read it, and write its date into 'as_of', before this is merged"
            yield f"{DATA}/contacts.yml", contact.line, fact, remedy
