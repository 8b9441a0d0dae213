"""A page that site.yml names under `urgent` or `actions`, for readers who need it right away.

Answers: which are they? Whether they lead somewhere, and how they are offered, is actions.py's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge import yaml_tree
from knowledge.data.texts import Words, words_of


@dataclass(frozen=True, slots=True)
class Action:
    """One of the pages."""

    label: Words
    page_path: str
    """Inside its language: `guide.md`."""
    anchor: str
    """An id on that page; empty for the page itself."""
    line: int
    """1-based line of the entry in site.yml."""


def from_tree(site: yaml_tree.Tree, field: str) -> tuple[Action, ...]:
    """The pages that site.yml names under a field; what has a fault is left out."""
    found = site.get(field) if isinstance(site, yaml_tree.Mapping) else None
    return tuple(_actions(found.items if isinstance(found, yaml_tree.Sequence) else ()))


def _actions(entries: tuple[yaml_tree.Tree, ...]) -> Iterator[Action]:
    for entry in entries:
        if not isinstance(entry, yaml_tree.Mapping):
            continue
        label, page = words_of(entry.get("label")), entry.get("page")
        if label and isinstance(page, yaml_tree.Scalar) and page.text:
            page_path, _, anchor = page.text.partition("#")
            yield Action(label, page_path, anchor, entry.line)
