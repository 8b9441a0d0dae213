"""Check that a figure in a sentence with citations is one that its sources have.

Answers: does sources.yml list it under `figures` of a source that the sentence cites? If none
of its sources has such a list, it may have any. Only pages in the default language are checked:
PA013 holds the translations to them. Telephone numbers are left out: contacts.yml has them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.data.all_data import FILES
from knowledge.data.yaml_files import DATA
from knowledge.markdown.inline import Text
from knowledge.markdown.sentences import LINK_TEXT, plain
from knowledge.markdown.source import Source
from knowledge.rules.figure_parity import FIGURE, MIN_FIGURE, shown_text, value_of
from knowledge.rules.prose import prose_pages
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.phone_numbers import known_numbers
from knowledge.site.site import Site
from knowledge.writing_systems import of_language

THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
CITED = re.compile(r"\]\(source:([^()]*)\)")
WORDS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence or a row of a table that cites sources."""

    line: int
    """1-based line of the file on which it begins."""
    text: str
    """Without markup and citations, as figures are compared."""
    cited: frozenset[str]
    """The ids of its sources."""


def _pages(site: Site) -> Iterator[Source]:
    default = site.languages.default
    return (page for page in prose_pages(site) if site.language_of(page) == default)


@source_rule("DA019", "figure-not-in-source", sources=_pages)
def figures_not_in_sources(source: Source, site: Site) -> Faults:
    """A figure in a sentence with citations that none of its sources lists, if any of them does."""
    known = known_numbers(site.data)
    if not known and site.data_files:
        return  # contacts.yml is unreadable, which is reported: no telephone number is recognized
    for sentence in _cited_sentences(source, site.tag_of(source)):
        cited = [site.data.sources[id] for id in sorted(sentence.cited) if id in site.data.sources]
        listed = [figure for each in cited for figure in each.figures]
        for figure in _unlisted(sentence.text, listed) if listed else ():
            if figure not in known:
                names = " or ".join(f"'{each.id}'" for each in cited)
                have = ", ".join(dict.fromkeys(listed))
                fact = f"{figure} stands here as from {names}, whose 'figures' are {have}"
                remedy = (
                    f"Look for it in the source; if it stands there, add it with the unit behind "
                    f"it to 'figures' in {DATA}/{FILES['source']}"
                )
                yield sentence.line, fact, remedy


def _cited_sentences(source: Source, tag: str) -> Iterator[CitedSentence]:
    for text in source.texts:
        for line, written in _sentences(text, tag):
            if cited := frozenset(CITED.findall(written)):
                yield CitedSentence(line, _as_compared(plain(written)), cited)


def _sentences(text: Text, tag: str) -> list[tuple[int, str]]:
    """The sentences of a text with their markup; the row of a table is one.

    A citation behind the end of a sentence belongs to it, and a full stop in a link ends none.
    """
    whole = "\n".join(line for _, line in text.lines)
    is_row = whole.lstrip().startswith("|")
    links = [found.span() for found in LINK_TEXT.finditer(whole)]
    stops = [] if is_row else [found.end() for found in of_language(tag).ends.finditer(whole)]
    ends = [stop for stop in stops if not any(start < stop < end for start, end in links)]
    found: list[tuple[int, str]] = []
    for start, end in pairwise([0, *ends, len(whole)]):
        piece = whole[start:end]
        if found and not WORDS.search(plain(piece)):
            line, begun = found.pop()
            found.append((line, begun + piece))
        elif piece:
            found.append((text.lines[whole.count("\n", 0, start)][0], piece))
    return found


def _as_compared(text: str) -> str:
    """A text with Western years, and without commas in its figures."""
    return THOUSANDS.sub("", shown_text(text))


def _unlisted(text: str, listed: list[str]) -> Iterator[str]:
    """The figures of a text that stand in none of the listed ones, each where it begins."""
    covered = {
        place
        for each in listed
        for found in re.finditer(rf"(?<!\d){re.escape(_as_compared(each))}(?!\d)", text)
        for place in range(*found.span())
    }
    for found in FIGURE.finditer(text):
        if found.start() not in covered and value_of(found[0]) >= MIN_FIGURE:
            yield found[0]
