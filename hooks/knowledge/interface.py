"""The words of the interface: what the build itself writes into a page.

Answers: how does a label read in a language? Every key that the build uses stands in KEYS, so
that a text that is missing in a language is found before a page is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge import tree
from knowledge.words import Words, words_of

KEYS = frozenset(
    {
        "contact-as-of",
        "contact-closed-now",
        "contact-cost",
        "contact-dial-typed",
        "contact-hours",
        "contact-languages",
        "contact-limits",
        "contact-old",
        "contact-open-now",
        "contact-page",
        "contact-purpose",
        "date-undated",
        "date-unread",
        "glossary-reading",
        "not-found-home",
        "not-found-text",
        "not-found-title",
        "opened-never",
        "opened-on",
        "page-old",
        "page-reviewed",
        "say-copied",
        "say-copy",
        "source-read",
        "sources-intro",
        "sources-title",
    }
)


@dataclass(frozen=True, slots=True)
class Interface:
    """The table of interface texts."""

    texts: Mapping[str, Words]

    @classmethod
    def from_tree(cls, data: tree.Tree) -> Interface:
        """The table from interface.yml; texts that are missing are left out."""
        pairs = data.pairs if isinstance(data, tree.Mapping) else ()
        found = ((pair.key, words_of(pair.value)) for pair in pairs)
        return cls({key: words for key, words in found if words is not None})

    def text(self, key: str, language: str, **values: str) -> str:
        """A text in a language, with `{name}` filled in; the key itself where it is missing."""
        words = self.texts.get(key)
        return words.in_language(language).format(**values) if words else key
