"""What the search offers where it finds nothing: somebody to ask, and the list of all contacts.

Answers: whom can a reader call who cannot find it? The contact that site.yml names under `search`.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.site.site import Site
from knowledge.site.typed_links import CONTACTS_PAGE


@dataclass(frozen=True, slots=True)
class SearchHelp:
    """What stands below a search that found nothing."""

    name: str
    """Whom to call."""
    number: str
    """As people write it; empty where there is none."""
    is_typed: bool
    """Whether a link cannot dial the number."""
    hours: str
    contacts_url: str
    """The page of all contacts, from the site's root; empty where there is none."""


def search_help(site: Site, language: str) -> SearchHelp | None:
    """The help in a language; None where site.yml names no contact."""
    contact = site.data.contacts.get(site.data.search.contact)
    if contact is None:
        return None
    has_list = site.shown(CONTACTS_PAGE, language) is not None
    number = contact.numbers[0] if contact.numbers else None
    return SearchHelp(
        name=contact.name.in_language(language),
        number=number.text if number else "",
        is_typed=number is not None and number.is_typed,
        hours=contact.hours.in_language(language),
        contacts_url=site.languages.page_url(CONTACTS_PAGE, language) if has_list else "",
    )
