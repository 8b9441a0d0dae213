"""What the search offers where it finds nothing: somebody to ask, and the list of all contacts.

Answers: whom can a reader call who cannot find it? The contact that site.yml names under `search`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from knowledge.data.records import Contact
from knowledge.render.contact_cards import CALL, CONTACTS_PAGE
from knowledge.site.site import Site

SAID = Markup("{name} {number} ({hours})")


@dataclass(frozen=True, slots=True)
class SearchHelp:
    """What stands below a search that found nothing."""

    contact: Markup
    """Whom to call: name, number and hours."""
    contacts_url: str
    """The page of all contacts, from the site's root; empty where there is none."""


def search_help(site: Site, language: str) -> SearchHelp | None:
    """The help in a language; None where site.yml names no contact."""
    contact = site.data.contacts.get(site.data.search.contact)
    if contact is None:
        return None
    has_list = site.shown(CONTACTS_PAGE, language) is not None
    return SearchHelp(
        contact=SAID.format(
            name=contact.name.in_language(language),
            number=_number(contact),
            hours=contact.hours.in_language(language),
        ),
        contacts_url=site.languages.page_url(CONTACTS_PAGE, language) if has_list else "",
    )


def _number(contact: Contact) -> str | Markup:
    if not contact.numbers:
        return ""
    first = contact.numbers[0]
    return first.text if first.is_typed else CALL.format(dialled=first.text, text=first.text)
