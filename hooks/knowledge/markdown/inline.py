"""Scan a piece of Markdown text for links, images, ids and raw HTML tags.

Answers: which link targets and ids does this text have, on which lines, and which of its characters
do readers see? Skips code spans, HTML comments and escaped characters, as Python-Markdown 3.11
does. Runs in linear time for any text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape

from knowledge.markdown.html_tags import PLAIN_TAG, Element, attributes_in_list, ends_early
from knowledge.markdown.link_destinations import destination_at

Line = tuple[int, str]
"""1-based line number in the file, and the text of the line."""
INDENT = 4
"""Columns of one level of indentation in Python-Markdown."""


class Form(Enum):
    """How a link is written."""

    INLINE = "inline"
    """`[text](target)`"""
    IMAGE = "image"
    """`![text](target)`"""
    REFERENCE = "reference"
    """`[text][label]`: the target is the label."""
    SHORT = "short reference"
    """`[text]` alone: a link where the label is defined, else no link."""
    DEFINITION = "definition"
    """`[label]: target`"""
    AUTOLINK = "autolink"
    """`<target>`"""
    HTML_LINK = "html link"
    """`href` in raw HTML"""
    HTML_ASSET = "html asset"
    """`src`, `srcset`, `poster` and `data` in raw HTML"""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a source, or an address that a page loads."""

    line: int
    """1-based line of the target in the file."""
    form: Form
    text: str
    """The visible text, as written; empty if the form has none."""
    target: str
    """As written, entities resolved in raw HTML; for a reference, its label."""
    is_loaded: bool = False
    """Whether a browser loads it with the page: an image, `src` and the like."""
    title: str | None = None
    """What Markdown would show to a mouse, as written; of a definition for each of its links."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An explicit id in the text."""

    line: int
    id: str


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of Markdown that is parsed for inline markup as one: a paragraph, a table row."""

    lines: tuple[Line, ...]
    is_markdown: bool = True
    """False inside a raw HTML block, where only attributes count."""
    is_paragraph: bool = False
    """Whether it is a paragraph of its own: no list item, table row or description."""


# In Python-Markdown 3.11 a backslash escapes these characters only, and so not '<'.
SPECIAL = re.compile(r"\\[\\`*_{}\[\]()>#+.!|-]|`+|<|!?\[|\]|\{")
BEGINS = re.compile(r"[<\]{]")
"""A text without any of these has no link, id or tag."""
BACKTICKS = re.compile(r"`+")
AUTOLINK = re.compile(r"<((?:f|ht)tps?://[^<>]*|(?:contact|source|term):[^<>\s]*)>", re.IGNORECASE)
HTML_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>")
END_TAG = re.compile(r"<(/[a-zA-Z][^\s/>]*)[^<>]*>")
TAG_NAME = re.compile(r"<(/?[a-zA-Z][^\s/>]*)")
OTHER_MARKUP = re.compile(r"<([?!])")
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+))?")
LABEL = re.compile(r"(\s?)\[([^\[\]]*)\]")
ATTRIBUTE_LIST = re.compile(r"\{:?([^{}\n]*)\}")
TRAILING_LIST = re.compile(r"\{(?::[^{}\n]*|[^{}\n]*[.#=][^{}\n]*)\}[ ]*(?=$|\||\n)")
"""An attribute list at the end of a line or cell: it applies to the described term or the cell."""
LONGEST_ATTRIBUTE_LIST = re.compile(r"\{:?([^\n]*)\}")
INLINE_ENDS = ")]`*_>"
"""Last characters of inline elements: an attribute list right after one applies to it."""
HIDDEN = "\x02"
"""Placeholder for code, a comment or raw HTML: ends what was open, and has no link."""
ASSET_ATTRIBUTES = frozenset({"src", "srcset", "poster", "data"})
TAG_OR_COMMENT = re.compile(r"<!--.*?-->|<[^<>\n]*>", re.DOTALL)
NOT_A_LINE_END = re.compile(r"[^\n]")
Found = Link | Anchor | Element


def scan(text: Text) -> Iterator[Found]:
    """Find every link, id and tag of a text, in order."""
    # Most texts have none: this test saves preparing a scanner.
    for _, line in text.lines:
        if BEGINS.search(line):
            yield from _Scanner(text).run()
            return


def with_markup_masked(text: Text) -> str:
    """The joined lines of a text, with HIDDEN in place of each character of markup.

    That is code, tags, link targets and attribute lists; emphasis is left. Offsets and line ends
    stay the same.
    """
    scanner = _Scanner(text)
    for _ in scanner.run():
        pass
    left = scanner.text
    for start, end in scanner.markup:
        left = left[:start] + _hidden(left[start:end]) + left[end:]
    return TAG_OR_COMMENT.sub(lambda tag: _hidden(tag[0]), left) if "<" in left else left


def _hidden(markup: str) -> str:
    if "\n" not in markup:
        return HIDDEN * len(markup)
    return NOT_A_LINE_END.sub(HIDDEN, markup)


class _Scanner:
    """Scans one text in a single pass, from left to right."""

    def __init__(self, text: Text) -> None:
        self.text = "\n".join(line for _, line in text.lines)
        self.is_markdown = text.is_markdown
        self.numbers = [number for number, _ in text.lines]
        self.starts = [0]
        for _, line in text.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.open_brackets: list[tuple[int, bool]] = []
        self.label_starts: set[int] = set()
        self.last_comment_end = self.text.rfind("-->")
        self.runs: dict[int, list[int]] = {}
        self.markup: list[tuple[int, int]] = []  # `run` fills it
        for run in BACKTICKS.finditer(self.text) if "`" in self.text else ():
            self.runs.setdefault(len(run.group()), []).append(run.start())

    def line_at(self, offset: int) -> int:
        return self.numbers[bisect_right(self.starts, offset, 0, len(self.numbers)) - 1]

    def run(self) -> Iterator[Found]:
        position = 0
        while special := SPECIAL.search(self.text, position):
            position = special.end()
            token = special.group()
            if token == "<":
                found, position = self.angle(special.start())
                yield from found
            elif not self.is_markdown or token[0] == "\\":
                self.markup.append(special.span())
            elif token[0] == "`":
                position = self.code_end(special.start(), len(token))
                if position > special.end():
                    self.markup.append((special.start(), position))
            elif token == "{":
                yield from self.attribute_list(special.start())
            elif token == "]":
                found, position = self.bracket(special.start())
                yield from found
            else:
                self.open_brackets.append((special.end(), token[0] == "!"))

    def code_end(self, start: int, length: int) -> int:
        """Offset after a code span; after its opening backticks if it is never closed."""
        for shorter in range(length, 0, -1):
            # Without a closing run of this length, fewer backticks open it; the rest is its text.
            closers = self.runs.get(shorter, [])
            following = bisect_right(closers, start)
            if following < len(closers):
                return closers[following] + shorter
        return start + length

    def angle(self, start: int) -> tuple[list[Found], int]:
        if self.text.startswith("<!--", start):
            return self.comment(start)
        if self.is_markdown and (auto := AUTOLINK.match(self.text, start)):
            line, target = self.line_at(start), auto.group(1)
            found: list[Found] = [Link(line, Form.AUTOLINK, target, target)]
            if re.search(r"[\s=]", target):  # a browser would parse it as a tag with attributes
                found += [e for e in self.tag(auto) if isinstance(e, Element)]
            return found, auto.end()
        if tag := HTML_TAG.match(self.text, start):
            # Markdown parses code and links before tags, and so also inside of one.
            return list(self.tag(tag)), start + 1 if self.is_markdown else tag.end()
        if end_tag := END_TAG.match(self.text, start):
            return [Element(self.line_at(start), end_tag[1].lower())], end_tag.end()
        if broken := TAG_NAME.match(self.text, start) or OTHER_MARKUP.match(self.text, start):
            name = broken[1].lower()
            return [Element(self.line_at(start), name, is_whole=False)], broken.end()
        return [], start + 1

    def comment(self, start: int) -> tuple[list[Found], int]:
        is_closed = self.last_comment_end >= start + 4
        end = self.text.index("-->", start + 4) + 3 if is_closed else start + 4
        if is_closed and not ends_early(self.text[start + 4 : end]):
            return [], end
        return [Element(self.line_at(start), "!--", is_whole=is_closed)], end

    def tag(self, tag: re.Match[str]) -> Iterator[Found]:
        name = TAG_NAME.match(self.text, tag.start())
        start = name.end() if name else tag.start()
        attributes: list[tuple[str, str]] = []
        for attribute in ATTRIBUTE.finditer(self.text, start, tag.end()):
            found = attribute[1].lower()
            value = unescape((attribute[2] or "").strip("\"'")).strip()
            attributes.append((found, value))
            if attribute[2] is not None:
                yield from self.targets(self.line_at(attribute.start()), found, value)
        yield Element(
            self.line_at(tag.start()),
            name[1].lower() if name else "",
            tuple(attributes),
            is_plain=name is None or PLAIN_TAG.fullmatch(tag[0]) is not None,
        )

    def targets(self, line: int, name: str, value: str) -> Iterator[Link | Anchor]:
        """The links or the id of an attribute."""
        if name == "href":
            yield Link(line, Form.HTML_LINK, "", value)
        elif name == "srcset":
            for candidate in re.split(r",\s+", value):
                if address := candidate.split():
                    yield Link(line, Form.HTML_ASSET, "", address[0], is_loaded=True)
        elif name in ASSET_ATTRIBUTES:
            yield Link(line, Form.HTML_ASSET, "", value, is_loaded=True)
        elif name in ("id", "name"):
            yield Anchor(line, value)

    def attribute_list(self, start: int) -> Iterator[Anchor | Element]:
        line_start = self.text.rfind("\n", 0, start) + 1
        is_on_own_line = not self.text[line_start:start].strip()
        is_in_row = self.text.startswith("|", line_start)
        follows_inline = is_in_row or (start > 0 and self.text[start - 1] in INLINE_ENDS)
        match = ATTRIBUTE_LIST.match(self.text, start)
        ends_part = match is not None and TRAILING_LIST.match(self.text, start) is not None
        if match and (is_on_own_line or follows_inline or ends_part):
            if is_on_own_line or match[1].count('"') % 2 or match[1].count("'") % 2:
                # The list extends to the last brace, or to one after a quoted value.
                match = LONGEST_ATTRIBUTE_LIST.match(self.text, start) or match
            self.markup.append(match.span())
            line, listed = self.line_at(start), attributes_in_list(match[1])
            yield from (Anchor(line, value) for name, value in listed if name == "id" and value)
            yield Element(line, "", listed)

    def bracket(self, end: int) -> tuple[list[Found], int]:
        """The link that a closing bracket at this offset ends, and the offset to continue from."""
        if not self.open_brackets:
            return [], end + 1
        start, is_image = self.open_brackets.pop()
        text = self.text[start:end]
        if (
            self.text.startswith("(", end + 1)
            and (found := destination_at(self.text, end + 1)) is not None
        ):
            self.markup += [(start - 1 - is_image, start), (end, found.end)]
            form, line = Form.IMAGE if is_image else Form.INLINE, self.line_at(end)
            return [Link(line, form, text, found.target, is_image, found.title)], found.end
        label = LABEL.match(self.text, end + 1)
        if label and not label.group(1) and not text.startswith("^"):
            target = " ".join((label.group(2) or text).split())
            # If the label is not defined, the text in it may itself be a link.
            self.label_starts.add(label.start(2))
            return [Link(self.line_at(end), Form.REFERENCE, text, target, is_image)], end + 1
        if start in self.label_starts:
            return [], end + 1
        short = " ".join(text.split())
        return [Link(self.line_at(end), Form.SHORT, text, short, is_image)], end + 1
