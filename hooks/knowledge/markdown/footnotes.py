"""Find footnotes: their references `[^1]`, called marks here, and their notes `[^1]:`.

Answers: which marks does a source have in its text, and which notes?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.markdown.blocks import FOOTNOTE
from knowledge.markdown.inline import Text
from knowledge.markdown.masked_text import with_markup_masked
from knowledge.markdown.source import Source

MARK_START = "[^"
MARK = re.compile(r"\[\^([^\]\n]+)\]")


def notes(source: Source) -> Iterator[tuple[str, int]]:
    """The name of each note, and its 1-based line."""
    for text in source.texts:
        line, content = text.lines[0]
        raw = source.line(line)
        if FOOTNOTE.match(raw) and not content.startswith(MARK_START) and (name := MARK.match(raw)):
            yield name[1], line


def marks(source: Source) -> Iterator[tuple[str, int]]:
    """The name of each mark, and the 1-based line of its first use."""
    headings = (Text(((heading.line, heading.text),)) for heading in source.headings)
    found: dict[str, int] = {}
    for text in (*headings, *source.texts):
        if text.is_markdown and any(MARK_START in line for _, line in text.lines):
            left = with_markup_masked(text)
            for mark in MARK.finditer(left):
                found.setdefault(mark[1], text.lines[left.count("\n", 0, mark.start())][0])
    yield from found.items()
