"""The service worker and its precache list.

Answers: which files are cached for reading and searching offline, how large are they, and by which
version does the worker tell that a cached file has changed? A page carries its version in a meta
tag, because hosts may add something to its HTML; the version of every other file is its hash.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.publish.csp import CHARSET, with_policy
from knowledge.publish.publish_context import PublishContext
from knowledge.site.languages import language_at
from knowledge.site.published_names import (
    INDEX,
    NOT_FOUND,
    SEARCH,
    STYLES,
    digest,
    is_for_programs,
)

MAX_PRECACHE_BYTES = 9_600_000
"""Maximum size of the precache, in bytes, uncompressed: as much as four photographs. With what a
browser adds, and with the one older version that stays, some 24 MB may be stored."""
NEEDED = (".css", ".js", ".json", ".html", ".svg")
SEARCH_DATA = re.compile(rf"(?:{SEARCH}|{INDEX})([\w-]+)(?:\.[^/]*)?\.json")
"""Path of the entry of a language, or of a file of its index."""
TWIN = re.compile(rf"{SEARCH}[\w-]+\.js|{INDEX}[^/]+\.js")
"""Path of the same data as a script, which only pages over file:// load."""
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
"""The main text of a page, without header, menu and footer."""

StoredFile = tuple[str, str, int]
"""Path from the site's root, version, bytes."""


@dataclass(frozen=True, slots=True)
class Precache:
    """The files that the worker may cache."""

    shared: tuple[StoredFile, ...]
    """Files that every page loads."""
    languages: tuple[tuple[str, str, tuple[StoredFile, ...]], ...]
    """Per language: code, folder from the site's root, files. The default language comes first,
    and in each language its home page, its search and the other pages as in the navigation."""


def with_version(html: str) -> str:
    """Insert a page's version: a meta tag with a hash of the page, and one of its main text."""
    advice = ARTICLE.search(html)
    version = (
        f'<meta name="page-version" content="{digest(html)}"'
        f' data-advice="{digest(advice[0] if advice else html)}">'
    )
    return html.replace(CHARSET, CHARSET + version, 1)


def is_needed(path: str) -> bool:
    """Whether a file goes into the precache: reading or searching offline needs it."""
    is_left_out = path.endswith(NOT_FOUND) or TWIN.fullmatch(path) or is_for_programs(path)
    return path.endswith(NEEDED) and not is_left_out


def entry(path: str, content: bytes) -> StoredFile:
    """The precache entry of a published file; a page has to carry its version already."""
    return path, _version(path, content), len(content)


def precache(
    entries: Iterable[StoredFile], folders: Mapping[str, str], pages: Mapping[str, Sequence[str]]
) -> Precache:
    """Group the precache entries by language.

    Args:
        entries: of all files for which is_needed is true.
        folders: by language, its folder from the site's root; the default language comes first,
            and its folder is empty.
        pages: by language, the paths of its own pages as in the navigation, `start/phoned.md`.
            Its other pages come last, and are left out first where not all fit below the cap.
    """
    by_language: dict[str | None, list[StoredFile]] = {}
    for each in sorted(entries):
        by_language.setdefault(_language_of(each[0], folders), []).append(each)
    languages = []
    for language, folder in folders.items():
        # The search comes after the home page.
        ranks = {f"{folder}{page[:-3]}.html": rank for rank, page in enumerate(pages[language], 1)}
        ranks[f"{folder}index.html"] = -1
        own = by_language.get(language, [])
        own.sort(key=lambda each: ranks.get(each[0], len(ranks)) if ".html" in each[0] else 0)
        languages.append((language, folder, tuple(own)))
    return Precache(tuple(by_language.get(None, [])), tuple(languages))


def worker_script(source: str, kept: Precache, context: PublishContext) -> str:
    """The script of the service worker: BUILD, which lists the files, and then its source.

    The context renders the page that is shown offline in place of an uncached one.
    """
    text, listed = context.site.data.interface.text, []
    style = next(path for path, *_ in kept.shared if path.startswith(f"{STYLES}site."))
    for code, folder, files in kept.languages:
        missing = context.components.page(
            "not-stored",
            language=context.site.languages.tag(code),
            style=f"{context.root}{style}",
            title=text("missing-title", code),
            text=text("missing-text", code),
            url=f"{context.root}{folder}index.html",
            link=text("not-found-home", code),
        )
        listed.append({"folder": folder, "files": files, "missing": with_policy(missing)})
    build = {"cap": MAX_PRECACHE_BYTES, "shared": kept.shared, "languages": listed}
    content = json.dumps(build, ensure_ascii=False, separators=(",", ":"))
    return f'const BUILD = {{"version":"{digest(content + source)}",{content[1:]};\n{source}'


def _language_of(path: str, folders: Mapping[str, str]) -> str | None:
    """The only language that uses a file; None for files that every page loads."""
    if match := SEARCH_DATA.fullmatch(path):
        return match[1]
    return language_at(path, folders) if path.endswith(".html") else None


def _version(path: str, content: bytes) -> str:
    if not path.endswith(".html"):
        return digest(content)
    marker = '<meta name="page-version" content="'
    return content.decode().partition(marker)[2].partition('"')[0]
