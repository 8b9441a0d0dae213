"""Check that a translation has the figures of the original.

Answers: does each section name the same amounts, years and articles, in whatever form? Only figures
from 13 on count, because smaller ones are often words in the other language, and neither telephone
numbers, for which the card of a contact may stand, nor decades of life and bases of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

from knowledge.markdown.sections import TOP, section_at
from knowledge.markdown.sentences import LINK_TEXT, normalized, without_code
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, pair_rule
from knowledge.site.counterparts import PagePair
from knowledge.site.freshness import is_stale
from knowledge.site.phone_numbers import known_numbers
from knowledge.site.site import Site
from knowledge.writing_systems import is_in

SIGNS = {
    sign: value
    for signs, value in (
        ("百백", 10**2),
        ("千천", 10**3),
        ("万萬만", 10**4),
        ("億亿억", 10**8),
        ("兆", 10**12),
    )
    for sign in signs
}
"""What multiplies the number before it, in the languages of East Asia."""
WORDS = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
"""The same in English, after a space."""
COMPARED = ("ja", "zh", "ko", "en")
"""The languages whose signs and words these are."""
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
PART = re.compile(rf"({NUMBER})([{''.join(SIGNS)}]*)(?:[ ]({'|'.join(WORDS)})\b)?", re.ASCII)
FIGURE = re.compile(rf"(?:{NUMBER}[{''.join(SIGNS)}]+)*{PART.pattern}(?![\d代進대진])", re.ASCII)
"""A figure of one or several parts: `9万8000`, `98,000`, `3 million`."""
SMALLEST = 13
"""The smallest figure that is compared: up to twelve, English writes words."""

Figures = Mapping[str, Mapping[float, tuple[int, str]]]
"""By the id of a section: for each value, the 1-based line of the first figure, and that figure."""


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """A figure that one page of a pair has."""

    text: str
    """As written."""
    line: int
    """1-based line of the translation: of the figure, or of its section."""
    other_line: int
    """1-based line of the original: of the section, or of the figure."""
    is_here: bool
    """Whether it is the translation that has it."""


@pair_rule("PA013", "different-figure")
def different_figures(pair: PagePair, site: Site) -> Faults:
    """An amount, a year or another large figure that only one page of a pair has in a section."""
    if is_stale(pair.original, pair.translation):  # FR001 tells of it, and names the figures
        return
    for each in figures_that_differ(pair, site):
        if each.is_here:
            there = f"{pair.original.path}:{each.other_line}"
            fact = f"{each.text} stands here, and not in the section at {there}"
        else:
            fact = f"{each.text} of {pair.original.path}:{each.other_line} is missing here"
        yield each.line, fact, "Write the same in both"


def figures_that_differ(pair: PagePair, site: Site) -> Iterator[FigureDifference]:
    """The figures that only one page of a pair has in a section; none where they are unknown."""
    tags = [site.tag_of(source) for source in (pair.original, pair.translation)]
    known = known_numbers(site.data)
    is_unreadable = not known and bool(site.data_files)  # the contacts, which is reported
    if pair.is_abridged or is_unreadable or not are_compared(tags):
        return
    there, here = _figures(pair.original, known), _figures(pair.translation, known)
    for section in pair.comparable_sections() & (there.keys() | here.keys()):
        wanted, found = there.get(section, {}), here.get(section, {})
        start, own_start = (
            lines.get(section, 1) for lines in (pair.original_lines, pair.translated_lines)
        )
        for value in sorted(found.keys() - wanted.keys()):
            line, text = found[value]
            yield FigureDifference(text, line, start, is_here=True)
        for value in sorted(wanted.keys() - found.keys()):
            line, text = wanted[value]
            yield FigureDifference(text, own_start, line, is_here=False)


def are_compared(tags: Iterable[str]) -> bool:
    """Whether the figures of languages, by their tags, can be compared."""
    return all(any(is_in(tag, each) for each in COMPARED) for tag in tags)


def figures_of_line(text: str) -> dict[float, str]:
    """The figures of a text that are compared: by value, as written."""
    found = ((_value(match[0]), match[0]) for match in FIGURE.finditer(_shown(text)))
    return {value: written for value, written in found if value >= SMALLEST}


def _figures(source: Source, known: frozenset[str]) -> Figures:
    """The figures of each section but for telephone numbers."""
    found: dict[str, dict[float, tuple[int, str]]] = {}
    for line, text in _lines(source):
        for match in FIGURE.finditer(_shown(text)):
            value = _value(match[0])
            if value >= SMALLEST and match[0] not in known:
                section = found.setdefault(section_at(source, line) or TOP, {})
                section.setdefault(value, (line, match[0]))
    return found


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    yield from ((heading.line, heading.text) for heading in source.headings)
    for text in source.texts:
        yield from text.lines


def _shown(line: str) -> str:
    """A line without code and without the targets of its links."""
    if not any(map(str.isdigit, line)):
        return ""
    return LINK_TEXT.sub(r"\1", normalized(without_code(line)))


def _value(figure: str) -> float:
    """The value of a figure: the sum of its parts, each multiplied by what follows it."""
    return sum(
        float(number.replace(",", "")) * prod(SIGNS[sign] for sign in signs) * WORDS.get(word, 1)
        for number, signs, word in PART.findall(figure)
    )
