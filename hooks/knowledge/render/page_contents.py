"""A page taken apart: its opening, and the list of what it answers.

Answers: which headings does the list name, and where does a page's opening end? The opening is
the title and the answer: what comes before the first heading that stands beside the title, and
not in a box of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MANY = 8
"""Headings of the second level from which on a page has a list of them."""
TITLE, HEADING = "<h1", "<h2"
DIVISION = re.compile(r"<(/?)(?:div|section|aside|details)\b")


@dataclass(frozen=True, slots=True)
class PageHeading:
    """One entry of the list."""

    url: str
    """`#` and the id of the heading."""
    title: str
    """Its text, as HTML."""


def opening_and_rest(html: str) -> tuple[str, str]:
    """A page's HTML before and from its first heading of the second level beside the title.

    Everything is opening where there is none.
    """
    title = max(html.find(TITLE), 0)
    start = html.find(HEADING, title)
    while start >= 0:
        marks = DIVISION.findall(html, title, start)
        if marks.count("") == marks.count("/"):
            return html[:start], html[start:]
        start = html.find(HEADING, start + 1)
    return html, ""


def listed(sections: Sequence[PageHeading], opening: str, rest: str) -> tuple[PageHeading, ...]:
    """The entries of the list; none where the page is short, or opens with choices of its own."""
    is_long = len(sections) >= MANY
    return tuple(sections) if is_long and rest and HEADING not in opening else ()
