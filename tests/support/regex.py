"""The first match of a pattern in a text that has to have one."""

import re


def first_match(pattern: str, text: str, flags: int = 0) -> re.Match[str]:
    """The first match of a regular expression anywhere in a text.

    Raises:
        AssertionError: there is none.
    """
    match = re.search(pattern, text, flags)
    assert match, f"no match of {pattern} in {text[:200]}"
    return match
