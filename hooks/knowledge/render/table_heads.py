"""The head of its column in each cell of a table.

Answers: what does a figure mean where a screen shows each row of a table as a block, without the
row of heads? A style sheet writes the head in front of the cell.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

WIDE = 2
"""Columns from which on rows may be blocks, on a phone or with large letters: elements.css."""


def add_heads(root: Element) -> None:
    """Note in each cell the head of its column, as `data-head`.

    Args:
        root: the tree of a page, as Python-Markdown parses it; changed in place.
    """
    for table in root.iter("table"):
        heads = ["".join(head.itertext()).strip() for head in table.iter("th")]
        if len(heads) < WIDE:
            continue
        for row in table.iter("tr"):
            for cell, head in zip(row.findall("td"), heads, strict=False):
                if head:
                    cell.set("data-head", head)
