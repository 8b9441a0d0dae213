"""Parse the front matter of a source.

Answers: which keys may a page have, and what is the YAML between its first two `---`? Values are
checked in rules/front_matter.py.
"""

import re
from enum import StrEnum

from knowledge import yaml_tree

FRONT_MATTER = re.compile(r"---[ \t]*$")
FRONT_MATTER_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")


class Key(StrEnum):
    """The keys that the front matter of a page may have.

    The theme knows more keys, some of which choose another template, redirect the reader or hide
    the page from the navigation and the search.
    """

    TITLE = "title"
    DESCRIPTION = "description"
    REVIEWED = "reviewed"
    """The day on which the page was last compared with its sources, `2026-11-24`."""
    TRANSLATES = "translates"
    """The hash of the original text that the page translates."""
    LIST = "list"
    """The data list that the build appends to the page."""
    ALIASES = "aliases"
    """Old paths of the page and old anchors in it."""
    CHANGES = "changes"
    """What changed on the page for readers, in every language."""
    PAPER = "paper"
    """The paper of a page that is made to be printed and handed out."""
    CODES = "codes"
    """The page to which the QR codes on that paper lead, in every language."""


class DataList(StrEnum):
    """The values of `list:`."""

    CONTACTS = "contacts"
    GLOSSARY = "glossary"
    CHANGES = "changes"
    REUSE = "reuse"


class PaperSize(StrEnum):
    """The values of `paper:`."""

    A4 = "a4"
    """Four panels, to be folded to A6."""
    A3 = "a3"
    """A poster."""


def parse_front_matter(lines: list[str]) -> tuple[yaml_tree.Tree | yaml_tree.Fault | None, int]:
    """Parse the front matter of a file from all its lines.

    Returns:
        Its YAML, the fault if that is invalid, or None without front matter; and the 1-based line
        of the closing `---`, 0 without front matter, -1 if it is never closed.
    """
    if not FRONT_MATTER.match(lines[0]):
        return None, 0
    for index, line in enumerate(lines[1:], start=1):
        if FRONT_MATTER_END.match(line):
            text = "\n".join(lines[1:index])
            return yaml_tree.parse_loadable(text, first_line=2), index + 1
    return None, -1
