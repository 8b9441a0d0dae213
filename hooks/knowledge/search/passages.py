"""What the search reads of a rendered page: its headings, each with the text below it.

Answers: which texts does a page hold, and under which headings? Cuts as Material 9.8.2's search
plugin does, without parsing each tag: a heading's text ends at the next one, or with the element
that the heading stands in. What the search finds of the data it has from the data: cards are left
out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from knowledge.site.typed_links import with_cards

FLAGS = re.DOTALL | re.IGNORECASE
ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
HOLDING = (
    "div|section|aside|details|blockquote|figure|[ou]l|li|d[ldt]|table|t[hrd]|t(?:head|body|foot)"
)
"""Elements that can hold a heading, and those in which they stand."""
BOUNDARY = re.compile(
    rf"<(?P<end>/?)(?:{HOLDING})\b{ATTRIBUTES}>"
    rf"|<h(?P<level>[1-6])(?P<attributes>\s{ATTRIBUTES})>(?P<title>.*?)</h(?P=level)>",
    FLAGS,
)
ID = re.compile(r"\sid=\"([^\"]*)\"")
APART = re.compile(rf"</?(?:p|code|pre|li|ol|ul|sub|sup)\b{ATTRIBUTES}>", re.IGNORECASE)
"""Tags at which a word ends."""
OTHER = re.compile(rf"<!--.*?-->|<a class=\"headerlink\".*?</a>|<[a-z/]{ATTRIBUTES}>", FLAGS)
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading of a page and the text below it, as plain text."""

    anchor: str
    """Of the heading; empty for the beginning of the page."""
    title: str
    text: str


@dataclass(slots=True)
class _OpenPassage:
    """A heading while its text is gathered."""

    id: str
    title: str
    level: int
    depth: int
    """In how many elements it stands."""
    parts: list[str] = field(default_factory=list)


def passages(html: str, title: str) -> tuple[Passage, ...]:
    """The passages of a page, its beginning first.

    Args:
        html: what Markdown made of the page's text, before anything of the data is added.
        title: of the page, for what stands before its first heading.
    """
    return tuple(
        Passage(found.id, _plain(found.title) or title, _plain("".join(found.parts)))
        for found in _sections(with_cards(html, lambda *_: ""))
    )


def _sections(html: str) -> list[_OpenPassage]:
    beginning = _OpenPassage("", "", level=0, depth=0)
    found, entered = [beginning], [beginning]
    depth = end = 0
    for mark in BOUNDARY.finditer(html):
        entered[-1].parts.append(html[end : mark.start()])
        end = mark.end()
        if not mark["level"]:
            depth = max(depth + (-1 if mark["end"] else 1), 0)
            while entered[-1].depth > depth:
                entered.pop()
        elif name := ID.search(mark["attributes"]):
            section = _OpenPassage(name[1], mark["title"], int(mark["level"]), depth)
            found.append(section)
            entered.append(section)
        else:
            entered[-1].parts.append(mark["title"])
    entered[-1].parts.append(html[end:])
    return _titled(found)


def _titled(sections: list[_OpenPassage]) -> list[_OpenPassage]:
    """The same where the page's title comes after something else; else it is the beginning."""
    beginning, *others = sections
    if others and others[0].level == 1 and not _plain("".join(beginning.parts)):
        others[0].id = ""
        return others
    return sections


def _plain(html: str) -> str:
    return SPACES.sub(" ", unescape(OTHER.sub("", APART.sub(" ", html)))).strip()
