"""Lists of words by language: `ja: [...]` and `en: [...]` below each other.

Answers: is each list in a language of this site, and are its words unique? What the words mean is
up to synonyms.py and site_settings.py.
"""

import re
import unicodedata
from collections.abc import Mapping

from knowledge import yaml_tree
from knowledge.data.field_types import TEXT
from knowledge.data.reader import (
    DUPLICATE,
    MISSING,
    UNKNOWN,
    WRONG_TYPE,
    Field,
    FieldType,
    Reader,
)
from knowledge.suggestion import did_you_mean


class WordLists(FieldType):
    """Type of a field with a list of words per language."""

    label = "a list of words in a language"

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The words by language."""
        return read_word_lists(pair.value, reader)

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """An object with an optional array for each language."""
        words = {"type": "array", "minItems": 1, "items": TEXT.schema(languages)}
        properties = dict.fromkeys(languages, words)
        return {"type": "object", "properties": properties, "additionalProperties": False}


WIDE_COMMA = re.compile("[、，､]")
WORD_LISTS = WordLists()


def read_word_lists(found: yaml_tree.Tree, reader: Reader) -> Mapping[str, tuple[str, ...]] | None:
    """Read the words by language, as written; None if any list is invalid."""
    before = len(reader.findings)
    if not isinstance(found, yaml_tree.Mapping):
        example = " or ".join(f"'{language}: [word, word]'" for language in reader.languages)
        fact = "no language stands before the words"
        reader.report(found.line, WRONG_TYPE, fact, f"Write {example}")
        return None
    words: dict[str, tuple[str, ...]] = {}
    for pair in found.pairs:
        if pair.key not in reader.languages:
            otherwise = f"Use one of: {', '.join(reader.languages)}"
            remedy = did_you_mean(pair.key, reader.languages, otherwise)
            fact = f"'{pair.key}' is no language of this site"
            reader.report(pair.line, UNKNOWN, fact, remedy)
        elif pair.key in words:
            fact = f"the language '{pair.key}' stands twice"
            reader.report(pair.line, DUPLICATE, fact, "Put its words into one list")
        else:
            words[pair.key] = tuple(_words(pair, reader))
    return words if len(reader.findings) == before else None


def _words(pair: yaml_tree.Pair, reader: Reader) -> list[str]:
    """The words of one language; items that are no words or are repeated are reported."""
    if not isinstance(pair.value, yaml_tree.Sequence):
        remedy = f"Write '{pair.key}: [word, word]'"
        reader.report(pair.line, WRONG_TYPE, f"'{pair.key}' is no list of words", remedy)
        return []
    if not pair.value.items:
        remedy = f"Write words in it, or leave '{pair.key}' out"
        reader.report(pair.line, MISSING, f"the list '{pair.key}' is empty", remedy)
    first_lines: dict[str, int] = {}
    for item in pair.value.items:
        if not isinstance(item, yaml_tree.Scalar):
            remedy = "Put it in quotes if it holds ': ', a bracket or a brace"
            fact = f"one of the words in '{pair.key}' is a list or has fields of its own"
            reader.report(item.line, WRONG_TYPE, fact, remedy)
            continue
        word = normalized(item.text)
        if not word:
            fact = f"an empty word stands in '{pair.key}'"
            reader.report(item.line, MISSING, fact, "Write the word, or take it out")
        elif WIDE_COMMA.search(item.text):
            fact = f"'{item.text}' has a comma of another width, which parts no words"
            reader.report(item.line, WRONG_TYPE, fact, "Write ', ' between words")
        elif word in first_lines:
            fact = f"'{item.text}' stands in '{pair.key}' on line {first_lines[word]} already"
            reader.report(item.line, DUPLICATE, fact, "Keep one of them")
        first_lines.setdefault(word, item.line)
    return [word.text for word in yaml_tree.strings(pair.value)]


def normalized(word: str) -> str:
    """Normalize a word as the search does: width and case make no difference."""
    return unicodedata.normalize("NFKC", word).casefold().strip()
