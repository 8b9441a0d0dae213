"""Typed links: `contact:`, `source:`, `term:` and `drawing:`, by which pages share the data.

Answers: which typed links does a source have, which of them are cards, and which ids does the build
add to a page? Used by rules, rendering and search. render/typed_links.py makes their HTML.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from knowledge.data.all_data import FILES, Data
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.source import Form, Link, Source, read

SCHEMES = tuple(FILES)
CONTACTS_PAGE = "contacts.md"
"""The page with a card for every contact."""
GLOSSARY_PAGE = "glossary.md"
SOURCES_ID = "sources"
"""The id of the list of sources that the build appends to a page."""
SOURCE_PREFIX, CONTACT_PREFIX, TERM_PREFIX, ROW_PREFIX = "source-", "contact-", "term-", "row-"
DRAWING_PREFIX, DAY_PREFIX = "drawing-", "day-"
"""Prefixes of generated ids: of an entry in the list of sources, of a contact's card, of the
meaning of a word and of a drawing (a number follows), of a row of the glossary (a hexadecimal
code point follows), and of a day in the list of changes."""
RESERVED_ID = re.compile(
    rf"{SOURCES_ID}|{DAY_PREFIX}\d{{4}}-\d\d-\d\d|{TERM_PREFIX}\d+|{ROW_PREFIX}[0-9a-f]+|{DRAWING_PREFIX}\d+(?:-text)?"
)
"""The ids that the build generates for lists and meanings."""

CARD_MARK = "\ue000"
"""Marks the link of a card between Markdown and HTML: a private-use character, which no source may
contain (SF008)."""
CARD_PLACE = re.compile(f'<p>{CARD_MARK}<a href="contact:([^"]*)">.*?</a></p>')
DRAWING_MARK = "\ue001"
"""Marks the link of a drawing in the same way."""
DRAWING_PLACE = re.compile(f'<p>{DRAWING_MARK}<a href="drawing:([^"]*)">(.*?)</a></p>', re.DOTALL)
MARKS = {"contact": CARD_MARK, "drawing": DRAWING_MARK}
"""By scheme: the mark of a link alone in its paragraph."""


@dataclass(frozen=True, slots=True)
class LoneLink:
    """A typed link alone in its paragraph: of a contact it becomes a card, else a drawing."""

    line: int
    """1-based line of the file."""
    scheme: str
    """`contact` or `drawing`."""
    id: str
    """The id of the entry."""
    markdown: str
    """As written."""


def typed_links(source: Source) -> Iterator[tuple[Link, str, str]]:
    """Yield every typed link with its scheme and id."""
    for link in source.links:
        scheme, colon, found = link.target.partition(":")
        if colon and scheme in SCHEMES:
            yield link, scheme, found


def lone_links(source: Source) -> Iterator[LoneLink]:
    """Find the paragraphs of `[text](contact:id)` or `[text](drawing:id)` and nothing else."""
    for text, links in zip(source.texts, source.text_links, strict=True):
        if text.is_paragraph and len(text.lines) == len(links) == 1:
            (line, written), (link,) = text.lines[0], links
            scheme, _, found = link.target.partition(":")
            is_alone = written.strip() == f"[{link.text}]({link.target})"
            if scheme in MARKS and is_alone and link.form is Form.INLINE:
                yield LoneLink(line, scheme, found, written.strip())


def cards(source: Source) -> Iterator[LoneLink]:
    """Find the cards: paragraphs of `[text](contact:id)` and nothing else."""
    return (link for link in lone_links(source) if link.scheme == "contact")


def with_marks(markdown: str, source: Source, known: Mapping[str, Container[str]]) -> str:
    """Mark every card and drawing in the Markdown of a page.

    The Markdown is as mkdocs gives it, without front matter and empty lines around it. `known` has
    the ids with an entry, by scheme; other links are not marked.
    """
    text = markdown.strip("\n")
    if source.body.strip("\n") != text:  # another plugin has changed it
        source = read(source.path, text.encode())
    lines, first_line = text.split("\n"), source.front_matter_end + 1 + source.body.find(text)
    for link in lone_links(source):
        if link.id in known.get(link.scheme, ()):
            index = link.line - first_line
            marked = f"{MARKS[link.scheme]}{link.markdown}"
            lines[index] = lines[index].replace(link.markdown, marked).rstrip()
    return "\n".join(lines)


def with_cards(html: str, card: Callable[[str, bool], str]) -> str:
    """Replace the links marked by `with_marks` in the HTML of a page with cards.

    `card` gets the contact's id, and whether it is its first card on the page.
    """
    seen: set[str] = set()

    def fill(place: re.Match[str]) -> str:
        is_first = place[1] not in seen
        seen.add(place[1])
        return card(place[1], is_first)

    return CARD_PLACE.sub(fill, html).replace(CARD_MARK, "")


def with_drawings(html: str, draw: Callable[[str, str], str]) -> str:
    """Replace the links marked by `with_marks` in the HTML of a page with drawings.

    `draw` gets the id of a drawing, and the HTML of the link's text.
    """
    filled = DRAWING_PLACE.sub(lambda place: draw(place[1], place[2]), html)
    return filled.replace(DRAWING_MARK, "")


def cited(source: Source) -> tuple[str, ...]:
    """The ids of the sources that a page cites, in the order of their first mention."""
    return tuple(dict.fromkeys(i for _, scheme, i in typed_links(source) if scheme == "source"))


def generated_ids(source: Source, data: Data) -> frozenset[str]:
    """The ids that the build adds to a page and that links may point to."""
    is_citing = any(scheme == "source" for _, scheme, _ in typed_links(source))
    ids: set[str] = {SOURCES_ID} if is_citing else set()
    if source.meta(Key.LIST) == DataList.GLOSSARY:
        ids |= data.ids.get("term", frozenset())
    return frozenset(ids)


def has_anchor(source: Source, anchor: str, data: Data) -> bool:
    """Whether a link can point to an anchor of the page: one in its source or a generated one."""
    may_be_generated = anchor == SOURCES_ID or anchor in data.ids.get("term", ())
    return anchor in source.ids or (may_be_generated and anchor in generated_ids(source, data))


def is_reserved_id(anchor: str, data: Data) -> bool:
    """Whether an id is reserved for the build: for a list, a meaning, a source or a card."""
    if RESERVED_ID.fullmatch(anchor):
        return True
    scheme, hyphen, found = anchor.partition("-")
    is_entry = f"{scheme}{hyphen}" in (SOURCE_PREFIX, CONTACT_PREFIX)
    return is_entry and found in data.ids.get(scheme, frozenset())


def contact_id(found: str) -> str:
    """The id of a contact's card on CONTACTS_PAGE."""
    return f"{CONTACT_PREFIX}{found}"
