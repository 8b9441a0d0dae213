"""Flesch-Kincaid reading grade of an English text.

Answers: which US school grade does the formula give? No other language is supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pyphen import Pyphen

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")


def grade(sentences: Iterable[str]) -> float:
    """The US school grade of a text; 0 if it has no words.

    Source: Kincaid et al., Derivation of new readability formulas, 1975. Syllables are the
    hyphenation points of a word, as in textstat, which needs a package that is being withdrawn.
    """
    texts = [words for sentence in sentences if (words := WORD.findall(sentence))]
    words = [word for text in texts for word in text]
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(texts) + 11.8 * syllables / len(words) - 15.59


@cache
def _hyphenation() -> Pyphen:
    return Pyphen(lang="en_US")


@cache
def _syllables(word: str) -> int:
    """Number of syllables, counted as hyphenation points plus one."""
    return len(_hyphenation().positions(word.lower())) + 1
