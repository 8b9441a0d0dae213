"""The table of contents of a long page, and the place where it is inserted.

Answers: which headings does the table of contents list, and where does the page's opening end? The
opening is everything before the first h2 that is not inside a div, section, aside or details: the
title and the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from knowledge.markdown.sentences import folds
from knowledge.render.language_spans import with_languages
from knowledge.render.page_context import BuiltPage

MIN_HEADINGS = 8
"""Number of h2 headings from which on a page has a table of contents."""
MAX_ENTRIES = 60
"""Number of entries above which the headings inside folded sections are left out."""
TITLE, HEADING = "<h1", "<h2"
DIVISION = re.compile(r"<(/?)(?:div|section|aside|details)\b")


class TocEntry(Protocol):
    """A heading of a page as mkdocs has it."""

    @property
    def title(self) -> str:
        """Its text, as HTML."""
        ...

    @property
    def url(self) -> str:
        """`#` and its id."""
        ...

    @property
    def children(self) -> Sequence[TocEntry]:
        """The headings directly below it."""
        ...


@dataclass(frozen=True, slots=True)
class PageHeading:
    """One entry of the table of contents."""

    url: str
    """`#` and the id of the heading."""
    title: str
    """Text of the heading, as HTML."""
    folded: tuple[PageHeading, ...] = ()
    """The headings directly below it, if their text is collapsed at first."""


def headings_of(entries: Iterable[TocEntry], built: BuiltPage) -> Iterator[PageHeading]:
    """Entries of the table of contents with, below a folded section, those of its subsections."""
    folding = {f"#{heading.id}" for heading in built.source.headings if folds(heading)}
    for entry in entries:
        title = with_languages(entry.title, built.context.tag, built.site.languages.tags)
        inside = entry.children if entry.url in folding else ()
        yield PageHeading(entry.url, title, tuple(headings_of(inside, built)))


def opening_and_rest(html: str) -> tuple[str, str]:
    """Split a page's HTML before its first h2 outside of boxes: opening and rest.

    Without such a heading, the rest is empty.
    """
    title = max(html.find(TITLE), 0)
    start = html.find(HEADING, title)
    while start >= 0:
        marks = DIVISION.findall(html, title, start)
        if marks.count("") == marks.count("/"):
            return html[:start], html[start:]
        start = html.find(HEADING, start + 1)
    return html, ""


def toc_entries(
    sections: Sequence[PageHeading], opening: str, rest: str
) -> tuple[PageHeading, ...]:
    """The h2 headings for the contents; none if the page is short, or its opening has an h2."""
    is_long = len(sections) >= MIN_HEADINGS
    if not (is_long and rest and HEADING not in opening):
        return ()
    count = sum(1 + len(section.folded) for section in sections)
    if count > MAX_ENTRIES:  # nobody looks through them, and each folded section lists its own
        return tuple(replace(section, folded=()) for section in sections)
    return tuple(sections)
