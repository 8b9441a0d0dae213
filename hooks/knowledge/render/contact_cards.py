"""The HTML of a contact: a card, or a link inside a sentence.

Answers: which values of contacts.yml does a card show on this page, and on which days is nobody
there? Its look and order are in overrides/components/contact-card.html, its labels in
interface.yml. The `holidays` package knows the national holidays.
"""

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays
from markupsafe import Markup

from knowledge.data.contacts import Contact
from knowledge.render.page_context import PageContext
from knowledge.site.review_dates import hours_hold_until, is_old_contact
from knowledge.site.typed_links import CONTACTS_PAGE, contact_id

NEW_YEAR_FIRST = (12, 29)
NEW_YEAR_DAYS = 6
"""29 December to 3 January, when offices in Japan are closed, as on national holidays."""


def card(contact: Contact, context: PageContext, *, has_anchor: bool) -> Markup:
    """The card of a contact, with all its data.

    `has_anchor` gives it the contact's id: for the first card of a contact on a page only.
    """
    until = hours_hold_until(contact)
    return context.html(
        "contact-card",
        "card",
        contact=contact,
        context=context,
        anchor=contact_id(contact.id) if has_anchor else "",
        opening=_opening(contact) if until and until >= context.today else "",
        until=until,
        is_old=contact.numbers and is_old_contact(contact, context.today),
    )


def link(contact: Contact, text: Markup, context: PageContext) -> Markup:
    """A contact inside a sentence: a `tel:` link if it can be dialled, else a link to its card."""
    number = contact.numbers[0] if contact.numbers else None
    if number and not number.is_typed:
        is_named = not any(sign.isdigit() for sign in text)
        shown = {"dialled": number.text, "text": text, "is_named": is_named}
        return context.html("contact-card", "telephone_link", **shown)
    url = context.link_to(CONTACTS_PAGE, contact_id(contact.id))
    return context.html("contact-card", "link_to_card", url=url, text=text)


@cache
def closed_days(first_year: int) -> tuple[date, ...]:
    """The closed days of a year and of the next one, sorted."""
    years = (first_year, first_year + 1)
    days = set(country_holidays("JP", years=years))
    for year in (first_year - 1, *years):
        start = date(year, *NEW_YEAR_FIRST)
        days |= {start + timedelta(days=offset) for offset in range(NEW_YEAR_DAYS)}
    return tuple(sorted(day for day in days if day.year in years))


def _opening(contact: Contact) -> str:
    """Opening hours in the format of opening_hours.js: `mon-fri 09:00-17:00 holidays, ...`."""
    return ", ".join(
        f"{opening.days} {opening.start}-{opening.end}" + (" holidays" * opening.on_holidays)
        for opening in contact.opening
    )
