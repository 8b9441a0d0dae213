"""What the build makes of the finished pages: the published ones, the copy, the service worker.

Answers: in which order is a build completed? Every page gets its policy, the copy is made of the
pages as the templates wrote them, the published pages name its size, and the worker knows the
published pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from babel.numbers import format_decimal

from knowledge.languages import language_at
from knowledge.offline_copy import NAME, Copy, copy_of, published
from knowledge.policy import HEADERS, headers_file, inline_scripts, with_policy
from knowledge.precache import WORKER, precache, with_version, worker_script

MEGABYTE = 1_000_000


def released(
    files: Mapping[str, bytes], copy: Copy, worker_source: str
) -> Iterator[tuple[str, bytes]]:
    """The files that are new or changed: path from the site's root, and content.

    Args:
        files: everything that was built, pages as the templates write them.
        copy: what the copy is made of, beside the files.
        worker_source: the service worker without what it keeps.

    Raises:
        ValueError: a page has no place for its policy.
    """
    written = {path: content.decode() for path, content in files.items() if _is_page(path)}
    scripts = {script for html in written.values() for script in inline_scripts(html)}
    guarded = {path: _guarded(path, html) for path, html in written.items()}
    archive = copy_of(files, guarded, copy)
    size = len(archive)
    pages = {p: _published(p, html, size, copy.folders).encode() for p, html in guarded.items()}
    kept = precache({**files, **pages}, copy.folders)
    scope = urlsplit(copy.site_url).path or "/"
    worker = worker_script(worker_source, kept, copy.site.data.interface, scope)
    yield from pages.items()
    yield NAME, archive
    yield WORKER, worker.encode()
    yield HEADERS, headers_file(scripts).encode()


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _guarded(path: str, html: str) -> str:
    try:
        return with_policy(html)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def _published(path: str, html: str, copy_size: int, folders: Mapping[str, str]) -> str:
    """A page as it is published; `copy_size` in bytes."""
    size = format_decimal(copy_size / MEGABYTE, format="0.0", locale=language_at(path, folders))
    return with_version(published(html, f"{size} MB"))
