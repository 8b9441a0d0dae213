"""Work beside the build gives what it would give in the build."""

import os

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
