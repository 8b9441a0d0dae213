"""Split a page into sections, and compare two pages by the ids of their headings.

Answers: where do two lists of ids differ, and which lines belong to which heading? The differences
are reported in rules/parity.py and report/translation_status.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from knowledge.markdown.source import Source

TOP = "#"
"""Id of the part of a page before its first heading."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it, up to the next heading."""

    id: str
    line: int
    """1-based line of the heading."""
    lines: tuple[str, ...]

    @property
    def written_lines(self) -> list[str]:
        """The lines that are not empty, without white space at their ends."""
        return [line.rstrip() for line in self.lines if line.strip()]


@dataclass(frozen=True, slots=True)
class Difference:
    """An id that only one of two lists has, or one that replaces another."""

    missing: str
    """Id that only the first list has; empty if there is none."""
    extra: str
    """Id that only the second list has; empty if there is none."""
    after: str
    """The id of the second list after which it belongs; empty at the beginning."""


def differences(first: list[str], second: list[str]) -> Iterator[Difference]:
    """Compare two lists of ids: what the second lacks or adds, in order."""
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
    """Name of a section in messages."""
    return "the beginning" if section.id == TOP else f"#{section.id}"


def sections(source: Source) -> tuple[Section, ...]:
    """Split a page into its sections; empty ones are left out. TOP is the id of the first part."""
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
    """Id of the section that contains a 1-based line; TOP before the first heading."""
    starts = ((heading.line, heading.id or TOP) for heading in reversed(source.headings))
    return next((name for start, name in starts if start <= line), TOP)
