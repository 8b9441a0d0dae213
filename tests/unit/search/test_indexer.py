"""The files of a search index: what they hold, and how they are named."""

import json
import re
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from knowledge.search.disk_cache import DiskCache
from knowledge.search.index import IndexedPage, IndexedSection, SearchIndex
from knowledge.search.indexer import MAX_EMBEDDED, PARTS, Indexer, index_files, whole_root
from knowledge.site.published_names import digest
from support.cases_site import ROOT

SCRIPTS = ROOT / "overrides/assets/javascripts"


@pytest.fixture(scope="module")
def indexer(tmp_path_factory):
    return Indexer(SCRIPTS, DiskCache(tmp_path_factory.mktemp("c")))


def index_with(*texts):
    """An index in which each text is a page."""
    pages = tuple(
        IndexedPage(
            url=f"{number}.html",
            title=f"Page {number}",
            weight=1,
            step="",
            sections=(IndexedSection("", f"Page {number}", (), text),),
            entries=(),
        )
        for number, text in enumerate(texts)
    )
    return SearchIndex("en", pages, (("bill", "invoice"),), (), -1, ((),) * len(texts), False, ())


def test_a_small_index_is_one_file(indexer):
    files = indexer.files(index_with("A bill came.", "Call them."))
    assert files.others == ()
    root = json.loads(files.root)
    assert len(root["pages"]) == len(root["chunks"]) == 2
    assert root["titles"][1] == {"url": "1.html", "title": "Page 1"}
    kinds = sorted(name.split(".")[1] for name in root["files"])
    assert kinds == ["postings", "texts", "texts", "words"]


def test_equal_indexes_give_equal_files(indexer):
    texts = "A bill came.", "Call them."
    assert indexer.files(index_with(*texts)) == indexer.files(index_with(*texts))


THREADS = """
import pathlib, sys, threading
from knowledge.search.disk_cache import DiskCache
from knowledge.search.indexer import Indexer

indexer = Indexer(pathlib.Path(sys.argv[1]), DiskCache(pathlib.Path(sys.argv[2])))
at_once, answers = threading.Barrier(4), []

def train(number):
    at_once.wait()
    answers.append(indexer._call("((text) => text)", str(number)))

threads = [threading.Thread(target=train, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(answers))
"""


def test_contexts_of_v8_can_start_at_once(tmp_path):
    # In a process of its own: a fault of V8 ends the process.
    run = subprocess.run(
        [sys.executable, "-c", THREADS, SCRIPTS, tmp_path],
        env={"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "['0', '1', '2', '3']\n"), run.stderr


def test_v8_is_set_up_before_the_threads_that_use_it(monkeypatch, tmp_path):
    threads: list[threading.Thread] = []

    def set_up(*, ignore_duplicate_init: bool) -> None:
        assert ignore_duplicate_init
        threads.append(threading.current_thread())

    monkeypatch.setattr("knowledge.search.indexer.init_mini_racer", set_up)
    Indexer(SCRIPTS, DiskCache(tmp_path))
    assert threads == [threading.current_thread()]


def test_contexts_of_v8_are_made_one_after_another(monkeypatch, tmp_path):
    """Two at once end the process, but only once in some hundred times."""
    in_turn, at_once = threading.Lock(), threading.Barrier(2)
    had_to_wait: list[bool] = []

    class Context:
        def __init__(self) -> None:
            had_to_wait.append(not in_turn.acquire(blocking=False))
            time.sleep(0.1)
            in_turn.release()

        def eval(self, source: str) -> None:
            assert source

        def call(self, _: str, text: str) -> str:
            return text

    def train(indexer: Indexer, text: str) -> str:
        at_once.wait()
        return indexer._call("((text) => text)", text)

    monkeypatch.setattr("knowledge.search.indexer.MiniRacer", Context)
    with ThreadPoolExecutor(2) as pool:
        # Of two indexers: what they share is V8, which is there once in a process.
        indexers = [Indexer(SCRIPTS, DiskCache(tmp_path / each)) for each in "ab"]
        assert [*pool.map(train, indexers, "ab")] == ["a", "b"]
    assert had_to_wait == [False, False]


def test_a_large_index_is_split_and_names_its_files(indexer):
    texts = [" ".join(f"w{number}x{n % 97}" for n in range(number, 400)) for number in range(60)]
    files = indexer.files(index_with(*texts))
    root = json.loads(files.root)
    assert root["files"] == {}
    assert len(root["names"]["texts"]) == 60 * 10
    for name, text in files.others:
        language, kind, content_hash = name.split(".")
        assert (language, content_hash) == ("en", digest(text))
        assert content_hash in root["names"][kind]
    shards = [text for name, text in files.others if ".postings." in name]
    assert len(shards) == len(root["bounds"]) > 3
    assert root["bounds"] == sorted(root["bounds"])
    assert max(map(len, shards)) < 6 * sum(map(len, shards)) / len(shards)


def test_the_root_of_a_copy_holds_every_file_and_one_shard(indexer):
    texts = [" ".join(f"w{number}x{n % 97}" for n in range(number, 400)) for number in range(60)]
    files = indexer.files(index_with(*texts))
    root, others = json.loads(files.root), dict(files.others)
    whole: Any = whole_root(root, lambda name: json.loads(others[name]))
    shards = {name: json.loads(text) for name, text in others.items() if ".postings." in name}
    (joined,) = (name for name in whole["files"] if ".postings." in name)
    assert whole["names"] == {**root["names"], "postings": joined.rpartition(".")[2]}
    assert whole["bounds"] == root["bounds"]
    assert whole["files"].keys() == {*others.keys() - shards.keys(), joined}
    for key, text in whole["files"][joined].items():
        own = [shard[key] for shard in shards.values()]
        assert text in ("".join(own), "\n".join(own))
        assert text.count("\n") + 1 == (
            1 if text == "".join(own) else sum(part.count("\n") + 1 for part in own)
        )


def test_the_size_decides_where_the_files_of_an_index_stand():
    for length, is_inside in ((MAX_EMBEDDED - 2, True), (MAX_EMBEDDED - 1, False)):
        files = index_files("en", {}, {"texts": [json.dumps("x" * length)]})
        assert (files.others == ()) is is_inside
        assert bool(json.loads(files.root)["files"]) is is_inside


@pytest.mark.parametrize("part", PARTS)
def test_what_a_script_computes_depends_on_what_it_is_given_alone(part):
    """Results are kept by a hash of what they were computed from: no clock, no chance."""
    script = (ROOT / "overrides/assets/javascripts" / part).read_text("utf-8")
    assert not re.search(r"\b(Date|random|performance|crypto|toLocale\w*|Intl)\b", script)
