"""The phrasings of the search index: plain letters, and few enough to load fast.

Answers: which phrasings of docs/_data/asked go into the index of a language, and how are they
written there? They are compared with queries in overrides/assets/javascripts/search/asked.js.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence

MOST_BYTES = 20_600
"""The most that the phrasings of a language may take, compressed."""
SIZE = 3
"""Characters in the parts by which phrasings are compared."""
KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {ord("ー"): None}
"""Katakana to hiragana, without long-vowel marks: analyzer.js makes no difference either."""
WITHOUT_SPACES = re.compile(r"[\u0e00-\u0e7f\u3041-\u9fff\uac00-\ud7a3]")


def phrasings(by_page: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The phrasings for the index by page: plain, sorted, one a line.

    Where they are more than MOST_BYTES, those that add least to the others of their page for their
    length are left out.

    Args:
        by_page: phrasings as written, by page.
    """
    plain = {page: sorted(set(map(_plain, written))) for page, written in by_page.items()}
    ranked = sorted(_worths(plain), reverse=True)
    count = len(ranked)
    while len(zlib.compress("\n".join(_texts(ranked[:count])).encode(), 9)) > MOST_BYTES:
        count -= max(1, count // 100)
    kept = {(page, text) for _, page, text in ranked[:count]}
    return {page: "\n".join(t for t in own if (page, t) in kept) for page, own in plain.items()}


def _plain(phrasing: str) -> str:
    """A phrasing without what analyzer.js folds away: width, case, katakana, punctuation."""
    text = unicodedata.normalize("NFKC", phrasing).lower().translate(KATAKANA)
    letters = "".join(c if unicodedata.category(c)[0] in "LMN" or c in "'’" else " " for c in text)
    return ("" if WITHOUT_SPACES.search(text) else " ").join(letters.split())


def _worths(plain: Mapping[str, Sequence[str]]) -> Iterator[tuple[float, str, str]]:
    """Yield worth, page and text of each phrasing.

    The worth is the share of its parts that no shorter phrasing of the page has, divided by the
    square root of its length.
    """
    for page, texts in plain.items():
        known: set[str] = set()
        for text in sorted(texts, key=len):
            parts = {text[i : i + SIZE] for i in range(max(1, len(text) - SIZE + 1))}
            yield len(parts - known) / len(parts) / max(1, len(text)) ** 0.5, page, text
            known |= parts


def _texts(ranked: Sequence[tuple[float, str, str]]) -> list[str]:
    """The texts in the order of the index: by page, sorted."""
    return [text for _, text in sorted((page, text) for _, page, text in ranked)]
