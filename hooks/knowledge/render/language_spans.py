"""Words of another language in a page, marked as such, so that a screen reader says them right.

Answers: which words of a page are in which other language? Known by their letters: only what a
page's own language cannot be written in is found. Words in Latin letters are left to the author
(`{: lang=... }`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

JAPANESE = "\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f々〆"
LETTERS = {
    "ja": re.compile(f"「?[{JAPANESE}][{JAPANESE}、。「」]*"),
    "ko": re.compile("[\uac00-\ud7a3]+(?: [\uac00-\ud7a3]+)*"),
}
"""Runs of the letters that tell a language from those written in Latin letters."""
SHARED = {"ja": frozenset({"ja", "zh"}), "ko": frozenset({"ko"})}
"""In which languages such letters are at home."""
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>|<!--.*?-->", re.DOTALL)
"""A tag ends at a `>` outside of its quotes."""
MARK = '<span lang="{language}">{words}</span>'


def with_languages(html: str, language: str, others: Iterable[str]) -> str:
    """HTML in which every run of another language's letters says its language.

    What stands in an element that says its language already is left as it is.

    Args:
        html: of a page, or of a part of it.
        language: of the page.
        others: the other languages of the site.
    """
    for other in others:
        letters = LETTERS.get(other)
        if letters and language not in SHARED[other] and letters.search(html):
            html = "".join(_marked(html, other, letters))
    return html


def _marked(html: str, language: str, letters: re.Pattern[str]) -> Iterator[str]:
    end = 0
    inside, depth = "", 0
    for tag in TAG.finditer(html):
        text = html[end : tag.start()]
        yield text if depth else letters.sub(lambda words: _mark(words[0], language), text)
        yield tag[0]
        end = tag.end()
        if depth and tag[2] == inside:
            depth += -1 if tag[1] else 1
        elif not depth and not tag[1] and f' lang="{language}' in tag[0]:
            inside, depth = tag[2], 1
    text = html[end:]
    yield text if depth else letters.sub(lambda words: _mark(words[0], language), text)


def _mark(words: str, language: str) -> str:
    return MARK.format(language=language, words=words)
