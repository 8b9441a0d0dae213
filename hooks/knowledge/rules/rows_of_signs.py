"""Check that no row of signs stands where readers expect words.

Answers: does a page draw something with characters, such as a number of dots, clocks or tiles? A
row of the same sign without a space, such as stars, says nothing; several of different lengths
can be counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site

SIGN = "\u2190-\u2bff\u3200-\u33ff\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
"""Arrows, shapes, pictures and framed letters; flags are left out. For a character class."""
ROW = re.compile(rf"[{SIGN}](?:[\ufe0f\u200d \t\u3000]*[{SIGN}]){{5,}}")
SOME = re.compile(rf"[\u2022\u00b7{SIGN}](?:[ \u3000]*[\u2022\u00b7{SIGN}])+(?=\s*(?:\||$))")
"""Two signs or more at the end of a line or cell; the stars of a rating are always as many."""
MIN_ROWS, MIN_LENGTHS = 3, 2
"""Of rows of signs that count something on a page: rows, and different lengths."""
MIN_LINES, MIN_SIGNS, MOST_KINDS = 3, 15, 3
"""Of a picture made of the signs of a keyboard: lines, signs, and different ones among these."""
RULER = re.compile(r"[\s|:=+-]+|([*_#~]\s*)\1*")
"""A line of Markdown that is no picture: below the head of a table, or across the page."""
REMEDY = "Say it in words; the number of a contact shows with a link to it"


@source_rule("SF022", "row-of-signs", sources=Site.pages_for_readers)
def rows_of_signs(source: Source, _: Site) -> Faults:
    """Six signs or more in a row, or a picture made of the signs of a keyboard."""
    lines = source.body.split("\n")
    start = source.front_matter_end + 1
    others = list(lines)
    for number, line in enumerate(lines):
        row = None if line.isascii() else ROW.search(line)
        if row and (len(set(row[0])) > 1):
            others[number] = ""
            yield start + number, f"a row of signs stands here: '{row[0][:20]}'", REMEDY
    if number := _counted(others):
        yield start + number - 1, "the signs in these rows can be counted", REMEDY
    for number in _pictures(lines):
        yield start + number, "these lines draw with the signs of a keyboard", REMEDY


def _counted(lines: list[str]) -> int:
    """1-based number of the first row of signs, if rows differ in length; else 0."""
    rows = [
        (number, len("".join(row[0].split())))
        for number, line in enumerate(lines, start=1)
        for row in SOME.finditer(line)
    ]
    is_count = len(rows) >= MIN_ROWS and len({length for _, length in rows}) >= MIN_LENGTHS
    return rows[0][0] if is_count else 0


def _pictures(lines: list[str]) -> Iterator[int]:
    """0-based numbers of the lines at which a picture begins."""
    for is_bare, group in groupby(enumerate(lines), key=lambda each: _is_bare(each[1])):
        drawn = list(group)
        signs = "".join("".join(line.split()) for _, line in drawn)
        is_long = len(drawn) >= MIN_LINES and len(signs) >= MIN_SIGNS
        if is_bare and is_long and len(set(signs)) <= MOST_KINDS:
            yield drawn[0][0]


def _is_bare(line: str) -> bool:
    """Whether a line has signs alone, and is none that Markdown reads."""
    is_empty = not line.strip()
    return not (is_empty or any(map(str.isalnum, line)) or RULER.fullmatch(line))
