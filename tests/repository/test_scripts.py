"""The scripts in overrides: their length, and that the build joins each in a usable order."""

import re
from pathlib import Path

import pytest

from knowledge.publish.bundles import PAGE_SCRIPTS, WORKER
from knowledge.publish.redirect_pages import SCRIPT
from knowledge.search.files import BOX, PARTS
from support.cases_site import ROOT

FOLDER = ROOT / "overrides/assets/javascripts"
SCRIPTS = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in FOLDER.rglob("*.js")
    if "vendor" not in path.relative_to(FOLDER).parts
)
JOINED = (PAGE_SCRIPTS, PARTS, BOX)
ALONE = (WORKER, Path(SCRIPT).name)
"""Scripts that are published by themselves: the service worker, and that of redirect pages."""
LONGEST = 300
LONGER = {"search/ranking.js": 406}
"""Scripts that are still longer, with the lines that they may have."""
REQUIRED = re.compile(r'require\("\./(\w+\.js)"\)')


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_not_too_long(name):
    assert len((FOLDER / name).read_text("utf-8").splitlines()) <= LONGER.get(name, LONGEST)


def test_a_script_that_may_be_longer_is_longer():
    for name in LONGER:
        assert len((FOLDER / name).read_text("utf-8").splitlines()) > LONGEST, name


def test_every_script_is_published_in_one_place():
    joined = [name for names in JOINED for name in names if not name.startswith("vendor/")]
    assert sorted([*joined, *ALONE]) == SCRIPTS


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_a_script_takes_from_another_stands_before_it(name):
    """Node loads on demand what the joined script has to have run already."""
    needed = {f"search/{each}" for each in REQUIRED.findall((FOLDER / name).read_text("utf-8"))}
    (before,) = [names[: names.index(name)] for names in JOINED if name in names] or [()]
    assert needed <= set(before)
