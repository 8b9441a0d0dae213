"""The sections of a page, by the ids of their headings.

Answers: where do two lists of ids differ, and which lines belong to which heading? Judges nothing:
parity.py and translation_diff.py word what they find.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from knowledge.markdown.source import Source

TOP = "#"
"""The place above the first heading of a page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, up to the next heading."""

    id: str
    line: int
    """1-based line of the heading."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """An id that one of two lists has and the other has not, or one in place of another."""

    missing: str
    """Of the first list; empty where there is none."""
    extra: str
    """Of the second list; empty where there is none."""
    after: str
    """The id of the second list behind which it belongs; empty at the beginning."""


def differences(first: list[str], second: list[str]) -> Iterator[Difference]:
    """Where the second list lacks an id of the first, or has one more."""
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        missing = [i for i in first[a:b] if i not in second]
        extra = [i for i in second[c:d] if i not in first]
        for index in range(max(len(missing), len(extra))):
            yield Difference(
                missing[index] if index < len(missing) else "",
                extra[index] if index < len(extra) else "",
                second[c - 1] if c else "",
            )


def shown_name(section: Section) -> str:
    """A section as a person is told of it."""
    return "the beginning" if section.id == TOP else f"#{section.id}"


def sections(source: Source) -> tuple[Section, ...]:
    """The sections of a page that hold anything; what stands above the first heading is `#`."""
    first_line = max(source.front_matter_end, 0) + 1
    lines = source.body.split("\n")
    starts = [(first_line, TOP), *((h.line, h.id or h.text) for h in source.headings)]
    ends = [line for line, _ in starts[1:]] + [first_line + len(lines)]
    found = (
        Section(name, line, tuple(lines[line - first_line : end - first_line]))
        for (line, name), end in zip(starts, ends, strict=True)
    )
    return tuple(section for section in found if any(line.strip() for line in section.lines))


def section_at(source: Source, line: int) -> str:
    """The id of the section in which a line stands."""
    starts = ((heading.line, heading.id or TOP) for heading in reversed(source.headings))
    return next((name for start, name in starts if start <= line), TOP)
