"""Mask the markup of a text, so that only the characters that readers see are left.

Answers: which characters of a paragraph are not part of code, a tag, a link target or an attribute
list? Emphasis is not masked.
"""

import re

from knowledge.markdown.inline import HIDDEN, Text, spans_of_markup

TAG = re.compile(r"<!--.*?-->|<[^<>\n]*>", re.DOTALL)
NOT_A_LINE_END = re.compile(r"[^\n]")


def with_markup_masked(text: Text) -> str:
    """The joined lines of a text, with HIDDEN in place of each character of markup.

    Offsets and line ends stay the same.
    """
    left, spans = spans_of_markup(text)
    for start, end in spans:
        left = left[:start] + _hidden(left[start:end]) + left[end:]
    return TAG.sub(lambda tag: _hidden(tag[0]), left) if "<" in left else left


def _hidden(markup: str) -> str:
    if "\n" not in markup:
        return HIDDEN * len(markup)
    return NOT_A_LINE_END.sub(HIDDEN, markup)
