"""`mkdocs serve`: pages without publication-only files, live reload, and caches between builds."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from support.cases_site import commit_all, copy_tiny_site, git

TIMEOUT_SECONDS = 60
"""Timeout for the server and for each page."""


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
    server.wait(timeout=TIMEOUT_SECONDS)


def page(address):
    end = time.monotonic() + TIMEOUT_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer:
                return answer.read().decode()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.mark.parametrize("name", ["index.html", "en/guide/borrow.html"])
def test_live_reload_is_allowed_and_nothing_is_cached(preview, name):
    html = page(preview + name)
    assert "livereload(" in html
    for word in ("Content-Security-Policy", "sw.js", "offline.zip", "webmanifest", "page-version"):
        assert word not in html


def test_a_port_in_use_is_one_sentence(tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    with socket.socket() as used:
        used.bind(("127.0.0.1", 0))
        used.listen()
        port = used.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
        ended = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    last = ended.stdout.strip().splitlines()[-1]
    assert ended.returncode == 1
    assert last.startswith(
        f"Port {port} is in use (Address already in use). Call 'make serve PORT="
    )
    assert "Traceback" not in ended.stderr
    assert "Documentation built" not in ended.stderr


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
        end = time.monotonic() + TIMEOUT_SECONDS
        while "Reloading browsers" not in log.read_text("utf-8") and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        server.terminate()
        server.wait(timeout=TIMEOUT_SECONDS)
    said = log.read_text("utf-8").removeprefix(first)
    line = len(text.splitlines()) + 2
    remedy = "Correct the path, counted from this file's own folder."
    assert f":{line}: LK001 there is no page 'gone.md' here. {remedy}" in first
    assert "Findings since the last build: 1 new, 0 gone, 1 unchanged." in said
    assert [one for one in said.splitlines() if " LK001 " in one] == [
        f"WARNING -  docs/en/index.md:{line}: LK001 there is no page 'nowhere.md' here. {remedy}"
    ]


@pytest.fixture
def start():
    """Start a preview of a folder; returns a function that waits for text, and the log."""
    started = []

    def serve(folder, *options, environment=os.environ):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        log = folder.parent / "log"
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", address, *options]
        with log.open("wb") as output:
            streams = {"stdout": output, "stderr": output}
            started.append(subprocess.Popen(command, cwd=folder, env=environment, **streams))

        def wait_for(name, words):
            end = time.monotonic() + TIMEOUT_SECONDS
            while words not in (html := page(f"http://{address}/{name}")):
                assert time.monotonic() < end, html
                time.sleep(0.1)
            return html

        return wait_for, log

    yield serve
    for server in started:
        server.terminate()
        server.wait(timeout=TIMEOUT_SECONDS)


@pytest.fixture
def edited(tmp_path, start):
    """A preview of an editable tiny site; its folder, and a function that waits for text."""
    folder = copy_tiny_site(tmp_path / "source")
    return folder, start(folder)[0]


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


def test_watch_theme_watches_the_theme(tmp_path, start):
    folder = copy_tiny_site(tmp_path / "source")
    wait_for, _ = start(folder, "--watch-theme")
    wait_for("index.html", "livereload(")
    (folder / "overrides/partials/footer.html").write_text("<footer>foot</footer>", "utf-8")
    wait_for("index.html", "<footer>foot</footer>")


def test_the_moment_of_the_build_moves_on(tmp_path, start):
    folder = copy_tiny_site(tmp_path / "source")
    git(folder, "init", "--quiet")
    commit_all(folder, "Now")
    environment = {name: text for name, text in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    wait_for, _ = start(folder, environment=environment)
    old = '<p class="page-reviewed">'
    assert "<strong>" not in wait_for("index.html", old).partition(old)[2].partition("</p>")[0]
    commit_all(folder, "In two years", days=800)
    replace(folder / "docs/ja/index.md", "{#hours}", "{#times}")
    html = wait_for("index.html", 'id="times"')
    assert "<strong>" in html.partition(old)[2].partition("</p>")[0]
