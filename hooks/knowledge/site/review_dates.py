"""The age of pages and contacts.

Answers: when was a page or a contact last compared with its sources, and is that too long ago? Ages
are measured at the build time, so that a commit always gives the same answer.
"""

from datetime import date

from dateutil.relativedelta import relativedelta

from knowledge.data.contacts import Contact
from knowledge.data.field_types import first_day
from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source

PAGE_MONTHS = 12
CONTACT_MONTHS = 6
OPENING_MONTHS = 24
"""Opening hours older than this no longer tell whether a contact is open now."""


def reviewed_on(source: Source) -> date | None:
    """The day of a page's last review; None if `reviewed:` is not a full date."""
    text = source.meta(Key.REVIEWED)
    return first_day(text) if len(text) == len("YYYY-MM-DD") else None


def is_old_contact(contact: Contact, today: date) -> bool:
    """Whether the newest date of a contact is unknown or too long ago (CONTACT_MONTHS)."""
    day = _newest_day(contact)
    return day is None or is_older(day, today, CONTACT_MONTHS)


def hours_hold_until(contact: Contact) -> date | None:
    """The last day on which a contact's opening hours are trusted; None without hours or a date."""
    day = _newest_day(contact)
    return day + relativedelta(months=OPENING_MONTHS) if day and contact.opening else None


def _newest_day(contact: Contact) -> date | None:
    days = [day for text in (contact.opened, contact.as_of) if (day := first_day(text))]
    return max(days, default=None)


def is_older(day: date, today: date, months: int) -> bool:
    """Whether a day is more than a number of months before today."""
    return day < today - relativedelta(months=months)
