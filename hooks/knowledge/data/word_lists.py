"""Lists of words by language: `ja: [...]` and `en: [...]` below each other.

Answers: is each a list of words of a language of this site, without a word twice? Does not
ask what the words are for: that is synonyms.py's and search_settings.py's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.values import DUPLICATE, MISSING, UNKNOWN, WRONG_TYPE
from knowledge.finding import Finding
from knowledge.suggestion import did_you_mean


def faults(path: str, found: yaml_tree.Tree, languages: tuple[str, ...]) -> Iterator[Finding]:
    """What is wrong with the lists of words in each language."""
    if not isinstance(found, yaml_tree.Mapping):
        example = " or ".join(f"'{language}: [word, word]'" for language in languages)
        yield Finding(
            path, found.line, WRONG_TYPE, "no language stands before the words", f"Write {example}"
        )
        return
    seen: set[str] = set()
    for pair in found.pairs:
        if pair.key not in languages:
            otherwise = f"Use one of: {', '.join(languages)}"
            yield Finding(
                path,
                pair.line,
                UNKNOWN,
                f"'{pair.key}' is no language of this site",
                did_you_mean(pair.key, languages, otherwise),
            )
        elif pair.key in seen:
            fact = f"the language '{pair.key}' stands twice"
            yield Finding(path, pair.line, DUPLICATE, fact, "Put its words into one list")
        else:
            yield from _faults_of_list(path, pair)
        seen.add(pair.key)


def words_by_language(found: yaml_tree.Tree) -> Mapping[str, tuple[str, ...]]:
    """The words of lists that have no fault."""
    pairs = found.pairs if isinstance(found, yaml_tree.Mapping) else ()
    return {pair.key: tuple(word.text for word in yaml_tree.strings(pair.value)) for pair in pairs}


def _faults_of_list(path: str, pair: yaml_tree.Pair) -> Iterator[Finding]:
    if not isinstance(pair.value, yaml_tree.Sequence):
        yield Finding(
            path,
            pair.line,
            WRONG_TYPE,
            f"'{pair.key}' is no list of words",
            f"Write '{pair.key}: [word, word]'",
        )
        return
    if not pair.value.items:
        remedy = f"Write words in it, or leave '{pair.key}' out"
        yield Finding(path, pair.line, MISSING, f"the list '{pair.key}' is empty", remedy)
    first_lines: dict[str, int] = {}
    for item in pair.value.items:
        if not isinstance(item, yaml_tree.Scalar):
            remedy = "Put it in quotes if it holds ': ', a bracket or a brace"
            fact = f"one of the words in '{pair.key}' is a list or has fields of its own"
            yield Finding(path, item.line, WRONG_TYPE, fact, remedy)
            continue
        word = _as_compared(item.text)
        if not word:
            fact = f"an empty word stands in '{pair.key}'"
            yield Finding(path, item.line, MISSING, fact, "Write the word, or take it out")
        elif word in first_lines:
            fact = f"'{item.text}' stands in '{pair.key}' on line {first_lines[word]} already"
            yield Finding(path, item.line, DUPLICATE, fact, "Keep one of them")
        first_lines.setdefault(word, item.line)


def _as_compared(word: str) -> str:
    """A word as the search sees it: width and case make no difference."""
    return unicodedata.normalize("NFKC", word).casefold().strip()
