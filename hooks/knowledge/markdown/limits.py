"""How much of a thing a file may hold, so that neither the checks nor the build get slow.

Answers: is there more of something in this text than any page needs? Counts on the plain lines in
one pass, before anything else looks at them: what exceeds a limit is not read further. Nearly every
page stays far below every limit, so each has a quick bound; lines are counted only beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

LARGEST_FILE = 128 * 1024
"""Bytes of a page; the largest has less than a third of it."""
LONGEST_LINE = 4000
"""Characters."""
FRONT_MATTER_LINES = 60


LIST_MARK = re.compile(r"[*+-]|\d+[.]")
LIST_MARKS = re.compile(r"[ >]*(?:(?:[*+-]|\d{1,9}[.]) )*")


@dataclass(frozen=True, slots=True)
class Excess:
    """Too much of something."""

    line: int
    """Where the limit is passed; 0 for the whole file."""
    what: str
    count: int
    most: int


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of something that one page may hold."""

    what: str
    count: Callable[[str], int]
    """How often it stands on a line."""
    most: int
    may_exceed: Callable[[str], bool]
    """Whether a whole text may have more; False only where it surely has not."""


def _runs_of(pattern: str) -> Callable[[str], int]:
    expression = re.compile(pattern)
    return lambda line: len(expression.findall(line))


def _longest(pattern: str) -> Callable[[str], int]:
    expression = re.compile(pattern)
    return lambda line: max((len(run) for run in expression.findall(line)), default=0)


def _list_marks(line: str) -> int:
    """How many list items begin inside each other on a line."""
    marks = LIST_MARKS.match(line)
    return len(LIST_MARK.findall(marks.group())) if marks else 0


def _of_signs(what: str, signs: str, most: int) -> Limit:
    """A limit of signs on a page."""
    return Limit(what, lambda line: line.count(signs), most, lambda text: text.count(signs) > most)


def _of_runs(what: str, pattern: str, most: int, signs: str) -> Limit:
    """A limit of what a pattern finds on a page; each has these signs in it."""
    return Limit(what, _runs_of(pattern), most, lambda text: text.count(signs) > most)


def _on_a_line(what: str, count: Callable[[str], int], most: int, pattern: str) -> Limit:
    """A limit of a line; a line beyond it begins with the pattern."""
    expression = re.compile(rf"\n{pattern}")
    return Limit(what, count, most, lambda text: expression.search(text) is not None)


A_PAGE = (
    # One on a line at most.
    _of_runs("headings", r"^[ >]*(?:#{1,6}|=+[ ]*$|-+[ ]*$)", 500, "\n"),
    _of_signs("links", "](", 1500),
    _of_signs("footnote marks", "[^", 300),
    _of_runs("tags", r"<[a-zA-Z/!?]", 1500, "<"),
    _of_runs("code fences", r"^[ >]*(?:```|~~~)", 600, "\n"),
    _of_signs("table cells", "|", 12_000),
    _of_signs("backslashes", "\\", 4000),
    _of_runs("entities", r"&[#\w]", 4000, "&"),
    _of_runs("wide spaces in a row", r"(?:[\u3000\xa0\u2000-\u200a] ?){8}", 2, "\u3000"),
    _of_runs("line breaks", r"(?i)<br\b", 60, "<"),
    _of_runs(
        "lines of spaces alone",
        r"^[ >]*(?:&(?:[a-z]*sp|#\w+);|[\xa0\u2000-\u200a\u3000])+\s*$",
        5,
        "\n",
    ),
)
"""What is counted over a whole page."""
A_LINE = (
    _on_a_line("characters on one line", len, LONGEST_LINE, rf"[^\n]{{{LONGEST_LINE}}}"),
    _on_a_line(
        "columns of indent", lambda line: len(line) - len(line.lstrip(" \t")), 60, r"[ \t]{60}"
    ),
    _on_a_line("list marks on one line", _list_marks, 12, r"[ >]*(?:(?:[*+-]|\d{1,9}[.]) ){12}"),
    _on_a_line("quotations inside each other", _longest(r"^[ >]+"), 20, r"[ >]{20}"),
)
"""What is counted on each line alone."""
BLANK_LINES = 40
"""Blank lines in a row: more push away what follows them."""
BLANK_RUN = re.compile(rf"\S\s*?\n(?:[ \t]*\n){{{BLANK_LINES + 1}}}")
BRACKETS = 40
"""Brackets that are open at once in a paragraph, or in the front matter."""


def excess_of(lines: list[str], size: int, front_matter_end: int) -> tuple[Excess, ...]:
    """What a page holds too much of.

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
    # Each line between line ends.
    text = "\n".join(("", *lines, ""))
    found += _on_one_line([limit for limit in A_LINE if limit.may_exceed(text)], lines)
    if (start := BLANK_RUN.search(text)) is not None:
        found.append(
            Excess(text.count("\n", 0, start.start()), "blank lines", BLANK_LINES + 1, BLANK_LINES)
        )
    if any(_openers(paragraph) > BRACKETS for paragraph in text.split("\n\n")):
        found += _in_a_paragraph(lines)
    for limit in A_PAGE:
        if limit.may_exceed(text):
            found += _in_all(limit, lines)
    return tuple(found)


def _openers(text: str) -> int:
    return text.count("[") + text.count("{")


def _on_one_line(limits: Iterable[Limit], lines: Iterable[str]) -> Iterator[Excess]:
    """The first line that passes each limit of a line."""
    for limit in limits:
        for number, line in enumerate(lines, start=1):
            if line.strip() and (count := limit.count(line)) > limit.most:
                yield Excess(number, limit.what, count, limit.most)
                break


def _in_a_paragraph(lines: Iterable[str]) -> Iterator[Excess]:
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
    if deepest > BRACKETS:
        yield Excess(line_of_deepest, "brackets open at once", deepest, BRACKETS)


def _in_all(limit: Limit, lines: Iterable[str]) -> Iterator[Excess]:
    total = 0
    passed_at = 0
    for number, line in enumerate(lines, start=1):
        total += limit.count(line)
        if total > limit.most and not passed_at:
            passed_at = number
    if passed_at:
        yield Excess(passed_at, limit.what, total, limit.most)
