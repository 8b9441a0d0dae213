"""Work beside the build gives what it would give in the build."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cases_site import ROOT
from knowledge import beside
from knowledge.beside import Beside

HOUSE = str(ROOT / "hooks")
PATIENCE = 30
"""Seconds."""
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


def test_where_the_system_refuses_a_process_the_work_is_done_here(monkeypatch):
    def refuse():
        raise BlockingIOError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr(beside.os, "fork", refuse)
    assert Beside(os.getpid).result() == os.getpid()


def test_a_process_sees_that_nobody_listens_any_more(tmp_path):
    """Where the one that began it is killed, its long answer ends it."""
    code = (
        "import os, time\n"
        "from knowledge.beside import Beside\n"
        "def work():\n"
        f"    open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\n"
        "    time.sleep(1)\n"
        "    return 'x' * 10_000_000\n"
        "begun = Beside(work)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": HOUSE})
    end = time.monotonic() + PATIENCE
    while not (pid := tmp_path / "pid").exists() or not pid.read_text():
        assert time.monotonic() < end
        time.sleep(0.05)
    parent.kill()
    parent.wait()
    while is_there(int(pid.read_text())):
        assert time.monotonic() < end, "it is still there"
        time.sleep(0.1)


def printed(code):
    """What a program prints that uses the house."""
    environment = os.environ | {"PYTHONPATH": HOUSE}
    command = [sys.executable, "-c", f"from knowledge.beside import Beside\n{code}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_what_was_begun_ends_with_the_one_that_began_it():
    code = "import time\nbegun = Beside(lambda: time.sleep(60))\nprint(begun._child)"
    assert not is_there(int(printed(code)))


def test_what_the_work_prints_comes_out_once():
    code = (
        "print('before', end=' ')\n"
        "Beside(lambda: print('inside', end=' ')).answer()\n"
        "print('after')"
    )
    assert printed(code) == "before inside after\n"


def is_there(process):
    """Whether a process runs; one that has ended and waits to be taken note of does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
