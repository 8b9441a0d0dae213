"""readings.yml: the right readings of words that the furigana dictionary gets wrong.

Answers: how is a word read, and does its reading fit it? Words of the glossary need no entry here.
"""

import re
from dataclasses import dataclass
from typing import Annotated

from knowledge import yaml_tree
from knowledge.data.field_types import TEXT
from knowledge.data.reader import DUPLICATE, WRONG_TYPE, Field, Reader, read_list
from knowledge.kana import aligned

AFTER_NUMBER = "#"
"""Prefix of a word that stands for any number before it: `#日`."""
KANA = re.compile("[\u3041-\u3096ー・]+")
MAX_KANA = 5
"""Maximum number of kana in the reading of one kanji: 承(うけたまわ)る."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReading:
    """A word and its reading."""

    word: Annotated[
        str, Field(TEXT, "As pages write it; # in front stands for any number: #日, as in 26日.")
    ]
    reading: Annotated[
        str, Field(TEXT, "In kana; what is no kanji in the word stands in it as it is: #にち.")
    ]
    line: int
    """1-based line of the entry in readings.yml."""


def read_readings(found: yaml_tree.Tree, reader: Reader) -> tuple[WordReading, ...]:
    """Read readings.yml; entries that do not fit or are repeated are reported and left out."""
    words: dict[str, WordReading] = {}
    for entry in read_list(WordReading, found, reader):
        if entry.word in words:
            fact = f"'{entry.word}' stands on line {words[entry.word].line} already"
            reader.report(entry.line, DUPLICATE, fact, "Keep one of them")
        elif not _fits(entry.word, entry.reading):
            fact = f"'{entry.reading}' is no reading of '{entry.word}'"
            remedy = "Write its kanji in kana, and the rest as it stands in the word"
            reader.report(entry.line, WRONG_TYPE, fact, remedy)
        else:
            words[entry.word] = entry
    return tuple(words.values())


def _fits(word: str, reading: str) -> bool:
    """Whether a reading has kana for each kanji of a word, and nothing else that the word lacks."""
    runs = aligned(word, reading)
    return runs is not None and all(
        KANA.fullmatch(run.kana) and len(run.kana) <= MAX_KANA * (run.end - run.start)
        for run in runs
    )
