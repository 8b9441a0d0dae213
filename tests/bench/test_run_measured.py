"""Measured commands: exit code, output, time and memory."""

import sys
from pathlib import Path

import pytest

from bench.run_measured import Run, cheapest, run

MEGABYTES = 60
HOLD_MEMORY = f"import time; held = bytearray(b'x' * {MEGABYTES * 1_000_000}); time.sleep(2)"
TWO_PROCESSES = f"""
import subprocess, sys
both = [subprocess.Popen([sys.executable, "-c", {HOLD_MEMORY!r}]) for _ in range(2)]
sys.exit(sum(each.wait() for each in both))
"""


def test_a_run_has_the_exit_code_and_the_output(tmp_path):
    done = run([sys.executable, "-c", "print('said'); raise SystemExit(3)"], tmp_path)
    assert (done.exit_code, done.output) == (3, "said\n")
    assert 0 < done.processor < done.wall + 1


def test_the_memory_of_a_process_counts(tmp_path):
    assert MEGABYTES <= run([sys.executable, "-c", HOLD_MEMORY], tmp_path).peak < 2 * MEGABYTES


@pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").is_file(),
    reason="this system does not tell what processes share; the largest one alone is measured",
)
def test_the_memory_of_all_its_processes_counts(tmp_path):
    assert run([sys.executable, "-c", TWO_PROCESSES], tmp_path).peak >= 2 * MEGABYTES


def test_of_each_job_the_cheapest_run_counts_and_they_take_turns():
    seconds = iter((3.0, 30.0, 2.0, 40.0))
    order = []

    def job(name):
        order.append(name)
        return Run(0, "", 0, next(seconds), 0)

    found = cheapest([lambda: job("a"), lambda: job("b")], 2)
    assert order == ["a", "b", "a", "b"]
    assert [each.processor for each in found] == [2.0, 30.0]


def test_a_failing_job_raises_its_output():
    with pytest.raises(RuntimeError, match="no such file"):
        cheapest([lambda: Run(1, "no such file", 1, 1, 1)], 1)
