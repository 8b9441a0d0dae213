"""Whether every file below docs/ is seen in a review, and is published under a name of its own.

Answers: is a file hidden, and would a picture take the place of a file that the theme, the build,
a page or another picture brings? Names of pages, and names that differ in upper and lower case
only, are page_name.py's; what a file holds is picture.py's.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.rules.page_names import folded
from knowledge.site.languages import DOCS
from knowledge.site.published_names import (
    HEADERS,
    IMAGES,
    MANIFEST,
    NOT_FOUND,
    OFFLINE_ZIP,
    SCRIPTS,
    SEARCH,
    SERVICE_WORKER,
    SITEMAPS,
    STYLES,
)
from knowledge.site.site import Site

OWN_FOLDERS = (STYLES, SCRIPTS, IMAGES, SEARCH)
OWN_FILES = frozenset({HEADERS, SERVICE_WORKER, OFFLINE_ZIP, MANIFEST, NOT_FOUND, *SITEMAPS})
"""What theme and build write, below the folder of a language. A test holds it against a build."""


def hidden_files(site: Site) -> Iterator[Finding]:
    """SF017: a file or folder whose name begins with a dot."""
    for path in site.hidden:
        yield Finding(
            path,
            0,
            "SF017",
            "a name that begins with a dot is missing from most lists, and such a file can hide "
            "changes from a review",
            f"Move it out of '{DOCS}/', or delete it",
        )


def replacing_files(site: Site) -> Iterator[Finding]:
    """SF018: a picture that would take the place of another file in the built site."""
    first: dict[str, str] = {}
    for path in (*site.sources, *site.assets):
        first.setdefault(folded(published_path(site, path)), path)
    for path in site.assets:
        url = published_path(site, path)
        if fault := _fault_of(site, path, url, first):
            problem = f"this would be published as '{url}', {fault[0]}"
            yield Finding(path, 0, "SF018", problem, fault[1])


def published_path(site: Site, path: str) -> str:
    """Where a file is published, from the site's root: `en/guide.html`.

    Args:
        site: its languages.
        path: posix path from the repository's root.
    """
    language = site.languages.of(path)
    if language is None or language == site.languages.default:
        url = path.removeprefix(f"{DOCS}/{language}/" if language else f"{DOCS}/")
    else:
        url = path.removeprefix(f"{DOCS}/")
    folder, name = posixpath.split(url)
    if name.endswith(".md"):
        # mkdocs 1.6 takes README.md for a folder's index (mkdocs/structure/files.py, File).
        stem = name.removesuffix(".md")
        name = "index.html" if stem == "README" else f"{stem}.html"
    return posixpath.join(folder, name)


def is_own(url: str) -> bool:
    """Whether a path is one that theme and build write to, or is among theirs.

    Args:
        url: from the folder of a language.
    """
    plain = folded(url)
    return plain.startswith(OWN_FOLDERS) or plain.partition("/")[0] in OWN_FILES


def _fault_of(site: Site, path: str, url: str, first: dict[str, str]) -> tuple[str, str] | None:
    """Problem and remedy; None where a picture has a place of its own.

    Args:
        site: its languages.
        path: of the picture.
        url: where it is published.
        first: by published path, folded, the first file that is published there.
    """
    language, default = site.languages.of(path), site.languages.default
    folder = folded(url).partition("/")[0] if "/" in url else ""
    is_at_root = language in (None, default)
    if is_at_root and folder in site.languages.codes[1:]:
        return (
            f"among the pages of '{folder}'",
            f"Move it to '{DOCS}/{folder}/', or give the folder another name",
        )
    if is_own(url if is_at_root else url.removeprefix(f"{language}/")):
        return (
            "where the site has files of its own",
            f"Put it straight into '{DOCS}/assets/', or into another folder there",
        )
    for place in _places(folded(url)):
        other = first.get(place, path)
        if folded(other) != folded(path):
            return f"where '{other}' is published too", "Rename it"
    return None


def _places(url: str) -> Iterator[str]:
    """A path and the folders above it: none of them can be a file as well."""
    while url:
        yield url
        url = posixpath.dirname(url)
