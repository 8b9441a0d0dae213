"""What can be searched in a language: its pages split into sections, and synonyms.

Answers: what can be found in a language? Texts come from the passages of the pages, everything else
from the sources and the data. indexer.py makes postings of it, and the search engine ranks them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from knowledge.data.contacts import Contact
from knowledge.data.texts import Texts
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.sections import section_at
from knowledge.markdown.source import Source
from knowledge.search.kana_texts import also_in_kana
from knowledge.search.passages import Passage
from knowledge.site.languages import HOME
from knowledge.site.site import Site
from knowledge.site.typed_links import (
    CONTACTS_PAGE,
    ROW_PREFIX,
    SOURCES_ID,
    cards,
    contact_id,
)
from knowledge.writing_systems import JAPANESE

KANA = re.compile(f"[{JAPANESE.own_letters}]+")
LINK_ITEM = re.compile(r"(?:[-*] )?\[[^\]]*\]\((?!contact:)[^)]*\)")
"""A list item that is one link."""
LIST_LEVEL = 2
"""Level of the headings that the build adds: one per letter of the glossary."""
PARENTHESES = re.compile(r"\s*[(（].*?[)）]")


@dataclass(frozen=True, slots=True)
class IndexedSection:
    """A heading and the text below it, as plain text."""

    id: str
    """Anchor of the heading; empty for the text before the first heading."""
    title: str
    path: tuple[str, ...]
    """Titles of its parent headings in the page, the outermost first."""
    text: str


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page of the index."""

    url: str
    """Relative to the folder of its language: `guide.html`."""
    title: str
    weight: float
    """Factor of its score; 1 unless site.yml sets another one."""
    step: str
    """The first step of its step list, shown as the excerpt of the page; empty without one."""
    sections: tuple[IndexedSection, ...]
    """The text before the first heading, then one section per heading."""
    entries: tuple[IndexedSection, ...]
    """Sections without a heading, from the data: contact cards, glossary terms."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What the index files of a language are made of."""

    language: str
    pages: tuple[IndexedPage, ...]
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that mean the same."""
    subjects: tuple[str, ...]
    """Words for the subject of the whole site; they count less in a query."""
    home: int
    """Position of the home page, the best result for such words alone; -1 if there is none."""
    asked: tuple[tuple[str, ...], ...]
    """By position of a page, queries that it answers (phrasings); Japanese also in kana."""
    isBorrowed: bool  # noqa: N815
    """Whether the phrasings come from another variety of the language."""
    unrelated: tuple[str, ...]
    """Queries that no page answers; Japanese also in kana."""

    def to_json(self) -> str:
        """Serialize the index; equal indexes give equal texts."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def search_index(
    passages: Mapping[str, Sequence[Passage]], site: Site, language: str
) -> SearchIndex:
    """Build the index of a language.

    `passages` are by page URL relative to the language's folder, without fallback pages.
    """
    pages: list[IndexedPage] = []
    own_phrasings: list[tuple[str, ...]] = []
    home = -1
    varieties = site.languages.varieties(language)
    known = (site.data.phrasings[code] for code in varieties if code in site.data.phrasings)
    phrasings = {page.page_path: page.phrasings for page in next(known, ())}
    for source in site.in_language(language):
        page_path = site.languages.page_path(source.path)
        url = site.languages.page_url(page_path, site.languages.default)
        weight = site.data.settings.search.weight_of(page_path)
        if (own := passages.get(url)) and weight > 0:
            if site.originals().get(page_path, source).meta(Key.PAPER):
                own = _named_as_sheet(own, source)
            sections = tuple(_sections(own, source))
            entries = tuple(_entries(site, source))
            home = len(pages) if page_path == HOME else home
            pages.append(IndexedPage(url, own[0].title, weight, own[0].step, sections, entries))
            own_phrasings.append(also_in_kana(phrasings.get(page_path, ()), site, language))
    return SearchIndex(
        language=language,
        pages=tuple(pages),
        synonyms=tuple(_synonyms(site, language)),
        subjects=also_in_kana(
            _joined(site.data.settings.search.subjects, varieties), site, language
        ),
        home=home,
        asked=tuple(own_phrasings),
        isBorrowed=language not in site.data.phrasings,
        unrelated=also_in_kana(_joined(site.data.unrelated, varieties), site, language),
    )


