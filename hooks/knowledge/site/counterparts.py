"""Pages and their counterparts in other languages.

Answers: which pages are translations of each other, which of them can be compared by id, and which
sections of a translation may be behind?
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.markdown.front_matter import Key
from knowledge.markdown.sections import TOP, sections
from knowledge.markdown.source import Source
from knowledge.site.freshness import digest, is_stale
from knowledge.site.languages import source_in
from knowledge.site.site import Site
from knowledge.suggestion import nearest

MIN_SHARED = 0.8
"""Minimum share of common ids, 0 to 1, of two pages that count as translations of each other."""


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page of the default language and the same page in another one."""

    original: Source
    translation: Source
    original_lines: Mapping[str, int]
    """The 1-based line of every id, in the order of the lines."""
    translated_lines: Mapping[str, int]
    is_abridged: bool = False
    """Whether the translation says less than the original, and nothing else."""

    def comparable_sections(self) -> frozenset[str]:
        """The ids of the sections that end at the same heading in both pages; TOP may be one.

        A heading that only one page has is reported by itself, and the other page may have the
        text below it at the end of the section before.
        """
        ends = [_ends_of_sections(source) for source in (self.original, self.translation)]
        known = (self.original_lines.keys() & self.translated_lines.keys()) | {TOP}
        return frozenset(
            name
            for name in known
            if all(name in each and each[name] in {"", *known} for each in ends)
        )


def _texts(source: Source) -> dict[str, list[str]]:
    """The lines of each section that are not empty."""
    return {each.id: each.written_lines for each in sections(source)}


def sections_behind(
    pair: PagePair, site: Site, read: Callable[[Source], Mapping[str, object]] = _texts
) -> frozenset[str]:
    """The ids of the sections in which a translation may be behind its original; TOP may be one.

    These are the sections of the original that differ from the merge base, if the translation was
    up to date there; else all of them. `read` returns what is compared, by the id of the section;
    by default the text.
    """
    if not is_stale(pair.original, pair.translation):
        return frozenset()
    before = site.at_merge_base(pair.original)
    was_up_to_date = pair.translation.meta(Key.TRANSLATES) == digest(before)
    known, now = read(before) if was_up_to_date else {}, read(pair.original)
    names = {TOP, *now, *known, *pair.original_lines, *pair.translated_lines}
    return frozenset(
        name for name in names if not was_up_to_date or known.get(name) != now.get(name)
    )


def _ends_of_sections(source: Source) -> dict[str, str]:
    """By the id of each section, that of the next heading; empty for the last one."""
    names = [TOP, *(heading.id or TOP for heading in source.headings)]
    return dict(zip(names, [*names[1:], ""], strict=True))


def in_other_languages(source: Source, site: Site) -> Iterator[Source]:
    """The same page in the other languages, in their order."""
    page_path = site.languages.page_path(source.path)
    for language in site.languages.codes:
        other = site.sources.get(source_in(language, page_path))
        if other and other is not source:
            yield other


def pages_without(site: Site, language: str, other: str) -> list[str]:
    """Paths, inside the language, of the pages that `language` has and `other` lacks."""
    paths = (site.languages.page_path(source.path) for source in site.in_language(language))
    return [path for path in paths if source_in(other, path) not in site.sources]


def renamed_counterpart(
    site: Site, page: Source, language: str, page_paths: Iterable[str]
) -> str | None:
    """The counterpart, among page paths in a language, of a page that has a different path there.

    It is the candidate with a similar path, or else the first with mostly the same ids; or None.
    """
    candidates = list(page_paths)
    if similar := nearest(site.languages.page_path(page.path), candidates):
        return similar
    own = {heading.id for heading in page.headings if heading.id}
    for path in candidates:
        other = {each.id for each in site.sources[source_in(language, path)].headings if each.id}
        if len(own) > 1 and len(own & other) >= MIN_SHARED * len(own | other):
            return path
    return None


@lru_cache(maxsize=1)
def pairs(site: Site) -> tuple[PagePair, ...]:
    """Every translation with its original, if both are readable; cached for the rules."""
    return tuple(_pairs(site))


def _pairs(site: Site) -> Iterator[PagePair]:
    for page_path, original in site.originals().items():
        for language in site.languages.codes[1:]:
            translation = site.sources.get(source_in(language, page_path))
            if translation and original.is_readable and translation.is_readable:
                lines = _lines(original), _lines(translation)
                is_abridged = site.languages[language].is_abridged
                yield PagePair(original, translation, *lines, is_abridged)


@lru_cache(maxsize=1)
def comparable_pairs(site: Site) -> tuple[PagePair, ...]:
    """The pairs in which every heading has an explicit id and no id is repeated."""
    return tuple(
        pair
        for pair in pairs(site)
        if _is_comparable(pair.original) and _is_comparable(pair.translation)
    )


def _is_comparable(source: Source) -> bool:
    has_ids = all(heading.id for heading in source.headings)
    return has_ids and len(source.ids) == len(source.anchors) and not source.excess


def _lines(source: Source) -> dict[str, int]:
    return {anchor.id: anchor.line for anchor in source.anchors}
