"""Limits on the size of a source, so that no page slows down the checks or the build.

Answers: does this file exceed a limit that no page needs to exceed? Counts on the plain lines,
before parsing: a file that exceeds a limit is not parsed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

MAX_FILE_BYTES = 128 * 1024
"""Size limit of a page, in bytes; the largest page has less than a third of it."""
MAX_LINE_LENGTH = 4000
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


def _longest(pattern: str) -> Callable[[str], int]:
    expression = re.compile(pattern)
    return lambda line: max((len(run) for run in expression.findall(line)), default=0)


def _list_marks(line: str) -> int:
    """Count the nested list items that begin on a line."""
    marks = LIST_MARKS.match(line)
    return len(LIST_MARK.findall(marks.group())) if marks else 0


PAGE_LIMITS = tuple(
    (what, re.compile(pattern, re.MULTILINE), most)
    for what, pattern, most in (
        ("headings", r"^[ >]*(?:#{1,6}|=+[ ]*$|-+[ ]*$)", 500),
        ("links", r"\]\(", 1500),
        ("tags", r"<[a-zA-Z/!?]", 1500),
        ("code fences", r"^[ >]*(?:```|~~~)", 600),
        ("table cells", r"\|", 12_000),
        ("backslashes", r"\\", 4000),
        ("entities", r"&[#\w]", 4000),
        ("wide spaces in a row", r"(?:[\u3000\xa0\u2000-\u200a] ?){8}", 2),
        ("block signs, which can draw a code to scan", "[\u2580-\u259f]", 60),
        ("line breaks", r"<[bB][rR]\b", 60),
        ("rules across the page", r"^[ >]*(?:[-*_][ ]*){3,}$", 40),
        ("empty rows of a table", r"^[ >]*\|(?:[ ]*\|)+[ ]*$", 3),
        (
            "lines of spaces alone",
            r"^[ >]*(?:&(?:[a-z]*sp|#\w+);|[\xa0\u2000-\u200a\u3000])+[^\S\n]*$",
            5,
        ),
    )
)
"""Limits for a whole page: name, pattern, and maximum number of matches."""
LINE_LIMITS: tuple[tuple[str, Callable[[str], int], int], ...] = (
    ("characters on one line", len, MAX_LINE_LENGTH),
    ("columns of indent", lambda line: len(line) - len(line.lstrip(" \t")), 60),
    ("list marks on one line", _list_marks, 12),
    ("spaces in a row", _longest(r"(?<=\S) +(?=\S)"), 120),
    ("columns of a table", lambda line: line.count("|"), 16),
    ("quotations inside each other", _longest(r"^[ >]+"), 20),
)
"""Limits for each line: name, function that counts, and maximum."""
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
    """Find the limits that a page exceeds, from its lines and its size in bytes.

    `front_matter_end` is the line of the closing `---`; 0 or less without front matter.
    """
    if size > MAX_FILE_BYTES:
        return (Excess(0, "bytes", size, MAX_FILE_BYTES),)
    found: list[Excess] = []
    if front_matter_end > FRONT_MATTER_LINES:
        found.append(Excess(1, "lines of front matter", front_matter_end, FRONT_MATTER_LINES))
    # Every line is between two line ends.
    text = "\n".join(("", *lines, ""))
    found += _excess_on_line(lines)
    if (start := BLANK_RUN.search(text)) is not None:
        line = text.count("\n", 0, start.start())
        found.append(Excess(line, "blank lines", MAX_BLANK_LINES + 1, MAX_BLANK_LINES))
    found += _excess_of_code(lines)
    openers = (each.count("[") + each.count("{") for each in text.split("\n\n"))
    if max(openers) > MAX_OPEN_BRACKETS:
        found += _excess_of_brackets(lines)
    for what, pattern, most in PAGE_LIMITS:
        places = [match.start() for match in pattern.finditer(text)]
        if len(places) > most:
            found.append(Excess(text.count("\n", 0, places[most]), what, len(places), most))
    return tuple(found)


def _excess_on_line(lines: list[str]) -> Iterator[Excess]:
    """The first line that exceeds each of the limits on a line."""
    for what, count, most in LINE_LIMITS:
        for number, line in enumerate(lines, start=1):
            if line.strip() and (found := count(line)) > most:
                yield Excess(number, what, found, most)
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
