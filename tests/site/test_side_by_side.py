"""Languages that are built side by side: the same site, the same messages, the same ends."""

import os
import re

import pytest

from cases_site import copy_tiny_site
from site_builder import build

needs_processes = pytest.mark.skipif(
    not hasattr(os, "fork"),
    reason="where a system cannot fork, one language is built after the other",
)
CORES = "hooks/told_cores.py"
"""A hook that says how many cores there are, whatever machine this is."""
TOLD = "hooks/told.py"
"""A hook that writes down which process builds each page, and does on one what a test wants."""
WRITTEN = """
import logging, os, signal
from pathlib import Path

def on_post_page(output, page, config):
    folder = Path(config.config_file_path).parent
    with (folder / "told.txt").open("a") as told:
        told.write(f"{{os.getpid()}} {{page.file.dest_uri}}\\n")
    if page.file.dest_uri == "en/guide/borrow.html":
        {what}
    return output
"""


def site_that(tmp_path, what="pass"):
    """A tiny site with that hook, on a machine of two cores."""
    folder = copy_tiny_site(tmp_path / "source")
    say_cores(folder, 2)
    (folder / TOLD).write_text(WRITTEN.format(what=what), "utf-8")
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text("utf-8").replace(
        "hooks:\n", f"hooks:\n  - {CORES}\n  - {TOLD}\n"
    )
    configuration.write_text(text, "utf-8")
    return folder


def say_cores(folder, count):
    code = f"from knowledge import beside\nbeside.cores = lambda: {count}\n"
    (folder / CORES).write_text(code, "utf-8")


def processes(folder):
    """Which processes built pages of which language, in their order."""
    found = {}
    for line in (folder / "told.txt").read_text().splitlines():
        process, path = line.split()
        language = "en" if path.startswith("en/") else "ja"
        if process not in found.setdefault(language, []):
            found[language].append(process)
    return found


@needs_processes
def test_each_language_has_a_process_of_its_own(tmp_path):
    folder = site_that(tmp_path)
    built = build(folder, tmp_path / "site")
    assert built.exit_code == 0, built.output
    found = processes(folder)
    assert [len(each) for each in found.values()] == [1, 1]
    assert found["ja"] != found["en"]


@needs_processes
def test_one_core_builds_the_same_bytes_and_says_the_same(tmp_path):
    folder = site_that(tmp_path)
    together = build(folder, tmp_path / "site")
    (folder / "told.txt").unlink()
    say_cores(folder, 1)
    alone = build(folder, tmp_path / "site")
    found = processes(folder)
    assert found["ja"] == found["en"]
    assert together.digests == alone.digests
    assert lines(together) == lines(alone)


def lines(built):
    return [re.sub(r"in [\d.]+ seconds", "", line) for line in built.output.splitlines()]


@needs_processes
@pytest.mark.parametrize("what", ["os.kill(os.getpid(), signal.SIGKILL)", "raise OSError('gone')"])
def test_what_a_process_does_not_finish_is_done_again(tmp_path, what):
    folder = site_that(
        tmp_path, f'if not (folder / "once").exists(): (folder / "once").touch(); {what}'
    )
    built = build(folder, tmp_path / "site")
    assert built.exit_code == 0, built.output
    assert len(processes(folder)["en"]) == 2
    assert (tmp_path / "site/en/contacts.html").is_file()


@pytest.mark.parametrize("name", ["en/contacts.html", "contacts.html"])
def test_a_warning_in_any_language_ends_a_strict_build_and_is_said_once(tmp_path, name):
    folder = site_that(tmp_path)
    (folder / TOLD).write_text(
        'import logging\nlog = logging.getLogger("mkdocs.hooks.told")\n'
        "def on_post_page(output, page, config):\n"
        f"    if page.file.dest_uri == {name!r}:\n"
        '        log.warning("something is odd")\n'
        "    return output\n",
        "utf-8",
    )
    built = build(folder, tmp_path / "site")
    assert built.exit_code == 1
    assert built.warnings == ["something is odd"]
    assert "Aborted with 1 warning" in built.output


@needs_processes
def test_where_the_first_language_fails_no_process_is_left(tmp_path):
    folder = site_that(tmp_path)
    (folder / TOLD).write_text(
        "import os, time\nfrom pathlib import Path\n"
        "def on_post_page(output, page, config):\n"
        "    folder = Path(config.config_file_path).parent\n"
        '    if page.file.dest_uri.startswith("en/"):\n'
        '        (folder / "told.txt").write_text(str(os.getpid()))\n'
        "        time.sleep(60)\n"
        '    while not (folder / "told.txt").exists():\n'
        "        time.sleep(0.01)\n"
        '    raise OSError("no more")\n',
        "utf-8",
    )
    built = build(folder, tmp_path / "site")
    assert built.exit_code == 1
    assert "no more" in built.output
    process = int((folder / "told.txt").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
