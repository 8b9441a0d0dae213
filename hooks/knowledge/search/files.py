"""The published files of the search: engine, search box, indexes, and an entry for each language.

Answers: which files does the search load, and under which names? When the search is opened, a page
loads engine, box and the entry of its language at once. The entry holds the root of the language's
index and the shards that most queries need, and names the roots of the others; a root names its
other files, and a query loads those that it needs. The names of all but the entries hold a content
hash, so that a browser never mixes two versions. `scripts` is the folder of our scripts on disk.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import rjsmin

from knowledge.search.danger import Json, danger_entries, danger_examples
from knowledge.search.disk_cache import cache_in
from knowledge.search.index import search_index
from knowledge.search.indexer import Indexer, IndexFiles, json_text, whole_root, with_common_shards
from knowledge.search.kana_texts import look_up_phrasings
from knowledge.search.passages import Passage
from knowledge.site.published_names import INDEX, SEARCH, digest
from knowledge.site.site import Site

PARTS = (
    "search/analyzer.js",
    "search/romaji.js",
    "search/hashes.js",
    "search/keys.js",
    "search/number_codec.js",
    "search/postings.js",
    "search/query.js",
    "search/spelling.js",
    "search/lexicon.js",
    "search/page_classifier.js",
    "search/tally.js",
    "search/no_results.js",
    "search/concepts.js",
    "search/ranking.js",
    "search/highlighter.js",
    "search/results.js",
    "search/index_files.js",
    "search/answers.js",
    "search/worker.js",
)
"""The scripts of the engine, in the order in which they are joined."""
BOX = (
    "search/hashes.js",
    "search/number_codec.js",
    "search/query_features.js",
    "search/danger.js",
    "search/client.js",
    "search/elements.js",
    "search/danger_notice.js",
    "search/pages.js",
    "search/box.js",
)
"""The scripts of the search box, in the order in which they are joined."""
ENTRY, WEIGHTS = "searchEntry", "dangerWeights"
"""Names in the scripts: the entry of a language, and the weights of the dangers in it."""
TEXTS = {
    "none": "search-none",
    "one": "search-one",
    "other": "search-other",
    "moreOne": "search-more-one",
    "moreOther": "search-more-other",
}
"""The interface texts of the box: its own name for each, and the key in interface.yml."""


def engine_of(parts: Iterable[str]) -> str:
    """Join scripts into one minified function, which a worker calls as soon as it is loaded.

    On a page the function is only defined: over file:// the page starts a worker from its source.
    """
    body = rjsmin.jsmin("\n".join(parts))
    return (
        f"function searchEngine() {{\n{body}\n}}\n"
        'if (typeof document === "undefined") searchEngine();\n'
    )


def engine(scripts: Path) -> str:
    """The script of the search engine."""
    return engine_of((scripts / part).read_text("utf-8") for part in PARTS)


def box(scripts: Path) -> str:
    """The minified script that connects the search box to the engine."""
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
    root: Path,
) -> Iterator[tuple[str, str]]:
    """All files of the search: path from the site's root, and content.

    `passages` are by language, then by page URL relative to the folder of the language. `scripts`
    is the path of ours on disk; `root` has the cache of earlier builds.
    """
    parts = {script_path(n, s): s for n, s in (("engine", engine(scripts)), ("box", box(scripts)))}
    yield from parts.items()
    cache = cache_in(root)
    indexer = Indexer(scripts, cache)
    look_up_phrasings(site, cache)
    indexes = [search_index(passages.get(code, {}), site, code) for code in folders]
    examples = danger_examples(site)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # V8 runs beside Python
        training = pool.submit(indexer.danger_weights, examples)
        files = dict(zip(folders, pool.map(indexer.files, indexes), strict=True))
    yield from index_files(files, folders, training.result(), site, next(iter(parts)))


def index_files(
    indexes: Mapping[str, IndexFiles],
    folders: Mapping[str, str],
    weights: Sequence[Json],
    site: Site,
    engine_path: str,
) -> Iterator[tuple[str, str]]:
    """Every file of the indexes and the entry of each language, as JSON and as a script.

    Yields path and content.

    Args:
        indexes: by language.
        folders: by language, its folder from the site's root: `en/`.
        weights: of each danger, in the order of site.yml; part of the entry, so that they are there
            before an index is.
        site: has the languages, and the texts of the box.
        engine_path: path of the engine that the indexes are for, from the site's root. A page that
            was loaded before a deployment compares it, and never searches a new index with an old
            engine.
    """
    paths: dict[str, str] = {}
    for language, index in indexes.items():
        root = f"{language}.{digest(index.root)}"
        paths[language] = f"{INDEX}{root}"
        for name, content in ((root, index.root), *index.others):
            yield f"{INDEX}{name}.json", content
            yield f"{INDEX}{name}.js", _as_script(name, content)
    for language in folders:
        entry = {
            "engine": engine_path,
            "indexes": {code: paths[code] for code in _in_order(language, paths, site)},
            "root": with_common_shards(indexes[language]),
            **box_settings(language, folders, site),
            WEIGHTS: weights,
        }
        content = json_text(entry)
        yield f"{entry_path(language)}.json", content
        yield f"{entry_path(language)}.js", _assigned(ENTRY, content)


def files_of_copy(files: Mapping[str, bytes], languages: Iterable[str]) -> dict[str, bytes]:
    """The indexes and entries in the offline copy, as scripts: one index file for each language.

    From disk one file is read as fast as many, and it is half the size in a ZIP file. The weights
    of the dangers, alike in all languages, are in the search box.
    """
    found = {}
    (box_path,) = (path for path in files if path.startswith(f"{SEARCH}box."))
    for language in languages:
        entry = json.loads(files[f"{entry_path(language)}.json"])
        weights = _assigned(WEIGHTS, json_text(entry.pop(WEIGHTS))).encode()
        found[box_path] = weights + files[box_path]
        whole = whole_root(entry.pop("root"), lambda name: json.loads(files[f"{INDEX}{name}.json"]))
        path = entry["indexes"][language]
        found[f"{path}.js"] = _as_script(path.removeprefix(INDEX), json_text(whole)).encode()
        found[f"{entry_path(language)}.js"] = _assigned(ENTRY, json_text(entry)).encode()
    return found


def box_settings(
    language: str,
    folders: Mapping[str, str],
    site: Site,
) -> dict[str, object]:
    """What the box needs to draw the answers on the pages of a language, ready for JSON."""
    text = site.data.interface.text
    return {
        "language": language,
        "bases": dict(folders),
        "names": {
            other: text(
                "search-in-language", language, name=site.languages.name_in(other, language)
            )
            for other in folders
        },
        "tags": {other: site.languages.tag(other) for other in folders},
        "texts": {name: text(key, language, count="{count}") for name, key in TEXTS.items()},
        "dangers": danger_entries(site, language),
    }


def entry_path(language: str) -> str:
    """Path of the entry of a language from the site's root, without its file extension."""
    return f"{SEARCH}{language}"


def _assigned(name: str, content: str) -> str:
    return f"self.{name} = {content};\n"


def _as_script(name: str, content: str) -> str:
    return f'(self.searchFiles = self.searchFiles || {{}})["{name}"] = {content};\n'


def _in_order(language: str, found: Iterable[str], site: Site) -> list[str]:
    """Codes of languages in the order in which the box asks their indexes.

    A variety that falls back to another variety of its language has fewer pages than that one, so
    its index is only searched from its own pages.
    """
    languages = site.languages
    order = languages.order(language)
    asked = (
        code
        for code in found
        if code == language or not {*languages[code].fallback} & {*languages.varieties(code)}
    )
    return sorted(asked, key=lambda code: order.index(code) if code in order else len(order))
