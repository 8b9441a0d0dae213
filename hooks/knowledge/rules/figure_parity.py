"""Check that a translation has the figures of the original.

Answers: does each section name the same amounts, years and articles, in whatever form? Only figures
of three digits or more count, because smaller ones are often words in the other language, and no
telephone numbers, because the card of a contact may stand for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
FIGURE = re.compile(rf"(?:{NUMBER}[{''.join(SIGNS)}]+)*{PART.pattern}", re.ASCII)
"""A figure of one or several parts: `9万8000`, `98,000`, `3 million`."""
SMALLEST = 100

Figures = Mapping[str, Mapping[float, tuple[int, str]]]
"""By the id of a section: for each value, the 1-based line of the first figure, and that figure."""


@pair_rule("PA013", "different-figure")
def different_figures(pair: PagePair, site: Site) -> Faults:
    """An amount, a year or another large figure that only one page of a pair has in a section."""
    if is_stale(pair.original, pair.translation):  # readers and contributors are told so (FR001)
        return
    tags = [site.tag_of(source) for source in (pair.original, pair.translation)]
    if pair.is_abridged or not all(any(is_in(tag, each) for each in COMPARED) for tag in tags):
        return
    known = known_numbers(site.data)
    there, here = _figures(pair.original, known), _figures(pair.translation, known)
    remedy = "Write the same in both"
    for section in pair.comparable_sections() & (there.keys() | here.keys()):
        wanted, found = there.get(section, {}), here.get(section, {})
        start = pair.original_lines.get(section, 1)
        for line, figure in (found[value] for value in sorted(found.keys() - wanted.keys())):
            fact = f"{figure} stands here, and not in the section at {pair.original.path}:{start}"
            yield line, fact, remedy
        for line, figure in (wanted[value] for value in sorted(wanted.keys() - found.keys())):
            fact = f"{figure} of {pair.original.path}:{line} is missing here"
            yield pair.translated_lines.get(section, 1), fact, remedy


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
