"""The block structure of one Markdown text: headings, definitions, code, raw HTML, running text.

Answers: which lines are text whose links count, and which are code or comment? Follows
Python-Markdown 3.11 with the extensions of mkdocs.yml (admonitions, definition lists,
footnotes, tables, superfences): content of a container is indented by four spaces a level.
Does not look inside a text: that is inline.py's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.inline import Text, ids_in_attribute_list

Line = tuple[int, str]
"""1-based line of the file, and what stands there."""

INDENT = 4
FENCE = re.compile(
    r"(?P<indent>[> ]*)(?P<fence>`{3,}|~{3,})[ ]*"
    r"(?:\{[^{}]*\}|[\w#.+-]*(?:[ ]+[\w-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*)[ ]*$"
)
HEADING = re.compile(r"#{1,6}")
HEADING_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*([^{}\n]+?)[ ]*\}[ ]*$")
UNDERLINE = re.compile(r"(=+|-+)[ ]*$")
LIST_ITEM = re.compile(r"([ ]*)(?:[*+-]|\d+\.)[ ]+(.*)$")
OPENER = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]?)[ ]*(.*)$")
FOOTNOTE = re.compile(r"\[\^[^\]]+\]:[ ]*(.*)$")
DESCRIPTION = re.compile(r"[ ]{0,3}:[ ]{1,3}(.*)$")
QUOTE = re.compile(r"[ ]{0,3}>[ ]?(.*)$")
DEFINITION = re.compile(
    r"[ ]{0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ ]*(?P<target>\S+)"
    r"(?:[ ]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?[ ]*$"
)
TABLE_RULE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
BLOCK_TAG = re.compile(
    r"[ ]{0,3}<(address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form"
    r"|h[1-6]|header|hr|iframe|main|math|menu|nav|noscript|object|ol|p|pre|script|section|style"
    r"|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul|video)\b([^<>]*)>",
    re.IGNORECASE,
)
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
VOID_TAGS = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"})
DEEPEST_QUOTE = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    line: int
    level: int
    text: str
    """Without its attribute list."""
    id: str | None
    """The explicit id; None where the build would make one up."""


@dataclass(frozen=True, slots=True)
class Definition:
    """`[label]: target`."""

    line: int
    label: str
    target: str


@dataclass(frozen=True, slots=True)
class OpenFence:
    """A code fence that nothing closes: its content is then not code."""

    line: int
    fence: str


Block = Text | Heading | Definition | OpenFence


def blocks(lines: list[Line]) -> Iterator[Block]:
    """The blocks of a text, roughly in order; code and comments are left out."""
    plain = [(number, line.expandtabs(INDENT)) for number, line in lines]
    faults, plain = _without_fences(plain)
    yield from faults
    raw, plain = _without_raw_html(plain)
    yield from raw
    yield from _structure(plain, 0)


def _without_fences(lines: list[Line]) -> tuple[list[OpenFence], list[Line]]:
    """The lines with every code fence emptied; fences that nothing closes."""
    faults: list[OpenFence] = []
    kept: list[Line] = []
    closers = _closing_lines(lines)
    index = 0
    while index < len(lines):
        number, line = lines[index]
        opener = FENCE.match(line)
        if opener is None:
            kept.append((number, line))
            index += 1
            continue
        end = _fence_end(lines, index, opener, closers)
        if end is None:
            faults.append(OpenFence(number, opener["fence"]))
            kept.append((number, line))
            index += 1
        else:
            kept.extend((closed, "") for closed, _ in lines[index : end + 1])
            index = end + 1
    return faults, kept


def _closing_lines(lines: list[Line]) -> dict[str, list[int]]:
    """For each bare fence, the indices of the lines that consist of it, in order."""
    closers: dict[str, list[int]] = {}
    for index, (_, line) in enumerate(lines):
        bare = line.strip(" >")
        if bare.startswith(("```", "~~~")) and len(set(bare)) == 1:
            closers.setdefault(bare, []).append(index)
    return closers


def _fence_end(
    lines: list[Line], start: int, opener: re.Match[str], closers: dict[str, list[int]]
) -> int | None:
    """The index of the line that closes a fence, unless the text leaves its container before."""
    candidates = closers.get(opener["fence"], [])
    following = bisect_right(candidates, start)
    if following == len(candidates):
        return None
    end = candidates[following]
    indent = len(opener["indent"]) if ">" not in opener["indent"] else 0
    inside = lines[start + 1 : end + 1]
    leaves = any(line.strip() and not line.startswith(" " * indent) for _, line in inside)
    return None if leaves else end


def _without_raw_html(lines: list[Line]) -> tuple[list[Text], list[Line]]:
    """Block-level raw HTML as texts of their own; the lines with it and with comments emptied."""
    raw: list[Text] = []
    kept: list[Line] = []
    last_end = max((i for i, (_, line) in enumerate(lines) if "-->" in line), default=-1)
    index = 0
    while index < len(lines):
        number, line = lines[index]
        start = line.lstrip(" ")
        if start.startswith("<!--") and len(line) - len(start) < INDENT and index <= last_end:
            end = _comment_end(lines, index)
            if end is not None:
                kept.extend((hidden, "") for hidden, _ in lines[index:end])
                last, after = lines[end][0], lines[end][1].split("-->", 1)[1]
                kept.append((last, after))
                index = end + 1
                continue
        tag = BLOCK_TAG.match(line)
        if tag and not re.search(r"\bmarkdown\b", tag.group(2)):
            end = _element_end(lines, index)
            raw.append(Text(tuple(lines[index : end + 1]), is_markdown=False))
            kept.extend((hidden, "") for hidden, _ in lines[index : end + 1])
            index = end + 1
            continue
        kept.append((number, line))
        index += 1
    return raw, kept


def _comment_end(lines: list[Line], start: int) -> int | None:
    rest = lines[start][1].split("<!--", 1)[1]
    if "-->" in rest:
        return start
    following = range(start + 1, len(lines))
    return next((index for index in following if "-->" in lines[index][1]), None)


def _element_end(lines: list[Line], start: int) -> int:
    """The index of the line on which a raw element ends; the last line where nothing ends it."""
    open_tags: list[str] = []
    for index in range(start, len(lines)):
        for closes, name, is_empty in TAG.findall(lines[index][1]):
            tag = name.lower()
            if closes and tag in open_tags:
                while open_tags.pop() != tag:
                    pass
            elif not closes and not is_empty and tag not in VOID_TAGS:
                open_tags.append(tag)
        if not open_tags:
            return index
    return len(lines) - 1


def _structure(lines: list[Line], quote_depth: int) -> Iterator[Block]:
    """The blocks of lines from which code fences, comments and raw HTML are gone.

    `depth` counts the containers (list items, admonitions, footnotes, descriptions) that are
    open: a chunk that is indented further than they explain is code.
    """
    depth = 0
    for chunk in _chunks(lines):
        level = min(_indent(chunk[0][1]) // INDENT, depth)
        if _indent(chunk[0][1]) >= INDENT * (level + 1):
            # Indented code; a chunk's lines that are not indented are text all the same.
            chunk = _after_code(chunk, INDENT * (level + 1))
            if not chunk:
                continue
            level = 0
        depth = level
        for item in _items([(number, line[_cut(line, level) :]) for number, line in chunk]):
            if isinstance(item, int):
                depth = max(depth, level + item)
            elif isinstance(item, list):
                if quote_depth < DEEPEST_QUOTE:
                    yield from _structure(item, quote_depth + 1)
            else:
                yield item


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for number, line in [*lines, (0, "")]:
        if line.strip():
            chunk.append((number, line))
        elif chunk:
            yield chunk
            chunk = []


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _cut(line: str, level: int) -> int:
    return min(_indent(line), INDENT * level)


def _after_code(chunk: list[Line], indent: int) -> list[Line]:
    index = next((i for i, (_, line) in enumerate(chunk) if _indent(line) < indent), len(chunk))
    return chunk[index:]


def _items(chunk: list[Line]) -> Iterator[Block | int | list[Line]]:
    """The blocks of one chunk; an int says how many containers it leaves open, a list is a quote.

    The function is one table of what a line can begin, in the order in which Python-Markdown
    asks; that is why it is longer than others.
    """
    text: list[Line] = []

    def flush() -> Iterator[Text]:
        if text:
            yield from _texts(text)
            text.clear()

    index = 0
    while index < len(chunk):
        number, line = chunk[index]
        following = chunk[index + 1][1] if index + 1 < len(chunk) else ""
        if QUOTE.match(line) and not text:
            yield [(n, m.group(1) if (m := QUOTE.match(quoted)) else quoted)
                   for n, quoted in chunk[index:]]
            return
        if opener := OPENER.match(line) or FOOTNOTE.match(line):
            yield from flush()
            yield 1
            yield from _texts([(number, opener.group(1))])
            yield from _inside(chunk[index + 1 :])
            return
        if HEADING.match(line):
            yield from flush()
            yield _heading(number, line)
        elif not text and line.strip() and UNDERLINE.match(following) and not LIST_ITEM.match(line):
            yield _heading(number, ("# " if following.startswith("=") else "## ") + line.strip())
            index += 1
        elif item := LIST_ITEM.match(line):
            yield from flush()
            yield len(item.group(1)) // INDENT + 1
            text.append((number, item.group(2)))
        elif description := DESCRIPTION.match(line):
            yield from flush()
            yield 1
            text.append((number, description.group(1)))
        elif definition := DEFINITION.match(line):
            yield from flush()
            yield Definition(number, definition["label"], definition["target"].strip("<>"))
        else:
            text.append((number, line.strip()))
        index += 1
    yield from flush()


def _inside(chunk: list[Line]) -> Iterator[Block | int | list[Line]]:
    """What stands right under the line that opens a container."""
    if not chunk:
        return
    if _indent(chunk[0][1]) < 2 * INDENT:
        chunk = [(number, line[_cut(line, 1) :]) for number, line in chunk]
        for item in _items(chunk):
            yield item + 1 if isinstance(item, int) else item


def _texts(lines: list[Line]) -> Iterator[Text]:
    """A paragraph as one text, a table as one text a row."""
    is_table = len(lines) > 1 and "|" in lines[0][1] and TABLE_RULE.match(lines[1][1])
    if is_table:
        yield from (Text((line,)) for line in lines)
    else:
        yield Text(tuple(lines))


def _heading(number: int, line: str) -> Heading:
    level = len(line[:6]) - len(line[:6].lstrip("#"))
    text = line[level:].rstrip(" ").rstrip("#").rstrip(" ")
    found: str | None = None
    if attributes := HEADING_ATTRIBUTES.search(text):
        ids = ids_in_attribute_list(attributes.group(1))
        found = ids[-1] if ids else None
        text = text[: attributes.start()]
    return Heading(number, level, text.strip(), found)
