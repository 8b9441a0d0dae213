"""asked/<language>.yml: phrasings of search queries, listed by the page that answers them.

Answers: which phrasings does each page have in a language? Whether the pages exist, and whether
each has phrasings, is checked in rules/data_files.py.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from knowledge import yaml_tree
from knowledge.data.field_types import TEXT
from knowledge.data.reader import DUPLICATE, MISSING, UNKNOWN, WRONG_TYPE, Reader
from knowledge.data.word_lists import normalized
from knowledge.data.yaml_files import DATA, read_tree
from knowledge.finding import Finding

ASKED_FOLDER = "asked/"
"""The folder of the files, inside the one of the data."""
FILE = re.compile(rf"{ASKED_FOLDER}([^/]+)\.yml")
MAX_LENGTH = 120
"""Maximum length of a phrasing in characters: longer ones are stories, not queries."""


@dataclass(frozen=True, slots=True)
class PagePhrasings:
    """The phrasings of one page in one language."""

    page: str
    """Path of the page inside its language, without `.md`: `start/paid`."""
    phrasings: tuple[str, ...]
    """As written, in the order of the file."""
    line: int
    """1-based line of the page in the file."""

    @property
    def page_path(self) -> str:
        """The path of the page inside its language: `start/paid.md`."""
        return f"{self.page}.md"


def read_phrasings(
    files: Mapping[str, bytes], reader: Reader
) -> Mapping[str, tuple[PagePhrasings, ...]]:
    """Read the phrasings by language; a language without a readable file is missing."""
    phrasings: dict[str, tuple[PagePhrasings, ...]] = {}
    for name in sorted(files):
        if not (match := FILE.fullmatch(name)):
            continue
        own = replace(reader, path=f"{DATA}/{name}")
        found = read_tree(own.path, files[name])
        if match[1] not in reader.languages:
            fact = f"'{match[1]}' is no language of this site"
            own.report(0, UNKNOWN, fact, f"Use one of: {', '.join(reader.languages)}")
        elif isinstance(found, Finding):
            own.findings.append(found)
        elif found is not None and (pages := _pages(found, own)) is not None:
            phrasings[match[1]] = pages
    return phrasings


def _pages(found: yaml_tree.Tree, reader: Reader) -> tuple[PagePhrasings, ...] | None:
    """The pages of one file with their valid phrasings; None if the file is not a mapping."""
    if isinstance(found, yaml_tree.Scalar) and not found.text:
        return ()
    if not isinstance(found, yaml_tree.Mapping):
        remedy = "Write the path of a page and ':', and its phrasings below it"
        reader.report(found.line, WRONG_TYPE, "this file has no pages", remedy)
        return None
    first_lines: dict[str, int] = {}
    pages: dict[str, PagePhrasings] = {}
    for pair in found.pairs:
        if pair.key in pages:
            fact = f"the page '{pair.key}' stands twice"
            reader.report(pair.line, DUPLICATE, fact, "Put its phrasings into one list")
            continue
        phrasings = tuple(_phrasings(pair, first_lines, reader))
        pages[pair.key] = PagePhrasings(pair.key, phrasings, pair.line)
    return tuple(pages.values())


def report_unrelated(
    phrasings: Mapping[str, tuple[PagePhrasings, ...]], unrelated: yaml_tree.Tree, reader: Reader
) -> None:
    """Report the queries in unrelated.yml, whose reader it is, that a page has as phrasings too."""
    for pair in yaml_tree.pairs_of(unrelated):
        pages = {
            normalized(phrasing): each.page
            for each in phrasings.get(pair.key, ())
            for phrasing in each.phrasings
        }
        for item in yaml_tree.items_of(pair.value):
            text = yaml_tree.text_of(item)
            if page := pages.get(normalized(text)):
                fact = f"'{text}' stands below '{page}' in {ASKED_FOLDER}{pair.key}.yml, too"
                remedy = "Keep it here only if no page answers it, or else there"
                reader.report(item.line, DUPLICATE, fact, remedy)


def phrasings_schema(languages: tuple[str, ...]) -> Mapping[str, object]:
    """JSON Schema of a file: an object with a list of phrasings for each page."""
    phrasing = {**TEXT.schema(languages), "maxLength": MAX_LENGTH}
    phrasings = {"type": "array", "minItems": 1, "items": phrasing}
    return {"type": ["object", "null"], "additionalProperties": phrasings}


def _phrasings(pair: yaml_tree.Pair, first_lines: dict[str, int], reader: Reader) -> Iterator[str]:
    """The valid phrasings of a page.

    `first_lines` has the line of each normalized phrasing of the language so far; is updated.
    """
    if not isinstance(pair.value, yaml_tree.Sequence) or not pair.value.items:
        remedy = "Write phrasings below it, each after '- ', or take the page out"
        is_empty = pair.value in (
            yaml_tree.Scalar("", pair.value.line),
            yaml_tree.Sequence((), pair.value.line),
        )
        code = MISSING if is_empty else WRONG_TYPE
        reader.report(pair.line, code, f"'{pair.key}' has no list of phrasings", remedy)
        return
    for item in pair.value.items:
        if not isinstance(item, yaml_tree.Scalar):
            fact = f"one of the phrasings of '{pair.key}' is a list or has fields of its own"
            reader.report(item.line, WRONG_TYPE, fact, "Put it in quotes")
        elif not (text := normalized(item.text)):
            fact = f"an empty phrasing stands below '{pair.key}'"
            reader.report(item.line, MISSING, fact, "Write the phrasing, or take it out")
        elif len(item.text) > MAX_LENGTH:
            fact = f"this phrasing has {len(item.text)} characters, {MAX_LENGTH} are the most"
            reader.report(item.line, WRONG_TYPE, fact, "Write it as somebody in a hurry types it")
        elif text in first_lines:
            fact = f"'{item.text}' stands on line {first_lines[text]} already"
            remedy = "Keep it below the page that serves this person best"
            reader.report(item.line, DUPLICATE, fact, remedy)
        else:
            first_lines[text] = item.line
            yield item.text
