"""The passages of a rendered page, for the search: each heading with the text below it.

Answers: which headings does a page have, and what is the text below each? Splits a page as Material
9.8.2's search plugin does, but with regular expressions instead of an HTML parser: a passage ends
at the next heading, or at the end of the element that contains its heading. Contact cards are left
out: index.py adds them from the data.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from knowledge.site.typed_links import with_cards

FLAGS = re.DOTALL | re.IGNORECASE
ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
CONTAINERS = (
    "div|section|aside|details|blockquote|figure|[ou]l|li|d[ldt]|table|t[hrd]|t(?:head|body|foot)"
)
"""Elements that can contain a heading, or an element that does."""
BOUNDARY = re.compile(
    rf"<(?P<end>/?)(?:{CONTAINERS})\b{ATTRIBUTES}>"
    rf"|<h(?P<level>[1-6])(?P<attributes>\s{ATTRIBUTES})>(?P<title>.*?)</h(?P=level)>",
    FLAGS,
)
ID = re.compile(r"\sid=\"([^\"]*)\"")
SPACE_TAG = re.compile(rf"</?(?:p|code|pre|li|ol|ul|sub|sup)\b{ATTRIBUTES}>", re.IGNORECASE)
"""Tags that end a word: replaced by a space."""
DRAWN = re.compile(rf"<text\b{ATTRIBUTES}>(.*?)</text>", FLAGS)
"""Words in a drawing: in brackets, because what a picture of a trick says, the page does not."""
OTHER_TAG = re.compile(rf"<!--.*?-->|<a class=\"headerlink\".*?</a>|<[a-z/]{ATTRIBUTES}>", FLAGS)
"""All other markup: removed without a space."""
STEP = re.compile(
    rf"<ol\b{ATTRIBUTES}>\s*<li\b{ATTRIBUTES}>\s*(?:<p\b{ATTRIBUTES}>)?(?P<step><strong\b.*?)</(?:li|p)>",
    FLAGS,
)
"""The first step of a step list: bold text at its beginning says when it applies."""
SECTION = re.compile(r"<h2\b", re.IGNORECASE)
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading of a page and the text below it, as plain text."""

    anchor: str
    """Id of the heading; empty for the text before the first heading."""
    title: str
    text: str
    step: str = ""
    """Of the first passage only: the first step of the page's step list.

    Empty if the list is below the second `h2` or later: such a step may be wrong for readers who
    do not see the text above it.
    """


@dataclass(slots=True)
class _OpenPassage:
    """A passage while its text is collected."""

    id: str
    title: str
    level: int
    depth: int
    """Number of open CONTAINERS around the heading."""
    parts: list[str] = field(default_factory=list)


def passages(html: str, title: str) -> tuple[Passage, ...]:
    """The passages of a page in their order; the first is the text before the first heading.

    The HTML is as Markdown renders it, before typed links and cards are resolved. `title` becomes
    the title of a passage without a heading.
    """
    text = with_cards(html, lambda *_: "")
    ends = [heading.start() for heading in SECTION.finditer(text)][1:]
    step = STEP.search(text, 0, ends[0] if ends else len(text))
    return tuple(
        Passage(
            found.id,
            _plain(found.title) or title,
            _plain("".join(found.parts)),
            _plain(step["step"]) if step and not found.id else "",
        )
        for found in _sections(text)
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
    """Merge the page's h1 with the text before the first heading if that text is empty."""
    beginning, *others = sections
    if others and others[0].level == 1 and not _plain("".join(beginning.parts)):
        others[0].id = ""
        return others
    return sections


def _plain(html: str) -> str:
    text = OTHER_TAG.sub("", SPACE_TAG.sub(" ", DRAWN.sub(r" [\1] ", html)))
    return SPACES.sub(" ", unescape(text)).strip()
