"""Line breaks inside a sentence, in scripts without spaces between words.

Answers: which line breaks must not become a space? HTML renders a line break as a space. Between
words that is right; inside a Japanese, Chinese or Thai sentence it is a gap.
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


def with_joined_lines(html: str) -> str:
    """Remove the line breaks that would show as a gap inside a sentence.

    Args:
        html: of a page or a part of it, as Markdown renders it.
    """
    return LINE_END.sub(lambda found: found[0] if found[1] else found[2] + found[3], html)
