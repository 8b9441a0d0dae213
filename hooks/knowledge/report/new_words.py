"""Words of changed pages that are new to the whole site.

Answers: which names and words are in a changed page that no page or data file contained before? A
malicious change often needs a new name: of a program to install, an account to write to, a body to
trust. Most other words of a change are not new. Data files are not searched: data_changes.py
reports each of their values.
"""

import re
from collections.abc import Iterator, Mapping

from knowledge.markdown.source import read
from knowledge.site.languages import CONTRIBUTING

WORD = re.compile(r"[^\W\d_\u3040-\u309f\u4e00-\u9fff][^\W_\u3040-\u309f\u4e00-\u9fff]+")
"""A word without hiragana and kanji, which have no spaces between words."""
NO_WORD = re.compile(r"\]\([^()]*\)|\{[#:][^{}]*\}|https?://\S+|<[^<>]*>", re.ASCII)
"""Link targets, ids and tags, which are reported elsewhere."""


def new_words(
    before: Mapping[str, bytes | None], now: Mapping[str, bytes]
) -> Iterator[tuple[str, list[str]]]:
    """The new words of each changed page with its path, capitalised words first."""
    pages = (path for path in before if path.endswith(".md") and f"/{CONTRIBUTING}" not in path)
    changed = {path: now[path] for path in pages if path in now}
    if not changed:
        return
    known = {
        word.casefold()
        for path, content in {**now, **before}.items()
        if content and path.endswith((".md", ".yml"))
        for word in _words(content.decode("utf-8", errors="replace"))
    }
    for path, content in sorted(changed.items()):
        own = {word for word in _words(read(path, content).body) if word.casefold() not in known}
        if own:
            yield path, sorted(own, key=lambda word: (word.islower(), word))


def _words(text: str) -> list[str]:
    return WORD.findall(NO_WORD.sub(" ", text))
