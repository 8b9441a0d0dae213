"""The copy of the site that is read from a folder on disk, as one ZIP file.

Answers: what is in the copy, and what do its pages say of themselves? Leaves out what only a host
or an installed app needs. The same files and moment give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from knowledge.components import Components
from knowledge.data.dates import shown_date
from knowledge.publish.csp import with_policy
from knowledge.publish.urls import SOCIAL_CARDS
from knowledge.site.published_names import HEADERS, NOT_FOUND, OFFLINE_ZIP, SERVICE_WORKER, SITEMAPS
from knowledge.site.site import Site

PAGES = "pages"
"""The folder inside the copy that holds the site."""
PUBLISHED = re.compile(r"<!--published-->(.*?)<!--/published-->", re.DOTALL)
"""What templates write for the published page alone."""
NOTICE_PLACE = "<!--copy-notice-->"
"""Where templates want the copy's notice."""
SIZE_PLACE = "<!--copy-size-->"
"""Where templates want the size of the copy."""
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
LANGUAGE = re.compile(r'<html lang="([^"]+)"')
HOST_FILES = frozenset({OFFLINE_ZIP, SERVICE_WORKER, HEADERS, NOT_FOUND, *SITEMAPS, "robots.txt"})
"""Names of files that mean something to a host, a browser's app or a search engine only."""
HOST_SUFFIXES = (".webmanifest",)
UNIX, FILE_MODE = 3, 0o100644 << 16
"""The same rights on every machine."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What the copy is made of, beside the files."""

    site: Site
    site_url: str
    """Where it is published; its name goes into the folder's."""
    folders: Mapping[str, str]
    """Of each language, from the site's root."""
    names: Mapping[str, str]
    """What each language calls itself."""
    components: Components


def published(html: str, size: str) -> str:
    """A page as it is published: the places for the copy filled in or taken out.

    Args:
        html: the page as the templates write it.
        size: of the copy, in words.
    """
    html = PUBLISHED.sub(r"\1", html).replace(NOTICE_PLACE, "")
    return html.replace(SIZE_PLACE, size)


def copied(html: str, copy: Copy) -> str:
    """A page as it is in the copy: it says of which day it is, and where the newest one is."""
    html = PUBLISHED.sub("", html)
    language, address = LANGUAGE.search(html), CANONICAL.search(html)
    if NOTICE_PLACE not in html or not language or not address:
        return html
    text = copy.site.data.interface.text
    code = language[1]
    day = shown_date(copy.site.today.isoformat(), code, copy.site.data.interface)
    notice = copy.components.html(
        "page-notice",
        "offline_copy",
        text=text("copy-notice", code, date=day),
        url=Markup(address[1]),
        link=text("copy-newest", code),
    )
    return html.replace(NOTICE_PLACE, notice)


def copy_of(files: Mapping[str, bytes], pages: Mapping[str, bytes], copy: Copy) -> bytes:
    """The copy, as a ZIP file that unpacks into one folder.

    Args:
        files: everything that is published, by its path from the site's root.
        pages: of these the pages, as the templates write them, with their policy.
        copy: what it is a copy of.
    """
    folder = f"{_slug(copy.site_url)}-{copy.site.today.isoformat()}"
    moment = (*copy.site.today.timetuple()[:3], 0, 0, 0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in _entries(files, pages, copy):
            entry = zipfile.ZipInfo(f"{folder}/{path}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = UNIX, FILE_MODE
            archive.writestr(entry, content, compresslevel=9)
    return buffer.getvalue()


def _entries(
    files: Mapping[str, bytes], pages: Mapping[str, bytes], copy: Copy
) -> Iterator[tuple[str, bytes]]:
    """What the copy holds: one file after the other, sorted by their paths."""
    names = {f"{copy.names[language]}.html": language for language in copy.folders}
    paths = {f"{PAGES}/{path}": path for path in files if not _is_for_hosts(path)}
    for place in sorted([*names, *paths]):
        if place in names:
            language = names[place]
            yield place, _start(language, copy).encode()
        else:
            path = paths[place]
            is_page = path in pages
            content = copied(pages[path].decode(), copy).encode() if is_page else files[path]
            yield place, content


def _start(language: str, copy: Copy) -> str:
    """The file to open in a language: it leads to the first page."""
    text = copy.site.data.interface.text
    page = copy.components.page(
        "offline-start",
        language=language,
        title=text("copy-open", language, name=copy.names[language]),
        text=text("copy-unpack", language),
        url=f"{PAGES}/{copy.folders[language]}index.html",
    )
    return with_policy(page)


def _is_for_hosts(path: str) -> bool:
    is_named = path.rpartition("/")[2] in HOST_FILES or path.endswith(HOST_SUFFIXES)
    return is_named or path.startswith(SOCIAL_CARDS)


def _slug(site_url: str) -> str:
    """An address as part of a folder's name: its host and its path."""
    parts = urlsplit(site_url)
    return re.sub(r"[^A-Za-z0-9.]+", "-", f"{parts.hostname or 'site'}{parts.path}").strip("-")
