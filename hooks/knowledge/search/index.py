"""The search index of a language: its own pages in sections, and the words that mean the same.

Answers: what can be found in a language? Takes the text from the passages of the pages, and
everything else from the sources and the data. Does not rank: that is the search engine's, in
overrides/assets/javascripts/search.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from knowledge.data.contacts import Contact
from knowledge.markdown.source import Source
from knowledge.search.passages import Passage
from knowledge.site.site import Site
from knowledge.site.typed_links import (
    CONTACTS_PAGE,
    LIST_KEY,
    ROW_PREFIX,
    SOURCES_ID,
    cards,
    contact_id,
)
from knowledge.writing_systems import JAPANESE

KANA = re.compile(f"[{JAPANESE.own_letters}]+")
LIST_LEVEL = 2
"""The level of the headings that the build adds: the rows of the glossary."""
ASIDE = re.compile(r"\s*[(（].*?[)）]")


@dataclass(frozen=True, slots=True)
class IndexedSection:
    """A heading and the text below it, as plain text."""

    id: str
    """Its anchor; empty for the beginning of the page."""
    title: str
    path: tuple[str, ...]
    """The headings above it inside the page, the outermost first."""
    text: str


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page that can be found."""

    url: str
    """From the folder of its language: `guide.html`."""
    title: str
    weight: float
    """How much it counts; 1 where site.yml says nothing."""
    sections: tuple[IndexedSection, ...]
    """By headings, the beginning of the page first."""
    entries: tuple[IndexedSection, ...]
    """What data adds to it under no heading of its own: cards, explained words."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Everything that a search in one language works with."""

    language: str
    pages: tuple[IndexedPage, ...]
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that mean the same."""
    subjects: tuple[str, ...]
    """Words that every page is about."""

    def to_json(self) -> str:
        """As JSON in UTF-8, the same bytes for the same index."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def search_index(
    passages: Mapping[str, Sequence[Passage]], site: Site, language: str
) -> SearchIndex:
    """The index of a language.

    Args:
        passages: those of each page by its URL from the folder of the language; pages that stand in
            for a translation are not among them.
        site: the sources and the data.
        language: whose pages.
    """
    pages = []
    for source in site.in_language(language):
        page_path = site.languages.page_path(source.path)
        url = site.languages.page_url(page_path, site.languages.default)
        weight = site.data.search.weight_of(page_path)
        if (own := passages.get(url)) and weight > 0:
            sections = tuple(_sections(own, source))
            entries = tuple(_entries(site, source))
            pages.append(IndexedPage(url, own[0].title, weight, sections, entries))
    return SearchIndex(
        language=language,
        pages=tuple(pages),
        synonyms=tuple(_synonyms(site, language)),
        subjects=site.data.search.subjects.get(language, ()),
    )


def _sections(passages: Sequence[Passage], source: Source) -> Iterator[IndexedSection]:
    beginning, *others = passages
    yield IndexedSection("", beginning.title, (), beginning.text)
    levels = {heading.id: heading.level for heading in source.headings if heading.id}
    above: list[tuple[int, str]] = []
    for passage in others:
        if passage.anchor == SOURCES_ID:  # titles of documents answer nothing; there are hundreds
            continue
        level = levels.get(passage.anchor, LIST_LEVEL)
        above = [(upper, name) for upper, name in above if upper < level]
        is_row = source.meta(LIST_KEY) == "glossary" and passage.anchor.startswith(ROW_PREFIX)
        text = "" if is_row else passage.text  # the words of a row are entries
        path = tuple(name for _, name in above)
        yield IndexedSection(passage.anchor, passage.title, path, text)
        above.append((level, passage.title))


def _entries(site: Site, source: Source) -> Iterator[IndexedSection]:
    """What is found by a name that is no heading: each contact's card, each explained word."""
    language = site.languages.of(source.path) or site.languages.default
    page_path = site.languages.page_path(source.path)
    if page_path == CONTACTS_PAGE:
        is_list = source.meta(LIST_KEY) == "contacts"
        own = (card.contact for card in cards(source))
        for found in site.data.contacts if is_list else own:
            if contact := site.data.contacts.get(found):
                yield IndexedSection(
                    contact_id(found),
                    contact.name.in_language(language),
                    (),
                    _said(contact, language),
                )
    if source.meta(LIST_KEY) == "glossary":
        for term in site.data.terms.values():
            others = (name for _, name in term.term.others(language))
            text = "\n".join((term.meaning.in_language(language), term.reading, *others))
            yield IndexedSection(term.id, term.term.in_language(language), (), text)


def _said(contact: Contact, language: str) -> str:
    """What a card says."""
    facts = (contact.purpose, contact.hours, contact.languages, contact.cost, contact.limits)
    numbers = (number.text for number in contact.numbers)
    return "\n".join((*numbers, *(each.in_language(language) for each in facts if each)))


def _synonyms(site: Site, language: str) -> Iterator[tuple[str, ...]]:
    """The groups of words of a language, those of the glossary and their readings first.

    What the default language writes in kana is found from every language: readers type it in
    Latin letters, and the search engine reads these as kana.
    """
    default = site.languages.default
    for term in site.data.terms.values():
        name = ASIDE.sub("", term.term.in_language(language))
        yield name, term.reading
    for group in site.data.synonyms:
        own = group.words.get(language, ())
        if language != default:
            own += tuple(word for word in group.words.get(default, ()) if KANA.fullmatch(word))
        if len(own) > 1:
            yield own
