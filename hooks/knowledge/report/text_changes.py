"""Changed sentences of a page.

Answers: which sentences, items, rows and lines of HTML of a page are new, gone or different, in
the order in which they are read? No rule can tell good advice from bad; a reviewer can. Compares
all of the Markdown, because whatever is ignored could hide a change; only targets of internal links
are compared in data_changes.py.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from knowledge.markdown.source import Source
from knowledge.writing_systems import MIXED_END

CODE_OR_LINK = re.compile(
    r"(?P<code>(?P<ticks>`+).+?(?P=ticks)(?!`))|\[(?P<words>[^\[\]]*)\]"
    r"(?P<target>\((?:(?:\.\./)*[\w./-]*\.md)?(?:#[\w-]+)?(?:(?:contact|source|term|drawing):[\w-]+)?\))"
)
"""Inline code, which is compared verbatim, or a link to a page or an entry of the site."""
FENCE = re.compile(r"\s*(?:```|~~~)")
SPACES = re.compile(r"(?<=\S)[ \t]+(?=\S)")
"""Spaces inside a line, of which browsers show one."""
BEGINNING = re.compile(r"\s*(?:#|[-*+](?=\s|$)|[|>:<]|\d+[.)]|[!?]{3}|\{:|```|~~~)")
"""Start of a line that does not continue the paragraph above it."""
WHOLE = re.compile(r"\s*(?:#|[!?]{3})")
"""Start of a heading or a box. Neither is split: a question mark does not separate a heading from
its id, and two spaces make a box a paragraph."""
PARAGRAPH, BREAK, MIDDLE = "¶ ", "⏎", "… "
"""Markers of the start of a paragraph or a table; of a line break that may be more than a space,
because the block above is no paragraph, or is indented further; and of a sentence that looks like
the start of a block, but stands in the middle of one."""
TEXT_ABOVE = re.compile(rf"\s*{PARAGRAPH}(?!\|)")
"""Start of a marked paragraph that is no table."""
OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Markers around the number of a link while a paragraph is split; Unicode noncharacters."""
PLACEHOLDER = re.compile(f"{OPEN}(\\d+){CLOSE}")
CONTEXT = 24
"""Number of characters that are shown on either side of a difference in a long sentence."""


class TextUnit(NamedTuple):
    """A sentence, an item, a row of a table, or a line of something else."""

    line: int
    """1-based line of the file on which its paragraph begins."""
    text: str
    """Markdown without the targets of internal links, with its indentation."""
    markdown: str
    """The same with the targets."""
    section: str = ""
    """The id of the heading above it; empty above the first one with an id."""


NOTHING = TextUnit(0, "", "")


class Retargeted(NamedTuple):
    """A link whose target changed: its text, the old and the new target."""

    words: str
    before: str
    after: str


def text_units(source: Source) -> list[TextUnit]:
    """Split the body of a page into sentences, items, rows and lines, in order."""
    said: list[TextUnit] = []
    paragraph: list[str] = []
    first, is_code, above = 0, False, ""
    for number, line in enumerate((*source.body.split("\n"), ""), source.front_matter_end + 1):
        is_below_text = bool(paragraph) and TEXT_ABOVE.match(paragraph[0]) is not None
        if paragraph and (is_code or not line.strip() or BEGINNING.match(line)):
            said += _sentences(first, " ".join(paragraph))
            paragraph = []
        is_code ^= FENCE.match(line) is not None
        if is_code and line.strip():
            said.append(TextUnit(number, line.rstrip(), line.rstrip()))
        elif line.strip():
            first = first if paragraph else number
            starts_table = line.lstrip()[:1] == "|" != above.lstrip()[:1]
            marked = _with_markers(line, paragraph)
            marked = marked.replace("|", f"{PARAGRAPH}|", 1) if starts_table else marked
            # A text swallows a list or a table right below it; attributes belong to it.
            is_glued = is_below_text and not paragraph and not marked.lstrip().startswith("{:")
            paragraph.append(BREAK + marked if is_glued else marked)
        above = line
    headings = [(each.line, each.id or "") for each in source.headings if each.id]
    places = [bisect_right(headings, each.line, key=lambda each: each[0]) for each in said]
    return [
        unit._replace(section=headings[place - 1][1] if place else "")
        for unit, place in zip(said, places, strict=True)
    ]


