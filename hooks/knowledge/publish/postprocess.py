"""The last step of a build: check the pages, write their final form, the copies and the worker.

Answers: in which order are the outputs made that depend on each other? First every page is checked
and gets its policy; then the offline copy is zipped and the books are made; then the published
pages, which name the sizes of these, and the printed sheets; then the service worker, which lists
the versions of the pages. Only the pages, the ZIP file and the books are held in memory as a whole.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.numbers import format_decimal

from knowledge.language_tags import Language
from knowledge.publish.csp import headers_file, inline_scripts, with_policy
from knowledge.publish.epub import books
from knowledge.publish.offline_zip import build_zip, published_page
from knowledge.publish.page_check import Allowed, faults_of_page, guess_line
from knowledge.publish.publish_context import PublishContext
from knowledge.publish.service_worker import (
    entry,
    is_needed,
    precache,
    with_version,
    worker_script,
)
from knowledge.site.languages import CONTRIBUTING, language_at, source_in
from knowledge.site.published_names import HEADERS, OFFLINE_ZIP, SERVICE_WORKER

MEGABYTE = 1_000_000


class StoredFiles(Mapping[str, bytes]):
    """Content by posix path inside a folder, sorted; the paths are listed once, on creation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = (path for path in folder.rglob("*") if path.is_file())
        self._paths = dict.fromkeys(sorted(path.relative_to(folder).as_posix() for path in found))

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return (self._folder / path).read_bytes()

    def __contains__(self, path: object) -> bool:
        return path in self._paths  # without reading the file, as Mapping's own would

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def finished_files(
    files: Mapping[str, bytes], context: PublishContext, worker_source: str, allowed: Allowed
) -> Iterator[tuple[str, bytes]]:
    """The files that are new or changed: path from the site's root, and content.

    Args:
        files: content of all built files, by path from the site's root; pages as the templates
            write them. The caller may overwrite a page on disk as soon as it is yielded.
        context: what is needed beside the files: the site, its components, the printed sheets.
        worker_source: the service worker without BUILD, its list of files.
        allowed: the allowlists that pages are checked against.

    Raises:
        ValueError: a page fails the security check, or has no place for its policy.
    """
    scripts: set[str] = set()
    pages: dict[str, bytes] = {}
    for path in filter(_is_page, files):
        html = files[path].decode()
        _check_page(path, html, context, allowed)
        scripts.update(inline_scripts(html))
        pages[path] = _with_policy(path, html).encode()
    copies = {OFFLINE_ZIP: build_zip(files, pages, context), **dict(books(pages, files, context))}
    sizes = {path: len(content) for path, content in copies.items()}
    entries = [entry(p, files[p]) for p in files if not _is_page(p) and is_needed(p)]
    for path in list(pages):
        language = context.site.languages[language_at(path, context.folders)]
        html = context.page(path, pages.pop(path).decode(), context.sheets)
        page = _published(html, sizes, language).encode()
        entries += [entry(path, page)] if is_needed(path) else []
        yield path, page
    pages_in_order = {code: context.site.paths_in_order(code) for code in context.folders}
    kept = precache(entries, context.folders, pages_in_order)
    worker = worker_script(worker_source, kept, context)
    yield from ((sheet.path, sheet.content) for sheet in context.sheets.values())
    yield from copies.items()
    yield SERVICE_WORKER, worker.encode()
    yield HEADERS, headers_file(scripts).encode()


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _check_page(path: str, html: str, context: PublishContext, allowed: Allowed) -> None:
    """Raise ValueError if a built page fails the security check."""
    language = language_at(path, context.folders)
    page_path = path.removeprefix(context.folders[language]).removesuffix(".html") + ".md"
    is_apart = page_path.startswith(CONTRIBUTING)
    for fault in faults_of_page(html, allowed, has_any_host=is_apart):
        source = context.site.sources.get(source_in(language, page_path))
        line = guess_line(source.content.decode(errors="replace"), fault) if source else 0
        place = f" It may come from {source.path}:{line}." if source and line else ""
        raise ValueError(f"{path}: {fault}.{place} Nothing is published while it stands there")


def _with_policy(path: str, html: str) -> str:
    """Insert the policy into a page; an error names the page."""
    try:
        return with_policy(html)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def _published(html: str, sizes: Mapping[str, int], language: Language) -> str:
    """The published version of a page; the sizes are in bytes."""
    shown = {
        path: f"{format_decimal(size / MEGABYTE, format='0.0', locale=language.locale)} MB"
        if size >= MEGABYTE // 10
        else f"{format_decimal(size // 1000, locale=language.locale)} kB"
        for path, size in sizes.items()
    }
    return with_version(published_page(html, shown))
