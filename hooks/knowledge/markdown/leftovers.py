"""What of a text readers see as it is written, after Markdown has read the rest.

Answers: which characters of a paragraph are no code, tag, link target or attribute list? Emphasis
and footnote marks are left in.
"""

from __future__ import annotations

import re

from knowledge.markdown.inline import HIDDEN, Text, spans_of_markup

TAG = re.compile(r"<!--.*?-->|<[^<>\n]*>", re.DOTALL)
NOT_A_LINE_END = re.compile(r"[^\n]")


def leftover(text: Text) -> str:
    """A text with HIDDEN for each character that Markdown or HTML reads, lines joined.

    Every character that is left stands at its own offset.
    """
    left, spans = spans_of_markup(text)
    for start, end in spans:
        left = left[:start] + _hidden(left[start:end]) + left[end:]
    return TAG.sub(lambda tag: _hidden(tag[0]), left) if "<" in left else left


def _hidden(markup: str) -> str:
    if "\n" not in markup:
        return HIDDEN * len(markup)
    return NOT_A_LINE_END.sub(HIDDEN, markup)
