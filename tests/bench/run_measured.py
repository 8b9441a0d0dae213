"""Run a command and measure its wall-clock time, processor time and peak memory."""

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

SAMPLE_SECONDS = 0.25
"""Interval between two memory samples."""
MAXRSS_PER_MB = {"darwin": 1024 * 1024}
"""Units of ru_maxrss per MB where they are not kB. ru_maxrss covers the largest process only."""
PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """The result and the cost of a command."""

    exit_code: int
    output: str
    wall: float
    """Wall-clock seconds."""
    processor: float
    """Processor seconds, child processes included; little affected by other load."""
    peak: float
    """Peak memory in MB, child processes included; shared pages count once."""


def run(command: Sequence[str], folder: Path, **environment: str) -> Run:
    """Run a command with a fixed SOURCE_DATE_EPOCH and wait for it to end."""
    given = os.environ | {"SOURCE_DATE_EPOCH": MOMENT, "NO_MKDOCS_2_WARNING": "1"} | environment
    # Contributors have .pyc files, so measure with them.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        child = subprocess.Popen(
            command, cwd=folder, env=given, stdout=output, stderr=subprocess.STDOUT
        )
        memory = _Memory(child.pid)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        peak = memory.peak() or used.ru_maxrss / MAXRSS_PER_MB.get(sys.platform, 1024)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", errors="replace")
    return Run(child.returncode, said, wall, used.ru_utime + used.ru_stime, peak)


class _Memory:
    """Samples the memory of a process and its children in a thread until `peak` is called."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0.0
        self._stopped = threading.Event()
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self._sampler.start()

    def peak(self) -> float:
        """Stop sampling and return the peak in MB; 0 where the system has no /proc."""
        self._stopped.set()
        self._sampler.join()
        return self._most

    def _sample(self) -> None:
        while not self._stopped.wait(SAMPLE_SECONDS):
            self._most = max(self._most, sum(map(_pss, _descendants(self._process))))


def _descendants(process: int) -> list[int]:
    """Ids of a process and all its descendants."""
    found = [process]
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _text(children).split():
            found += _descendants(int(child))
    return found


def _pss(process: int) -> float:
    """Proportional set size of a process in MB (Linux, `smaps_rollup`); 0 if it is not known."""
    found = PSS.search(_text(Path(f"/proc/{process}/smaps_rollup")))
    return int(found[1]) / 1024 if found else 0


def _text(path: Path) -> str:
    """The text of a file in /proc; empty if the process has ended."""
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""


def cheapest(jobs: Sequence[Callable[[], Run]], times: int) -> list[Run]:
    """For each job, the run with the least processor time; the jobs take turns.

    Raises:
        RuntimeError: a run fails; the message is the end of its output.
    """
    rounds = [[_checked(job()) for job in jobs] for _ in range(times)]
    return [min(runs, key=lambda each: each.processor) for runs in zip(*rounds, strict=True)]


def _checked(run: Run) -> Run:
    if run.exit_code:
        raise RuntimeError(run.output[-2000:])
    return run
