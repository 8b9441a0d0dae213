"""prose.yml as values: what the prose of this site is held to.

Answers: which limits, words and spellings count for a page of a language? The rules that use them
are in prose.py; none of them knows a subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from knowledge import yaml_tree
from knowledge.data.schema import faults_of_list
from knowledge.data.values import COUNT, UNKNOWN, WRONG_TYPE, Field, Kind, Schema
from knowledge.finding import Finding
from knowledge.suggestion import did_you_mean


class Part(Enum):
    """The parts of prose.yml that are lists of entries, with the fields of each."""

    LIMITS = "limits"
    UNWANTED = "unwanted"
    SPELLINGS = "spellings"
    ABSOLUTE = "absolute"
    LINKS = "links"
    LONGER = "longer"


LANGUAGE, WORDS, REASON = (Field(n, Kind.TEXT) for n in ("language", "words", "reason"))
FIELDS = {
    Part.LIMITS: (
        Field("pages", Kind.ANY_TEXT),
        LANGUAGE,
        Field("sentence", Kind.COUNT),
        Field("commas", Kind.COUNT, is_required=False),
        Field("grade", Kind.COUNT, is_required=False),
        REASON,
    ),
    Part.UNWANTED: (LANGUAGE, WORDS, REASON),
    Part.SPELLINGS: (LANGUAGE, Field("wrong", Kind.TEXT), Field("right", Kind.TEXT)),
    Part.ABSOLUTE: (LANGUAGE, WORDS, Field("unless", Kind.TEXT, is_required=False), REASON),
    Part.LINKS: (
        LANGUAGE,
        WORDS,
        Field("to", Kind.TEXT),
        Field("or", Kind.TEXT, is_required=False),
        REASON,
    ),
    Part.LONGER: (LANGUAGE, Field("text", Kind.TEXT), REASON),
}
TEXTS = ("skip", "names", "hosts")
"""The parts that are lists of texts."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How long sentences may be on some pages of a language."""

    pages: str
    """The beginning of a page's path; empty for every page."""
    language: str
    sentence: int
    """The longest sentence: characters in Japanese, words elsewhere."""
    commas: int | None
    grade: int | None
    """The highest Flesch-Kincaid grade of a page."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are looked for in a language, with what goes with them."""

    language: str
    words: str
    other: str
    """The right spelling, the words in which they may stand, or the link that they need."""
    second: str
    """Another link that will do."""
    reason: str


@dataclass(frozen=True, slots=True)
class ProseStyle:
    """All of prose.yml."""

    skip: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    """Hosts that pages may name beside those of the data, in lower case."""
    limits: tuple[Limit, ...] = ()
    unwanted: tuple[Phrase, ...] = ()
    spellings: tuple[Phrase, ...] = ()
    absolute: tuple[Phrase, ...] = ()
    links: tuple[Phrase, ...] = ()
    longer: tuple[Phrase, ...] = ()

    def skips(self, page_path: str) -> bool:
        """Whether the prose of a page is left alone."""
        return page_path.startswith(self.skip)

    def limit(self, page_path: str, language: str) -> Limit | None:
        """The limits of a page; None where none are set."""
        fitting = (
            limit
            for limit in self.limits
            if limit.language == language and page_path.startswith(limit.pages)
        )
        return next(fitting, None)


def faults(path: str, data: yaml_tree.Tree, asked: Schema) -> Iterator[Finding]:
    """What in prose.yml does not fit its shape."""
    if isinstance(data, yaml_tree.Scalar) and not data.text:
        return
    if not isinstance(data, yaml_tree.Mapping):
        yield Finding(path, data.line, WRONG_TYPE, "this file has no keys", "Write 'limits:' first")
        return
    parts = (*TEXTS, *(part.value for part in Part))
    for pair in data.pairs:
        if pair.key not in parts:
            remedy = did_you_mean(pair.key, parts, f"Use one of: {', '.join(parts)}")
            yield Finding(path, pair.line, UNKNOWN, f"there is no part '{pair.key}'", remedy)
    for part, fields in FIELDS.items():
        found = data.get(part.value)
        if found is not None:
            yield from faults_of_list(path, found, fields, asked)


def from_tree(data: yaml_tree.Tree) -> ProseStyle:
    """prose.yml as values; entries with a fault are left out."""
    if not isinstance(data, yaml_tree.Mapping):
        return ProseStyle()
    return ProseStyle(
        skip=_texts(data, "skip"),
        names=tuple(sorted(_texts(data, "names"), key=len, reverse=True)),
        hosts=tuple(host.lower() for host in _texts(data, "hosts")),
        limits=tuple(_limits(data)),
        unwanted=tuple(_phrases(data, Part.UNWANTED)),
        spellings=tuple(_phrases(data, Part.SPELLINGS, "wrong", "right")),
        absolute=tuple(_phrases(data, Part.ABSOLUTE, "words", "unless")),
        links=tuple(_phrases(data, Part.LINKS, "words", "to", "or")),
        longer=tuple(_phrases(data, Part.LONGER, "text")),
    )


def _texts(data: yaml_tree.Mapping, key: str) -> tuple[str, ...]:
    found = data.get(key)
    items = found.items if isinstance(found, yaml_tree.Sequence) else ()
    texts = (item.text for item in items if isinstance(item, yaml_tree.Scalar))
    return tuple(text for text in texts if text.strip() or key == "skip")


def _entries(data: yaml_tree.Mapping, part: Part) -> Iterator[dict[str, str]]:
    found = data.get(part.value)
    for entry in found.items if isinstance(found, yaml_tree.Sequence) else ():
        pairs = entry.pairs if isinstance(entry, yaml_tree.Mapping) else ()
        values = {p.key: p.value.text for p in pairs if isinstance(p.value, yaml_tree.Scalar)}
        if all(field.name in values for field in FIELDS[part] if field.is_required):
            yield values


def _phrases(
    data: yaml_tree.Mapping, part: Part, words: str = "words", other: str = "", second: str = ""
) -> Iterator[Phrase]:
    for values in _entries(data, part):
        yield Phrase(
            language=values["language"],
            words=values[words],
            other=values.get(other, ""),
            second=values.get(second, ""),
            reason=values.get("reason", ""),
        )


def _limits(data: yaml_tree.Mapping) -> Iterator[Limit]:
    for values in _entries(data, Part.LIMITS):
        counts = {key: values.get(key, "") for key in ("sentence", "commas", "grade")}
        if all(not text or COUNT.fullmatch(text) for text in counts.values()):
            yield Limit(
                pages=values["pages"],
                language=values["language"],
                sentence=int(counts["sentence"]),
                commas=int(counts["commas"]) if counts["commas"] else None,
                grade=int(counts["grade"]) if counts["grade"] else None,
            )
