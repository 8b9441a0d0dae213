"""What readers will read otherwise: the sentences of a page before and after a change.

Answers: which sentences, items, rows and lines of HTML of a page are new, gone or different, in
the order in which they are read? No rule can tell good advice from bad; a reviewer can. All of the
Markdown counts but where links of the site lead, which is told by itself: what is left out here,
somebody could make readers see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from knowledge.markdown.source import Source
from knowledge.writing_systems import MIXED_END

CODE_OR_LINK = re.compile(
    r"(?P<code>(?P<ticks>`+).+?(?P=ticks)(?!`))|\[(?P<words>[^\[\]]*)\]"
    r"(?P<target>\((?:(?:\.\./)*[\w./-]*\.md)?(?:#[\w-]+)?(?:(?:contact|source|term|drawing):[\w-]+)?\))"
)
"""Code, which is read as it stands, or a link to a page or an entry of the site."""
FENCE = re.compile(r"\s*(?:```|~~~)")
SPACES = re.compile(r"(?<=\S)[ \t]+(?=\S)")
"""Spaces inside a line, of which browsers show one."""
BEGINNING = re.compile(r"\s*(?:#|[-*+](?=\s)|[|>:<]|\d+[.)]|[!?]{3}|\{:|```|~~~)")
"""What stands at the beginning of a line that does not go on with the line before it."""
PARAGRAPH, FALLEN = "¶ ", "⏎"
"""Stand before a paragraph, and before a line that is less indented than the first: it may fall out
of the box or the item that the first is in."""
OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Stand around the words of a link while a paragraph is split; they are no characters."""
CONTEXT = 24
"""Characters that are shown around what differs in a long sentence."""


class Said(NamedTuple):
    """A sentence, an item, a row of a table, or a line of something else."""

    line: int
    """1-based line of the file on which its paragraph begins."""
    text: str
    """As Markdown, without where links of the site lead; with the spaces in front of it."""
    markdown: str
    """The same with where they lead."""


class Retargeted(NamedTuple):
    """A link that leads elsewhere now: its words, where it led and where it leads."""

    words: str
    before: str
    after: str


def said_on(source: Source) -> list[Said]:
    """All that a page says below its front matter, in its order."""
    said: list[Said] = []
    paragraph: list[str] = []
    first, is_code = 0, False
    for number, line in enumerate((*source.body.split("\n"), ""), source.front_matter_end + 1):
        if paragraph and (is_code or not line.strip() or BEGINNING.match(line)):
            said += _sentences(first, " ".join(paragraph))
            paragraph = []
        is_code ^= FENCE.match(line) is not None
        if is_code and line.strip():
            said.append(Said(number, line.rstrip(), line.rstrip()))
        elif line.strip():
            first = first if paragraph else number
            paragraph.append(_placed(line, paragraph))
    return said


def _placed(line: str, above: Sequence[str]) -> str:
    """A line with signs of what it belongs to: how far it is indented, where a paragraph begins."""
    line = line.expandtabs(4).rstrip()
    text = line.lstrip()
    if not above:
        return (
            line if BEGINNING.match(line) else f"{line[: len(line) - len(text)]}{PARAGRAPH}{text}"
        )
    is_fallen = len(line) - len(text) < len(above[0]) - len(above[0].lstrip())
    return FALLEN + text if is_fallen else text


def _sentences(line: int, paragraph: str) -> Iterator[Said]:
    """The sentences of a paragraph, without and with where the links in them lead."""
    targets: list[str] = []

    def marked(found: re.Match[str]) -> str:
        if found["code"]:
            return found["code"]
        targets.append(found["target"])
        return f"{OPEN}{found['words']}{CLOSE}"

    text = SPACES.sub(" ", paragraph).replace(OPEN, "\ufffd").replace(CLOSE, "\ufffd")
    rest = iter(targets)
    shown = CODE_OR_LINK.sub(marked, text)
    # A heading is one, with its id, though it may be a question.
    for each in [shown] if shown.lstrip().startswith("#") else MIXED_END.split(shown):
        whole = re.sub(CLOSE, lambda _: f"]{next(rest)}", each.replace(OPEN, "["))
        if each:
            yield Said(line, each.replace(OPEN, "").replace(CLOSE, ""), whole)


def text_changes(
    old: Sequence[Said], new: Sequence[Said], told: Set[Retargeted]
) -> Iterator[tuple[int, str, str]]:
    """What differs: 1-based line of the new version (0 if it is gone), Markdown before and after.

    What stands somewhere else now is gone there and new here: the order of steps counts.

    Args:
        old: what the page said.
        new: what it says now.
        told: links whose change is told by itself.
    """
    texts = [each.text for each in old], [each.text for each in new]
    for kind, *ends in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        before, after, first, last = ends
        for was, now in zip_longest(old[before:after], new[first:last]):
            if kind != "equal" or (was and now and _leads_elsewhere(was, now, told)):
                yield (
                    now.line if now else 0,
                    was.markdown if was else "",
                    now.markdown if now else "",
                )


def _leads_elsewhere(was: Said, now: Said, told: Set[Retargeted]) -> bool:
    """Whether links of a sentence lead elsewhere that are not told by themselves."""
    if was.markdown == now.markdown:
        return False
    before, after = _links(was), _links(now)
    return len(before) != len(after) or any(
        old != new and Retargeted(words, old, new) not in told
        for (words, old), (_, new) in zip(before, after, strict=True)
    )


def _links(said: Said) -> list[tuple[str, str]]:
    """The words and the target of each link."""
    found = CODE_OR_LINK.finditer(said.markdown)
    return [(each["words"], each["target"][1:-1]) for each in found if each["target"]]


def shortened(before: str, after: str) -> tuple[str, str]:
    """Two texts without most of what is the same at their beginnings and ends."""
    if not before or not after:
        return before, after
    start = _same(before, after)
    end = _same(before[:start:-1], after[:start:-1])
    return _around(before, start, end), _around(after, start, end)


def _same(one: str, other: str) -> int:
    """How many characters are the same at the beginning of two texts."""
    pairs = zip(one, other, strict=False)
    shorter = min(len(one), len(other))
    return next((i for i, (a, b) in enumerate(pairs) if a != b), shorter)


def _around(text: str, start: int, end: int) -> str:
    """A text without what is more than `CONTEXT` before a start and behind an end."""
    first, last = max(0, start - CONTEXT), len(text) - max(0, end - CONTEXT)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
