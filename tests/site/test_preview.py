"""What `mkdocs serve` shows: the pages without what only a published site needs."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from support.cases_site import copy_tiny_site

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


def test_after_a_save_only_what_changed_is_said(tmp_path):
    folder, log = copy_tiny_site(tmp_path / "source"), tmp_path / "log"
    source = folder / "docs/en/index.md"
    text = source.read_text("utf-8")
    source.write_text(f"{text}\n[x](gone.md)\n", "utf-8")
    with log.open("wb") as output, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
        free.close()
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", address]
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        page(f"http://{address}/index.html")
        first = log.read_text("utf-8")
        source.write_text(f"{text}\n[y](nowhere.md)\n\n[x](gone.md)\n", "utf-8")
        end = time.monotonic() + PATIENCE
        while "Reloading browsers" not in log.read_text("utf-8") and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)
    said = log.read_text("utf-8").removeprefix(first)
    line = len(text.splitlines()) + 2
    remedy = "Correct the path, counted from this file's own folder."
    assert f":{line}: LK001 there is no page 'gone.md' here. {remedy}" in first
    assert "Findings since the last build: 1 new, 0 gone, 1 unchanged." in said
    assert [one for one in said.splitlines() if " LK001 " in one] == [
        f"WARNING -  docs/en/index.md:{line}: LK001 there is no page 'nowhere.md' here. {remedy}"
    ]


@pytest.fixture
def edited(tmp_path):
    """A preview of a tiny site, to be edited: its folder, and what waits for words on a page."""
    folder = copy_tiny_site(tmp_path / "source")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", address]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=folder, **quiet)

    def wait_for(name, words):
        end = time.monotonic() + PATIENCE
        while words not in (html := page(f"http://{address}/{name}")):
            assert time.monotonic() < end, html
            time.sleep(0.1)
        return html

    yield folder, wait_for
    server.terminate()
    server.wait(timeout=PATIENCE)


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_is_kept_between_builds_is_never_old(edited):
    folder, wait_for = edited
    docs = folder / "docs"
    borrow, home = "guide/borrow.html", "index.html"
    wait_for(borrow, "tel:03-1234-5678")
    replace(docs / "_data/contacts.yml", "03-1234-5678", "03-1234-5679")
    wait_for(borrow, "tel:03-1234-5679")
    replace(docs / "ja/index.md", "{#hours}", "{#times}")
    wait_for(home, 'id="times"')
    replace(docs / "ja/guide/borrow.md", "../index.md#hours", "../index.md#times")
    wait_for(borrow, "index.html#times")
    replace(folder / "mkdocs.yml", "借りる: guide/borrow.md", "本を借りる: guide/borrow.md")
    wait_for(home, "本を借りる")
    (folder / "overrides/partials/footer.html").write_text("<footer>foot</footer>", "utf-8")
    replace(docs / "ja/index.md", "{#times}", "{#hours}")
    assert "<footer>foot</footer>" in wait_for(home, 'id="hours"')
    for language in ("ja", "en"):
        (docs / language / "new.md").write_text(f"# {language} new {{#new}}\n", "utf-8")
    wait_for("en/new.html", "en new")
