"""The front matter of a source: its keys, and how it is told from the text.

Answers: which keys may a page have, and what stands between its first two `---`? What a key takes
is judged by the rules.
"""

from __future__ import annotations

import re
from enum import StrEnum

from knowledge import yaml_tree

FRONT_MATTER = re.compile(r"---[ \t]*$")
FRONT_MATTER_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")


class Key(StrEnum):
    """What the front matter of a page may say.

    The theme knows more keys: some of them choose another template, redirect the reader or hide
    the page from the navigation and the search.
    """

    TITLE = "title"
    DESCRIPTION = "description"
    REVIEWED = "reviewed"
    """The day on which the page was last compared with its sources, `2026-11-24`."""
    TRANSLATES = "translates"
    """The hash of the text of which the page is a translation."""
    LIST = "list"
    """The list of data that stands below the page's own text."""
    ALIASES = "aliases"
    """Old addresses of the page and its passages."""


class DataList(StrEnum):
    """The values of `list:`."""

    CONTACTS = "contacts"
    GLOSSARY = "glossary"


def parse_front_matter(lines: list[str]) -> tuple[yaml_tree.Tree | yaml_tree.Fault | None, int]:
    """Parse the front matter of a file.

    Args:
        lines: of the whole file.

    Returns:
        What it says, or why it is no YAML, or None where there is none; and the 1-based line of
        the closing `---`, 0 without front matter, -1 where it is never closed.
    """
    if not FRONT_MATTER.match(lines[0]):
        return None, 0
    for index, line in enumerate(lines[1:], start=1):
        if FRONT_MATTER_END.match(line):
            text = "\n".join(lines[1:index])
            return yaml_tree.parse_loadable(text, first_line=2), index + 1
    return None, -1
