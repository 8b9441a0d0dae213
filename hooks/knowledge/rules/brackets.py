"""Check that brackets and quotation marks of East Asian texts stand in pairs.

Answers: is each 「 closed in its paragraph, and each 」 opened?
"""

import re
from collections.abc import Iterator

from knowledge.markdown.inline import Text, with_markup_masked
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site

PAIRS = {"「": "」", "『": "』", "（": "）", "【": "】", "《": "》", "〈": "〉"}
OPENERS = {closing: opening for opening, closing in PAIRS.items()}
ANY_BRACKET = re.compile(f"[{''.join((*PAIRS, *OPENERS))}]")
NUMBERING = re.compile(r"^\s*\w{1,3}）", re.M)
"""The number of an item, `1）`."""


@source_rule("SR019", "unpaired-bracket", sources=Site.pages)
def unpaired_brackets(source: Source, _: Site) -> Faults:
    """A bracket or quotation mark without its partner in the paragraph."""
    headings = (Text(((each.line, each.text),)) for each in source.headings)
    for text in (*headings, *source.texts) if not source.excess else ():
        if text.is_markdown and any(ANY_BRACKET.search(line) for _, line in text.lines):
            left = with_markup_masked(text)
            for offset, sign in _unpaired(NUMBERING.sub(lambda found: " " * len(found[0]), left)):
                line = text.lines[left.count("\n", 0, offset)][0]
                partner = PAIRS.get(sign) or OPENERS[sign]
                yield line, f"'{sign}' has no '{partner}'", f"Write '{partner}', or take it out"


def _unpaired(text: str) -> Iterator[tuple[int, str]]:
    """Offset and sign of each bracket without its partner."""
    opened: list[tuple[int, str]] = []
    for found in ANY_BRACKET.finditer(text):
        sign = found[0]
        if sign in PAIRS:
            opened.append((found.start(), sign))
        elif opened and PAIRS[opened[-1][1]] == sign:
            opened.pop()
        elif any(PAIRS[each[1]] == sign for each in opened):
            while PAIRS[opened[-1][1]] != sign:
                yield opened.pop()
            opened.pop()
        else:
            yield found.start(), sign
    yield from opened
