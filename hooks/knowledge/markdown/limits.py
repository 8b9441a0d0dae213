"""Limits on the size of a source, so that no page slows down the checks or the build.

Answers: does this file exceed a limit that no page needs to exceed? Counts on the plain lines,
before parsing: a file that exceeds a limit is not parsed. Nearly every page is far below every
limit, so each limit has a quick test of the whole text; lines are counted only if that fails.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

LARGEST_FILE = 128 * 1024
"""Size limit of a page, in bytes; the largest page has less than a third of it."""
LONGEST_LINE = 4000
"""In characters."""
FRONT_MATTER_LINES = 60


LIST_MARK = re.compile(r"[*+-]|\d+[.]")
LIST_MARKS = re.compile(r"[ >]*(?:(?:[*+-]|\d{1,9}[.]) )*")


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit that a file exceeds."""

    line: int
    """1-based line where the limit is exceeded; 0 for the whole file."""
    what: str
    count: int
    most: int


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """How often something may occur in a page or on a line."""

    what: str
    count: Callable[[str], int]
    """Counts it on one line."""
    most: int
    may_exceed: Callable[[str], bool]
    """Quick test of a whole text: False only if the limit is certainly not exceeded."""


def _runs_of(pattern: str) -> Callable[[str], int]:
    expression = re.compile(pattern)
    return lambda line: len(expression.findall(line))


def _longest(pattern: str) -> Callable[[str], int]:
    expression = re.compile(pattern)
    return lambda line: max((len(run) for run in expression.findall(line)), default=0)


def _list_marks(line: str) -> int:
    """Count the nested list items that begin on a line."""
    marks = LIST_MARKS.match(line)
    return len(LIST_MARK.findall(marks.group())) if marks else 0


def _limit_of_string(what: str, signs: str, most: int) -> SizeLimit:
    """Limit how often a literal string occurs in a page."""
    return SizeLimit(
        what, lambda line: line.count(signs), most, lambda text: text.count(signs) > most
    )


def _limit_of_pattern(what: str, pattern: str, most: int, signs: str) -> SizeLimit:
    """Limit how often a pattern matches in a page; every match contains `signs`."""
    return SizeLimit(what, _runs_of(pattern), most, lambda text: text.count(signs) > most)


def _limit_on_line(what: str, count: Callable[[str], int], most: int, pattern: str) -> SizeLimit:
    """Limit every single line; `pattern` matches the start of every line beyond the limit."""
    expression = re.compile(rf"\n{pattern}")
    return SizeLimit(what, count, most, lambda text: expression.search(text) is not None)


BLOCK_SIGN = "[\u2580-\u259f]"
PAGE_LIMITS = (
    # One on a line at most.
    _limit_of_pattern("headings", r"^[ >]*(?:#{1,6}|=+[ ]*$|-+[ ]*$)", 500, "\n"),
    _limit_of_string("links", "](", 1500),
    _limit_of_string("footnote marks", "[^", 300),
    _limit_of_pattern("tags", r"<[a-zA-Z/!?]", 1500, "<"),
    _limit_of_pattern("code fences", r"^[ >]*(?:```|~~~)", 600, "\n"),
    _limit_of_string("table cells", "|", 12_000),
    _limit_of_string("backslashes", "\\", 4000),
    _limit_of_pattern("entities", r"&[#\w]", 4000, "&"),
    _limit_of_pattern("wide spaces in a row", r"(?:[\u3000\xa0\u2000-\u200a] ?){8}", 2, "\u3000"),
    SizeLimit(
        "block signs, which can draw a code to scan",
        _runs_of(BLOCK_SIGN),
        60,
        lambda text: not text.isascii() and re.search(BLOCK_SIGN, text) is not None,
    ),
    _limit_of_pattern("line breaks", r"(?i)<br\b", 60, "<"),
    _limit_of_pattern("rules across the page", r"^[ >]*(?:[-*_][ ]*){3,}$", 40, "\n"),
    _limit_of_pattern("empty rows of a table", r"^[ >]*\|(?:[ ]*\|)+[ ]*$", 3, "\n|"),
    _limit_of_pattern(
        "lines of spaces alone",
        r"^[ >]*(?:&(?:[a-z]*sp|#\w+);|[\xa0\u2000-\u200a\u3000])+\s*$",
        5,
        "\n",
    ),
)
"""Counted over a whole page."""
LINE_LIMITS = (
    _limit_on_line("characters on one line", len, LONGEST_LINE, rf"[^\n]{{{LONGEST_LINE}}}"),
    _limit_on_line(
        "columns of indent", lambda line: len(line) - len(line.lstrip(" \t")), 60, r"[ \t]{60}"
    ),
    _limit_on_line(
        "list marks on one line", _list_marks, 12, r"[ >]*(?:(?:[*+-]|\d{1,9}[.]) ){12}"
    ),
    _limit_on_line("spaces in a row", _longest(r"(?<=\S) +(?=\S)"), 120, r"[^\n]*\S {121}"),
    _limit_on_line("columns of a table", lambda line: line.count("|"), 16, r"(?:[^|\n]*\|){17}"),
    _limit_on_line("quotations inside each other", _longest(r"^[ >]+"), 20, r"[ >]{20}"),
)
"""Counted on each line alone."""
MAX_BLANK_LINES = 40
"""Blank lines in a row: more would push the text after them out of sight."""
BLANK_RUN = re.compile(rf"\S\s*?\n(?:[ \t]*\n){{{MAX_BLANK_LINES + 1}}}")
MAX_CODE_LINES = 80
"""Lines of one code block, for the same reason."""
CODE_FENCE = re.compile(r"[> ]*(?P<fence>`{3,}|~{3,})[^`]*$")
"""A line that may open or close a code block; fences.py looks at its words too."""
MAX_OPEN_BRACKETS = 40
"""Brackets open at once in a paragraph or in the front matter."""


