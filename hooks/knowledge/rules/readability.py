"""Flesch-Kincaid reading grade of an English text.

Answers: which US school grade does the formula give? No other language is supported.
"""

import re
from collections.abc import Iterable
from functools import cache

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
VOWELS = re.compile("[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouydt])ed$|(?<=[^aeiouylcghsxz])es$")
"""An ending that is no syllable: `made`, `asked`, `names`."""


def grade(sentences: Iterable[str]) -> float:
    """The US school grade of a text; 0 if it has no words.

    Source: Kincaid et al., Derivation of new readability formulas, 1975.
    """
    texts = [words for sentence in sentences if (words := WORD.findall(sentence))]
    words = [word for text in texts for word in text]
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(texts) + 11.8 * syllables / len(words) - 15.59


@cache
def _syllables(word: str) -> int:
    """Number of syllables, counted as groups of vowels that are heard."""
    return max(len(VOWELS.findall(SILENT.sub("", word.lower()))), 1)
