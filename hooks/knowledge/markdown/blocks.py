"""Parse the blocks of a Markdown text: headings, link definitions, code, raw HTML, running text.

Answers: which lines are text with links, and which are code or comments? Follows
Python-Markdown 3.11 with the extensions of mkdocs.yml (admonitions, definition lists,
tables, superfences): content of a container is indented by four spaces a level.
inline.py parses what is inside a text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from knowledge.markdown.fences import OpenFence, without_fences
from knowledge.markdown.html_blocks import without_raw_html
from knowledge.markdown.html_tags import Attributes, Element, attributes_in_list
from knowledge.markdown.inline import INDENT, Line, Text

HEADING = re.compile(r"#{1,6}")
HEADING_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*([^}\n ][^\n]*?)[ ]*\}[ ]*$")
UNDERLINE = re.compile(r"(=+|-+)[ ]*$")
MARK = re.compile(r"[ ]*[!\[#*+\-:>\d]")
"""The start of every line that can begin something other than running text."""
LIST_ITEM = re.compile(r"([ ]*)(?:[*+-]|\d+\.)[ ]+(.*)$")
OPENER = re.compile(r'!!!\+?[ ]?([\w-]+(?:[ ]+[\w-]+)*(?:[ ]+".*?")?)[ ]*$')
"""First line of an admonition; with curly quotation marks around its title, it is plain text."""
ADMONITION = re.compile(r"!!!\+?[ ]*([\w -]+)")
DESCRIPTION = re.compile(r"[ ]{0,3}:[ ]{1,3}(.*)$")
QUOTE = re.compile(r"[ ]{0,3}>[ ]?(.*)$")
# The target, and the title, may be on the next line.
DEFINITION = re.compile(
    r"[ ]{0,3}\[(?P<label>[^\[\]]*)\]:[ ]*(?:\n[ ]*)?(?P<target>\S+)[ ]*"
    r"(?:\n?[ ]*(?P<title>\"[^\n]*\"|'[^\n]*'|\([^\n]*\))[ ]*)?$",
    re.MULTILINE,
)
DEFINITION_LINES = 3
"""Maximum number of lines of a link definition."""
TABLE_RULE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
MAX_QUOTE_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    line: int
    level: int
    text: str
    """Without its attribute list."""
    id: str | None
    """The explicit id; None if the build generates one."""
    attributes: Attributes = ()
    """The attributes in its attribute list."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A link definition: `[label]: target`."""

    line: int
    label: str
    target: str
    title: str | None
    """Without its quotation marks; None if there is none."""


Block = Text | Heading | Definition | OpenFence | Element


def blocks(lines: list[Line]) -> Iterator[Block]:
    """Parse lines into blocks, roughly in order; code and comments are left out."""
    plain = [(number, line.expandtabs(INDENT)) for number, line in lines]
    faults, headers, plain = without_fences(plain)
    yield from faults
    yield from headers
    raw, plain = without_raw_html(plain)
    yield from raw
    yield from _structure(plain, 0)


