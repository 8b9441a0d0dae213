"""All data files in docs/_data: contacts, cited sources, terms, drawings, texts and settings.

Answers: which entry does an id refer to? An invalid entry is left out, but its id stays known, so
that one fault gives one finding.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge import yaml_tree
from knowledge.data.contacts import Contact
from knowledge.data.drawings import Drawing, read_drawings
from knowledge.data.glossary import Term
from knowledge.data.interface import InterfaceTexts, read_interface
from knowledge.data.phrasings import PagePhrasings, read_phrasings, report_unrelated
from knowledge.data.prose import ProseStyle, read_prose
from knowledge.data.reader import Reader, read_list, read_settings
from knowledge.data.readings import WordReading, read_readings
from knowledge.data.site_settings import SiteSettings
from knowledge.data.sources import CitedSource
from knowledge.data.synonyms import SynonymGroup, read_synonyms
from knowledge.data.word_lists import read_word_lists
from knowledge.data.yaml_files import DATA, EMPTY, read_tree
from knowledge.finding import Finding


@dataclass(frozen=True, slots=True, eq=False)
class Data:
    """Everything in docs/_data; compared by identity, so that caches can use it as a key."""

    contacts: Mapping[str, Contact]
    sources: Mapping[str, CitedSource]
    terms: Mapping[str, Term]
    drawings: Mapping[str, Drawing]
    interface: InterfaceTexts
    ids: Mapping[str, frozenset[str]]
    """By scheme (contact, source, ...): the ids of all entries, invalid ones included.

    A scheme is missing if its file cannot be read, because its ids are then unknown.
    """
    prose: ProseStyle
    settings: SiteSettings
    """The settings in site.yml; `search.contact` is empty if there is no contact with that id."""
    synonyms: tuple[SynonymGroup, ...]
    unrelated: Mapping[str, tuple[str, ...]]
    """By language: search queries that no page of this site answers."""
    readings: tuple[WordReading, ...]
    """The right readings of words that the furigana dictionary gets wrong."""
    phrasings: Mapping[str, tuple[PagePhrasings, ...]]
    """By language: the search phrasings of each page; a language without a file is missing."""
    trees: Mapping[str, yaml_tree.Tree] = field(default_factory=dict)
    """The parsed YAML, by file name; files that are not valid YAML, and phrasings (asked/ and
    unrelated.yml, which no page shows), are missing."""
    findings: tuple[Finding, ...] = field(default=())


FILES = {
    "contact": "contacts.yml",
    "source": "sources.yml",
    "term": "glossary.yml",
    "drawing": "drawings.yml",
}
"""By scheme of a typed link: the name of the file with its entries."""
INTERFACE = "interface.yml"
PROSE = "prose.yml"
READINGS = "readings.yml"
SITE = "site.yml"
SYNONYMS = "synonyms.yml"
UNRELATED = "unrelated.yml"
NAMES = (*FILES.values(), INTERFACE, PROSE, READINGS, SITE, SYNONYMS, UNRELATED)


def read(
    files: Mapping[str, bytes], languages: Sequence[str], complete: Sequence[str], today: date
) -> Data:
    """Read and validate the files of docs/_data, by name; findings are in `Data.findings`.

    The default language comes first, and every text is required in the complete ones. No document
    may have a later date than `today`.
    """
    read_files = {name: read_tree(f"{DATA}/{name}", files.get(name, b"")) for name in NAMES}
    unreadable = [found for found in read_files.values() if isinstance(found, Finding)]
    trees = {name: found for name, found in read_files.items() if isinstance(found, yaml_tree.Tree)}
    ids = dict(_ids(trees))
    # A missing contacts.yml is one finding, not one for each reference to a contact.
    known = ids.get("contact") if FILES["contact"] in files else None
    reader = Reader("", tuple(languages), tuple(complete), today, known, unreadable)

    def file(name: str) -> tuple[yaml_tree.Tree, Reader]:
        return trees.get(name, EMPTY), replace(reader, path=f"{DATA}/{name}")

    contacts = {entry.id: entry for entry in read_list(Contact, *file(FILES["contact"]))}
    settings = SiteSettings()
    if trees.get(SITE, EMPTY) != EMPTY:
        settings = read_settings(SiteSettings, *file(SITE))
    if settings.search.contact not in contacts:
        settings = replace(settings, search=replace(settings.search, contact=""))
    unrelated = file(UNRELATED)
    phrasings = read_phrasings(files, reader)
    report_unrelated(phrasings, *unrelated)
    return Data(
        contacts=contacts,
        sources={entry.id: entry for entry in read_list(CitedSource, *file(FILES["source"]))},
        terms={entry.id: entry for entry in read_list(Term, *file(FILES["term"]))},
        drawings=read_drawings(*file(FILES["drawing"]), ids.get("drawing"), files),
        interface=read_interface(*file(INTERFACE)) if INTERFACE in trees else InterfaceTexts({}),
        ids=ids,
        prose=read_prose(*file(PROSE)),
        settings=settings,
        synonyms=read_synonyms(*file(SYNONYMS)),
        unrelated={} if unrelated[0] == EMPTY else read_word_lists(*unrelated) or {},
        readings=read_readings(*file(READINGS)),
        phrasings=phrasings,
        trees={name: tree for name, tree in trees.items() if name != UNRELATED},
        findings=tuple(reader.findings),
    )


def _ids(trees: Mapping[str, yaml_tree.Tree]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each scheme with the ids in its file, if that file is a list."""
    for scheme, name in FILES.items():
        found = trees.get(name)
        if isinstance(found, yaml_tree.Sequence) or found == EMPTY:
            ids = (yaml_tree.text_of(item, "id") for item in yaml_tree.items_of(found))
            yield scheme, frozenset(filter(None, ids))
