"""docs/_data as values: contacts, cited sources, terms, the words of the interface.

Answers: what does an id stand for? Reads with schema.py; an entry with a fault is left out of
the values, and its id is still known, so that one fault gives one finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from knowledge import yaml_tree
from knowledge.data import (
    fields,
    prose_style,
    quick_links,
    schema,
    search_settings,
    site_names,
    synonyms,
    values,
)
from knowledge.data.interface import KEYS, Interface
from knowledge.data.prose_style import ProseStyle
from knowledge.data.quick_links import Action
from knowledge.data.search_settings import SearchSettings
from knowledge.data.site_names import SiteNames
from knowledge.data.synonyms import SynonymGroup
from knowledge.data.texts import Words, words_of
from knowledge.data.yaml_files import DATA, EMPTY, read_tree
from knowledge.finding import Finding


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number."""

    text: str
    """As people write it, with hyphens."""
    is_typed: bool
    """Whether the reader has to type it, because a link cannot dial it."""
    note: Words | None


@dataclass(frozen=True, slots=True)
class Opening:
    """Hours on some days of the week, in Japan's time."""

    days: str
    """`mon-fri` or one day."""
    start: str
    end: str
    """HH:MM; 24:00 is midnight."""
    on_holidays: bool
    """Whether they hold on national holidays and over the New Year too."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody a reader can call or write to."""

    id: str
    name: Words
    numbers: tuple[Number, ...]
    hours: Words
    opening: tuple[Opening, ...]
    """Empty where the hours differ from place to place or are not known."""
    cost: Words | None
    languages: Words
    purpose: Words
    limits: Words | None
    page: str
    """Address of the official page; empty where there is none."""
    as_of: str
    """Date of the text that was read: YYYY, YYYY-MM, YYYY-MM-DD, undated or unread."""
    opened: str
    """YYYY-MM-DD, the day somebody opened the page; empty until then."""
    line: int
    """1-based line of the entry in contacts.yml."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A document that pages cite."""

    id: str
    title: Words
    issuer: Words
    url: str
    as_of: str
    """Date of the text that was read: YYYY, YYYY-MM, YYYY-MM-DD, undated or unread."""
    opened: str
    """YYYY-MM-DD, the day somebody opened the address; empty until then."""
    note: Words | None


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the glossary explains."""

    id: str
    term: Words
    reading: str
    """The Japanese word in kana."""
    meaning: Words
    is_hard: bool
    """Whether its first use on a page ought to be linked."""
    line: int
    """1-based line of the entry in glossary.yml."""


@dataclass(frozen=True, slots=True)
class Data:
    """Everything in docs/_data."""

    contacts: Mapping[str, Contact]
    sources: Mapping[str, CitedSource]
    terms: Mapping[str, Term]
    interface: Interface
    ids: Mapping[str, frozenset[str]]
    """By scheme (contact, source, term): the ids that have an entry, faulty ones included.

    Without the scheme whose file cannot be read: which ids it holds is then unknown.
    """
    prose: ProseStyle
    report: str
    """Where a mistake can be reported without an account, https or mailto; empty where nowhere."""
    names: SiteNames
    urgent: tuple[Action, ...]
    """The pages that come before everything else: every page links to them above its text."""
    actions: tuple[Action, ...]
    search: SearchSettings
    synonyms: tuple[SynonymGroup, ...]
    trees: Mapping[str, yaml_tree.Tree] = field(default_factory=dict)
    """What was read, by the name of its file; without files that are no YAML."""
    findings: tuple[Finding, ...] = field(default=())

    @property
    def entries(self) -> Mapping[str, tuple[Contact | CitedSource | Term, ...]]:
        """The entries of each file that is a list, by its name."""
        return {
            FILES["contact"]: tuple(self.contacts.values()),
            FILES["source"]: tuple(self.sources.values()),
            FILES["term"]: tuple(self.terms.values()),
        }


FILES = {"contact": "contacts.yml", "source": "sources.yml", "term": "glossary.yml"}
"""The schemes of typed links, and the file that holds their entries."""
INTERFACE = "interface.yml"
PROSE = "prose.yml"
SITE = "site.yml"
SYNONYMS = "synonyms.yml"
NAMES = (*FILES.values(), INTERFACE, PROSE, SITE, SYNONYMS)


def read(
    files: Mapping[str, bytes], languages: Sequence[str], complete: Sequence[str], today: date
) -> Data:
    """The data of a site.

    Args:
        files: the bytes of each file in docs/_data, by its name there.
        languages: all languages of the site, the default one first.
        complete: the languages in which every text is asked for.
        today: no document can be dated later.
    """
    asked = values.Schema(tuple(languages), tuple(complete), KEYS, today)
    read_files = {name: read_tree(f"{DATA}/{name}", files.get(name, b"")) for name in NAMES}
    unreadable = tuple(found for found in read_files.values() if isinstance(found, Finding))
    trees = {name: found for name, found in read_files.items() if isinstance(found, yaml_tree.Tree)}
    ids = dict(_ids(trees))
    faults = {name: tuple(_faults(name, found, asked, ids)) for name, found in trees.items()}
    good = {s: _entries_without(faults.get(n, ()), trees.get(n)) for s, n in FILES.items()}
    contacts = {contact.id: contact for contact in map(_contact, good["contact"])}
    facts = trees.get(SITE, EMPTY)
    return Data(
        contacts=contacts,
        sources={source.id: source for source in map(_source, good["source"])},
        terms={term.id: term for term in map(_term, good["term"])},
        interface=Interface.from_tree(trees.get(INTERFACE, EMPTY)),
        ids=ids,
        prose=prose_style.from_tree(trees.get(PROSE, EMPTY)),
        report=_text(facts, "report") if isinstance(facts, yaml_tree.Mapping) else "",
        names=site_names.from_tree(facts),
        urgent=quick_links.from_tree(facts, "urgent"),
        actions=quick_links.from_tree(facts, "actions"),
        search=search_settings.from_tree(facts, contacts, tuple(languages)),
        synonyms=synonyms.from_tree(trees.get(SYNONYMS, EMPTY), tuple(languages)),
        trees=trees,
        findings=(*unreadable, *chain.from_iterable(faults.values())),
    )


def _ids(trees: Mapping[str, yaml_tree.Tree]) -> Iterator[tuple[str, frozenset[str]]]:
    """The ids of each scheme whose file is a list."""
    for scheme, name in FILES.items():
        found = trees.get(name)
        if isinstance(found, yaml_tree.Sequence) or found == EMPTY:
            yield scheme, frozenset(_text(entry, "id") for entry in _entries(found))


def _faults(
    name: str, found: yaml_tree.Tree, asked: values.Schema, ids: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """What in one file does not fit its shape."""
    path = f"{DATA}/{name}"
    if name in fields.ENTRY_FIELDS:
        yield from schema.faults_of_list(path, found, fields.ENTRY_FIELDS[name], asked)
    elif name == INTERFACE:
        yield from schema.faults_of_interface(path, found, asked)
    elif name == PROSE:
        yield from prose_style.faults(path, found, asked)
    elif name == SYNONYMS:
        yield from synonyms.faults(path, found, asked.languages)
    elif found != EMPTY:
        yield from schema.faults_of_entry(path, found, fields.SITE_FIELDS, asked)
        if "contact" in ids:
            yield from search_settings.unknown_contact(path, found, ids["contact"])


def _entries_without(
    faults: Iterable[Finding], found: yaml_tree.Tree | None
) -> list[yaml_tree.Mapping]:
    """The entries of a list in which no fault stands."""
    faulty = {fault.line for fault in faults}
    return [entry for entry in _entries(found) if not faulty & yaml_tree.lines_of(entry)]


def _entries(parsed: yaml_tree.Tree | None) -> list[yaml_tree.Mapping]:
    items = parsed.items if isinstance(parsed, yaml_tree.Sequence) else ()
    return [entry for entry in items if isinstance(entry, yaml_tree.Mapping)]


def _text(entry: yaml_tree.Mapping, key: str) -> str:
    found = entry.get(key)
    return found.text if isinstance(found, yaml_tree.Scalar) else ""


def _required(entry: yaml_tree.Mapping, key: str) -> Words:
    words = words_of(entry.get(key))
    assert words is not None, "schema.py lets no entry without it through"
    return words


def _contact(entry: yaml_tree.Mapping) -> Contact:
    return Contact(
        id=_text(entry, "id"),
        name=_required(entry, "name"),
        numbers=tuple(
            Number(
                _text(number, "number"),
                _text(number, "dial") == "typed",
                words_of(number.get("note")),
            )
            for number in _entries(entry.get("numbers"))
        ),
        hours=_required(entry, "hours"),
        opening=tuple(
            Opening(
                days=_text(opening, "days"),
                start=_text(opening, "from"),
                end=_text(opening, "to"),
                on_holidays=_text(opening, "holidays") == "open",
            )
            for opening in _entries(entry.get("open"))
        ),
        cost=words_of(entry.get("cost")),
        languages=_required(entry, "languages"),
        purpose=_required(entry, "purpose"),
        limits=words_of(entry.get("limits")),
        page=_text(entry, "page"),
        as_of=_text(entry, "as_of"),
        opened=_text(entry, "opened"),
        line=entry.line,
    )


def _source(entry: yaml_tree.Mapping) -> CitedSource:
    return CitedSource(
        id=_text(entry, "id"),
        title=_required(entry, "title"),
        issuer=_required(entry, "issuer"),
        url=_text(entry, "url"),
        as_of=_text(entry, "as_of"),
        opened=_text(entry, "opened"),
        note=words_of(entry.get("note")),
    )


def _term(entry: yaml_tree.Mapping) -> Term:
    return Term(
        id=_text(entry, "id"),
        term=_required(entry, "term"),
        reading=_text(entry, "reading"),
        meaning=_required(entry, "meaning"),
        is_hard=_text(entry, "hard") == "true",
        line=entry.line,
    )
