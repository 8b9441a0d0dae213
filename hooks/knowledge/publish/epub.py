"""An EPUB of each language: its pages as a book for phones and e-readers.

Answers: which pages are in the book of a language, in which order, and which metadata has it? It
contains no scripts and loads nothing. Reproducible: the same pages and build date give the same
bytes. Its title and file names do not reveal the subject of the site to others who see the device.
Source: EPUB 3.3; EPUB Accessibility 1.1.
"""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote, urljoin, urlsplit

from markupsafe import Markup

from knowledge.markdown.front_matter import Key
from knowledge.publish.markdown_copies import caveat
from knowledge.publish.publish_context import PublishContext
from knowledge.publish.xhtml import Article, article_of
from knowledge.publish.zip_files import zipped
from knowledge.site.languages import CONTRIBUTING, HOME, source_in
from knowledge.site.licence import Licence, licence_of
from knowledge.site.mkdocs_yml import NavigationItem
from knowledge.site.published_names import book_file
from knowledge.site.site import Site
from knowledge.site.site_names import title
from knowledge.site.typed_links import CONTACTS_PAGE

MIMETYPE = "mimetype"
EPUB = "application/epub+zip"
XHTML = "application/xhtml+xml"
FOLDER = "book/"
PACKAGE, CONTENTS, FIRST_PAGE, STYLE = "package.opf", "contents.xhtml", "first.xhtml", "book.css"
"""Files inside FOLDER."""
PICTURES = {
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
"""Media types that every reader of EPUB 3.3 shows, by file extension."""
ONCE = frozenset({"help-lines"})
"""Classes of elements that most pages repeat: a book keeps them on home and contacts page only."""
FEATURES = ("structuralNavigation", "tableOfContents", "readingOrder", "unlocked")
DRAWING_FEATURES = ("alternativeText", "longDescription")
RUBY_FEATURES = ("fullRubyAnnotations",)


@dataclass(frozen=True, slots=True)
class BookFile:
    """A file in the manifest of a book."""

    id: str
    path: str
    """Relative to the package."""
    media_type: str
    content: bytes
    properties: str = ""


@dataclass(frozen=True, slots=True)
class BookEntry:
    """An entry of a book's contents: a page or a group of entries."""

    label: str
    tag: str
    """Of the language of the label."""
    path: str = ""
    entries: tuple[BookEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of a book."""

    page_path: str
    """Inside its language: `guide.md`."""
    url: str
    """Of the built page, from the site's root."""
    live_url: str
    """Absolute, or relative if the site has no URL."""
    title: str
    path: str
    article: Article


@dataclass(frozen=True, slots=True)
class BookFacts:
    """The metadata of a book, for the templates."""

    title: str
    tag: str
    direction: str
    identifier: uuid.UUID
    day: str
    licence: Licence
    accessibility: str
    has_drawings: bool
    features: tuple[str, ...]
    style: str = STYLE


@dataclass(slots=True)
class _Pictures:
    """The pictures of a book, named in the order of their first use."""

    files: Mapping[str, bytes]
    """Content of the built files, by path from the site's root."""
    found: dict[str, BookFile] = field(default_factory=dict)

    def path_of(self, page: BookPage, address: str) -> str:
        """The path of a picture in the book; empty for one that cannot be in it."""
        url = posixpath.normpath(posixpath.join(posixpath.dirname(page.url), unquote(address)))
        media_type = PICTURES.get(posixpath.splitext(url)[1].lower())
        if not media_type or url not in self.files:
            return ""
        if url not in self.found:
            name = f"picture-{len(self.found) + 1:02}"
            path = name + posixpath.splitext(url)[1].lower()
            self.found[url] = BookFile(name, path, media_type, self.files[url])
        return self.found[url].path


def book_of(site: Site, language: str, built: Container[str]) -> str:
    """The name of the book for readers of a language; empty if none that they read is built."""
    codes = (code for code in site.languages.order(language) if code in built)
    return next((book_file(code) for code in codes if page_paths(site, code)), "")


def page_paths(site: Site, language: str) -> tuple[str, ...]:
    """The pages of a language for readers, in the order of the navigation: `guide.md`."""
    own = site.paths_in_order(language)
    return tuple(path for path in own if not path.startswith(CONTRIBUTING))


def books(
    pages: Mapping[str, bytes], files: Mapping[str, bytes], context: PublishContext
) -> Iterator[tuple[str, bytes]]:
    """The books: path from the site's root, and content.

    `pages` are as the templates write them; `files` are all that are built, for pictures.
    """
    for language in context.folders:
        if chapters := list(_pages(pages, language, context)):
            yield book_file(language), _book(chapters, files, language, context)


def _pages(
    pages: Mapping[str, bytes], language: str, context: PublishContext
) -> Iterator[BookPage]:
    for number, page_path in enumerate(page_paths(context.site, language), start=1):
        url = context.folders[language] + page_path.removesuffix(".md") + ".html"
        if url not in pages:
            continue
        left_out = frozenset() if page_path in (HOME, CONTACTS_PAGE) else ONCE
        yield BookPage(
            page_path=page_path,
            url=url,
            live_url=context.url(page_path, language),
            title=context.site.sources[source_in(language, page_path)].meta(Key.TITLE),
            path=f"page-{number:02}.xhtml",
            article=article_of(pages[url].decode(), left_out),
        )


def _book(
    chapters: list[BookPage], files: Mapping[str, bytes], language: str, context: PublishContext
) -> bytes:
    """The bytes of a book."""
    by_url = {chapter.url: chapter for chapter in chapters}
    pictures = _Pictures(files)
    for chapter in chapters:
        chapter.article.rewrite_urls(
            partial(_target, chapter, by_url), partial(pictures.path_of, chapter)
        )
    book = _facts(chapters, language, context)
    texts = list(_texts(chapters, book, language, context))
    style = BookFile("style", STYLE, "text/css", context.book_style.encode())
    listed = [*texts, style, *pictures.found.values()]
    html = partial(context.components.html, "book")
    package = html("package", book=book, files=listed, spine=texts)
    entries = {
        MIMETYPE: EPUB.encode(),
        "META-INF/container.xml": _encoded(html("container", package=FOLDER + PACKAGE)),
        FOLDER + PACKAGE: _encoded(package),
        **{FOLDER + each.path: each.content for each in listed},
    }
    return zipped(entries.items(), context.site.today, uncompressed=(MIMETYPE,))


def _target(page: BookPage, by_url: Mapping[str, BookPage], address: str) -> str:
    """Where a link of a page leads in the book; empty if it leads nowhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    joined = posixpath.join(posixpath.dirname(page.url), parts.path) if parts.path else page.url
    there = by_url.get(posixpath.normpath(joined))
    if there is None:
        live = urljoin(page.live_url, address)
        return live if urlsplit(live).scheme else ""
    anchor = unquote(parts.fragment)
    fragment = f"#{anchor}" if anchor in there.article.ids else ""
    return fragment if fragment and there is page else there.path + fragment


def _facts(chapters: list[BookPage], language: str, context: PublishContext) -> BookFacts:
    described, site = context.site.languages[language], context.site
    has_drawings = any(c.article.has("svg") or c.article.has("img") for c in chapters)
    more = (*(DRAWING_FEATURES * has_drawings), *(RUBY_FEATURES * described.has_furigana))
    return BookFacts(
        # The name of the site may reveal its subject; the short title does not, even a fallback.
        title=names.text(site.languages.order(language))
        if (names := site.data.settings.names.title)
        else title(site, language, context.site_name).text,
        tag=described.tag,
        direction=described.direction,
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, f"{context.site_url}#{language}"),
        day=site.today.isoformat(),
        licence=licence_of(site.configuration),
        accessibility=site.data.interface.text("book-accessibility", language),
        has_drawings=has_drawings,
        features=FEATURES + more,
    )


def _texts(
    chapters: list[BookPage], book: BookFacts, language: str, context: PublishContext
) -> Iterator[BookFile]:
    """The XHTML files: first page, contents, pages."""
    html = partial(context.components.html, "book")

    def text(name: str, path: str, title: str, body: Markup, properties: str = "") -> BookFile:
        page = html("page", book=book, title=title, body=body)
        return BookFile(name, path, XHTML, _encoded(page), properties)

    url = context.site_url and context.url(HOME, language)
    before, _, after = caveat(context.site, language, url).partition(url or "\n")
    first = html("first_page", book=book, before=before, after=after, url=url)
    yield text("first", FIRST_PAGE, book.title, first)
    pages = {chapter.page_path: chapter for chapter in chapters}
    entries = [
        BookEntry(book.title, book.tag, FIRST_PAGE),
        *_entries(context.site.navigation.items, pages, language, context.site),
    ]
    contents = html("contents", book=book, first=chapters[0].path, entries=entries)
    yield text("contents", CONTENTS, book.title, contents, "nav")
    for chapter in chapters:
        name = chapter.path.removesuffix(".xhtml")
        properties = "svg" if chapter.article.has("svg") else ""
        yield text(name, chapter.path, chapter.title, Markup(chapter.article.xhtml()), properties)


def _entries(
    items: tuple[NavigationItem, ...], pages: Mapping[str, BookPage], language: str, site: Site
) -> Iterator[BookEntry]:
    """The entries of the contents that have pages in the book."""
    for item in items:
        page = pages.get(item.page_path)
        below = tuple(_entries(item.items, pages, language, site))
        if page and not item.label:
            yield BookEntry(page.title, site.languages.tag(language), page.path)
        elif page or below:
            label = site.navigation.shown(item.label, site.languages.order(language))
            tag = site.languages.tag(label.language)
            yield BookEntry(label.text, tag, page.path if page else "", below)


def _encoded(text: str) -> bytes:
    return text.lstrip().encode()
