"""The scripts in overrides: their length, and that the build joins each in a usable order."""

import re
from pathlib import Path

import pytest

from knowledge.publish.bundles import FURIGANA_SCRIPT, PAGE_SCRIPTS, WORKER
from knowledge.publish.redirect_pages import SCRIPT
from knowledge.search.files import BOX, PARTS
from knowledge.search.indexer import PARTS as BUILD_PARTS
from support.cases_site import ROOT

FOLDER = ROOT / "overrides/assets/javascripts"
SCRIPTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.js"))
JOINED = (PAGE_SCRIPTS, PARTS, BOX)
"""The scripts of each file that is published."""
ALONE = (WORKER, FURIGANA_SCRIPT, Path(SCRIPT).name)
"""Scripts that are published by themselves: the service worker, the readings, redirect pages."""
MAX_LINES = 300
REQUIRED = re.compile(r'require\("\./(\w+\.js)"\)')


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_not_too_long(name):
    assert len((FOLDER / name).read_text("utf-8").splitlines()) <= MAX_LINES


def test_every_script_is_published_or_run_by_the_build():
    assert all(len(names) == len(set(names)) for names in JOINED)
    published = [*(name for names in JOINED for name in names), *ALONE]
    assert {*published, *BUILD_PARTS} == set(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_a_script_takes_from_another_stands_before_it(name):
    """Node loads on demand what the joined script has to have run already."""
    needed = {f"search/{each}" for each in REQUIRED.findall((FOLDER / name).read_text("utf-8"))}
    for names in (*JOINED, BUILD_PARTS):
        if name in names:
            assert needed <= set(names[: names.index(name)])
