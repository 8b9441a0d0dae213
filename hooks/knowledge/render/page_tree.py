"""What changes the tree of a page before it is written as HTML: column headings, folded sections.

Answers: which heading belongs to a cell where a narrow screen shows each row as a block, without
the heading row, and which parts of a page are closed until they are opened? CSS shows the heading
before the cell. A subsection that folds is a heading directly below one of the class `folded`, with
what follows it; its heading becomes the summary of a `details`.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from knowledge.markdown.sentences import FOLDED_CLASS
from knowledge.site.typed_links import SOURCES_ID

HEADING = re.compile("h[1-6]")
WIDE = 2
"""Minimum number of columns of a table whose rows elements.css may show as blocks."""


def add_column_headings(root: Element) -> None:
    """Set `data-head` of each cell in the tree of a page to the heading of its column."""
    for table in root.iter("table"):
        heads = ["".join(head.itertext()).strip() for head in table.iter("th")]
        if len(heads) < WIDE:
            continue
        for row in table.iter("tr"):
            for cell, head in zip(row.findall("td"), heads, strict=False):
                if head:
                    cell.set("data-head", head)


def fold(root: Element) -> None:
    """Move the subsections of each folded section of a page's tree into `details` of their own.

    Its headings have their ids and classes already.
    """
    blocks = list(root)
    for block in blocks:
        root.remove(block)
    open_sections = [_OpenSection(0, root, folds=False)]
    for block in blocks:
        if not (level := _level(block)):
            open_sections[-1].into.append(block)
            continue
        while open_sections[-1].level >= level:
            open_sections.pop()
        above = open_sections[-1]
        is_folded = above.folds and block.get("id") != SOURCES_ID  # that list folds itself
        into = _details(above.into, block) if is_folded else above.into
        if not is_folded:
            into.append(block)
        open_sections.append(_OpenSection(level, into, folds=_take_class(block)))


@dataclass(frozen=True, slots=True)
class _OpenSection:
    """A heading whose section has not ended."""

    level: int
    into: Element
    """The element that its blocks are moved into."""
    folds: bool
    """Whether its subsections are folded."""


def _level(block: Element) -> int:
    """The level of a heading; 0 for any other block."""
    is_heading = isinstance(block.tag, str) and HEADING.fullmatch(block.tag)
    return int(block.tag[1]) if is_heading else 0


def _take_class(heading: Element) -> bool:
    """Remove FOLDED_CLASS from a heading; returns whether the heading had it."""
    classes = heading.get("class", "").split()
    if FOLDED_CLASS not in classes:
        return False
    classes.remove(FOLDED_CLASS)
    if classes:
        heading.set("class", " ".join(classes))
    else:
        del heading.attrib["class"]
    return True


def _details(above: Element, heading: Element) -> Element:
    """Append a `details` whose summary is a heading, and return it."""
    details = Element("details")
    summary = Element("summary")
    summary.append(heading)
    details.append(summary)
    above.append(details)
    return details
