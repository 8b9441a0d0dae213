"""Check that the rows of a table have as many cells as its head.

Answers: does a row lack a cell, so that its other cells are in the wrong columns?
"""

import re
from itertools import pairwise

from knowledge.markdown.blocks import TABLE_RULE
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site

ROW = "|"
NO_CELL = re.compile(r"\\\||`[^`]*`")
"""A bar that ends no cell: escaped, or in code."""


@source_rule("SR017", "uneven-row", sources=Site.pages)
def uneven_rows(source: Source, _: Site) -> Faults:
    """A row of a table with more or fewer cells than its head."""
    rows = [text.lines[0] for text in source.texts if text.lines[0][1].startswith(ROW)]
    width = 0
    for (before, _text), (number, row) in pairwise([(-1, ""), *rows]):
        if number != before + 1:  # the head of a table
            width = _cells(row)
        elif (found := _cells(row)) != width:
            fact = f"this row has {found} cells, and the head of its table {width}"
            remedy = "Write a cell for each, empty if need be: '| |'"
            if found < width and not row.rstrip().endswith(ROW):
                fact = f"this row breaks off after {found} of {width} cells"
                remedy = "Join it with the line below: a row is one line"
            if TABLE_RULE.match(row):
                fact = f"{fact}, so Markdown reads no table"
                remedy = f"Write '{'| --- ' * width}|'"
            yield number, fact, remedy


def _cells(row: str) -> int:
    return NO_CELL.sub("", row).strip().removeprefix(ROW).removesuffix(ROW).count(ROW) + 1
