"""synonyms.yml: words that mean nearly the same, for the search.

Answers: which words are synonyms, and does each group have at least two? Their meaning is not
checked; a word may be in several groups.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge import yaml_tree
from knowledge.data.reader import MISSING, WRONG_TYPE, Reader
from knowledge.data.word_lists import read_word_lists

MIN_WORDS = 2
"""Minimum number of words in a group: a single word has no synonym."""


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """Words that the search treats as synonyms of each other."""

    words: Mapping[str, tuple[str, ...]]
    """By language, as written and in that order; a language may be missing."""
    line: int
    """1-based line of the entry in synonyms.yml."""


def read_synonyms(found: yaml_tree.Tree, reader: Reader) -> tuple[SynonymGroup, ...]:
    """Read synonyms.yml; invalid groups are reported and left out."""
    if isinstance(found, yaml_tree.Scalar) and not found.text:
        return ()
    if not isinstance(found, yaml_tree.Sequence):
        remedy = f"Begin every entry with '- {reader.languages[0]}:'"
        reader.report(found.line, WRONG_TYPE, "this file is not a list", remedy)
        return ()
    groups = (SynonymGroup(_words(item, reader), item.line) for item in found.items)
    return tuple(group for group in groups if group.words)


def _words(entry: yaml_tree.Tree, reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """The words of a group, by language; empty if the group is invalid."""
    words = read_word_lists(entry, reader)
    count = sum(map(len, (words or {}).values()))
    if words is None or count >= MIN_WORDS:
        return words or {}
    noun = "word" if count == 1 else "words"
    fact = f"this group has {count} {noun}, {MIN_WORDS} are the fewest"
    reader.report(entry.line, MISSING, fact, "Add another word, or take the group out")
    return {}
