"""Check that Japanese words to say and their sound in Latin letters are the same words.

Answers: would somebody who reads the sound aloud say what is written above it? Few who review a
page can tell. The sound of the words comes from the readings that the furigana have. What is in
brackets and placeholders (〇〇) is left out; a digit or Latin letter may sound in any way.
"""

import re
from functools import lru_cache
from itertools import accumulate

import jaconv

from knowledge.data.yaml_files import DATA
from knowledge.kana import JAPANESE, hiragana
from knowledge.markdown.source import Source
from knowledge.rules.box_parity import WORDS
from knowledge.rules.boxes import marked_paragraphs
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.japanese_readings import readings_of
from knowledge.site.site import Site

SOUND = "say-sound"
IN_LATIN_LETTERS = f"{JAPANESE}-Latn"
"""The language tag of a sound that is compared; one in other letters is not."""
BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
DATE = re.compile("〇[月日時]")
"""A part of a date, for which the sound has one placeholder."""
LETTER = re.compile(r"[A-Za-z0-9]")
MAX_LETTERS = 6
"""Most letters of the sound of a digit or Latin letter: daburyu; a name may sound shorter."""
MACRONS = str.maketrans("āīūēō", "aiueo")
VOICED = str.maketrans({"g": "k", "z": "s", "d": "t", "b": "h", "p": "h", "j": "sh"})
"""A first sound inside a compound may be voiced or not: kaisha, -gaisha."""
SAME_SOUNDS = (("tch", "cch"), ("ha", "wa"), ("he", "e"), ("wo", "o"), ("ei", "e"))
"""Spellings that may differ: Hepburn of っち, particles, and a long e."""
LONG = re.compile(r"o[ou]+|([aiue])\1+")
QUOTED = 3
"""Words of the sound that a message quotes."""


@source_rule("TE004", "unfit-sound")
def unfit_sounds(source: Source, site: Site) -> Faults:
    """Words to say whose sound in Latin letters is that of other words."""
    words = ""
    for line, name, tag, text in marked_paragraphs(source, site, frozenset({WORDS, SOUND})):
        if name == WORDS:
            words = text.replace("\n", " ") if tag == JAPANESE else ""
            continue
        is_compared = words and tag == IN_LATIN_LETTERS
        if is_compared and (said := _difference(_sound_of(site, words), text)):
            fact = f"'{said}' is not how the words above it sound"
            remedy = "Write what they sound like; if it is right, add its reading"
            yield line, fact, f"{remedy} to {DATA}/readings.yml"


@lru_cache(maxsize=1024)
def _sound_of(site: Site, words: str) -> tuple[str, ...]:
    """The letters of the sound of Japanese words; empty for a digit or Latin letter."""
    kana = readings_of(site.data).in_kana(DATE.sub("、", BRACKETS.sub("", words)))
    parts = re.split(f"({LETTER.pattern})", kana)
    return tuple(
        letter
        for place, part in enumerate(parts)
        for letter in ([""] if place % 2 else _bare(jaconv.kana2alphabet(hiragana(part))))
    )


def _bare(sound: str) -> str:
    """The letters of a sound, without macrons, voicing and long vowels; ha and wa are alike."""
    bare = BRACKETS.sub("", sound).lower().translate(MACRONS)
    bare = re.sub("[^a-z]", "", bare).translate(VOICED)
    for one, other in SAME_SOUNDS:
        bare = bare.replace(one, other)
    return LONG.sub(lambda found: found[1] or "o", bare)


def _difference(wanted: tuple[str, ...], sound: str) -> str:
    """The words of a sound where it begins to differ; empty if it does not."""
    said = _bare(sound)
    ends, fits = {0}, 0  # where what is wanted so far can end in what is said
    for letter in wanted:
        if letter:
            ends = {end + 1 for end in ends if said[end : end + 1] == letter}
        else:
            ends = {end + more for end in ends for more in range(MAX_LETTERS + 1)}
        fits = max((fits, *(end for end in ends if end <= len(said))))
    if len(said) in ends:
        return ""
    words = BRACKETS.sub("", sound).split()
    lengths = accumulate(len(_bare(word)) for word in words)
    place = next((place for place, end in enumerate(lengths) if end > fits), len(words) - 1)
    return " ".join(words[place : place + QUOTED])