def _structure(lines: list[Line], quote_depth: int) -> Iterator[Block]:
    """Parse lines from which code fences, comments and raw HTML have been removed.

    `depth` counts the open containers (list items, admonitions, descriptions): a chunk
    that is indented deeper than these is code.
    """
    depth = 0
    for chunk in _chunks(lines):
        indent = _indent(chunk[0][1])
        level = min(indent // INDENT, depth)
        if indent >= INDENT * (level + 1):
            # Indented code; lines of the same chunk that are not indented are still text.
            text, level = _after_code(chunk, INDENT * (level + 1)), 0
            if not text:
                continue
        else:
            text = chunk
        depth = level
        inside = [(number, line[_cut(line, level) :]) for number, line in text] if level else text
        for item in _items(inside):
            if isinstance(item, int):
                depth = max(depth, level + item)
            elif isinstance(item, list):
                if quote_depth < MAX_QUOTE_DEPTH:
                    yield from _structure(item, quote_depth + 1)
            else:
                yield item


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for number, line in [*lines, (0, "")]:
        if line.strip(" "):
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
"""A block, the number of containers that stay open, or the lines inside a quotation."""
BlockParser = Callable[[list[Line]], tuple[list[Item], list[Line]] | None]
"""Parses the start of a chunk: its items and the remaining lines, or None if it does not match."""


def _items(chunk: list[Line]) -> Iterator[Item]:
    """Parse one chunk, in the order in which Python-Markdown tries its BLOCK_PARSERS."""
    rest = chunk
    while rest:
        for parse in (_running_text,) if _is_running_text(rest) else BLOCK_PARSERS:
            if (found := parse(rest)) is not None:
                items, rest = found
                yield from items
                break


def _is_running_text(lines: list[Line]) -> bool:
    """Whether no other block parser can match: quicker than trying each."""
    following = lines[1][1] if len(lines) > 1 else ""
    return not MARK.match(lines[0][1]) and not following.startswith(("=", "-"))


def _quotation(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    if not QUOTE.match(lines[0][1]):
        return None
    return [[(number, QUOTE.sub(r"\1", line)) for number, line in lines]], []


def _container(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    """Parse an admonition with the lines directly below its first one."""
    number, line = lines[0]
    opener = OPENER.match(line)
    if opener is None:
        return None
    items: list[Item] = [1, *_texts([(number, opener.group(1))])]
    if classes := ADMONITION.match(line):
        named = tuple(("class", name) for name in classes[1].split())
        items.append(Element(number, "", named))
    inside = lines[1:]
    if inside and _indent(inside[0][1]) < 2 * INDENT:
        deeper = _items([(n, text[_cut(text, 1) :]) for n, text in inside])
        items += [item + 1 if isinstance(item, int) else item for item in deeper]
    return items, []


def _marked_heading(lines: list[Line]) -> tuple[list[Item], list[Line]] | None:
    number, line = lines[0]
    if not HEADING.match(line):
        return None
    rest = lines[1:]
    if line.endswith("\\"):  # it escapes the line end, so the next line is not code
        return [_heading(number, line)], [(n, text.lstrip(" ")) for n, text in rest]
    # Indented lines directly below a heading are code.
    return [_heading(number, line)], _after_code(rest, INDENT)


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
    found = _definition_at(lines)
    if found is None:
        return None
    target = found["target"].lstrip("<").rstrip(">")
    rest = lines[1 + found.group().count("\n") :]
    title = found["title"] and found["title"][1:-1]
    return [Definition(lines[0][0], found["label"].strip(), target, title)], rest


def _definition_at(lines: list[Line]) -> re.Match[str] | None:
    return DEFINITION.match("\n".join(line for _, line in lines[:DEFINITION_LINES]))


def _running_text(lines: list[Line]) -> tuple[list[Item], list[Line]]:
    texts, rest = _paragraph(lines[0], lines[1:])
    found = list(texts)
    if not rest and len(found) == 1:  # a table has more rows
        found = [replace(found[0], is_paragraph=True)]
    return [*found], rest


BLOCK_PARSERS: tuple[BlockParser, ...] = (
    _quotation,
    _container,
    _marked_heading,
    _underlined_heading,
    _list_item,
    _description,
    _definition,
    _running_text,
)
INTERRUPTIONS = (OPENER, HEADING, LIST_ITEM, DESCRIPTION)


def _paragraph(first: Line, following: list[Line]) -> tuple[Iterator[Text], list[Line]]:
    """Parse the paragraph that begins with `first`; the lines after it are returned as well."""
    starts = range(len(following))
    end = next(
        (i for i in starts if _is_interruption(following[i : i + DEFINITION_LINES])), len(following)
    )
    lines = [first, *following[:end]]
    return _texts([(number, line.strip()) for number, line in lines]), following[end:]


def _is_interruption(lines: list[Line]) -> bool:
    """Whether a line ends the paragraph above it."""
    if not MARK.match(lines[0][1]):
        return False
    is_start = any(pattern.match(lines[0][1]) for pattern in INTERRUPTIONS)
    return is_start or _definition_at(lines) is not None


def _texts(lines: list[Line]) -> Iterator[Text]:
    """Yield a paragraph as one text, and a table as one text for each row."""
    is_table = len(lines) > 1 and "|" in lines[0][1] and TABLE_RULE.match(lines[1][1])
    if is_table:
        yield from (Text((line,)) for line in lines)
    else:
        yield Text(tuple(lines))


def _heading(number: int, line: str) -> Heading:
    level = len(line[:6]) - len(line[:6].lstrip("#"))
    text = line[level:].rstrip().rstrip("#").rstrip()
    named: Attributes = ()
    # If there is a tag in the braces, they are plain text.
    if (attributes := HEADING_ATTRIBUTES.search(text)) and "<" not in attributes.group():
        named = attributes_in_list(attributes.group(1))
        # The closing marks may stand before the list, too.
        text = text[: attributes.start()].rstrip().rstrip("#")
    # Of several ids, the last one counts.
    return Heading(number, level, text.strip(), dict(named).get("id") or None, named)
