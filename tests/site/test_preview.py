"""What `mkdocs serve` shows: the pages without what only a published site needs."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from cases_site import copy_tiny_site

PATIENCE = 60
"""Seconds."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = copy_tiny_site(tmp_path_factory.mktemp("preview") / "source")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "-a", f"127.0.0.1:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait(timeout=PATIENCE)


def page(address):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.mark.parametrize("name", ["index.html", "en/guide/borrow.html"])
def test_live_reload_is_not_kept_out_and_nothing_is_kept(preview, name):
    html = page(preview + name)
    assert "livereload(" in html
    for word in ("Content-Security-Policy", "sw.js", "offline.zip", "webmanifest", "page-version"):
        assert word not in html
