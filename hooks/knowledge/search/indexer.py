"""The files of the search index, built by the browser's own scripts in V8.

Answers: which postings and texts does the search load, and which weights detect a danger? The
analyzer that splits texts into terms is a script of overrides/assets/javascripts/search;
run here, it needs no second copy in Python. Writes no files, and names only those of an index:
files.py does the rest.
"""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypedDict, cast

from py_mini_racer import MiniRacer, init_mini_racer

from knowledge.search.danger import Json
from knowledge.search.disk_cache import DiskCache
from knowledge.search.index import SearchIndex
from knowledge.site.published_names import DIGITS, digest

PARTS = (
    "search/analyzer.js",
    "search/hashes.js",
    "search/number_codec.js",
    "search/keys.js",
    "search/romaji.js",
    "search/query.js",
    "search/postings.js",
    "search/scoring.js",
    "search/linear_svm.js",
    "search/page_classifier.js",
    "search/page_classifier_fit.js",
    "search/query_features.js",
    "search/danger.js",
    "search/danger_fit.js",
    "search/indexer.js",
)
"""The scripts that build an index, in the order in which they are run."""
BUILD = "((text) => JSON.stringify(indexer.buildIndex(...JSON.parse(text))))"
TRAIN = "((text) => JSON.stringify(indexer.trainPhrasings(JSON.parse(text))))"
TRAIN_DANGERS = "((text) => JSON.stringify(dangerFit.trainDangers(JSON.parse(text))))"
PHRASINGS = ("asked", "isBorrowed", "unrelated", "synonyms", "subjects")
"""The fields of an index that do not depend on the text of the pages: they are cached apart."""
MAX_EMBEDDED = 40_000
"""Maximum total length of the files of an index for them to be embedded in its root, in
characters."""


class _Built(TypedDict):
    """What indexer.js returns."""

    root: dict[str, object]
    shards: list[object]
    words: list[str]
    chunks: list[object]


@dataclass(frozen=True, slots=True)
class IndexFiles:
    """The files of the index of a language, as JSON texts."""

    root: str
    """The file that is read first and names the others."""
    others: tuple[tuple[str, str], ...]
    """Name without its file extension, and content."""


class Indexer:
    """Builds indexes in V8, in one context for each thread, which starts when it is needed.

    Create it before the threads that use it. V8 guards its memory with protection keys where the
    processor has them (`man 7 pkeys`), and a thread that is older than V8 may not read that memory:
    the process ends with a segmentation fault. Its contexts are made one after another: the first
    one sets up memory that all share, and a second one that does so meanwhile ends the process.
    """

    _making_context = threading.Lock()

    def __init__(self, scripts: Path, cache: DiskCache) -> None:
        """Read the scripts from their folder on disk; the cache has results of earlier builds."""
        init_mini_racer(ignore_duplicate_init=True)
        self._source = "\n".join((scripts / part).read_text("utf-8") for part in PARTS)
        self._cache = cache
        self._thread = threading.local()

    def files(self, index: SearchIndex) -> IndexFiles:
        """The files of the index of a language; equal indexes give equal texts."""
        phrasings = json_text({name: getattr(index, name) for name in PHRASINGS})
        trained = self._call(TRAIN, phrasings)
        built = cast(_Built, json.loads(self._call(BUILD, f"[{index.to_json()},{trained}]")))
        return index_files(
            index.language,
            built["root"],
            {
                "postings": [json_text(shard) for shard in built["shards"]],
                "texts": [json_text(chunk) for chunk in built["chunks"]],
                "words": [json_text(built["words"])],
            },
        )

    def danger_weights(self, given: Json) -> list[Json]:
        """Train a classifier for each danger, in the order of site.yml."""
        found = self._call(TRAIN_DANGERS, json_text(given)) if given["examples"] else "[]"
        return cast(list[Json], json.loads(found))

    def _call(self, function: str, text: str) -> str:
        """What a function of the scripts returns for a text; both are JSON."""

        def compute(text: str) -> str:
            if not hasattr(self._thread, "context"):
                with self._making_context:
                    self._thread.context = MiniRacer()
                self._thread.context.eval(self._source)
            return str(self._thread.context.call(function, text))

        program = "\0".join((version("mini-racer"), self._source, function))
        return self._cache.get(program, text, compute)


def index_files(language: str, root: dict[str, object], parts: dict[str, list[str]]) -> IndexFiles:
    """Name the files of an index by their content, and list them in its root.

    The files of a small index are put into the root itself. `root` has the rest of it, and lists
    the hashes of each kind of `parts` in their order.
    """
    names = {kind: [digest(text) for text in texts] for kind, texts in parts.items()}
    others = {
        _name(language, kind, hash_): text
        for kind, texts in parts.items()
        for hash_, text in zip(names[kind], texts, strict=True)
    }
    listed = {kind: "".join(hashes) for kind, hashes in names.items()}
    is_small = sum(map(len, others.values())) <= MAX_EMBEDDED
    inside = {name: json.loads(text) for name, text in others.items()} if is_small else {}
    whole = json_text({**root, "names": listed, "files": inside})
    return IndexFiles(whole, () if is_small else tuple(others.items()))


def whole_root(root: dict[str, Any], read: Callable[[str], Any]) -> dict[str, object]:
    """A root with all files of its index embedded, and all shards of postings merged into one.

    `bounds` still lists the original shards: they limit the terms of a query, and the results are
    to be the same as online. `read` returns the content of another file of the index, by its name.
    """
    language, inside = root["language"], root["files"]
    files = {
        kind: {
            name: inside[name] if name in inside else read(name)
            for i in range(0, len(hashes), DIGITS)
            for name in [_name(language, kind, hashes[i : i + DIGITS])]
        }
        for kind, hashes in root["names"].items()
    }
    shard = _joined([*files["postings"].values()])
    hash_ = digest(json_text(shard))
    files["postings"] = {_name(language, "postings", hash_): shard}
    return {
        **root,
        "names": {**root["names"], "postings": hash_},
        "files": {name: content for own in files.values() for name, content in own.items()},
    }


def with_common_shards(index: IndexFiles) -> dict[str, object]:
    """The root of the index of a language that also holds the shards which most queries need."""
    root = json.loads(index.root)
    hashes = root["names"]["postings"]
    names = {
        _name(root["language"], "postings", hashes[i * DIGITS : (i + 1) * DIGITS])
        for i in root["common"]
    }
    added = {name: json.loads(text) for name, text in index.others if name in names}
    return {**root, "files": {**root["files"], **added}}


def _joined(shards: Sequence[dict[str, str]]) -> dict[str, str]:
    """Merge shards of postings, text by text: one shard compresses better than many."""
    return {key: "".join(shard[key] for shard in shards) for key in (shards[0] if shards else ())}


def _name(language: str, kind: str, hash_: str) -> str:
    return f"{language}.{kind}.{hash_}"


def json_text(value: object) -> str:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
