"""Check that every mark of a footnote has its note, and every note its mark.

Answers: which `[^1]` leads nowhere, and which note is reached from nowhere?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.markdown.blocks import FOOTNOTE
from knowledge.markdown.inline import Text
from knowledge.markdown.leftovers import leftover
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean

SIGN = "[^"
MARK = re.compile(r"\[\^([^\]\n]+)\]")


@source_rule("LK018", "lone-footnote")
def lone_footnotes(source: Source, _: Site) -> Faults:
    """A footnote's mark without its note, or a note without a mark."""
    if SIGN not in source.body or source.excess:
        return
    notes, marks = dict(_notes(source)), dict(_marks(source))
    for name, line in marks.items():
        if name not in notes:
            otherwise = f"Add '[^{name}]: ...' below, after an empty line"
            remedy = did_you_mean(name, notes.keys() - marks.keys(), otherwise)
            yield line, f"the mark '[^{name}]' has no note", remedy
    for name, line in notes.items():
        if name not in marks:
            yield line, f"no '[^{name}]' leads to this note", "Put its mark into the text"


def _notes(source: Source) -> Iterator[tuple[str, int]]:
    """The name of each note, and its 1-based line."""
    lines = source.body.split("\n")
    for text in source.texts:
        line, content = text.lines[0]
        raw = lines[line - max(source.front_matter_end, 0) - 1]
        if FOOTNOTE.match(raw) and not content.startswith(SIGN) and (name := MARK.match(raw)):
            yield name[1], line


def _marks(source: Source) -> Iterator[tuple[str, int]]:
    """The name of each mark, and its first 1-based line."""
    headings = (Text(((heading.line, heading.text),)) for heading in source.headings)
    found: dict[str, int] = {}
    for text in (*headings, *source.texts):
        if text.is_markdown and any(SIGN in line for _, line in text.lines):
            left = leftover(text)
            for mark in MARK.finditer(left):
                found.setdefault(mark[1], text.lines[left.count("\n", 0, mark.start())][0])
    yield from found.items()
