"""Column headings, repeated as an attribute of each cell of a table.

Answers: which heading belongs to a cell where a narrow screen shows each row as a block, without
the heading row? CSS shows the attribute before the cell.
"""

from xml.etree.ElementTree import Element

WIDE = 2
"""Minimum number of columns of a table whose rows elements.css may show as blocks."""


def add_column_headings(root: Element) -> None:
    """Set `data-head` of each cell to the heading of its column.

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
