"""The words of people in danger: they match as people type them, and nothing else does."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from knowledge.search.danger import danger_entries
from knowledge.site.site import load
from support.cases_site import ROOT

QUERIES = yaml.safe_load(Path(__file__).with_name("danger_queries.yml").read_text("utf-8"))
MATCHER = ROOT / "overrides/assets/javascripts/search/danger.js"
RUN = """
const { matcher } = require(process.argv[1]);
const { entries, queries } = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const find = matcher(entries);
console.log(JSON.stringify(queries.map((query) => find(query).map((found) => entries.indexOf(found) + 1))));
"""


def numbers(entries, queries):
    """The numbers of the entries that each query matches, counted from 1."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not there")
    given = json.dumps({"entries": list(entries), "queries": queries})
    done = subprocess.run(
        [node, "-e", RUN, str(MATCHER)], input=given, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def entries():
    return danger_entries(load(ROOT), "ja")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_of_people_in_danger_match(entries, language):
    wanted = QUERIES["must"][language]
    assert len(wanted) == 40
    tuned = wanted[::2]
    found = numbers(entries, [query for query, _ in tuned])
    missed = [
        query for (query, number), given in zip(tuned, found, strict=True) if number not in given
    ]
    assert missed == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_that_only_look_like_them_do_not(entries, language):
    alike = QUERIES["must_not"][language]
    assert len(alike) == 60
    found = zip(alike, numbers(entries, alike), strict=True)
    assert [query for query, given in found if given] == []
