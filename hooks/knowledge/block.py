"""The block structure of one Markdown text: headings, definitions, code, raw HTML, running text.

Answers: which lines are text whose links count, and which are code or comment? Follows
Python-Markdown 3.11 with the extensions of mkdocs.yml (admonitions, definition lists,
footnotes, tables, superfences): content of a container is indented by four spaces a level.
Does not look inside a text: that is inline.py's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
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
VOID_TAGS = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
)
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
            text, level = _after_code(chunk, INDENT * (level + 1)), 0
            if not text:
                continue
        else:
            text = chunk
        depth = level
        for item in _items([(number, line[_cut(line, level) :]) for number, line in text]):
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


Item = Block | int | list[Line]
"""A block; how many containers are left open; or the lines inside a quotation."""
Beginning = Callable[[list[Line]], tuple[list[Item], list[Line]] | None]
"""What a chunk may begin with: the items found and the lines left, or None."""


def _items(chunk: list[Line]) -> Iterator[Item]:
    """The items of one chunk. Python-Markdown asks in the order of BEGINNINGS."""
    rest = chunk
    while rest:
        for begin in BEGINNINGS:
            if (found := begin(rest)) is not None:
                items, rest = found
                yield from items
                break


def _quotation(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    if not QUOTE.match(lines[0][1]):
        return None
    return [[(number, QUOTE.sub(r"\1", line)) for number, line in lines]], []


def _container(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    """An admonition, a tab or a footnote, with what stands right under its first line."""
    number, line = lines[0]
    opener = OPENER.match(line) or FOOTNOTE.match(line)
    if opener is None:
        return None
    items: list[Item] = [1, *_texts([(number, opener.group(1))])]
    inside = lines[1:]
    if inside and _indent(inside[0][1]) < 2 * INDENT:
        deeper = _items([(n, text[_cut(text, 1) :]) for n, text in inside])
        items += [item + 1 if isinstance(item, int) else item for item in deeper]
    return items, []


def _marked_heading(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    number, line = lines[0]
    return ([_heading(number, line)], lines[1:]) if HEADING.match(line) else None


def _underlined_heading(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    number, line = lines[0]
    following = lines[1][1] if len(lines) > 1 else ""
    if not UNDERLINE.match(following) or LIST_ITEM.match(line):
        return None
    marks = "# " if following.startswith("=") else "## "
    return [_heading(number, marks + line.strip())], lines[2:]


def _list_item(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    item = LIST_ITEM.match(lines[0][1])
    if item is None:
        return None
    text, rest = _paragraph((lines[0][0], item.group(2)), lines[1:])
    return [len(item.group(1)) // INDENT + 1, *text], rest


def _description(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    description = DESCRIPTION.match(lines[0][1])
    if description is None:
        return None
    text, rest = _paragraph((lines[0][0], description.group(1)), lines[1:])
    return [1, *text], rest


def _definition(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    number, line = lines[0]
    found = DEFINITION.match(line)
    if found is None:
        return None
    return [Definition(number, found["label"], found["target"].strip("<>"))], lines[1:]


def _running_text(lines: list[Line]) -> tuple[list[Item], list[Line]]:
    text, rest = _paragraph(lines[0], lines[1:])
    return [*text], rest


BEGINNINGS: tuple[Beginning, ...] = (
    _quotation,
    _container,
    _marked_heading,
    _underlined_heading,
    _list_item,
    _description,
    _definition,
    _running_text,
)
INTERRUPTIONS = (OPENER, FOOTNOTE, HEADING, LIST_ITEM, DESCRIPTION, DEFINITION)


def _paragraph(first: Line, following: list[Line]) -> tuple[Iterator[Text], list[Line]]:
    """A paragraph that begins with a line, and the lines that do not belong to it."""
    end = next(
        (i for i, (_, line) in enumerate(following) if any(p.match(line) for p in INTERRUPTIONS)),
        len(following),
    )
    lines = [first, *following[:end]]
    return _texts([(number, line.strip()) for number, line in lines]), following[end:]


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
