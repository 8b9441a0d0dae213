"""Check that no text has a footnote.

Answers: which `[^1]` do readers see as it is, or as a link? Footnotes are not among the Markdown
extensions: an exception that stands far below its sentence is not read in time.
"""

import re

from knowledge.markdown.inline import Text, with_markup_masked
from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, source_rule
from knowledge.site.site import Site

FOOTNOTE = re.compile(r"[\[［][\^＾][^\]］\n]+[\]］]")
"""The mark of a footnote, or the beginning of its note."""


@source_rule("LK018", "footnote", breaks=Breaks.LINE)
def footnotes(source: Source, _: Site) -> Faults:
    """A mark of a footnote, or its note, however Markdown reads them."""
    if source.excess or not FOOTNOTE.search(source.body):
        return
    headings = (Text(((heading.line, heading.text),)) for heading in source.headings)
    labels = ((link.line, label) for link in source.links for label in (link.text, link.target))
    seen = [(line, f"[{label}]") for line, label in labels if label[:1] == "^"]
    for text in (*headings, *source.texts):
        left = with_markup_masked(text) if text.is_markdown else ""
        for found in FOOTNOTE.finditer(left):
            seen.append((text.lines[left.count("\n", 0, found.start())][0], found[0]))
    for line, mark in sorted(seen):
        remedy = "Write the note into the sentence or behind it, where it is read in time"
        yield line, f"readers see '{mark}': no page has footnotes", remedy
