"""Check that headings go down one level at a time.

Answers: does a heading skip a level? Ids of headings are checked in links.py.
"""

from __future__ import annotations

from itertools import pairwise

from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, breaking, source_rule
from knowledge.site.site import Site


@breaking(Breaks.STRUCTURE)
@source_rule("SR014", "skipped-level")
def skipped_levels(source: Source, _: Site) -> Faults:
    """A heading more than one level below the heading above it."""
    for above, heading in pairwise(source.headings):
        if heading.level > above.level + 1:
            fact = f"a heading of level {heading.level} follows one of level {above.level}"
            yield heading.line, fact, f"Begin it with '{'#' * (above.level + 1)} '"
