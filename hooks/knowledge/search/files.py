"""The files that the search consists of: what Material asks for, the engine, the indexes.

Answers: under which names does a page find them? Material loads a stub with every page; it names
the indexes, which are loaded once somebody searches. Names hold a hash of the content, so that a
browser never mixes two versions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import rjsmin
from babel import Locale

from knowledge.data.interface import Interface
from knowledge.search.index import SearchIndex, search_index
from knowledge.search.passages import Passage
from knowledge.site.published_names import SEARCH, digest
from knowledge.site.site import Site

PARTS = (
    "vendor/minisearch/minisearch.js",
    "search/analyzer.js",
    "search/query.js",
    "search/ranking.js",
    "search/highlighter.js",
    "search/results.js",
    "search/worker.js",
)
"""The scripts that make the engine, in their order."""
BOX = "search/box.js"
LICENCE = "vendor/minisearch/LICENSE.txt"


def engine_of(parts: Iterable[str], licence: str) -> str:
    """The scripts joined into one function without comments, which runs at once in a worker.

    On a page it is only defined: over file:// a page starts the worker from its source.
    """
    body = rjsmin.jsmin("\n".join(parts))
    return (
        f"/*!\n{licence.strip()}\n*/\nfunction searchEngine() {{\n{body}\n}}\n"
        'if (typeof document === "undefined") searchEngine();\n'
    )


def engine(scripts: Path) -> str:
    """The engine from the folder of the theme's own scripts."""
    parts = [(scripts / part).read_text("utf-8") for part in PARTS]
    return engine_of(parts, (scripts / LICENCE).read_text("utf-8"))


def box(scripts: Path) -> str:
    """What wires the search box to the engine, without comments."""
    return str(rjsmin.jsmin((scripts / BOX).read_text("utf-8")))


def script_path(name: str, script: str) -> str:
    """Where the engine or the box stands, from the site's root."""
    return f"{SEARCH}{name}.{digest(script)}.js"


def search_files(
    passages: Mapping[str, Mapping[str, Sequence[Passage]]],
    site: Site,
    folders: Mapping[str, str],
    scripts: Path,
) -> Iterator[tuple[str, str]]:
    """Everything that the search of a site consists of: path from the site's root, and content.

    Args:
        passages: by language, and by the URL of the page from the folder of the language.
        site: the sources and the data.
        folders: where each language is published, from the site's root: `en/`.
        scripts: the folder of our own scripts.
    """
    parts = {script_path(n, s): s for n, s in (("engine", engine(scripts)), ("box", box(scripts)))}
    yield from parts.items()
    indexes = {code: search_index(passages.get(code, {}), site, code) for code in folders}
    yield from written(indexes, folders, site.data.interface, next(iter(parts)))


def written(
    indexes: Mapping[str, SearchIndex],
    folders: Mapping[str, str],
    interface: Interface,
    engine_path: str,
) -> Iterator[tuple[str, str]]:
    """Every index, as JSON and as a script, and the stub of each language: path and content.

    Args:
        indexes: by language.
        folders: where each language is published, from the site's root: `en/`.
        interface: how a page in another language is called.
        engine_path: the engine that the indexes are for, so that a page which a deployment has
            overtaken does not search them with another one.
    """
    paths: dict[str, str] = {}
    for language, index in indexes.items():
        content = index.to_json()
        paths[language] = f"index.{language}.{digest(content)}"
        yield f"{SEARCH}{paths[language]}.json", content
        yield f"{SEARCH}{paths[language]}.js", _as_script(language, content)
    for language, folder in folders.items():
        config = {
            "language": language,
            "engine": engine_path,
            "index": f"{paths[language]}.json",
            "indexes": paths,
            "bases": {other: _way(folder, folders[other]) for other in paths},
            "names": {other: _name(other, language, interface) for other in paths},
        }
        stub = json.dumps({"config": config, "docs": []}, ensure_ascii=False, separators=(",", ":"))
        yield f"{folder}{SEARCH}search_index.json", stub
        yield f"{folder}{SEARCH}search_index.js", f"var __index = {stub};\n"


def _as_script(language: str, content: str) -> str:
    return f'(self.searchIndexes = self.searchIndexes || {{}})["{language}"] = {content};\n'


def _way(folder: str, other: str) -> str:
    """From the folder of a language to that of another one."""
    return ("../" if folder else "") + other or "./"


def _name(other: str, language: str, interface: Interface) -> str:
    """What a page in another language is called in a language."""
    name = Locale.parse(other).get_language_name(language) or other
    return interface.text("search-in-language", language, name=name)
