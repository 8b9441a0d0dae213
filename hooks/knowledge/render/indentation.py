"""Take the indentation of the templates out of a page: it would be half a kilobyte for each reader.

Answers: how short can a page be without a change of what it shows? A browser shows white space
between tags and words as one space, but for a few elements, which are kept as they are.
"""

import re

INDENTATION = re.compile(r"<(pre|script|textarea)\b.*?</\1>|\n\s+", re.DOTALL)


def without_indentation(html: str) -> str:
    """A page without empty lines and without spaces at the beginnings of lines."""
    return INDENTATION.sub(lambda found: found[0] if found[1] else "\n", html)
