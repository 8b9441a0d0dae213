"""Where pages are published, and what each says about its counterparts.

Answers: which address does a page have for search engines, which counterparts does it name, and
what stands in the sitemap? A page that stands in for a missing translation is not one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.site.languages import DOCS, source_in
from knowledge.site.site import Site

ANY_LANGUAGE = "x-default"
HOME = "index.md"
SOCIAL_CARDS = "assets/card."
"""The beginning of the path of a social card, before its language."""
ADDRESSES = "page_addresses"
"""The name by which the template knows a page's counterparts."""


@dataclass(frozen=True, slots=True)
class Address:
    """The absolute address of a page in a language."""

    language: str
    """A language, or `x-default`: for readers of every other one."""
    url: str


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One page of the sitemap."""

    url: str
    day: str
    """When its text last changed, YYYY-MM-DD; empty where nobody knows."""
    counterparts: tuple[Address, ...]


def canonical_url(site: Site, page_path: str, language: str, site_url: str) -> str:
    """The address under which a page's text belongs: the original's, where it stands in.

    Args:
        site: what exists.
        page_path: the page inside its language, `guide.md`.
        language: the language of the pages around it.
        site_url: where the site is published, with a slash at the end.
    """
    is_there = source_in(language, page_path) in site.sources
    shown = language if is_there else site.languages.default
    return site_url + _published(site, page_path, shown)


def counterparts(site: Site, page_path: str, site_url: str) -> tuple[Address, ...]:
    """The addresses of a page in every language that has it, then that for all others."""
    languages = [
        code for code in site.languages.codes if source_in(code, page_path) in site.sources
    ]
    found = [Address(code, site_url + _published(site, page_path, code)) for code in languages]
    return (*found, Address(ANY_LANGUAGE, found[0].url)) if found else ()


def social_card(site: Site, language: str) -> str:
    """The picture shown where a page is shared, from the site's root; empty where none is drawn."""
    path = f"{SOCIAL_CARDS}{language}.png"
    return path if f"{DOCS}/{path}" in site.assets else ""


def sitemap(site: Site, site_url: str, days: Mapping[str, str]) -> Iterator[SitemapEntry]:
    """Every page that is really there, in each of its languages.

    Args:
        site: what exists.
        site_url: where it is published, with a slash at the end.
        days: by path of a source, the day it last changed, YYYY-MM-DD.
    """
    for source in site.sources.values():
        language = site.languages.of(source.path)
        if language is not None:
            page_path = site.languages.page_path(source.path)
            yield SitemapEntry(
                site_url + _published(site, page_path, language),
                days.get(source.path, ""),
                counterparts(site, page_path, site_url),
            )


def _published(site: Site, page_path: str, language: str) -> str:
    """A page's address from the site's root; a first page is its folder's."""
    url = site.languages.page_url(page_path, language)
    return url.removesuffix("index.html") if page_path == HOME else url
