"""Furigana: the reading of every kanji, as ruby text.

Answers: how is this Japanese text read, and what is a page's HTML with readings? They come from the
dictionary of Sudachi, but for the words that the data name. A dictionary knows words, not their
sense: what it misreads belongs into readings.yml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sudachipy import Dictionary, SplitMode, Tokenizer

from knowledge.data.all_data import Data
from knowledge.data.readings import AFTER_NUMBER
from knowledge.kana import RUN, Reading, aligned, hiragana
from knowledge.markdown.html_allowlist import VOID
from knowledge.render.language_spans import TAG
from knowledge.writing_systems import is_in

JAPANESE = "ja"
DIGITS = "0123456789〇"
"""Signs of a number, or of a blank that a number goes into."""
ABOVE = '<rt aria-hidden="true">{}</rt>'
"""A reading. A screen reader leaves it out, because it reads the kanji itself."""
LEFT_ALONE = frozenset(
    "code kbd option pre rp rt ruby samp script style svg textarea title".split()
)
"""Elements whose text gets no readings."""
INLINE = frozenset(
    "a abbr b bdi cite del dfn em i ins mark q s small span strong sub sup time u var wbr".split()
)
"""Elements inside a sentence; every other one ends it."""


@dataclass(frozen=True, slots=True)
class TextNode:
    """A text between two tags: its offsets in the HTML."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag, and the Japanese text behind it."""

    name: str
    """Of the element, in small letters."""
    is_closing: bool
    node: TextNode | None
    """Missing where the text behind the tag is empty, in another language, or left alone."""


class Furigana:
    """The readings of Japanese texts; each text is read once."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Take the readings that count before those of the dictionary, by word (readings.yml)."""
        self._words = dict(words)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            self._by_letter.setdefault(word.removeprefix(AFTER_NUMBER)[0], []).append(word)
        self._found: dict[str, tuple[Reading, ...]] = {}

    def readings(self, text: str) -> tuple[Reading, ...]:
        """The readings of the kanji in a text, in order; a kanji without one is not among them."""
        if text not in self._found:
            self._found[text] = tuple(self._read(text)) if RUN.search(text) else ()
        return self._found[text]

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
                yield from aligned(plain, reading, start) or ()
                position = start + len(plain)
            elif RUN.search(surface):
                found = aligned(surface, hiragana(token.reading_form()), start)
                yield from self._apart(surface, start) if found is None else found

    def _word_at(self, text: str, start: int, ends: set[int]) -> str:
        """The longest word of the data that stands here and ends where a token ends; or nothing."""
        is_after_number = text[start - 1 : start] in DIGITS and start > 0
        for word in self._by_letter.get(text[start], ()):
            plain = word.removeprefix(AFTER_NUMBER)
            fits = text.startswith(plain, start) and start + len(plain) in ends
            if fits and (plain == word or is_after_number):
                return word
        return ""

    def _apart(self, surface: str, start: int) -> Iterator[Reading]:
        """The readings of a word with signs or digits that its reading leaves out: run by run."""
        for run in RUN.finditer(surface):
            if run[0] != surface:
                for each in self.readings(run[0]):
                    place = start + run.start()
                    yield Reading(place + each.start, place + each.end, each.kana)


def tokens(text: str) -> Iterator[tuple[int, str, tuple[str, str]]]:
    """The long words of a text: where each begins, its letters, its part of speech and its kind."""
    for each in _tokenizer().tokenize(text, SplitMode.C):
        kind, detail, *_ = each.part_of_speech()
        yield each.begin(), each.surface(), (kind, detail)


def furigana_of(data: Data) -> Furigana:
    """The furigana of a site: the terms of the glossary and readings.yml count first."""
    words: dict[str, str] = {}
    for term in data.terms.values():
        name = dict(term.term.texts).get(JAPANESE, "")
        if RUN.search(name) and aligned(name, term.reading):
            words[name] = term.reading
    words |= {each.word: each.reading for each in data.readings}
    return _furigana(tuple(sorted(words.items())))


