"""What the shape of a page says beside its words.

Answers: what does a fold hide, what stands at the head of a table, and which lists and tables have
nothing but very short items, as a number that is told in pieces has? A reviewer reads words, and
may pass over these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from knowledge.markdown.sentences import plain
from knowledge.report.names_in_text import Named

SUMMARY = re.compile(r"<summary[^>]*>(.*?)(?:</summary>|$)", re.IGNORECASE)
RULE_OF_TABLE = re.compile(r"(?=[^-]*-)[\s:|-]+")
"""The line below the head of a table, and a line across the page."""
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(\S.*)")
LINKED = re.compile(r"\]\(")
FEWEST = 3
"""Items from which on a list may tell something in pieces."""
MOST_WORDS = 7
MOST_LETTERS = 16
"""Words, and in a text without spaces letters, of a very short item."""


def shapes_of(lines: list[str]) -> Iterator[Named]:
    """All folds, heads of tables and runs of very short items in the lines of a page.

    Args:
        lines: the lines of the file.
    """
    for number, line in enumerate(lines, start=1):
        if summary := SUMMARY.search(line):
            yield Named("fold", plain(summary[1]), number)
        if "|" in line and number < len(lines) and RULE_OF_TABLE.fullmatch(lines[number]):
            yield Named("head of a table", plain(line.strip()), number)
    is_read = [line.strip() and not RULE_OF_TABLE.fullmatch(line) for line in lines]
    written = [(number, line) for number, line in enumerate(lines, start=1) if is_read[number - 1]]
    for words, numbered in groupby(written, key=lambda each: _kind(each[1])):
        run = list(numbered)
        if words and len(run) >= FEWEST:
            yield Named(words, " / ".join(plain(line).strip(" -*+|") for _, line in run), run[0][0])


def _kind(line: str) -> str:
    """What a line is a part of if it has very short items alone; else empty."""
    if LINKED.search(line):
        return ""
    if item := ITEM.fullmatch(line):
        return "list of short items" if _is_short(item[1]) else ""
    cells = line.strip().strip("|").split("|")
    return "rows of short cells" if len(cells) > 1 and all(map(_is_short, cells)) else ""


def _is_short(text: str) -> bool:
    words = plain(text).split()
    is_spaced = len(words) > 1 and text.isascii()
    return len(words) <= MOST_WORDS and (is_spaced or len("".join(words)) <= MOST_LETTERS)
