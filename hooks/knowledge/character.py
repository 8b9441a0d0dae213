"""Whether a file holds characters that nobody sees.

Answers: does anything here hide, reorder or split text? A joiner between emoji, or in a script that
needs it, is none of these. The mark at the start of a file, line ends and NUL are encoding.py's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.sentence import without_code
from knowledge.site import Site
from knowledge.source import Source

INVISIBLE = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\ue000-\uf8ff\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\U000f0000-\U0010ffff]"
)
ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[NLP_0abefv])")
JOINERS = "\u200c\u200d"
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
NEEDS_NO_JOINER = ("CJK", "HIRAGANA", "KATAKANA", "LATIN", "FULLWIDTH", "DIGIT")


def invisible_characters(site: Site) -> Iterator[Finding]:
    """SF008: zero-width, control and text-direction characters, written as such or as entities."""
    for source in site.sources.values():
        if source.excess:
            continue
        text = source.content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        lines = text.split("\n")
        # Nearly every page has none of them at all.
        if INVISIBLE.search(text):
            yield from _findings(source.path, lines)
        yield from _escapes(source.path, lines[: max(source.front_matter_end, 0)])
        if "&" in text:
            yield from _entities(source)
    for name, content in site.data_files.items():
        text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        yield from _findings(f"{DATA}/{name}", text.split("\n"))
        yield from _escapes(f"{DATA}/{name}", text.split("\n"))


def _findings(path: str, lines: list[str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        found = [match[0] for match in INVISIBLE.finditer(line) if _hides(line, match.start())]
        if found:
            yield _finding(path, number, found)


def _entities(source: Source) -> Iterator[Finding]:
    """The same characters, written as `&#8203;`; code shows them as they are written."""
    lines = [line for text in source.texts for line in text.lines]
    lines += [(heading.line, heading.text) for heading in source.headings]
    for number, line in lines:
        found = [
            unescape(entity)
            for entity in ENTITY.findall(without_code(line))
            if INVISIBLE.fullmatch(unescape(entity))
        ]
        if found:
            yield _finding(source.path, number, found)


def _escapes(path: str, lines: list[str]) -> Iterator[Finding]:
    """Characters written as escapes of YAML: nobody who reads the file sees them."""
    for number, line in enumerate(lines, start=1):
        if found := ESCAPE.search(line):
            yield Finding(
                path,
                number,
                "SF008",
                f"'{found[0]}' stands for a character that nobody sees here",
                "Write the character itself",
            )


def _finding(path: str, line: int, found: list[str]) -> Finding:
    first = f"U+{ord(found[0]):04X} ({unicodedata.name(found[0], 'no name')})"
    rest = "" if len(found) == 1 else f", and {len(found) - 1} more on this line"
    return Finding(
        path,
        line,
        "SF008",
        f"a character that nobody sees stands here: {first}{rest}",
        "Delete it; in an editor that shows none, write the word anew",
    )


def _hides(line: str, offset: int) -> bool:
    """Whether a character does more than join what a script or an emoji joins."""
    if line[offset] not in JOINERS:
        return True
    following = line[offset + 1 : offset + 2]
    name = unicodedata.name(following, "") if following else ""
    return not name or name.startswith(NEEDS_NO_JOINER) or INVISIBLE.match(following) is not None
