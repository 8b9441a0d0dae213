"""Parse the parentheses behind the text of a link: its target and its title.

Answers: where does a link lead, which title has it, and where does it end? Follows Python-Markdown
3.11. inline.py finds the links.
"""

import re
from dataclasses import dataclass

PLAIN_DESTINATION = re.compile(r"\(([^\s()\\<>\"']{0,1990})\)")
"""A target and nothing else: no title, no escape, no space."""
OPEN_TITLE = re.compile(r"\s[\"'](.*)", re.DOTALL)
"""A title that is not closed, or that a parenthesis in it seems to end."""
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])")
MAX_DESTINATION = 2000
"""In characters; an open parenthesis before a longer one is text."""


@dataclass(frozen=True, slots=True)
class Destination:
    """What the parentheses behind the text of a link hold."""

    target: str
    title: str | None
    """As written; None if the link has none."""
    end: int
    """Offset after the parentheses."""


def destination_at(text: str, start: int) -> Destination | None:
    """Parse the parentheses that open at an offset; None if nothing closes them."""
    if plain := PLAIN_DESTINATION.match(text, start):
        return Destination(plain[1], None, plain.end())
    depth = 0
    limit = min(len(text), start + MAX_DESTINATION)
    if text.find(")", start, limit) < 0:
        return None
    for offset in range(start, limit):
        character = text[offset]
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return _parsed(text[start + 1 : offset].strip(), offset + 1)
    return None


def _parsed(inside: str, end: int) -> Destination:
    """Parse what the parentheses hold, without the spaces around it."""
    # A title reaches from the first quotation mark of its kind to the end, and needs no space
    # before it.
    begin = inside.find(inside[-1]) if inside.endswith(("'", '"')) else len(inside)
    title: str | None = inside[begin + 1 : -1]
    if begin >= len(inside) - 1:
        left = OPEN_TITLE.search(inside)
        begin, title = (left.start(), left[1]) if left else (len(inside), None)
    target = inside[:begin].strip()
    if target.startswith("<") and target.endswith(">"):
        target = target[1:-1]
    return Destination(ESCAPED.sub(r"\1", target), title, end)
