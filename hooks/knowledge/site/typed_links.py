"""Typed links: `contact:`, `source:` and `term:`, the one way in which pages share facts.

Answers: which typed links does a source hold, and which ids does the build add to a page? How a
typed link looks on a page is the render package's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.records import FILES, Data
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.source import Link, Source

SCHEMES = tuple(FILES)
CONTACTS_PAGE = "contacts.md"
"""The page on which every contact has its card."""
GLOSSARY_PAGE = "glossary.md"
SOURCES_ID = "sources"
"""The id of the list of sources that the build appends to a page."""
SOURCE_PREFIX, CONTACT_PREFIX, TERM_PREFIX, ROW_PREFIX = "source-", "contact-", "term-", "row-"
"""How generated ids begin: those of an entry in the list of sources, of a contact's card, of the
meaning of a word (a number follows) and of a row of the glossary (a letter's code point follows,
hexadecimal)."""
LIST_KEY = Key.LIST
"""The key in the front matter that asks for a list of data below the page's own text."""
RESERVED_ID = re.compile(rf"{SOURCES_ID}|{TERM_PREFIX}\d+|{ROW_PREFIX}[0-9a-f]+")
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
    if source.meta(Key.LIST) == DataList.GLOSSARY:
        ids |= data.ids.get("term", frozenset())
    return frozenset(ids)


def has_anchor(source: Source, anchor: str, data: Data) -> bool:
    """Whether a link can lead to an id on the built page: an own one, or one of the build's."""
    return anchor in source.ids or anchor in generated_ids(source, data)


def is_given_by_the_build(anchor: str, data: Data) -> bool:
    """Whether the build itself may give an id: to a list, a meaning, a source or a card."""
    if RESERVED_ID.fullmatch(anchor):
        return True
    scheme, hyphen, found = anchor.partition("-")
    is_entry = f"{scheme}{hyphen}" in (SOURCE_PREFIX, CONTACT_PREFIX)
    return is_entry and found in data.ids.get(scheme, frozenset())


def contact_id(found: str) -> str:
    """The id of a contact's card on the page that lists all of them."""
    return f"{CONTACT_PREFIX}{found}"
