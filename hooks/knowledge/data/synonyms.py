"""synonyms.yml as values: words that mean nearly the same, for the search.

Answers: which words stand for each other, and is each group whole? Does not ask whether they mean
the same; a word may stand in several groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge import yaml_tree
from knowledge.data import word_lists
from knowledge.data.values import MISSING, WRONG_TYPE
from knowledge.finding import Finding

FEWEST_WORDS = 2
"""A word alone has nothing that it stands for."""


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """Words of which each also finds the others."""

    words: Mapping[str, tuple[str, ...]]
    """By language, as they were written and in this order; a language may be left out."""
    line: int
    """1-based line of the entry in synonyms.yml."""


def faults(path: str, data: yaml_tree.Tree, languages: tuple[str, ...]) -> Iterator[Finding]:
    """What in synonyms.yml does not fit its shape."""
    if isinstance(data, yaml_tree.Scalar) and not data.text:
        return
    if not isinstance(data, yaml_tree.Sequence):
        remedy = f"Begin every entry with '- {languages[0]}:'"
        yield Finding(path, data.line, WRONG_TYPE, "this file is not a list", remedy)
        return
    for entry in data.items:
        yield from _faults_of_group(path, entry, languages)


def from_tree(data: yaml_tree.Tree, languages: tuple[str, ...]) -> tuple[SynonymGroup, ...]:
    """synonyms.yml as values; entries with a fault are left out."""
    return tuple(
        SynonymGroup(word_lists.words_by_language(entry), entry.line)
        for entry in (data.items if isinstance(data, yaml_tree.Sequence) else ())
        if not any(_faults_of_group("", entry, languages))
    )


def _faults_of_group(
    path: str, entry: yaml_tree.Tree, languages: tuple[str, ...]
) -> Iterator[Finding]:
    found = list(word_lists.faults(path, entry, languages))
    yield from found
    count = len(list(yaml_tree.strings(entry)))
    if not found and count < FEWEST_WORDS:
        word = "word" if count == 1 else "words"
        fact = f"this group has {count} {word}, {FEWEST_WORDS} are the fewest"
        yield Finding(path, entry.line, MISSING, fact, "Add another word, or take the group out")
