"""The phrasings of the search index: plain letters, and few enough to load fast.

Answers: which phrasings of docs/_data/asked go into the index of a language, and how are they
written there? They are compared with queries in overrides/assets/javascripts/search/asked.js.
"""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

MOST_BYTES = 31_500
"""The most that the phrasings of a language may take, compressed."""
BEGINNING = {"letters": 14, "words": 6}
"""Of a phrasing: in a script without spaces, and in others. What follows hardly adds to what the
other phrasings say (on test queries), and takes bytes."""
SIZE = 3
"""Characters in the parts by which phrasings are compared."""
KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {ord("ー"): None}
"""Katakana to hiragana, without long-vowel marks: analyzer.js makes no difference either."""
WITHOUT_SPACES = re.compile(r"[\u0e00-\u0e7f\u3041-\u9fff\uac00-\ud7a3]")
FREE = "!#$%&()*+,-./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`{|}~"
"""Characters of one byte that no plain phrasing has. Stands in asked.js too (a test compares)."""


@dataclass(frozen=True, slots=True)
class AskedTexts:
    """The phrasings of a language as the browser loads them."""

    letters: str
    """The most common letters of several bytes; in the texts, FREE stands for them."""
    texts: tuple[str, ...]
    """By position of a page, its phrasings, one a line; may be empty."""

    def to_json(self) -> str:
        """Serialize the phrasings."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def phrasings(written: Sequence[Sequence[str]], most: int = MOST_BYTES) -> AskedTexts:
    """The phrasings for the index: plain, each once a page, similar ones next to each other.

    Where they are more than the limit, those that add least to the others of their page for their
    length are left out.

    Args:
        written: as written, by position of a page.
        most: bytes that they may take, compressed.
    """
    plain = [_neighbours(sorted(set(map(_plain, own)))) for own in written]
    ranked = sorted(_worths(plain), reverse=True)
    count = len(ranked)
    while True:
        kept = {(page, text) for _, page, text in ranked[:count]}
        found = _compact(
            ["\n".join(t for t in own if (page, t) in kept) for page, own in enumerate(plain)]
        )
        if len(zlib.compress(found.to_json().encode(), 9)) <= most:
            return found
        count -= max(1, count // 100)


def _plain(phrasing: str) -> str:
    """The beginning of a phrasing, without what analyzer.js folds: width, case, punctuation."""
    text = unicodedata.normalize("NFKC", phrasing).lower().translate(KATAKANA)
    letters = "".join(c if unicodedata.category(c)[0] in "LMN" or c in "'’" else " " for c in text)
    if WITHOUT_SPACES.search(text):
        return "".join(letters.split())[: BEGINNING["letters"]]
    return " ".join(letters.split()[: BEGINNING["words"]])


def _compact(texts: Sequence[str]) -> AskedTexts:
    """Write the most common letters of several bytes with one byte each."""
    counts = Counter(letter for text in texts for letter in text if not letter.isascii())
    letters = "".join(letter for letter, _ in sorted(counts.most_common(len(FREE))))
    shorter = str.maketrans(letters, FREE[: len(letters)])
    return AskedTexts(letters, tuple(text.translate(shorter) for text in texts))


def _neighbours(texts: list[str]) -> list[str]:
    """The texts in an order in which each is followed by the one that shares most parts with it."""
    rest = {text: _parts(text) for text in texts}
    ordered: list[str] = []
    while rest:
        parts = _parts(ordered[-1]) if ordered else set()
        nearest = max(rest, key=lambda text: len(rest[text] & parts))
        ordered.append(nearest)
        del rest[nearest]
    return ordered


def _parts(text: str) -> set[str]:
    return {text[i : i + SIZE] for i in range(max(1, len(text) - SIZE + 1))}


def _worths(plain: Sequence[Sequence[str]]) -> Iterator[tuple[float, int, str]]:
    """Yield worth, page and text of each phrasing.

    The worth is the share of its parts that no shorter phrasing of the page has, divided by the
    square root of its length.
    """
    for page, texts in enumerate(plain):
        known: set[str] = set()
        for text in sorted(texts, key=len):
            parts = _parts(text)
            yield len(parts - known) / len(parts) / max(1, len(text)) ** 0.5, page, text
            known |= parts
