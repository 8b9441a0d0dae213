"""Time from saving a source to its updated page under `mkdocs serve`."""

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

TIMEOUT_SECONDS = 60
"""Timeout for the server and for each page."""
POLL_SECONDS = 0.02
MKDOCS = (sys.executable, "-m", "mkdocs")
SOURCE, PAGE = "docs/ja/start/phoned.md", "start/phoned.html"


def seconds_to_see(
    folder: Path, edits: int, program: Sequence[str] = MKDOCS, **environment: str
) -> float:
    """Median seconds from a save to the page with the new text.

    Raises:
        TimeoutError: the new text does not appear.
    """
    with served(folder, program, **environment) as address:
        source = folder / SOURCE
        original = source.read_text("utf-8")
        found = []
        for number in range(edits):
            words = f"これは{number}回目の確認です。"
            source.write_text(f"{original}\n{words}\n", "utf-8")
            start = time.monotonic()
            _wait_for(address + PAGE, words)
            found.append(time.monotonic() - start)
            # Let the server become idle between two saves, as it does while somebody types.
            time.sleep(1)
        source.write_text(original, "utf-8")
    return statistics.median(found)


@contextmanager
def served(folder: Path, program: Sequence[str], **environment: str) -> Iterator[str]:
    """Start `mkdocs serve` and yield its URL once it responds; stop it at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*program, "serve", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_for(address, "<html")
        time.sleep(1)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=TIMEOUT_SECONDS)


def _wait_for(address: str, words: str) -> None:
    end = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"{address} never showed '{words}'")
