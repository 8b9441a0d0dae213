"""How a contact looks on a page: a card, or a link inside a sentence.

Answers: what does a reader need to see before calling? All of it comes from contacts.yml and
interface.yml.
"""

from __future__ import annotations

from markupsafe import Markup

from knowledge.data.contacts import Contact
from knowledge.render.page_context import View
from knowledge.site.review_dates import hours_hold_until, is_old_contact
from knowledge.site.typed_links import CONTACTS_PAGE, contact_id


def card(contact: Contact, view: View, *, has_anchor: bool) -> Markup:
    """A contact with all that is known of it.

    Args:
        contact: whose card.
        view: the page.
        has_anchor: whether links lead to this card; on a page only the first one may.
    """
    until = hours_hold_until(contact)
    return view.html(
        "contact-card",
        "card",
        contact=contact,
        view=view,
        anchor=contact_id(contact.id) if has_anchor else "",
        hours=_hours(contact) if until and until >= view.today else "",
        until=until,
        is_old=contact.numbers and is_old_contact(contact, view.today),
    )


def link(contact: Contact, text: Markup, view: View) -> Markup:
    """A contact inside a sentence: a call where a tap can dial it, else a link to its card."""
    number = contact.numbers[0] if contact.numbers else None
    if number and not number.is_typed:
        return view.html("contact-card", "telephone_link", dialled=number.text, text=text)
    url = view.link_to(CONTACTS_PAGE, contact_id(contact.id))
    return view.html("contact-card", "link_to_card", url=url, text=text)


def _hours(contact: Contact) -> str:
    """When a contact is open, as opening_hours.js reads it: `mo-fr 09:00-17:00 holidays, ...`."""
    return ", ".join(
        f"{opening.days} {opening.start}-{opening.end}" + (" holidays" * opening.on_holidays)
        for opening in contact.opening
    )
