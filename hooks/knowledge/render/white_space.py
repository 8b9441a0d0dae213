"""White space in the HTML of a page that a browser would show wrongly, or would not show.

Answers: which line breaks must not become a space, and how short can a page be without a change of
what it shows? HTML renders a line break as a space. Between words that is right; inside a Japanese,
Chinese or Thai sentence it is a gap. All white space between tags and words is shown as one space,
but for a few elements, which are kept as they are: the indentation of the templates would be half a
kilobyte for each reader.
"""

import re

from knowledge.writing_systems import UNSPACED

WIDE = f"{UNSPACED}\\u3001-\\u3003\\u3005-\\u3011\\uff01-\\uff0f\\uff1a-\\uff1f"
"""Letters and full-width punctuation, beside which no space is written; for a character class."""
INLINE_TAGS = r"(?:</?(?:a|b|em|i|mark|q|s|small|span|strong|u)\b[^<>]*>)*"
LINE_END = re.compile(
    rf"<(pre|textarea|script|style)\b.*?</\1>"
    rf"|(?<=[{WIDE}])({INLINE_TAGS})\n({INLINE_TAGS})(?=[{WIDE}])",
    re.DOTALL,
)
"""An element that keeps its line breaks, or a line break inside a sentence."""
INDENTATION = re.compile(r"<(pre|script|textarea)\b.*?</\1>|\n\s+", re.DOTALL)


def with_joined_lines(html: str) -> str:
    """Remove the line breaks of rendered Markdown that would show as a gap inside a sentence."""
    return LINE_END.sub(lambda found: found[0] if found[1] else found[2] + found[3], html)


def without_indentation(html: str) -> str:
    """A page without empty lines and without spaces at the beginnings of lines."""
    return INDENTATION.sub(lambda found: found[0] if found[1] else "\n", html)
