"""Parse HTML tags and attribute lists.

Answers: which attributes does `{#id .class key=value}` give, does a browser end this comment early,
and which tags does built HTML have that every parser reads alike? Follows attr_list of
Python-Markdown 3.11. inline.py finds the tags of a source; html_allowlist.py says which are
allowed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

LIST_ITEM = re.compile(
    r"(?:^|(?<=\s))(?:#(?P<id>[^\s#.}]+)|\.(?P<class>[^\s}]+)"
    r"|(?P<key>[^\s=#.][^\s=]*)(?:=(?P<value>\"[^\"]*\"|'[^']*'|\S*))?)"
)
# Where a browser ends a comment and Python-Markdown does not (HTML standard, comment states).
ENDS_EARLY = re.compile(r"-?>|.*(?:--!>|<!--)", re.DOTALL)

SNIPPET_LENGTH = 80
"""Characters quoted of a `<` that begins no plain tag."""
SPACE = r"[ \t\n\f\r]"
"""What separates attributes in HTML; other spaces are part of a name."""
ENTITY = r"&(?:(?:amp|lt|gt|quot|#34|#39|#x27);|(?=[^a-zA-Z#]))"
"""The entities that templates and Markdown generate, and an ampersand that begins none."""
PLAIN_TAG = re.compile(
    rf"</?[a-zA-Z][a-zA-Z0-9]*(?:{SPACE}+[a-zA-Z][a-zA-Z0-9:_-]*"
    rf"(?:=\"[^\"<>&]*(?:{ENTITY}[^\"<>&]*)*\")?)*{SPACE}*/?>"
)
"""A tag that is parsed alike everywhere: names, and values in double quotes without `<` or `>`.
Source: HTML standard, tokenization; every other form has states in which parsers differ."""

COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--|<!--).)*-->", re.DOTALL)
ATTRIBUTE = re.compile(SPACE + r'([a-zA-Z][a-zA-Z0-9:_-]*)(?:="([^"]*)")?')
ID = re.compile(r'<[a-zA-Z][^<>]*?\sid="([^"]*)"')
"""The id of a plain tag."""
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
RAW_TEXT = re.compile(r"<(script|title)\b", re.IGNORECASE)
"""Elements whose content is text up to their end tag."""

Attributes = tuple[tuple[str, str], ...]
"""Pairs of lower-case name and value; entities resolved, empty if there is no value."""


@dataclass(frozen=True, slots=True)
class Element:
    """A tag of raw HTML, or the attributes of an attribute list."""

    line: int
    name: str
    """In lower case, `/div` for an end tag; empty for an attribute list. `!--` is a comment that
    a browser may end elsewhere, `?` and `!` are other markup that is no element."""
    attributes: Attributes = ()
    is_whole: bool = True
    """False where the tag's `>` is missing."""
    is_plain: bool = True
    """False if parsers may disagree about the attributes (see PLAIN_TAG)."""


def tags(html: str) -> Iterator[tuple[str, str | None]]:
    """Yield every tag with its raw text (the content of `script` and `title`, else empty).

    A `<` that begins neither a plain tag nor a comment is quoted and comes with None.
    """
    lowered = html.lower()
    position = 0
    while (start := html.find("<", position)) >= 0:
        tag = PLAIN_TAG.match(html, start)
        skipped = tag or COMMENT.match(html, start)
        position = skipped.end() if skipped else start + 1
        if tag is None:
            if skipped is None:
                yield html[start : start + SNIPPET_LENGTH], None
            continue
        raw = RAW_TEXT.match(tag[0])
        end = lowered.find(f"</{raw[1].lower()}", position) if raw else position
        content = html[position : end if end >= 0 else len(html)]
        position += len(content)
        yield tag[0], content


@lru_cache(maxsize=65536)
def name_of(tag: str) -> str:
    """The name of a plain tag's element, in lower case."""
    match = NAME.match(tag)
    return match[1].lower() if match else ""


def attributes_of(tag: str) -> Attributes:
    """The attributes of a plain tag, repeated ones included."""
    return tuple((name.lower(), unescape(value)) for name, value in ATTRIBUTE.findall(tag))


def attributes_in_list(attributes: str) -> Attributes:
    """The attributes in the inside of an attribute list; `#name` is an `id`, `.name` a `class`."""
    return tuple(
        ("id", item["id"])
        if item["id"]
        else ("class", item["class"])
        if item["class"]
        else (item["key"].lower(), unescape((item["value"] or "").strip("\"'")).strip())
        for item in LIST_ITEM.finditer(attributes)
    )


def ends_early(comment: str) -> bool:
    """Whether a browser ends a comment before its `-->`; `comment` is what follows `<!--`."""
    return ENDS_EARLY.match(comment) is not None
