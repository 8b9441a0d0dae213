"""What a build computes is kept for the next one, and never taken for something else."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from knowledge.search.disk_cache import LOCK, MAX_RESULTS, MIN_LENGTH, DiskCache

LONG = "x" * MIN_LENGTH


@pytest.fixture
def computed():
    """What was computed, in its order."""
    return []


@pytest.fixture
def compute(computed):
    def run(text):
        computed.append(text)
        return text.upper()

    return run


def results_in(folder):
    return [path for path in folder.iterdir() if not path.name.startswith(LOCK)]


def test_builds_at_the_same_time_compute_it_once(tmp_path, computed, compute):
    def ask(_number):
        return DiskCache(tmp_path).get("a", LONG, slow)

    def slow(text):
        time.sleep(0.05)
        return compute(text)

    with ThreadPoolExecutor(4) as builds:
        assert [*builds.map(ask, range(4))] == [LONG.upper()] * 4
    assert len(computed) == 1


def test_different_results_are_computed_at_the_same_time(tmp_path):
    both_are_here = Barrier(2)

    def meet(text):
        both_are_here.wait(timeout=20)
        return text

    with ThreadPoolExecutor(2) as builds:
        found = builds.map(lambda program: DiskCache(tmp_path).get(program, LONG, meet), "ab")
        assert [*found] == [LONG] * 2


def test_a_long_text_is_computed_once_even_by_the_next_build(tmp_path, computed, compute):
    for _ in range(2):
        assert DiskCache(tmp_path / "new").get("a", LONG, compute) == LONG.upper()
    assert computed == [LONG]


def test_another_program_or_text_is_computed_anew(tmp_path, computed, compute):
    cache = DiskCache(tmp_path)
    for program, text in (("a", LONG), ("b", LONG), ("a", LONG + "y")):
        assert cache.get(program, text, compute) == text.upper()
    assert len(computed) == 3


def test_a_short_text_is_not_kept(tmp_path, computed, compute):
    for _ in range(2):
        DiskCache(tmp_path).get("a", "x", compute)
    assert len(computed) == 2
    assert [*tmp_path.iterdir()] == []


def test_what_was_not_used_for_longest_makes_room(tmp_path, computed, compute):
    cache = DiskCache(tmp_path)
    texts = [f"{number}{LONG}" for number in range(MAX_RESULTS + 1)]
    for moment, text in enumerate(texts[:-1]):
        cache.get("a", text, compute)
        for path in results_in(tmp_path):
            if path.stat().st_mtime > len(texts):
                os.utime(path, (moment, moment))
    cache.get("a", texts[0], compute)  # used again
    cache.get("a", texts[-1], compute)
    assert len(results_in(tmp_path)) == MAX_RESULTS
    computed.clear()
    cache.get("a", texts[0], compute)
    cache.get("a", texts[1], compute)
    assert computed == [texts[1]]


@pytest.mark.parametrize("state", ["a file in its place", "damaged"])
def test_a_build_does_without_it(tmp_path, state, compute):
    folder = tmp_path / "cache"
    cache = DiskCache(folder)
    if state == "damaged":
        cache.get("a", LONG, compute)
        (path,) = results_in(folder)
        path.write_bytes(b"\xff\xfe")
    else:
        folder.write_text("", "utf-8")
    assert cache.get("a", LONG, compute) == LONG.upper()
