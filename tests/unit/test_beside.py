"""Work beside the build gives what it would give in the build."""

import os
import time

import pytest

from knowledge import beside
from knowledge.beside import Beside

LONG = ["x" * 100] * 10_000
"""More than a pipe holds at once."""


def test_its_result_comes_from_another_process():
    assert Beside(os.getpid).result() not in (os.getpid(), None)


def test_a_long_result_comes_whole():
    assert Beside(lambda: LONG).result() == LONG


def test_where_no_process_can_be_made_the_work_is_done_when_it_is_asked_for(monkeypatch):
    monkeypatch.delattr(beside.os, "fork")
    begun = Beside(os.getpid)
    assert begun.result() == os.getpid()


def test_a_fault_is_raised_where_the_result_is_asked_for():
    def fail():
        raise LookupError("gone")

    begun = Beside(fail)
    with pytest.raises(LookupError, match="gone"):
        begun.result()


def test_a_process_that_is_ended_loses_nothing():
    own = os.getpid()

    def work():
        if os.getpid() != own:
            os._exit(3)
        return "done"

    assert Beside(work).result() == "done"


def test_what_does_not_come_to_its_end_has_no_answer():
    assert Beside(lambda: os._exit(3)).answer() is None
    assert Beside(lambda: "done").answer() == "done"


def test_a_process_can_be_ended_before_it_is_done():
    begun = Beside(lambda: time.sleep(60))
    start = time.monotonic()
    begun.end()
    assert time.monotonic() - start < 30
    assert begun.answer() is None


def test_there_is_at_least_one_core():
    assert beside.cores() >= 1


def test_what_gives_way_is_the_last_to_be_worked_on():
    own = os.nice(0)
    assert Beside(lambda: os.nice(0)).result() == own
    assert Beside(lambda: os.nice(0), gives_way=True).result() == min(own + beside.NICENESS, 19)