def _named_as_sheet(passages: Sequence[Passage], source: Source) -> Sequence[Passage]:
    """Title a page for paper by its front matter: its h1 addresses whoever is given the sheet."""
    beginning, *others = passages
    return [replace(beginning, title=source.meta(Key.TITLE)), *others]


def _sections(passages: Sequence[Passage], source: Source) -> Iterator[IndexedSection]:
    beginning, *others = passages
    yield IndexedSection("", beginning.title, (), beginning.text)
    levels = {heading.id: heading.level for heading in source.headings if heading.id}
    above: list[tuple[int, str]] = []
    left_out = {SOURCES_ID, *_lists_of_links(source)}  # titles of documents, and of other pages
    for passage in others:
        if passage.anchor in left_out:
            continue
        level = levels.get(passage.anchor, LIST_LEVEL)
        above = [(upper, name) for upper, name in above if upper < level]
        is_row = source.meta(Key.LIST) == DataList.GLOSSARY and passage.anchor.startswith(
            ROW_PREFIX
        )
        text = "" if is_row else passage.text  # each term is an entry
        path = tuple(name for _, name in above)
        yield IndexedSection(passage.anchor, passage.title, path, text)
        above.append((level, passage.title))


def _lists_of_links(source: Source) -> set[str]:
    """The ids of the sections with nothing but links."""
    texts: dict[str, list[bool]] = {}
    for text in source.texts:
        is_link = LINK_ITEM.fullmatch(" ".join(line for _, line in text.lines)) is not None
        texts.setdefault(section_at(source, text.lines[0][0]), []).append(is_link)
    return {section for section, found in texts.items() if all(found)}


def _entries(site: Site, source: Source) -> Iterator[IndexedSection]:
    """The entries of a page: one per contact card, one per glossary term.

    Names may come from a fallback language, as on the page. Other texts that are not translated
    are left out: the index of their own language has them.
    """
    order = site.languages.order(site.language_of(source))
    own = site.languages.varieties(site.language_of(source))
    page_path = site.languages.page_path(source.path)
    if page_path == CONTACTS_PAGE:
        is_list = source.meta(Key.LIST) == DataList.CONTACTS
        placed = (card.id for card in cards(source))
        for found in site.data.contacts if is_list else placed:
            if contact := site.data.contacts.get(found):
                yield IndexedSection(
                    contact_id(found),
                    contact.name.text(order),
                    (),
                    _text_of_card(contact, own),
                )
    if source.meta(Key.LIST) == DataList.GLOSSARY:
        for term in site.data.terms.values():
            name = term.term.shown(order)
            others = (other for _, other in term.term.others(name.language))
            text = "\n".join((_in_one_of(own, term.meaning), term.reading, *others))
            yield IndexedSection(term.id, name.text, (), text)


def _text_of_card(contact: Contact, languages: Sequence[str]) -> str:
    """The searchable text of a contact card."""
    numbers = (number.text for number in contact.numbers)
    facts = (_in_one_of(languages, texts) for texts in contact.facts.values())
    return "\n".join((*numbers, *filter(None, facts)))


def _in_one_of(languages: Sequence[str], texts: Texts) -> str:
    """The text in the first of some languages that has one; empty if none has."""
    return texts.text(languages) if any(map(texts.has, languages)) else ""


def _synonyms(site: Site, language: str) -> Iterator[tuple[str, ...]]:
    """The groups of synonyms of a language: glossary terms with their readings, then synonyms.yml.

    Words of another variety of the language count too. Synonyms that the default language writes in
    kana are added to every language: readers type them in Latin letters, which the search engine
    converts to kana.
    """
    default, varieties = site.languages.default, site.languages.varieties(language)
    for term in site.data.terms.values():
        name = PARENTHESES.sub("", term.term.text(site.languages.order(language)))
        yield name, term.reading
    for group in site.data.synonyms:
        own = _joined(group.words, varieties)
        if default not in varieties:
            own += tuple(word for word in group.words.get(default, ()) if KANA.fullmatch(word))
        if len(own) > 1:
            yield own


def _joined(words: Mapping[str, Sequence[str]], languages: Sequence[str]) -> tuple[str, ...]:
    """The words of some languages, each once."""
    return tuple(dict.fromkeys(word for code in languages for word in words.get(code, ())))
