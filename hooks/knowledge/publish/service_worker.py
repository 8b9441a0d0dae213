"""What the service worker keeps, and in which version.

Answers: which files are needed to read and search without a network, how many bytes are they, and
is a file that a browser has still the same? A page carries its own version, because hosts may add
something to it; of every other file the version is its hash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.components import Components
from knowledge.data.interface import Interface
from knowledge.publish.csp import CHARSET, with_policy
from knowledge.site.languages import language_at
from knowledge.site.published_names import digest

CAP = 5_000_000
"""Bytes that are kept beforehand, uncompressed."""
NEEDED = (".css", ".js", ".json", ".html", ".svg")
NOT_NEEDED = ("search_index.js", "404.html")
"""What only a folder on disk, or a host, asks for; the scripts of the indexes are such too."""
INDEX = "search/index."
"""The beginning of an index, before its language."""
STUB = "search/search_index.json"
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
"""What a page says, without what stands around it on every page."""

StoredFile = tuple[str, str, int]
"""Path from the site's root, version, bytes."""


@dataclass(frozen=True, slots=True)
class Precache:
    """Everything that the worker may keep."""

    shared: tuple[StoredFile, ...]
    languages: tuple[tuple[str, str, tuple[StoredFile, ...]], ...]
    """Of each: code, folder from the site's root, files; the default language first, and of each
    its first page first."""


def with_version(html: str) -> str:
    """A page that carries its own version, a hash of all the rest of it."""
    advice = ARTICLE.search(html)
    version = (
        f'<meta name="page-version" content="{digest(html)}"'
        f' data-advice="{digest(advice[0] if advice else html)}">'
    )
    return html.replace(CHARSET, CHARSET + version, 1)


def is_needed(path: str) -> bool:
    """Whether a file is kept: one that is read or searched without a network."""
    is_script_of_index = path.startswith(INDEX) and path.endswith(".js")
    return path.endswith(NEEDED) and not path.endswith(NOT_NEEDED) and not is_script_of_index


def entry(path: str, content: bytes) -> StoredFile:
    """How a published file is known: a page by the version that it carries."""
    return path, _version(path, content), len(content)


def precache(entries: Iterable[StoredFile], folders: Mapping[str, str]) -> Precache:
    """What is kept, by languages.

    Args:
        entries: of the published files that are needed.
        folders: of each language from the site's root; that of the default language, the first,
            is empty.
    """
    by_language: dict[str | None, list[StoredFile]] = {}
    for each in sorted(entries):
        by_language.setdefault(_language_of(each[0], folders), []).append(each)
    languages = []
    for language, folder in folders.items():
        first = f"{folder}index.html"
        own = sorted(by_language.get(language, []), key=lambda each: each[0] != first)
        languages.append((language, folder, tuple(own)))
    return Precache(tuple(by_language.get(None, [])), tuple(languages))


def worker_script(
    source: str, kept: Precache, interface: Interface, scope: str, components: Components
) -> str:
    """The service worker: what it keeps, and what it does with it.

    Args:
        source: the worker without BUILD.
        kept: what it keeps.
        interface: the words of the page for what is not kept.
        scope: path of the site's root on its host, `/` or `/guide/`.
        components: how that page looks.
    """
    languages = []
    for code, folder, files in kept.languages:
        missing = components.page(
            "not-stored",
            language=code,
            title=interface.text("missing-title", code),
            text=interface.text("missing-text", code),
            url=f"{scope}{folder}index.html",
            link=interface.text("not-found-home", code),
        )
        languages.append({"folder": folder, "files": files, "missing": with_policy(missing)})
    build = {"cap": CAP, "shared": kept.shared, "languages": languages}
    text = json.dumps(build, ensure_ascii=False, separators=(",", ":"))
    return f'const BUILD = {{"version":"{digest(text + source)}",{text[1:]};\n{source}'


def _language_of(path: str, folders: Mapping[str, str]) -> str | None:
    """The language that alone needs a file; None for what every page needs."""
    if path.startswith(INDEX):
        return path.removeprefix(INDEX).partition(".")[0]
    is_own = path.endswith((".html", STUB))
    return language_at(path, folders) if is_own else None


def _version(path: str, content: bytes) -> str:
    if not path.endswith(".html"):
        return digest(content)
    marker = '<meta name="page-version" content="'
    return content.decode().partition(marker)[2].partition('"')[0]
