"""The words of the interface: what the build itself writes into a page.

Answers: how does a label read in a language? Every key that the build uses stands in KEYS, so
that a text that is missing in a language is found before a page is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from knowledge import yaml_tree
from knowledge.data.texts import Words, words_of

NOTHING: frozenset[str] = frozenset()
KEYS: dict[str, frozenset[str]] = {
    "actions": NOTHING,
    "check-after": NOTHING,
    "check-before": NOTHING,
    "check-changed": frozenset({"count"}),
    "check-changed-what": NOTHING,
    "check-code": NOTHING,
    "check-finding": NOTHING,
    "check-more": frozenset({"count"}),
    "check-owners": frozenset({"place"}),
    "check-place": NOTHING,
    "check-rules": frozenset({"page"}),
    "check-title": frozenset({"errors", "notices"}),
    "contact-as-of": frozenset({"date"}),
    "contact-closed-now": NOTHING,
    "contact-cost": NOTHING,
    "contact-dial-typed": frozenset({"number"}),
    "contact-hours": NOTHING,
    "contact-languages": NOTHING,
    "contact-limits": NOTHING,
    "contact-old": NOTHING,
    "contact-open-now": NOTHING,
    "contact-page": NOTHING,
    "contact-purpose": NOTHING,
    "copy-newest": NOTHING,
    "copy-notice": frozenset({"date"}),
    "copy-offer": frozenset({"date"}),
    "copy-open": frozenset({"name"}),
    "copy-unpack": NOTHING,
    "date-undated": NOTHING,
    "date-unread": NOTHING,
    "display-dark": NOTHING,
    "display-light": NOTHING,
    "edit-page": NOTHING,
    "framed": NOTHING,
    "glossary-reading": NOTHING,
    "languages": NOTHING,
    "menu": NOTHING,
    "missing-text": NOTHING,
    "missing-title": NOTHING,
    "moved-link": NOTHING,
    "moved-title": NOTHING,
    "not-found-home": NOTHING,
    "not-found-text": NOTHING,
    "not-found-title": NOTHING,
    "offline-close": NOTHING,
    "offline-foreign": frozenset({"date"}),
    "offline-keep": NOTHING,
    "offline-keep-failed": NOTHING,
    "offline-keeping": NOTHING,
    "offline-kept": frozenset({"date"}),
    "offline-load": NOTHING,
    "offline-network": NOTHING,
    "offline-newer": NOTHING,
    "offline-remove": NOTHING,
    "offline-remove-failed": NOTHING,
    "offline-removed": NOTHING,
    "opened-never": NOTHING,
    "opened-on": frozenset({"date"}),
    "page-behind": frozenset({"name"}),
    "page-behind-link": frozenset({"name"}),
    "page-contents": frozenset({"count"}),
    "page-old": NOTHING,
    "page-reviewed": frozenset({"date"}),
    "page-stands-in": frozenset({"name"}),
    "print": NOTHING,
    "report-mistake": NOTHING,
    "say-copied": NOTHING,
    "say-copy": NOTHING,
    "search-clear": NOTHING,
    "search-close": NOTHING,
    "search-contacts": NOTHING,
    "search-failed": NOTHING,
    "search-help": NOTHING,
    "search-in-language": frozenset({"name"}),
    "search-label": NOTHING,
    "search-more-one": NOTHING,
    "search-more-other": frozenset({"count"}),
    "search-near": NOTHING,
    "search-none": NOTHING,
    "search-one": NOTHING,
    "search-other": frozenset({"count"}),
    "search-placeholder": NOTHING,
    "search-start": NOTHING,
    "share": NOTHING,
    "share-copied": NOTHING,
    "share-failed": NOTHING,
    "share-text": NOTHING,
    "skip": NOTHING,
    "source-read": frozenset({"date", "opened"}),
    "sources-intro": NOTHING,
    "sources-title": NOTHING,
    "urgent": NOTHING,
}
"""Every key that the build uses, and the names that its text has to hold in `{}`."""


@dataclass(frozen=True, slots=True, eq=False)
class Interface:
    """The table of interface texts; the same only as itself, so that what it words can be kept."""

    texts: Mapping[str, Words]

    @classmethod
    def from_tree(cls, data: yaml_tree.Tree) -> Interface:
        """The table from interface.yml; texts that are missing or faulty are left out."""
        pairs = data.pairs if isinstance(data, yaml_tree.Mapping) else ()
        found = ((pair.key, _whole(pair.key, words_of(pair.value))) for pair in pairs)
        return cls({key: words for key, words in found if words is not None})

    def text(self, key: str, language: str, **values: str) -> str:
        """A text in a language, with `{name}` filled in; the key itself where it is missing."""
        words = self.texts.get(key)
        return words.in_language(language).format(**values) if words else key


def _whole(key: str, words: Words | None) -> Words | None:
    """The texts whose braces are those that the build fills in; None where there are none."""
    texts = words.texts if words else ()
    good = tuple(pair for pair in texts if placeholders(pair[1]) == KEYS.get(key))
    return Words(good) if good else None


def placeholders(text: str) -> frozenset[str] | None:
    """The names that a text has in `{}`; None where its braces do not match or hold more."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    names = [name for _, name, _, _ in parts if name is not None]
    is_plain = all(name.isidentifier() for name in names)
    is_plain = is_plain and not any(spec or conversion for _, _, spec, conversion in parts)
    return frozenset(names) if is_plain else None
