"""The readings of Japanese texts, from a dictionary and from the data.

Answers: how are the kanji of a text read, and what is the text in kana alone, as somebody may type
it? The readings come from the Sudachi dictionary, except for words of the glossary and of
readings.yml. Sudachi does not know the meaning of a text: add what it gets wrong to readings.yml.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

from knowledge import kana as kana_code
from knowledge.data.all_data import Data
from knowledge.data.readings import AFTER_NUMBER
from knowledge.kana import JAPANESE, RUN, Reading, aligned, hiragana

VOICED = (
    str.maketrans(
        "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
    ),
    str.maketrans("はひふへほ", "ぱぴぷぺぽ"),
)
"""How the first sound of a word changes inside a compound."""
SHORTENED = re.compile("(?<=.)[つちくき]$")
"""The last sound of a part of a compound that can become a small っ."""
DIGITS = "0123456789〇"
"""Digits, and the placeholder for a number."""


class JapaneseReadings:
    """Looks up the readings of Japanese texts, and caches them by text."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Store the readings that override the dictionary, by word in the form of readings.yml."""
        self._words = dict(words)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            self._by_letter.setdefault(word.removeprefix(AFTER_NUMBER)[0], []).append(word)
        self._found: dict[str, tuple[Reading, ...]] = {}
        self._of_parts: dict[tuple[str, ...], tuple[tuple[Reading, ...] | None, ...]] = {}
        self._in_kana: dict[str, str] = {}

    @property
    def version(self) -> str:
        """All that readings depend on beside the text: the dictionary, its own words, our code."""
        packages = [f"{name} {version(name)}" for name in ("sudachipy", "sudachidict-core")]
        code = [Path(path).read_text("utf-8") for path in (__file__, kana_code.__file__)]
        return "\0".join((*packages, *code, repr(sorted(self._words.items()))))

    def readings(self, text: str) -> tuple[Reading, ...]:
        """The readings of the kanji in a text, in order; a kanji without one is not among them."""
        if text not in self._found:
            self._found[text] = tuple(self._read(text)) if RUN.search(text) else ()
        return self._found[text]

    def of_parts(self, parts: tuple[str, ...]) -> tuple[tuple[Reading, ...] | None, ...]:
        """The readings of each part of a text, looked up in context; None for one without kanji.

        Their offsets are relative to the start of the part.
        """
        if parts not in self._of_parts:
            self._of_parts[parts] = tuple(self._read_parts(parts))
        return self._of_parts[parts]

    def _read_parts(self, parts: tuple[str, ...]) -> Iterator[tuple[Reading, ...] | None]:
        readings = self.readings("".join(parts))
        begin = 0
        for part in parts:
            end = begin + len(part)
            if not RUN.search(part):
                yield None
            elif any(r.start < edge < r.end for r in readings for edge in (begin, end)):
                yield self.readings(part)  # a word goes on in the next part
            else:
                within = (r for r in readings if begin <= r.start and r.end <= end)
                yield tuple(Reading(r.start - begin, r.end - begin, r.kana) for r in within)
            begin = end

    def add_kana(self, known: Mapping[str, str]) -> None:
        """Store what `in_kana` returned for some texts in another build of the same `version`."""
        self._in_kana |= known

    def in_kana(self, text: str) -> str:
        """A text with every kanji that has a reading replaced by it."""
        if text in self._in_kana:
            return self._in_kana[text]
        found: list[str] = []
        end = 0
        for each in self.readings(text):
            found += (text[end : each.start], each.kana)
            end = each.end
        return "".join((*found, text[end:]))

    def _read(self, text: str) -> Iterator[Reading]:
        tokens = [(each.begin(), each.surface(), each) for each in _tokenizer().tokenize(text)]
        ends = {start + len(surface) for start, surface, _ in tokens}
        position = 0
        for start, surface, token in tokens:
            if start < position:  # inside a word of the data
                continue
            word = self._word_at(text, start, ends)
            if word:
                plain = word.removeprefix(AFTER_NUMBER)
                reading = self._words[word].removeprefix(AFTER_NUMBER)
                position = start + len(plain)
                inside = [each for each in tokens if start <= each[0] < position]
                parts = [aligned(own, kana, at) for at, own, kana in _by_token(inside, reading)]
                whole = [aligned(plain, reading, start)]
                for found in whole if None in parts else parts:
                    yield from found or ()
            elif RUN.search(surface):
                found = aligned(surface, hiragana(token.reading_form()), start)
                yield from self._run_by_run(surface, start) if found is None else found

    def _word_at(self, text: str, start: int, ends: set[int]) -> str:
        """The longest word of the data from `start` to the end of a token; empty if none."""
        is_after_number = text[start - 1 : start] in DIGITS and start > 0
        for word in self._by_letter.get(text[start : start + 1], ()):
            plain = word.removeprefix(AFTER_NUMBER)
            fits = text.startswith(plain, start) and start + len(plain) in ends
            if fits and (plain == word or is_after_number):
                return word
        return ""

    def _run_by_run(self, surface: str, start: int) -> Iterator[Reading]:
        """The readings of each run of kanji of a token whose own reading does not fit it."""
        for run in RUN.finditer(surface):
            if run[0] != surface:
                for each in self.readings(run[0]):
                    place = start + run.start()
                    yield Reading(place + each.start, place + each.end, each.kana)


