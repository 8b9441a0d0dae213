"""docs/_data as values: contacts, cited sources, terms, the words of the interface.

Answers: what does an id stand for? Reads with schema.py; an entry with a fault is left out of
the values, and its id is still known, so that one fault gives one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from knowledge import prose_style, schema, tree, value
from knowledge.finding import Finding
from knowledge.interface import KEYS, Interface
from knowledge.languages import DATA, Languages
from knowledge.limits import LARGEST_DATA
from knowledge.prose_style import ProseStyle
from knowledge.words import Words, words_of


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
EMPTY = tree.Scalar("", 1)
"""What a file that is missing or empty is read as."""


def read(files: Mapping[str, bytes], languages: Languages, today: date) -> Data:
    """The data of a site.

    Args:
        files: the bytes of each file in docs/_data, by its name there.
        languages: the languages in which every text is asked for.
        today: no document can be dated later.
    """
    asked = value.Schema(languages.codes, languages.complete, KEYS, today)
    findings: list[Finding] = []
    good: dict[str, list[tree.Mapping]] = {}
    ids: dict[str, frozenset[str]] = {}
    for scheme, name in FILES.items():
        parsed = _parsed(name, files, findings)
        path, fields = f"{DATA}/{name}", schema.ENTRY_FIELDS[name]
        faults = list(schema.faults_of_list(path, parsed, fields, asked)) if parsed else []
        findings += faults
        entries = _entries(parsed)
        faulty = {fault.line for fault in faults}
        good[scheme] = [entry for entry in entries if not faulty & _lines(entry)]
        if isinstance(parsed, tree.Sequence) or parsed == EMPTY:
            ids[scheme] = frozenset(_text(entry, "id") for entry in entries)
    if (interface := _parsed(INTERFACE, files, findings)) is not None:
        findings += schema.faults_of_interface(f"{DATA}/{INTERFACE}", interface, asked)
    if (prose := _parsed(PROSE, files, findings)) is not None:
        findings += prose_style.faults(f"{DATA}/{PROSE}", prose, asked)
    if (facts := _parsed(SITE, files, findings)) not in (None, EMPTY):
        findings += schema.faults_of_entry(
            f"{DATA}/{SITE}", facts or EMPTY, schema.SITE_FIELDS, asked
        )
    return Data(
        contacts={contact.id: contact for contact in map(_contact, good["contact"])},
        sources={source.id: source for source in map(_source, good["source"])},
        terms={term.id: term for term in map(_term, good["term"])},
        interface=Interface.from_tree(interface or EMPTY),
        ids=ids,
        prose=prose_style.from_tree(prose or EMPTY),
        report=_text(facts, "report") if isinstance(facts, tree.Mapping) else "",
        findings=tuple(findings),
    )


def _parsed(name: str, files: Mapping[str, bytes], findings: list[Finding]) -> tree.Tree | None:
    """One file as a tree; None, and a finding, where it is not readable."""
    path, content = f"{DATA}/{name}", files.get(name, b"")
    if len(content) > LARGEST_DATA:  # safety.py reports it
        return None
    for fault in _faults_of_bytes(content):
        findings.append(
            Finding(
                path, fault.line, value.UNREADABLE, fault.problem, "Save the file as plain UTF-8"
            )
        )
        return None
    parsed = tree.parse(content.decode("utf-8").replace("\r\n", "\n"))
    if isinstance(parsed, tree.Fault):
        findings.append(
            Finding(
                path,
                parsed.line,
                value.UNREADABLE,
                f"this is not plain YAML: {parsed.problem}",
                "Compare the line, its indent and its quotes with the entry above",
            )
        )
        return None
    return parsed


def _faults_of_bytes(content: bytes) -> Iterator[tree.Fault]:
    if b"\0" in content:
        yield tree.Fault(1 + content[: content.index(b"\0")].count(b"\n"), "a NUL byte stands here")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 + content[: error.start].count(b"\n")
        yield tree.Fault(line, f"the byte 0x{content[error.start]:02x} here is not UTF-8")


def _entries(parsed: tree.Tree | None) -> list[tree.Mapping]:
    items = parsed.items if isinstance(parsed, tree.Sequence) else ()
    return [entry for entry in items if isinstance(entry, tree.Mapping)]


def _lines(found: tree.Tree) -> set[int]:
    """Every line on which something of a value stands."""
    lines = {found.line}
    if isinstance(found, tree.Mapping):
        for pair in found.pairs:
            lines |= {pair.line} | _lines(pair.value)
    elif isinstance(found, tree.Sequence):
        for item in found.items:
            lines |= _lines(item)
    return lines


def _text(entry: tree.Mapping, key: str) -> str:
    found = entry.get(key)
    return found.text if isinstance(found, tree.Scalar) else ""


def _required(entry: tree.Mapping, key: str) -> Words:
    words = words_of(entry.get(key))
    assert words is not None, "schema.py lets no entry without it through"
    return words


def _contact(entry: tree.Mapping) -> Contact:
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


def _source(entry: tree.Mapping) -> CitedSource:
    return CitedSource(
        id=_text(entry, "id"),
        title=_required(entry, "title"),
        issuer=_required(entry, "issuer"),
        url=_text(entry, "url"),
        as_of=_text(entry, "as_of"),
        opened=_text(entry, "opened"),
        note=words_of(entry.get("note")),
    )


def _term(entry: tree.Mapping) -> Term:
    return Term(
        id=_text(entry, "id"),
        term=_required(entry, "term"),
        reading=_text(entry, "reading"),
        meaning=_required(entry, "meaning"),
        is_hard=_text(entry, "hard") == "true",
        line=entry.line,
    )
