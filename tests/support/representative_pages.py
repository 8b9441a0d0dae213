"""Pick a few pages of a built site that together hold every kind of element of all of them."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from knowledge.markdown.html_tags import attributes_of, name_of, tags

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
MEANING = ("aria", "hidden", "lang", "role", "tabindex")
"""Beginnings of the names of attributes that change what an element is to a reader."""

OPENING = 1000
"""What it takes to open a page, in elements: a test takes longer on a page with more elements."""

Kind: TypeAlias = tuple[str, ...]
"""The name of an element, its classes and the names of its attributes that have a meaning."""


def representative(pages: Mapping[str, str]) -> list[str]:
    """Names of pages that together have every combination of element and parent, by kind.

    Args:
        pages: the HTML of each page by its name.

    Returns:
        Few and short ones, the one with the most kinds for its length first: the greedy solution
        of a weighted set cover, without those that the others make unnecessary.
    """
    kinds = {name: set(_kinds(html)) for name, html in pages.items()}
    costs = {name: OPENING + html.count("<") for name, html in pages.items()}
    left = set().union(*kinds.values())
    chosen: list[str] = []
    while left:
        chosen.append(max(kinds, key=lambda name: len(kinds[name] & left) / costs[name]))
        left -= kinds[chosen[-1]]
    for name in sorted(chosen, key=costs.__getitem__, reverse=True):
        others = (kinds[other] for other in chosen if other != name)
        if kinds[name] <= set().union(*others):
            chosen.remove(name)
    return chosen


def _kinds(html: str) -> Iterator[tuple[Kind, Kind]]:
    """The kinds of each element's parent and of the element itself."""
    around: list[Kind] = [()]
    for tag, _ in tags(html):
        name = name_of(tag)
        if tag.startswith("</"):
            if name in {kind[0] for kind in around[1:]}:
                while around.pop()[0] != name:
                    pass
            continue
        attributes = dict(attributes_of(tag))
        classes = " ".join(sorted(attributes.get("class", "").split()))
        kind = (name, classes, *sorted(each for each in attributes if each.startswith(MEANING)))
        yield around[-1], kind
        if name not in VOID and not tag.endswith("/>"):
            around.append(kind)
