"""Whether a file holds characters that nobody sees.

Answers: does anything here hide, reorder or split text? A joiner between emoji, or in a script that
needs it, is none of these. The mark at the start of a file, line ends and NUL are encoding.py's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.sentence import without_code
from knowledge.site import Site
from knowledge.source import Source

UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Controls, formats, what Unicode has not named, private and half signs, line ends."""
WHITE_SPACE = "\0\t\n\r"
"""What encoding.py reports, or nobody minds."""
BLANK = "\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc"
"""Letters, marks and signs that fonts draw as nothing."""
EMOJI = range(0x1F000, 0x1FC00)
"""Where each year brings signs that an older Python does not know yet."""
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
        if any(map(is_unseen, set(text))):
            yield from _findings(source.path, lines)
        yield from _escapes(source.path, lines[: max(source.front_matter_end, 0)])
        if "&" in text:
            yield from _entities(source)
    for name, content in site.data_files.items():
        text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        yield from _findings(f"{DATA}/{name}", text.split("\n"))
        yield from _escapes(f"{DATA}/{name}", text.split("\n"))


@lru_cache(maxsize=8192)
def is_unseen(sign: str) -> bool:
    """Whether a character is drawn as nothing, or changes how others are drawn."""
    if sign in WHITE_SPACE:
        return False
    category = unicodedata.category(sign)
    is_new = category == "Cn" and ord(sign) in EMOJI
    return sign in BLANK or (category in UNSEEN_CATEGORIES and not is_new)


def _findings(path: str, lines: list[str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        signs = filter(is_unseen, set(line))
        places = sorted(i for sign in signs for i, each in enumerate(line) if each == sign)
        found = [line[i] for i in places if _hides(line, i)]
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
            if any(map(is_unseen, unescape(entity)))
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
    return not name or name.startswith(NEEDS_NO_JOINER) or is_unseen(following)
