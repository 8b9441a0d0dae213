"""Align the reading of a Japanese word with its kanji.

Answers: where are the kanji of a word, and which kana of its reading belong to each run of them?
site/japanese_readings.py looks the readings up.
"""

import re
from functools import lru_cache
from typing import NamedTuple

JAPANESE = "ja"
"""Language code of Japanese, without script and region."""
KANJI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々"
"""Characters that need a reading, for a character class; without 〇, a digit or a placeholder."""
RUN = re.compile(f"[{KANJI}]+(?:[ヶケ][{KANJI}]+)*")
"""A run of kanji; a small ke (ヶ) inside, as in place names, does not end it."""
KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


class Reading(NamedTuple):
    """The reading of one run of kanji in a text."""

    start: int
    """0-based offset of the first kanji."""
    end: int
    kana: str
    """Hiragana."""


def hiragana(text: str) -> str:
    """A text with its katakana as hiragana."""
    return text.translate(KATAKANA)


def aligned(word: str, reading: str, start: int = 0) -> tuple[Reading, ...] | None:
    """Distribute the reading of a word over its runs of kanji; None if it does not fit the word.

    Args:
        word: 問い合わせ
        reading: といあわせ; must repeat the characters of the word that are not kanji, digits too.
        start: offset of the word in its text.
    """
    found = _aligned(word, reading)
    return found and tuple(Reading(start + r.start, start + r.end, r.kana) for r in found)


@lru_cache(maxsize=16_384)
def _aligned(word: str, reading: str) -> tuple[Reading, ...] | None:
    parts = "".join(
        "(.+?)" if index % 2 else re.escape(hiragana(part))
        for index, part in enumerate(re.split(f"({RUN.pattern})", word))
    )
    match = re.fullmatch(parts, hiragana(reading))
    if match is None:
        return None
    runs = zip(RUN.finditer(word), match.groups(), strict=True)
    return tuple(Reading(run.start(), run.end(), kana) for run, kana in runs)