def excess_of(lines: list[str], size: int, front_matter_end: int) -> tuple[Excess, ...]:
    """Find the limits that a page exceeds.

    Args:
        lines: the whole file.
        size: bytes of the file.
        front_matter_end: 1-based line of the closing `---`; 0 or less without front matter.
    """
    if size > LARGEST_FILE:
        return (Excess(0, "bytes", size, LARGEST_FILE),)
    found: list[Excess] = []
    if front_matter_end > FRONT_MATTER_LINES:
        found.append(Excess(1, "lines of front matter", front_matter_end, FRONT_MATTER_LINES))
    # Every line is between two line ends.
    text = "\n".join(("", *lines, ""))
    found += _excess_on_line([limit for limit in LINE_LIMITS if limit.may_exceed(text)], lines)
    if (start := BLANK_RUN.search(text)) is not None:
        line = text.count("\n", 0, start.start())
        found.append(Excess(line, "blank lines", MAX_BLANK_LINES + 1, MAX_BLANK_LINES))
    found += _excess_of_code(lines)
    if any(_openers(paragraph) > MAX_OPEN_BRACKETS for paragraph in text.split("\n\n")):
        found += _excess_of_brackets(lines)
    for limit in PAGE_LIMITS:
        if limit.may_exceed(text):
            found += _excess_in_page(limit, lines)
    return tuple(found)


def _openers(text: str) -> int:
    return text.count("[") + text.count("{")


def _excess_on_line(limits: Iterable[SizeLimit], lines: Iterable[str]) -> Iterator[Excess]:
    """The first line that exceeds each of the limits on a line."""
    for limit in limits:
        for number, line in enumerate(lines, start=1):
            if line.strip() and (count := limit.count(line)) > limit.most:
                yield Excess(number, limit.what, count, limit.most)
                break


def _excess_of_code(lines: Iterable[str]) -> Iterator[Excess]:
    """The first code block with too many lines; one that is never closed ends with the page."""
    fence, start = "", 0
    for number, line in enumerate(lines, start=1):
        if not fence:
            if opener := CODE_FENCE.match(line):
                fence, start = opener["fence"], number
        elif line.strip(" >") == fence:
            fence = ""
        elif number - start > MAX_CODE_LINES:
            yield Excess(start, "lines of code", number - start, MAX_CODE_LINES)
            return


def _excess_of_brackets(lines: Iterable[str]) -> Iterator[Excess]:
    depth = deepest = line_of_deepest = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            depth = 0
        for character in line:
            if character in "[{":
                depth += 1
            elif character in "]}" and depth:
                depth -= 1
            if depth > deepest:
                deepest, line_of_deepest = depth, number
    if deepest > MAX_OPEN_BRACKETS:
        yield Excess(line_of_deepest, "brackets open at once", deepest, MAX_OPEN_BRACKETS)


def _excess_in_page(limit: SizeLimit, lines: Iterable[str]) -> Iterator[Excess]:
    total = 0
    passed_at = 0
    for number, line in enumerate(lines, start=1):
        total += limit.count(line)
        if total > limit.most and not passed_at:
            passed_at = number
    if passed_at:
        yield Excess(passed_at, limit.what, total, limit.most)
