"""What the build makes of the finished pages: the published ones, the copy, the service worker.

Answers: in which order is a build completed? The copy is made of the pages as the templates wrote
them, the published pages name its size, and the worker knows the published pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from babel.numbers import format_decimal

from knowledge.languages import language_at
from knowledge.offline_copy import NAME, Copy, copy_of, published
from knowledge.precache import WORKER, precache, with_version, worker_script
from knowledge.site import Site

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Release:
    """What is known of a build when its pages are written."""

    site: Site
    site_url: str
    """Where it is published, with a slash at the end."""
    folders: Mapping[str, str]
    """Of each language that is built, from the site's root; the default's, the first, is empty."""
    names: Mapping[str, str]
    """What each language calls itself."""
    worker: str
    """The service worker without what it keeps."""


def released(files: Mapping[str, bytes], release: Release) -> Iterator[tuple[str, bytes]]:
    """The files that are new or changed: path from the site's root, and content.

    Args:
        files: everything that was built, pages as the templates write them.
        release: what is known of the build.
    """
    site = release.site
    copy = copy_of(files, Copy(site, release.site_url, release.folders, release.names))
    pages = {
        path: _published(path, content.decode(), len(copy), release).encode()
        for path, content in files.items()
        if path.endswith(".html")
    }
    kept = precache({**files, **pages}, release.folders)
    scope = urlsplit(release.site_url).path or "/"
    worker = worker_script(release.worker, kept, site.data.interface, scope)
    yield from pages.items()
    yield NAME, copy
    yield WORKER, worker.encode()


def _published(path: str, html: str, copy_size: int, release: Release) -> str:
    """A page as it is published; `copy_size` in bytes."""
    language = language_at(path, release.folders)
    size = format_decimal(copy_size / MEGABYTE, format="0.0", locale=language)
    return with_version(published(html, f"{size} MB"))
