"""Runs a command and says what it took: time, processor time and memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cases_site import MOMENT


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
    """MB of memory at most, as resident set."""


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
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", errors="replace")
    return Run(child.returncode, said, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def quickest(command: Sequence[str], folder: Path, times: int, **environment: str) -> Run:
    """The run of several that took the least processor time."""
    runs = [run(command, folder, **environment) for _ in range(times)]
    return min(runs, key=lambda each: each.processor)
