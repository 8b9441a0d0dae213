"""Typed links: `contact:`, `source:` and `term:`, the one way in which pages share facts.

Answers: which typed links does a source hold, which of them are cards, and which ids does the build
itself add to a page? Rules, rendering and search ask here. How a link looks is a component's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from knowledge.data.all_data import FILES, Data
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.source import Form, Link, Source, read

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

CARD_MARK = "\ue000"
"""Stands before the link of a card, from the Markdown to the HTML of a page: a private character,
which no source may hold (SF008)."""
CARD_PLACE = re.compile(f'<p>{CARD_MARK}<a href="contact:([^"]*)">.*?</a></p>')


@dataclass(frozen=True, slots=True)
class Card:
    """A contact alone in its paragraph."""

    line: int
    """1-based line of the file."""
    contact: str
    """The id of the contact."""
    markdown: str
    """As written."""


def typed_links(source: Source) -> Iterator[tuple[Link, str, str]]:
    """Every typed link with its scheme and id."""
    for link in source.links:
        scheme, colon, found = link.target.partition(":")
        if colon and scheme in SCHEMES:
            yield link, scheme, found


def cards(source: Source) -> Iterator[Card]:
    """The contacts that become cards: `[text](contact:id)`, and nothing else in the paragraph."""
    for text, links in zip(source.texts, source.text_links, strict=True):
        if text.is_paragraph and len(text.lines) == len(links) == 1:
            (line, written), (link,) = text.lines[0], links
            scheme, _, found = link.target.partition(":")
            is_alone = written.strip() == f"[{link.text}]({link.target})"
            if scheme == "contact" and is_alone and link.form is Form.INLINE:
                yield Card(line, found, written.strip())


def with_marked_cards(markdown: str, source: Source, known: Container[str]) -> str:
    """A page's Markdown in which every card is marked.

    Args:
        markdown: as mkdocs gives it, without the front matter and empty lines around it.
        source: of the page.
        known: the contacts that have an entry; another one stays a link.
    """
    text = markdown.strip("\n")
    if source.body.strip("\n") != text:  # another plugin has changed it
        source = read(source.path, text.encode())
    lines, first_line = text.split("\n"), source.front_matter_end + 1 + source.body.find(text)
    for card in cards(source):
        if card.contact in known:
            index = card.line - first_line
            lines[index] = (
                lines[index].replace(card.markdown, f"{CARD_MARK}{card.markdown}").rstrip()
            )
    return "\n".join(lines)


def with_cards(html: str, card: Callable[[str, bool], str]) -> str:
    """A page's HTML with the cards in their places.

    Args:
        html: what Markdown made of the text with the marks.
        card: the HTML of a contact's card; is told whether it is the contact's first on the page.
    """
    seen: set[str] = set()

    def fill(place: re.Match[str]) -> str:
        is_first = place[1] not in seen
        seen.add(place[1])
        return card(place[1], is_first)

    return CARD_PLACE.sub(fill, html).replace(CARD_MARK, "")


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