def with_furigana(html: str, furigana: Furigana, tag: str) -> str:
    """Write the readings of Japanese text into HTML, as ruby text.

    A text with readings is wrapped as a whole, so that it stays one item of a flexible box.

    Args:
        html: a page or a part of it.
        furigana: the readings.
        tag: the language of text without a `lang`.
    """
    found: list[str] = []
    end = 0
    for node, readings in read_nodes(html, furigana, tag):
        if readings:
            text = html[node.start : node.end]
            found += (html[end : node.start], f"<span>{_with_rubies(text, readings)}</span>")
            end = node.end
    return "".join((*found, html[end:]))


def read_nodes(
    html: str, furigana: Furigana, tag: str
) -> Iterator[tuple[TextNode, tuple[Reading, ...]]]:
    """Every Japanese text node with kanji, and its readings, whose offsets count from its start."""
    for nodes in _sentences(html, tag):
        text = "".join(html[node.start : node.end] for node in nodes)
        readings = furigana.readings(text)
        begin = 0
        for node in nodes:
            own = html[node.start : node.end]
            end = begin + len(own)
            if RUN.search(own):
                within = [r for r in readings if begin <= r.start and r.end <= end]
                is_cut = any(r.start < edge < r.end for r in readings for edge in (begin, end))
                shifted = (Reading(r.start - begin, r.end - begin, r.kana) for r in within)
                yield node, furigana.readings(own) if is_cut else tuple(shifted)
            begin = end


def _sentences(html: str, tag: str) -> Iterator[list[TextNode]]:
    """The Japanese text nodes of HTML, grouped by the element that is no inline one."""
    nodes: list[TextNode] = []
    for found in walked(html, tag):
        if found.name not in INLINE and nodes:
            yield nodes
            nodes = []
        nodes += [found.node] if found.node else []
    if nodes:
        yield nodes


def walked(html: str, tag: str) -> Iterator[Tagged]:
    """Every tag of HTML, and the text node behind it if that is in Japanese."""
    above: list[tuple[str, str]] = []  # by element that may change it: name, language around it
    language, name, is_closing, end = tag, "span", False, 0
    for found in TAG.finditer(html):
        yield Tagged(name, is_closing, _node(end, found.start(), language))
        end, name, is_closing = found.end(), found[2] or "span", bool(found[1])
        if found[1] and above and above[-1][0] == name:
            language = above.pop()[1]
        elif found[2] and not found[1] and name not in VOID:
            inside = _language_inside(found[0], name, language)
            if inside != language or (above and above[-1][0] == name):
                above.append((name, language))
                language = inside
    yield Tagged(name, is_closing, _node(end, len(html), language))


def _node(start: int, end: int, language: str) -> TextNode | None:
    return TextNode(start, end) if end > start and is_in(language, JAPANESE) else None


def _language_inside(tag: str, name: str, around: str) -> str:
    """The language of an element's text; empty if it gets no readings."""
    if name in LEFT_ALONE or not around:
        return ""
    _, has_lang, rest = tag.partition(' lang="')
    return rest.partition('"')[0] if has_lang else around


def _with_rubies(text: str, readings: tuple[Reading, ...]) -> str:
    """A text with its readings, as HTML."""
    found: list[str] = []
    end = 0
    for each in _rubies(readings):
        pairs = (f"{text[r.start : r.end]}{ABOVE.format(r.kana)}" for r in each)
        found += (text[end : each[0].start], f"<ruby>{''.join(pairs)}</ruby>")
        end = each[-1].end
    return "".join((*found, text[end:]))


def _rubies(readings: tuple[Reading, ...]) -> list[list[Reading]]:
    """Readings that follow each other without a gap, in one group."""
    groups: list[list[Reading]] = []
    for each in readings:
        if groups and groups[-1][-1].end == each.start:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


@lru_cache(maxsize=1)
def _furigana(words: tuple[tuple[str, str], ...]) -> Furigana:
    """Kept from one build of a preview to the next."""
    return Furigana(dict(words))


@cache
def _tokenizer() -> Tokenizer:
    """Short words, so that long compounds can break at the end of a line."""
    return Dictionary(dict="small").tokenizer(SplitMode.A)