def _with_markers(line: str, above: Sequence[str]) -> str:
    """A line with markers of its structure: indentation, start of a paragraph."""
    line = line.expandtabs(4).rstrip()
    text = line.lstrip()
    if not above:
        return (
            line if BEGINNING.match(line) else f"{line[: len(line) - len(text)]}{PARAGRAPH}{text}"
        )
    start = above[0].lstrip()
    is_in_it = len(line) - len(text) >= len(above[0]) - len(start)
    return text if is_in_it and start.startswith(PARAGRAPH) else BREAK + text


def _sentences(line: int, paragraph: str) -> Iterator[TextUnit]:
    """The sentences of a paragraph, without and with the targets of their links."""
    links: list[re.Match[str]] = []

    def numbered(found: re.Match[str]) -> str:
        links.append(found)
        return f"{OPEN}{len(links) - 1}{CLOSE}"

    is_whole = WHOLE.match(paragraph) is not None
    text = (
        (paragraph if is_whole else SPACES.sub(" ", paragraph))
        .replace(OPEN, "\ufffd")
        .replace(CLOSE, "\ufffd")
    )
    shown = CODE_OR_LINK.sub(numbered, text)
    for i, part in enumerate([shown] if is_whole else MIXED_END.split(shown)):
        each = MIDDLE + part if i and BEGINNING.match(part) else part
        if each:
            yield TextUnit(
                line,
                PLACEHOLDER.sub(lambda m: links[int(m[1])]["words"] or links[int(m[1])][0], each),
                PLACEHOLDER.sub(lambda m: links[int(m[1])][0], each),
            )


def text_changes(
    old: Sequence[TextUnit], new: Sequence[TextUnit], told: Counter[Retargeted]
) -> Iterator[tuple[int, str, str, str]]:
    """What differs: 1-based line of the new version (0 if it is gone), section, before and after.

    A moved sentence is reported as removed and as added, because the order of steps matters. `told`
    are changed links that are reported separately.
    """
    texts = [each.text for each in old], [each.text for each in new]
    for kind, *ends in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        before, after, first, last = ends
        for was, now in zip_longest(old[before:after], new[first:last]):
            if kind != "equal" or (was and now and _leads_elsewhere(was, now, told)):
                yield (
                    now.line if now else 0,
                    (now or was or NOTHING).section,
                    was.markdown if was else "",
                    now.markdown if now else "",
                )


def _leads_elsewhere(was: TextUnit, now: TextUnit, told: Counter[Retargeted]) -> bool:
    """Whether a link target in a sentence changed that is not in `told`; each is used up once."""
    before, after = _links(was), _links(now)
    if len(before) != len(after):
        return True
    changed = [
        Retargeted(words, old, new)
        for (words, old), (_, new) in zip(before, after, strict=True)
        if old != new
    ]
    told.subtract(changed)
    return any(told[each] < 0 for each in changed)


def _links(unit: TextUnit) -> list[tuple[str, str]]:
    """The text and the target of each internal link."""
    found = CODE_OR_LINK.finditer(unit.markdown)
    return [(each["words"], each["target"][1:-1]) for each in found if each["target"]]


def shortened(before: str, after: str) -> tuple[str, str]:
    """Cut off the common beginning and end of two texts, except for CONTEXT characters."""
    if not before or not after:
        return before, after
    start = _common_prefix_length(before, after)
    end = _common_prefix_length(before[:start:-1], after[:start:-1])
    return _with_context(before, start, end), _with_context(after, start, end)


def _common_prefix_length(one: str, other: str) -> int:
    """Length of the common prefix of two texts."""
    pairs = zip(one, other, strict=False)
    shorter = min(len(one), len(other))
    return next((i for i, (a, b) in enumerate(pairs) if a != b), shorter)


def _with_context(text: str, start: int, end: int) -> str:
    """A text without its first `start` and last `end` characters, except for CONTEXT of each."""
    first, last = max(0, start - CONTEXT), len(text) - max(0, end - CONTEXT)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
