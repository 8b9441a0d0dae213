"""Check that a translation has the figures of the original.

Answers: does each section name the same amounts, dates and articles, in whatever form? Ignores ages
in decades (60代) and number bases (16進). A figure up to 12 may be a word in the other language, so
it is compared only on pages for readers, and only if the number words of both languages are known.
A telephone number need not stand in the same section: the other page may have a link to its
contact. An abridged page may leave figures out, and explain small ones (ages); it adds no others.
A section of a translation that is behind keeps the figures it has, and gets no others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import prod

from knowledge.markdown.sections import TOP, section_at
from knowledge.markdown.sentences import LINK_TEXT, normalized, without_code
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, pair_rule
from knowledge.site.counterparts import PagePair, sections_behind
from knowledge.site.phone_numbers import digits, known_numbers
from knowledge.site.site import Site
from knowledge.site.typed_links import typed_links
from knowledge.writing_systems import is_in

MULTIPLIERS = {
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
"""Multipliers after a number in East Asian languages: 9万 is 90,000."""
WORDS = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
"""The same in English, after a space."""
COMPARED = ("ja", "zh", "ko", "en")
"""The languages whose multipliers are known; figures of other languages are not compared."""
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
PART = re.compile(rf"({NUMBER})([{''.join(MULTIPLIERS)}]*)(?:[ ]({'|'.join(WORDS)})\b)?", re.ASCII)
FIGURE = re.compile(
    rf"(?:{NUMBER}[{''.join(MULTIPLIERS)}]+)*{PART.pattern}(?![\d代進대진])", re.ASCII
)
"""A figure of one or several parts: `9万8000`, `98,000`, `3 million`."""
WORD_FIGURES_BELOW = 13
"""Figures below it may be words."""
LONG_FIGURE = 100
"""The smallest figure that an abridged page does not add; ages are below it."""
MIN_FIGURE = 2
"""The smallest figure that is compared: one is an article too."""
IN_ENGLISH = {
    word: value
    for value, words in enumerate(
        (
            "january", "two twice both second february", "three third march", "four fourth april",
            "five fifth may", "six sixth june", "seven seventh july", "eight eighth august",
            "nine ninth september", "ten tenth october", "eleven november", "twelve december",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
"""Value of English words that may be a figure in the other language, such as month names."""
IN_CHINESE = {sign: value for value, sign in enumerate("〇一二三四五六七八九十")}
IN_CHINESE |= {"両": 2, "两": 2, "翌": 2}
"""The same in Japanese and Chinese."""
SMALL_WORDS = {"ja": IN_CHINESE, "zh": IN_CHINESE, "en": IN_ENGLISH}
COUNTED = frozenset("three four five six seven eight nine ten eleven twelve".split())
"""Words that the counterpart must have too; the others, such as `two` and `third`, only match a
figure there, because they are often not numbers."""
ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018, "Showa": 1925, "Heisei": 1988, "Reiwa": 2018}
"""The year before the first one of an era, which is also called 元年."""
YEAR_OF_ERA = re.compile(rf"({'|'.join(ERAS)})[ ]?(\d+|元)")
WORD = re.compile(r"[a-z]+|[〇一二三四五六七八九十両两翌]")


@dataclass(slots=True)
class Figures:
    """The figures of a section."""

    wanted: dict[float, tuple[int, str]] = field(default_factory=dict)
    """By value that the other page must have: 1-based line and text of the first figure."""
    held: set[float] = field(default_factory=set)
    """All values, those of words included."""


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """A figure that only one page of a pair has."""

    text: str
    """As written."""
    line: int
    """1-based line of the translation: of the figure, or of its section."""
    other_line: int
    """1-based line of the original: of the section, or of the figure."""
    is_here: bool
    """Whether it is the translation that has it."""
    section: str
    """Id of the section; TOP before the first heading."""


@pair_rule("PA013", "different-figure")
def different_figures(pair: PagePair, site: Site) -> Faults:
    """An amount, a year or another large figure that only one page of a pair has in a section."""
    behind = sections_behind(pair, site, lambda source: _values(source, site))
    kept = _figures_before(pair.translation, site) if behind else frozenset()
    for each in figures_that_differ(pair, site):
        # FR001 tells of a translation that is behind; only what is added to it is a fault.
        if each.section in behind and (not each.is_here or each.text in kept):
            continue
        if each.is_here:
            there = f"{pair.original.path}:{each.other_line}"
            fact = f"{each.text} stands here, and not in the section at {there}"
        else:
            fact = f"{each.text} of {pair.original.path}:{each.other_line} is missing here"
        yield each.line, fact, "Write the same in both"
    for line, figure in _figures_of_no_original(pair, site):
        if figure in kept:
            continue
        fact = f"{figure} stands here, and nowhere on {pair.original.path}"
        yield line, fact, "Write what stands there"


def _figures_before(page: Source, site: Site) -> frozenset[str]:
    """The figures of a page, as written, as it was where this branch left the default one."""
    before = site.at_merge_base(page)
    words = {each for _, text in shown_lines(before) for each in WORD.findall(text.lower())}
    return frozenset(_all_figures(before)) | words


def _figures_of_no_original(pair: PagePair, site: Site) -> Iterator[tuple[int, str]]:
    """Telephone numbers, and on an abridged page long figures, that the original has nowhere."""
    known = known_numbers(site.data)
    called = {
        digits(number.text)
        for _, scheme, found in typed_links(pair.original)
        if scheme == "contact" and found in site.data.contacts
        for number in site.data.contacts[found].numbers
    }
    old, new = _all_figures(pair.original), _all_figures(pair.translation)
    values = set(map(value_of, old))
    for figure, line in new.items():
        if figure in known:
            is_new = figure not in old.keys() | called
        else:
            value = value_of(figure)
            is_new = pair.is_abridged and value >= LONG_FIGURE and value not in values
        if is_new:
            yield line, figure


def _all_figures(source: Source) -> dict[str, int]:
    """Every figure of a page as it is written, with the first 1-based line that has it."""
    found: dict[str, int] = {}
    for line, text in shown_lines(source):
        for match in FIGURE.finditer(text):
            found.setdefault(match[0], line)
    return found


def figures_that_differ(pair: PagePair, site: Site) -> Iterator[FigureDifference]:
    """The figures that only one page of a pair has in a section; none if pages are not compared."""
    tags = [site.tag_of(source) for source in (pair.original, pair.translation)]
    known = known_numbers(site.data)
    # If contacts.yml is unreadable, which is reported, telephone numbers cannot be recognized.
    is_unreadable = not known and bool(site.data_files)
    if pair.is_abridged or is_unreadable or not are_compared(tags):
        return
    is_small = all(map(_words_of, tags)) and site.languages.is_for_readers(pair.original.path)
    least = MIN_FIGURE if is_small else WORD_FIGURES_BELOW
    there = _figures(pair.original, known, tags[0], least)
    here = _figures(pair.translation, known, tags[1], least)
    for section in pair.comparable_sections() & (there.keys() | here.keys()):
        old, new = there.get(section, Figures()), here.get(section, Figures())
        start, own_start = (
            lines.get(section, 1) for lines in (pair.original_lines, pair.translated_lines)
        )
        for value in sorted(new.wanted.keys() - old.held):
            line, text = new.wanted[value]
            yield FigureDifference(text, line, start, is_here=True, section=section)
        for value in sorted(old.wanted.keys() - new.held):
            line, text = old.wanted[value]
            yield FigureDifference(text, own_start, line, is_here=False, section=section)


def _values(source: Source, site: Site) -> dict[str, set[float]]:
    """All values of the figures of each section."""
    found = _figures(source, known_numbers(site.data), site.tag_of(source), MIN_FIGURE)
    return {section: figures.held for section, figures in found.items()}


def _words_of(tag: str) -> Mapping[str, int]:
    """The words of a language that stand for figures; none if they are not known."""
    return next((words for code, words in SMALL_WORDS.items() if is_in(tag, code)), {})


def are_compared(tags: Iterable[str]) -> bool:
    """Whether the figures of languages, by their tags, can be compared."""
    return all(any(is_in(tag, each) for each in COMPARED) for tag in tags)


def figures_of_line(text: str) -> dict[float, str]:
    """The figures of a text that are compared: by value, as written."""
    found = ((value_of(match[0]), match[0]) for match in FIGURE.finditer(shown_text(text)))
    return {value: written for value, written in found if value >= WORD_FIGURES_BELOW}


def _figures(source: Source, known: frozenset[str], tag: str, least: float) -> dict[str, Figures]:
    """The figures of each section; wanted are those from `least` on, but no known phone numbers."""
    found: dict[str, Figures] = {}
    words = _words_of(tag)
    for line, shown in shown_lines(source):
        section = found.setdefault(section_at(source, line) or TOP, Figures())
        for match in FIGURE.finditer(shown):
            value = value_of(match[0])
            section.held.add(value)
            if value >= least and match[0] not in known:
                section.wanted.setdefault(value, (line, match[0]))
        for match in WORD.finditer(shown.lower()) if least < WORD_FIGURES_BELOW else ():
            if value := words.get(match[0], 0):
                section.held.add(value)
                if match[0] in COUNTED:
                    section.wanted.setdefault(value, (line, match[0]))
    return found


@lru_cache(maxsize=1024)
def shown_lines(source: Source) -> tuple[tuple[int, str], ...]:
    """The lines of headings and texts as a reader sees them: 1-based line and text."""
    lines = [(heading.line, heading.text) for heading in source.headings]
    lines += (line for text in source.texts for line in text.lines)
    return tuple((number, shown_text(text)) for number, text in lines)


def values_in(shown: str, tag: str) -> Iterator[tuple[float, int]]:
    """The figures of a text, and the words that may stand for one: value, and where it ends."""
    for match in FIGURE.finditer(shown):
        yield value_of(match[0]), match.end()
    words = _words_of(tag)
    for match in WORD.finditer(shown.lower()):
        if match[0] in words:
            yield words[match[0]], match.end()


def shown_text(line: str) -> str:
    """A line without code and the targets of its links, and with years of the Western calendar."""
    text = LINK_TEXT.sub(r"\1", normalized(without_code(line)))
    return YEAR_OF_ERA.sub(
        lambda found: f"{ERAS[found[1]] + int(found[2].replace('元', '1'))}", text
    )


def value_of(figure: str) -> float:
    """The value of a figure: the sum of its parts, each multiplied by what follows it."""
    return sum(
        float(number.replace(",", ""))
        * prod(MULTIPLIERS[sign] for sign in signs)
        * WORDS.get(word, 1)
        for number, signs, word in PART.findall(figure)
    )
