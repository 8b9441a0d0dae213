"""Parse a Markdown source: its front matter, headings, links and ids.

Answers: what does this file contain, and on which lines? Parses any bytes without raising; faults
are reported in rules/encoding.py and rules/front_matter.py.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from knowledge import yaml_tree
from knowledge.markdown.blocks import Block, Definition, Heading, blocks
from knowledge.markdown.fences import OpenFence
from knowledge.markdown.front_matter import parse_front_matter
from knowledge.markdown.html_tags import Element, attributes_in_list
from knowledge.markdown.inline import Anchor, Form, Found, Link, Text, scan
from knowledge.markdown.limits import MAX_FILE_BYTES, Excess, excess_of
from knowledge.suggestion import nearest

__all__ = ["Anchor", "Element", "Form", "Heading", "Link", "Source", "read"]

LIST_IN_HEADING = re.compile(r"[ ]\{:?[ ]*([^}\n ][^}\n]*)\}(?=[`*_\[<])")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A parsed Markdown source; compared by identity, so that caches can use it as a key.

    `read` returns the same one for the same path and content.
    """

    path: str
    """Posix path from the repository's root."""
    content: bytes
    """As on disk."""
    front_matter: yaml_tree.Tree | yaml_tree.Fault | None
    """Its YAML, or the fault if that is invalid; None without front matter."""
    front_matter_end: int
    """1-based line of the closing `---`; 0 without front matter, -1 if it is never closed."""
    body: str
    """The text after the front matter, line ends as `\\n`."""
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    """Every link, in order; link definitions are included."""
    loaded_labels: frozenset[str]
    """The labels of `![text][label]`, in lower case: their targets are loaded with the page."""
    labels: frozenset[str]
    """The reference labels that are defined here, in lower case."""
    anchors: tuple[Anchor, ...]
    """Every explicit id, those of the headings included, in the order of the lines."""
    elements: tuple[Element, ...]
    """Every tag of raw HTML and every attribute list, in the order of the lines."""
    open_fences: tuple[OpenFence, ...]
    texts: tuple[Text, ...]
    """The running text: paragraphs, list items, table rows; no headings, code or comments."""
    text_links: tuple[tuple[Link, ...], ...]
    """The links of each of the texts; references to undefined labels are included."""
    ids: frozenset[str]
    """The ids that a link can point to."""
    excess: tuple[Excess, ...]
    """The limits that the file exceeds; its body is then not parsed."""

    @property
    def is_readable(self) -> bool:
        """Whether the front matter is closed and valid YAML, or there is none."""
        return self.front_matter_end >= 0 and not isinstance(self.front_matter, yaml_tree.Fault)

    @property
    def pairs(self) -> tuple[yaml_tree.Pair, ...]:
        """The keys of the front matter with their values, in the order written."""
        return yaml_tree.pairs_of(self.front_matter)

    def value(self, key: str) -> yaml_tree.Tree | None:
        """The value of a front matter key, the last one if repeated; None without the key."""
        return next((pair.value for pair in reversed(self.pairs) if pair.key == key), None)

    def meta(self, key: str) -> str:
        """A scalar of the front matter by its key; empty if there is none."""
        return yaml_tree.text_of(self.value(key))

    def meta_line(self, key: str) -> int:
        """The 1-based line of a scalar of the front matter; 1 if there is none."""
        value = self.value(key)
        return value.line if isinstance(value, yaml_tree.Scalar) else 1

    def line(self, number: int) -> str:
        """A line of the body by its 1-based number in the file; empty outside of the body."""
        lines, index = _lines(self.body), number - max(self.front_matter_end, 0) - 1
        return lines[index] if 0 <= index < len(lines) else ""

    def misspells(self, key: str) -> bool:
        """Whether the front matter has a misspelling of this key, and not the key itself."""
        names = [pair.key for pair in self.pairs]
        return key not in names and any(nearest(name, [key]) for name in names)


@lru_cache(maxsize=8192)
def read(path: str, content: bytes) -> Source:
    """Parse a source; bytes that are not UTF-8 become replacement characters."""
    text = content.decode("utf-8", errors="replace").removeprefix(BYTE_ORDER_MARK)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front_matter, end = parse_front_matter(lines) if len(content) <= MAX_FILE_BYTES else (None, 0)
    body = lines[max(end, 0) :]
    excess = excess_of(lines, len(content), end)
    # A file that exceeds a limit, or whose front matter is never closed, is not parsed.
    numbered = [] if excess or end < 0 else list(enumerate(body, start=end + 1))
    found = list(blocks(numbered))
    headings = tuple(block for block in found if isinstance(block, Heading))
    texts = tuple(block for block in found if isinstance(block, Text))
    by_block = [tuple(_inside(block)) for block in found]
    inside = list(chain.from_iterable(by_block))
    links = _sorted(item for item in inside if isinstance(item, Link))
    labels = frozenset(link.text.lower() for link in links if link.form is Form.DEFINITION)
    links = tuple(_defined(links, labels))
    anchors = _sorted(item for item in inside if isinstance(item, Anchor) and item.id)
    return Source(
        path=path,
        content=content,
        front_matter=front_matter,
        front_matter_end=end,
        body="\n".join(body),
        headings=headings,
        links=links,
        labels=labels,
        loaded_labels=frozenset(
            link.target.lower() for link in links if link.form is Form.REFERENCE and link.is_loaded
        ),
        anchors=anchors,
        elements=_sorted(item for item in inside if isinstance(item, Element)),
        open_fences=tuple(block for block in found if isinstance(block, OpenFence)),
        texts=texts,
        text_links=tuple(
            tuple(item for item in items if isinstance(item, Link))
            for block, items in zip(found, by_block, strict=True)
            if isinstance(block, Text)
        ),
        ids=frozenset(anchor.id for anchor in anchors),
        excess=excess,
    )


@lru_cache(maxsize=8)
def _lines(body: str) -> list[str]:
    return body.split("\n")


def _defined(links: Iterable[Link], labels: frozenset[str]) -> Iterator[Link]:
    """Drop short references (`[text]`) whose label is not defined."""
    for link in links:
        if link.form is not Form.SHORT:
            yield link
        elif link.target.lower() in labels:
            yield replace(link, form=Form.REFERENCE)


Item = TypeVar("Item", Link, Anchor, Element)


def _sorted(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.line))


def _inside(block: Block) -> Iterator[Found]:
    """The links, ids and tags of a block."""
    if isinstance(block, Text):
        yield from scan(block)
    elif isinstance(block, Element):
        yield block
        yield from (Anchor(block.line, value) for name, value in block.attributes if name == "id")
    elif isinstance(block, Definition):
        yield Link(block.line, Form.DEFINITION, block.label, block.target, title=block.title)
    elif isinstance(block, Heading):
        if block.id is not None:
            yield Anchor(block.line, block.id)
        if block.attributes:
            yield Element(block.line, "", block.attributes)
        text = Text(((block.line, block.text),))
        yield from scan(text)
        # An attribute list before a child of the heading applies to the heading too.
        for inside in LIST_IN_HEADING.findall(block.text):
            yield Element(block.line, "", attributes_in_list(inside))
