"""Typed links: `contact:`, `source:` and `term:`, the one way in which pages share facts.

Answers: does the id of a typed link have an entry, and which ids does the build itself add to a
page? How a typed link looks on the page is contact_card.py's, citation.py's and glossary.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.all_data import FILES, Data
from knowledge.markdown.source import Link, Source

SCHEMES = tuple(FILES)
CONTACTS_PAGE = "contacts.md"
"""The page on which every contact has its card."""
GLOSSARY_PAGE = "glossary.md"
SOURCES_ID = "sources"
"""The id of the list of sources that the build appends to a page."""
LIST_KEY = "list"
"""The key in the front matter that asks for a list of data below the page's own text."""
RESERVED_ID = re.compile(r"sources|term-\d+|row-[0-9a-f]+")
"""The ids that the build gives to lists and meanings."""


def typed_links(source: Source) -> Iterator[tuple[Link, str, str]]:
    """Every typed link with its scheme and id."""
    for link in source.links:
        scheme, colon, found = link.target.partition(":")
        if colon and scheme in SCHEMES:
            yield link, scheme, found


def cited(source: Source) -> tuple[str, ...]:
    """The ids of the sources that a page cites, in the order of their first mention."""
    return tuple(dict.fromkeys(i for _, scheme, i in typed_links(source) if scheme == "source"))


def generated_ids(source: Source, data: Data) -> frozenset[str]:
    """The ids that the build adds to a page and that mkdocs lets a link lead to."""
    ids: set[str] = {SOURCES_ID} if cited(source) else set()
    if source.meta(LIST_KEY) == "glossary":
        ids |= data.ids.get("term", frozenset())
    return frozenset(ids)


def has_anchor(source: Source, anchor: str, data: Data) -> bool:
    """Whether a link can lead to an id on the built page: an own one, or one of the build's."""
    return anchor in source.ids or anchor in generated_ids(source, data)


def is_given_by_the_build(anchor: str, data: Data) -> bool:
    """Whether the build itself may give an id: to a list, a meaning, a source or a card."""
    if RESERVED_ID.fullmatch(anchor):
        return True
    prefix, _, found = anchor.partition("-")
    return prefix in ("source", "contact") and found in data.ids.get(prefix, frozenset())


def contact_id(found: str) -> str:
    """The id of a contact's card on the page that lists all of them."""
    return f"contact-{found}"
