"""The published files of the search: engine, search box, indexes, and the stubs for Material.

Answers: which files does the search load, and under which names? Material loads a stub with every
page; the stub names the indexes, which are loaded on the first search. File names hold a content
hash, so that a browser never mixes two versions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import rjsmin
from babel import Locale

from knowledge.data.interface import Interface
from knowledge.search.danger import DangerEntry, danger_entries
from knowledge.search.index import SearchIndex, search_index
from knowledge.search.passages import Passage
from knowledge.site.published_names import SEARCH, digest
from knowledge.site.site import Site

PARTS = (
    "vendor/minisearch/minisearch.js",
    "search/analyzer.js",
    "search/asked.js",
    "search/query.js",
    "search/fits.js",
    "search/ranking.js",
    "search/highlighter.js",
    "search/results.js",
    "search/worker.js",
)
"""The scripts of the engine, in the order in which they are joined."""
BOX = ("search/danger.js", "search/client.js", "search/box.js")
"""The scripts of the search box, in the order in which they are joined."""
LICENCE = "vendor/minisearch/LICENSE.txt"


def engine_of(parts: Iterable[str], licence: str) -> str:
    """Join scripts into one minified function, which a worker calls as soon as it is loaded.

    On a page the function is only defined: over file:// the page starts a worker from its source.

    Args:
        parts: source text of the scripts, in their order.
        licence: of the vendored script; becomes a comment at the top.
    """
    body = rjsmin.jsmin("\n".join(parts))
    return (
        f"/*!\n{licence.strip()}\n*/\nfunction searchEngine() {{\n{body}\n}}\n"
        'if (typeof document === "undefined") searchEngine();\n'
    )


def engine(scripts: Path) -> str:
    """The script of the search engine.

    Args:
        scripts: path of our scripts on disk.
    """
    parts = [(scripts / part).read_text("utf-8") for part in PARTS]
    return engine_of(parts, (scripts / LICENCE).read_text("utf-8"))


def box(scripts: Path) -> str:
    """The minified script that connects the search box to the engine.

    Args:
        scripts: path of our scripts on disk.
    """
    body = "\n".join((scripts / part).read_text("utf-8") for part in BOX)
    return f"(() => {{\n{rjsmin.jsmin(body)}\n}})();\n"


def script_path(name: str, script: str) -> str:
    """Path of a search script from the site's root: `search/<name>.<hash>.js`."""
    return f"{SEARCH}{name}.{digest(script)}.js"


def search_files(
    passages: Mapping[str, Mapping[str, Sequence[Passage]]],
    site: Site,
    folders: Mapping[str, str],
    scripts: Path,
) -> Iterator[tuple[str, str]]:
    """All files of the search: path from the site's root, and content.

    Args:
        passages: by language, then by page URL relative to the folder of the language.
        site: the sources and the data.
        folders: by language, its folder from the site's root: `en/`.
        scripts: path of our scripts on disk.
    """
    parts = {script_path(n, s): s for n, s in (("engine", engine(scripts)), ("box", box(scripts)))}
    yield from parts.items()
    indexes = {code: search_index(passages.get(code, {}), site, code) for code in folders}
    dangers = {code: danger_entries(site, code) for code in folders}
    yield from index_files(indexes, folders, dangers, site.data.interface, next(iter(parts)))


def index_files(
    indexes: Mapping[str, SearchIndex],
    folders: Mapping[str, str],
    dangers: Mapping[str, Sequence[DangerEntry]],
    interface: Interface,
    engine_path: str,
) -> Iterator[tuple[str, str]]:
    """Every index, as JSON and as a script, and the stub of each language: path and content.

    Args:
        indexes: by language.
        folders: by language, its folder from the site's root: `en/`.
        dangers: by language, what the box shows to people in danger; part of the stub, so that it
            is there before an index is.
        interface: has the label of a result in another language.
        engine_path: path of the engine that the indexes are for, from the site's root. A page that
            was loaded before a deployment compares it, and never searches a new index with an old
            engine.
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
            "bases": {other: _relative_folder(folder, folders[other]) for other in paths},
            "dangers": dangers.get(language, ()),
            "names": {other: _label(other, language, interface) for other in paths},
        }
        stub = json.dumps({"config": config, "docs": []}, ensure_ascii=False, separators=(",", ":"))
        yield f"{folder}{SEARCH}search_index.json", stub
        yield f"{folder}{SEARCH}search_index.js", f"var __index = {stub};\n"


def _as_script(language: str, content: str) -> str:
    return f'(self.searchIndexes = self.searchIndexes || {{}})["{language}"] = {content};\n'


def _relative_folder(folder: str, other: str) -> str:
    """The folder of another language, relative to that of a language."""
    return ("../" if folder else "") + other or "./"


def _label(other: str, language: str, interface: Interface) -> str:
    """The label of search results in another language, in the language of the reader."""
    name = Locale.parse(other).get_language_name(language) or other
    return interface.text("search-in-language", language, name=name)
