"""Check that every mark of a footnote has its note, and every note its mark.

Answers: which `[^1]` leads nowhere, and which note is reached from nowhere?
"""

from __future__ import annotations

import re

from knowledge.markdown.footnotes import MARK_START, marks, notes
from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, source_rule
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean

UNREAD = re.compile(r"(?:［\^|\[＾|［＾|\[\^)([^\]］\s]+)(?:］|\]：)|［[\^＾]([^\]］\s]+)\]")
"""A mark or a note with a full-width sign, which unparsed_markdown.py reports."""


@source_rule("LK018", "lone-footnote", breaks=Breaks.LINE)
def lone_footnotes(source: Source, _: Site) -> Faults:
    """A footnote's mark without its note, a note without a mark, or two notes of one name."""
    if MARK_START not in source.body or source.excess:
        return
    unread = {name for found in UNREAD.findall(source.body) for name in found if name}
    noted, marked = dict(reversed([*notes(source)])), dict(marks(source))
    for name, line in notes(source):
        if line != noted[name]:
            fact = f"the note '[^{name}]' stands on line {noted[name]} already"
            yield line, fact, "Give one of them another name, or take it out"
    for name, line in marked.items():
        if name not in noted and name not in unread:
            otherwise = f"Add '[^{name}]: ...' below, after an empty line"
            remedy = did_you_mean(name, noted.keys() - marked.keys(), otherwise)
            yield line, f"the mark '[^{name}]' has no note", remedy
    for name, line in noted.items():
        if name not in marked and name not in unread:
            yield line, f"no '[^{name}]' leads to this note", "Put its mark into the text"
