"""Absolute URLs of pages: canonical URL, hreflang alternates, sitemap, social card.

Answers: what is a page's canonical URL, what are the URLs of its counterparts, and which pages are
in the sitemap? A fallback page, shown where a translation is missing, is never a counterpart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.site.languages import DOCS, HOME, source_in
from knowledge.site.site import Site

ANY_LANGUAGE = "x-default"
SOCIAL_CARDS = "assets/card."
"""Path of a social card from the site's root, up to its language."""


@dataclass(frozen=True, slots=True)
class Address:
    """The absolute URL of a page in a language, for a `hreflang` link."""

    language: str
    """Tag of a language in BCP 47, or `x-default` for readers of all other languages."""
    url: str


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One page of the sitemap."""

    url: str
    day: str
    """Day of the last change of its source, YYYY-MM-DD; empty if unknown."""
    counterparts: tuple[Address, ...]


def canonical_url(site: Site, page_path: str, language: str, site_url: str) -> str:
    """The canonical URL of a page in a language's folder, or of the page that stands in for it."""
    shown = site.shown(page_path, language)
    code = site.language_of(shown) if shown else site.languages.default
    return site_url + _published(site, page_path, code)


def counterparts(site: Site, page_path: str, language: str, site_url: str) -> tuple[Address, ...]:
    """The URLs of a page in every language that has a source for it, then `x-default`.

    None on the pages of a language that hreflang does not name: such links have to be mutual.
    """
    offered = site.languages.offered
    found = [
        Address(site.languages.tag(code), site_url + _published(site, page_path, code))
        for code in offered
        if source_in(code, page_path) in site.sources
    ]
    return (*found, Address(ANY_LANGUAGE, found[0].url)) if found and language in offered else ()


def social_card(site: Site, language: str) -> str:
    """Path of a language's social card from the site's root; empty if there is none."""
    path = f"{SOCIAL_CARDS}{language}.png"
    return path if f"{DOCS}/{path}" in site.assets else ""


def sitemap(site: Site, site_url: str, days: Mapping[str, str]) -> Iterator[SitemapEntry]:
    """The entries of the sitemap: every page that has a source, without fallback pages.

    `days` has, by source path, the day of its last change, YYYY-MM-DD.
    """
    for source in site.sources.values():
        language = site.languages.of(source.path)
        if language is not None:
            page_path = site.languages.page_path(source.path)
            yield SitemapEntry(
                site_url + _published(site, page_path, language),
                days.get(source.path, ""),
                counterparts(site, page_path, language, site_url),
            )


def _published(site: Site, page_path: str, language: str) -> str:
    """The URL of a page from the site's root; that of a home page is its folder."""
    url = site.languages.page_url(page_path, language)
    return url.removesuffix("index.html") if page_path == HOME else url
