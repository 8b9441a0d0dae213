"""Check that a time limit of a translation has the unit of the original: two weeks, two months.

Answers: does a section name the same hours, days, weeks, months and years beside the same figures?
The words for units are those of Babel. A figure without a unit on one of the pages is not compared,
and neither is a day of the month, which Japanese writes like a number of days.
"""

import re
from functools import cache
from typing import Literal

from babel.units import format_unit

from knowledge.markdown.sections import TOP, section_at
from knowledge.markdown.source import Source
from knowledge.rules.figure_parity import are_compared, shown_lines, values_in
from knowledge.rules.rule import Faults, pair_rule
from knowledge.site.counterparts import PagePair, sections_behind
from knowledge.site.site import Site

UNITS = ("minute", "hour", "day", "week", "month", "year")
LENGTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
NUMBERS = (1, 2)
"""Numbers with which Babel writes each unit: one of them may need the plural."""
PLACEHOLDER = "duration"
"""What Babel writes where it knows no word."""
COUNTER = re.compile("[かヶケカヵ箇個]月")
"""Ways to write the counter of months in Japanese."""
ONE = re.compile(r"\bone\b")
DAY_OF_MONTH = re.compile(r"月\d{1,2}日")

Figure = tuple[float, str]
"""A value and its unit, which is empty if there is none."""
_Units = dict[str, dict[float, dict[str, int]]]
"""By section and value: the units beside it, each with its first 1-based line."""


@pair_rule("PA016", "different-unit")
def different_units(pair: PagePair, site: Site) -> Faults:
    """A number of hours, days, weeks, months or years that has another unit in the original."""
    tags = [site.tag_of(source) for source in (pair.original, pair.translation)]
    if not are_compared(tags):
        return
    there, here = _units(pair.original, tags[0]), _units(pair.translation, tags[1])
    behind = sections_behind(pair, site, lambda source: figures_in_order(source, tags[0]))
    kept = _units(site.at_merge_base(pair.translation), tags[1]) if behind else {}
    for section in pair.comparable_sections() & there.keys() & here.keys():
        for value in there[section].keys() & here[section].keys():
            wanted, found = there[section][value], here[section][value]
            before = kept.get(section, {}).get(value, {}) if section in behind else {}
            for unit in sorted(found.keys() - wanted.keys() - before.keys()):
                line = min(wanted.values())
                other = " and ".join(sorted(wanted))
                fact = f"{value:g} stands with the unit '{unit}' here, and with '{other}' at"
                yield found[unit], f"{fact} {pair.original.path}:{line}", "Write the same in both"


def _units(source: Source, tag: str) -> _Units:
    """The units of time on a page, beside their figures."""
    found: _Units = {}
    for section, figures in figures_in_order(source, tag).items():
        for line, (value, unit) in figures:
            if unit:
                found.setdefault(section, {}).setdefault(value, {}).setdefault(unit, line)
    return found


def figures_in_order(source: Source, tag: str) -> dict[str, list[tuple[int, Figure]]]:
    """The figures of each section in their order, each with its 1-based line.

    There are none in a language whose figures cannot be compared.
    """
    found: dict[str, list[tuple[int, Figure]]] = {}
    if not are_compared([tag]):
        return found
    words, pattern = _words_for_units(tag)
    for line, text in sorted(shown_lines(source)):
        shown = DAY_OF_MONTH.sub("", COUNTER.sub("か月", text)).lower()
        shown = ONE.sub("1", shown) if pattern.search(shown) else shown
        for value, end in sorted(values_in(shown, tag), key=lambda each: each[1]):
            unit = pattern.match(shown, end)
            figure = value, words[unit[1]] if unit else ""
            found.setdefault(section_at(source, line) or TOP, []).append((line, figure))
    return found


@cache
def _words_for_units(tag: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """The unit of each word of a language, and a pattern that finds one behind a figure."""
    language = tag.partition("-")[0]
    written = {
        format_unit(number, f"{PLACEHOLDER}-{unit}", length, locale=language): unit
        for length in LENGTHS
        for unit in UNITS
        for number in NUMBERS
    }
    words = {
        re.sub(r"[\d\s]+", "", text).lower(): unit
        for text, unit in written.items()
        if PLACEHOLDER not in text
    }
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    return words, re.compile(rf"[\s-]?({either})(?![a-z])")
