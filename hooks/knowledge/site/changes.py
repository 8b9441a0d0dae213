"""What changed on the pages, as their front matter says.

Answers: which changes does a page name, and which has the whole site, the newest first? Entries
stand in the default language's source only, with their sentences in every language. In a partial
language, whose pages may say less, only those with a sentence in it count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from knowledge.data.changes import Change, read_changes
from knowledge.data.reader import Reader
from knowledge.finding import Finding
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.source import Source
from knowledge.site.build_time import latest_day
from knowledge.site.languages import HOME, Languages
from knowledge.site.site import Site


@dataclass(frozen=True, slots=True)
class PageChange:
    """A change, and the page that it is about."""

    page_path: str
    """The path of the page inside its language: `guide.md`."""
    change: Change
    number: int
    """Its place among the entries of the page with the same day and kind, from 1; the oldest comes
    first, so that it stays the same when others are added above."""


def changes_of(source: Source, languages: Languages) -> tuple[tuple[Change, ...], list[Finding]]:
    """The changes that a source names, in the order written, and the faults of the entries."""
    reader = Reader(source.path, languages.codes, languages.complete, latest_day())
    return read_changes(source.value(Key.CHANGES), reader), reader.findings


def page_changes(site: Site, page_path: str, language: str) -> tuple[PageChange, ...]:
    """The changes of a page for readers of a language, the newest first."""
    is_complete = language in site.languages.complete
    found = _by_page(site).get(page_path, ())
    return tuple(each for each in found if is_complete or each.change.texts.has(language))


def all_changes(site: Site, language: str) -> tuple[PageChange, ...]:
    """The changes of all pages, the newest first; within a day in the order of the pages."""
    found = (each for page in _by_page(site) for each in page_changes(site, page, language))
    return tuple(sorted(found, key=lambda each: each.change.day, reverse=True))


@lru_cache(maxsize=2)
def _by_page(site: Site) -> Mapping[str, tuple[PageChange, ...]]:
    """By page path, its changes in all languages, the newest first."""
    found = {}
    for page_path, source in site.originals().items():
        changes, _ = changes_of(source, site.languages)
        # A stable sort: entries of one day stay in the order written.
        newest_first = sorted(changes, key=lambda each: each.day, reverse=True)
        if newest_first:
            found[page_path] = tuple(_numbered(page_path, newest_first))
    return found


@lru_cache(maxsize=2)
def changes_page(site: Site) -> str:
    """The path of the page that lists all changes, inside its language; else of the home page."""
    listing = (
        page_path
        for page_path, source in site.originals().items()
        if source.meta(Key.LIST) == DataList.CHANGES
    )
    return next(listing, HOME)


def _numbered(page_path: str, changes: list[Change]) -> Iterator[PageChange]:
    left: dict[tuple[date, str], int] = {}
    for change in changes:
        left[change.day, change.kind] = left.get((change.day, change.kind), 0) + 1
    for change in changes:
        yield PageChange(page_path, change, left[change.day, change.kind])
        left[change.day, change.kind] -= 1
