"""Runs a command and says what it took: time, processor time and memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from support.cases_site import MOMENT

LOOKS = 0.25
"""Seconds between two looks at the memory."""
UNITS = {"darwin": 1024 * 1024}
"""Of getrusage in a MB, where it is not 1,024; there the largest process alone counts."""
PROPORTIONAL = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """What a command took."""

    exit_code: int
    output: str
    wall: float
    """Seconds from call to end."""
    processor: float
    """Seconds of processor time, of its children too: others on the machine count little."""
    peak: float
    """MB of memory at most, with its children: what they share counts once."""


def run(command: Sequence[str], folder: Path, **environment: str) -> Run:
    """Run a command to its end, without a network of its own and at a fixed moment."""
    given = os.environ | {"SOURCE_DATE_EPOCH": MOMENT, "NO_MKDOCS_2_WARNING": "1"} | environment
    # Whoever works on the site keeps compiled Python, so measure with it.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        child = subprocess.Popen(
            command, cwd=folder, env=given, stdout=output, stderr=subprocess.STDOUT
        )
        memory = _Memory(child.pid)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        peak = memory.peak() or used.ru_maxrss / UNITS.get(sys.platform, 1024)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", errors="replace")
    return Run(child.returncode, said, wall, used.ru_utime + used.ru_stime, peak)


class _Memory:
    """Looks at the memory of a process and its children until it is asked for the most it saw."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0.0
        self._over = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._looking.start()

    def peak(self) -> float:
        """MB; 0 where the system does not tell."""
        self._over.set()
        self._looking.join()
        return self._most

    def _look(self) -> None:
        while not self._over.wait(LOOKS):
            self._most = max(self._most, sum(map(_proportional, _family(self._process))))


def _family(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _text(children).split():
            found += _family(int(child))
    return found


def _proportional(process: int) -> float:
    """MB of memory, of what is shared the process's part (Linux, `smaps_rollup`)."""
    found = PROPORTIONAL.search(_text(Path(f"/proc/{process}/smaps_rollup")))
    return int(found[1]) / 1024 if found else 0


def _text(path: Path) -> str:
    """What a file says; nothing where the process is gone."""
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""


def cheapest(jobs: Sequence[Callable[[], Run]], times: int) -> list[Run]:
    """Of each job the run with the least processor time; the jobs take turns.

    Raises:
        RuntimeError: one fails.
    """
    rounds = [[_good(job()) for job in jobs] for _ in range(times)]
    return [min(runs, key=lambda each: each.processor) for runs in zip(*rounds, strict=True)]


def _good(run: Run) -> Run:
    if run.exit_code:
        raise RuntimeError(run.output[-2000:])
    return run
