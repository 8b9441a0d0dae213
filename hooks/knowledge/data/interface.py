"""interface.yml: the interface texts that the build adds to pages, in every language.

Answers: what is the text of a key in a language? KEYS lists every key that the build uses, so that
a missing translation is found before a page is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from string import Formatter

from knowledge import yaml_tree
from knowledge.data.reader import MISSING, WRONG_TYPE, Field, Reader, read_fields
from knowledge.data.texts import TEXTS, Texts, texts_of

BESIDE_DIGIT = re.compile(r"\d[\s.-]?\{|\}[\s.-]?\d")
"""A digit next to a placeholder, where it would look like a part of the value filled in."""


def placeholders(text: str) -> frozenset[str] | None:
    """Names of the `{name}` placeholders in a text; None if its braces are anything else."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    names = [name for _, name, _, _ in parts if name is not None]
    is_plain = all(name.isidentifier() for name in names)
    is_plain = is_plain and not any(spec or conversion for _, _, spec, conversion in parts)
    return frozenset(names) if is_plain else None


KEYS: dict[str, frozenset[str]] = {
    text.partition("{")[0]: placeholders(text) or frozenset()
    for text in """
    actions edit-page framed furigana glossary-reading help-lines-note languages menu print
    report-mistake skip urgent
    book-accessibility book-offer{date}
    card-code-note{date}
    changes-earlier changes-law changes-none changes-number changes-title changes-wording
    check-after check-before check-changed{count} check-changed-what check-code check-finding
    check-more{count} check-owners{place} check-place check-rules{page}
    check-title{errors}{notices}
    contact-as-of{date} contact-closed-now contact-cost contact-dial-typed{number} contact-hours
    contact-languages contact-limits contact-more contact-old contact-open-now contact-page
    contact-purpose contact-reach
    copy-changes{date} copy-newest copy-notice{date} copy-offer{date} copy-open{name} copy-unpack
    date-undated date-unread
    display-dark display-light
    data-caveat{date}{url}
    drawing-text
    feed-title{name}
    missing-text missing-title
    moved-link moved-title
    not-found-home not-found-text not-found-title
    offline-close offline-foreign{date} offline-keep offline-keep-failed offline-keeping
    offline-kept{date} offline-load offline-network offline-newer offline-remove
    offline-remove-failed offline-removed
    opened-on{date}
    page-behind{name} page-behind-link{name} page-contents{count} page-old page-reviewed{date}
    page-stands-in{name}
    paper-codes paper-date{date} paper-file{size}
    say-copied say-copy say-failed
    search-clear search-close search-contacts search-failed search-help search-in-language{name}
    search-label search-loading search-more-one search-more-other{count} search-none search-one
    search-other{count} search-placeholder search-retry search-start search-suggestions
    share share-copied share-failed share-text
    source-read{date} sources-count{count} sources-intro sources-title sources-unopened
    """.split()
}
"""Every key that the build uses, with the placeholders that its text must have."""
FIELDS = {
    key: Field(TEXTS, f"Filled in: {', '.join(sorted(names))}." if names else "", key, True, key)
    for key, names in sorted(KEYS.items())
}


@dataclass(frozen=True, slots=True, eq=False)
class InterfaceTexts:
    """The interface texts by key; compared by identity, so that caches can use it as a key."""

    texts: Mapping[str, Texts]

    @classmethod
    def from_tree(cls, data: yaml_tree.Tree) -> InterfaceTexts:
        """Build the table from interface.yml; missing or invalid texts are left out."""
        pairs = yaml_tree.pairs_of(data)
        found = ((pair.key, _usable_texts(pair.key, texts_of(pair.value))) for pair in pairs)
        return cls({key: texts for key, texts in found if texts is not None})

    def text(self, key: str, language: str, **values: str) -> str:
        """The text of a key with its placeholders filled in; the key itself if it has no text."""
        texts = self.texts.get(key)
        return texts.text((language,)).format(**values) if texts else key


def read_interface(found: yaml_tree.Tree, reader: Reader) -> InterfaceTexts:
    """Read interface.yml; every text is required, also in a partial language."""
    if isinstance(found, yaml_tree.Scalar) and not found.text:
        remedy = f"Write '{min(KEYS)}:' and the other keys with their texts"
        reader.report(0, MISSING, "there are no interface texts", remedy)
    elif not isinstance(found, yaml_tree.Mapping):
        remedy = "Write 'key:' and its texts"
        reader.report(found.line, WRONG_TYPE, "this file has no keys", remedy)
    else:
        read_fields(FIELDS, found, replace(reader, complete=reader.languages))
        _check_braces(found, reader)
    return InterfaceTexts.from_tree(found)


def _check_braces(table: yaml_tree.Mapping, reader: Reader) -> None:
    """Report texts whose placeholders are not those that the build fills in."""
    for pair in table.pairs:
        wanted = KEYS.get(pair.key)
        for text in yaml_tree.pairs_of(pair.value):
            if wanted is None or not isinstance(text.value, yaml_tree.Scalar):
                continue
            if BESIDE_DIGIT.search(text.value.text):
                fact = f"a digit stands beside the braces of '{pair.key}' in '{text.key}'"
                reader.report(text.line, WRONG_TYPE, fact, "Leave the digit out")
            elif placeholders(text.value.text) != wanted:
                names = ", ".join(f"'{{{name}}}'" for name in sorted(wanted)) or "no braces"
                where = f"the braces of '{pair.key}' in '{text.key}'"
                fact = f"{where} are not what the build fills in"
                reader.report(text.line, WRONG_TYPE, fact, f"Use {names}")


def _usable_texts(key: str, texts: Texts | None) -> Texts | None:
    """The texts with the right placeholders; None if there are none."""
    found = texts.texts if texts else ()
    good = tuple(pair for pair in found if placeholders(pair[1]) == KEYS.get(key))
    return Texts(good) if good else None