def _by_token(
    inside: list[tuple[int, str, Morpheme]], reading: str
) -> Iterator[tuple[int, str, str]]:
    """The parts of a word of the data, so that a line can end between two of them.

    Tokens at its begin and its end that the dictionary reads like the data stand alone; what is
    between them is one part.

    Yields:
        Where a part begins, its letters and its reading.
    """
    left, rest = inside[:], hiragana(reading)
    behind: list[tuple[int, str, str]] = []
    while len(left) > 1 and rest.startswith(kana := hiragana(left[0][2].reading_form())):
        start, surface, _ = left.pop(0)
        yield start, surface, kana
        rest = rest.removeprefix(kana)
    while len(left) > 1 and rest.endswith(kana := hiragana(left[-1][2].reading_form())):
        start, surface, _ = left.pop()
        behind.insert(0, (start, surface, kana))
        rest = rest.removesuffix(kana)
    yield left[0][0], "".join(surface for _, surface, _ in left), rest
    yield from behind


def tokens(text: str) -> Iterator[tuple[int, str, tuple[str, str]]]:
    """Tokenize a text into long words: 0-based offset, word, part of speech and subcategory."""
    for each in _tokenizer().tokenize(text, SplitMode.C):
        kind, detail, *_ = each.part_of_speech()
        yield each.begin(), each.surface(), (kind, detail)


def readings_of(data: Data) -> JapaneseReadings:
    """The readings for a site: its glossary and its readings.yml override the dictionary.

    Brackets after a term in the glossary are not part of the word.
    """
    words: dict[str, str] = {}
    for term in data.terms.values():
        name, *_ = dict(term.term.texts).get(JAPANESE, "").split("（")
        if RUN.search(name) and aligned(name, term.reading):
            words[name] = term.reading
    words |= {each.word: each.reading for each in data.readings}
    return _readings(tuple(sorted(words.items())))


@lru_cache(maxsize=1)
def _readings(words: tuple[tuple[str, str], ...]) -> JapaneseReadings:
    """The same with a cache, which a preview keeps from one build to the next."""
    return JapaneseReadings(dict(words))


@lru_cache(maxsize=4096)
def can_be_read(word: str, reading: str) -> bool:
    """Whether a reading is made of what the dictionary knows of a word, or of the parts of it.

    What is no kanji stands in the reading as it is.

    Args:
        word: 着信拒否
        reading: ちゃくしんきょひ; not ちゃくしんきょか.
    """
    if not word:
        return not reading
    if not RUN.match(word):
        return reading.startswith(hiragana(word[0])) and can_be_read(word[1:], reading[1:])
    return any(
        reading.startswith(kana) and can_be_read(word[end:], reading[len(kana) :])
        for end in range(len(word), 0, -1)
        for kana in _readings_in_compounds(word[:end])
    )


def ends_like(word: str, ending: str) -> bool:
    """Whether a reading of a word of the dictionary ends in some kana: 一人, り."""
    return any(reading.endswith(ending) for reading in _readings_in_compounds(word))


@cache
def _readings_in_compounds(part: str) -> frozenset[str]:
    """Readings of a part of a word; their first sound can be voiced, and their last a small っ."""
    plain = {hiragana(each.reading_form()) for each in _dictionary().lookup(part)}
    voiced = {own.translate(table)[0] + own[1:] for own in plain if own for table in VOICED}
    return frozenset(
        each for own in plain | voiced if own for each in (own, SHORTENED.sub("っ", own))
    )


@cache
def _dictionary() -> Dictionary:
    return Dictionary(dict="core")


@cache
def _tokenizer() -> Tokenizer:
    """Tokenizer for short words (mode A), so that long compounds can break at a line end."""
    return _dictionary().tokenizer(SplitMode.A)
