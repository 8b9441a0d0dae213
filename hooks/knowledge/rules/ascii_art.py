"""Check that no page encodes something in rows of symbols or in ASCII art.

Answers: does a page draw something with characters, such as a number in dots, clocks or tiles? One
row of the same symbol, such as stars, is allowed; rows of different lengths may be digits to count.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site

SYMBOL = "\u2190-\u2bff\u3200-\u33ff\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
"""Arrows, shapes, pictures and framed letters; flags are left out. For a character class."""
ROW = re.compile(rf"[{SYMBOL}](?:[\ufe0f\u200d \t\u3000]*[{SYMBOL}]){{5,}}")
ROW_AT_END = re.compile(
    rf"[\u2022\u00b7{SYMBOL}](?:[ \u3000]*[\u2022\u00b7{SYMBOL}])+(?=\s*(?:\||$))"
)
"""Two or more symbols at the end of a line or cell; a rating has the same number in each row."""
MIN_ROWS, MIN_LENGTHS = 3, 2
"""Rows of symbols may be digits from this number of rows, and of different lengths, on a page."""
MIN_LINES, MIN_SYMBOLS, MAX_DISTINCT = 3, 15, 3
"""ASCII art has at least this many lines and characters, and at most this many kinds of them."""
RULER = re.compile(r"[\s|:=+-]+|([*_#~]\s*)\1*")
"""A line of Markdown syntax: the delimiter row of a table, or a thematic break."""
REMEDY = "Say it in words; the number of a contact shows with a link to it"


@source_rule("SF022", "row-of-signs", sources=Site.pages_for_readers)
def rows_of_signs(source: Source, _: Site) -> Faults:
    """Six symbols or more in a row, rows of symbols to count, or ASCII art."""
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
        for row in ROW_AT_END.finditer(line)
    ]
    is_count = len(rows) >= MIN_ROWS and len({length for _, length in rows}) >= MIN_LENGTHS
    return rows[0][0] if is_count else 0


def _pictures(lines: list[str]) -> Iterator[int]:
    """0-based numbers of the lines at which a picture begins."""
    for is_bare, group in groupby(enumerate(lines), key=lambda each: _is_bare(each[1])):
        drawn = list(group)
        signs = "".join("".join(line.split()) for _, line in drawn)
        is_long = len(drawn) >= MIN_LINES and len(signs) >= MIN_SYMBOLS
        if is_bare and is_long and len(set(signs)) <= MAX_DISTINCT:
            yield drawn[0][0]


def _is_bare(line: str) -> bool:
    """Whether a line has neither letters nor digits, and is not Markdown syntax."""
    is_empty = not line.strip()
    return not (is_empty or any(map(str.isalnum, line)) or RULER.fullmatch(line))
