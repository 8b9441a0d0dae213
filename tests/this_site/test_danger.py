"""The words of people in danger: they match as people type them, and nothing else does.

How a phrase matches: tests/javascript/danger.test.js.
"""

from pathlib import Path

import pytest
import yaml

from knowledge.search.danger import danger_entries
from knowledge.site.site import load
from support.cases_site import ROOT

QUERIES = yaml.safe_load(Path(__file__).with_name("danger_queries.yml").read_text("utf-8"))
MATCHER = ROOT / "overrides/assets/javascripts/search/danger.js"
FIND = """
([entries, queries]) => {
  const find = danger.matcher(entries);
  return queries.map((query) => find(query).map((entry) => entries.indexOf(entry) + 1));
}
"""


@pytest.fixture(scope="module")
def numbers(browser):
    """The numbers of the entries that each query matches, counted from 1."""
    page = browser.new_page()
    page.add_script_tag(content=MATCHER.read_text("utf-8"))
    yield lambda entries, queries: page.evaluate(FIND, [list(entries), queries])
    page.close()


@pytest.fixture(scope="module")
def entries():
    return danger_entries(load(ROOT), "ja")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_of_people_in_danger_match(numbers, entries, language):
    wanted = QUERIES["must"][language]
    assert len(wanted) >= 40
    found = zip(wanted, numbers(entries, [query for query, _ in wanted]), strict=True)
    missed = [query for (query, number), given in found if number not in given]
    assert missed == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_words_that_only_look_like_them_do_not(numbers, entries, language):
    alike = QUERIES["must_not"][language]
    assert len(alike) >= 60
    found = zip(alike, numbers(entries, alike), strict=True)
    assert [query for query, given in found if given] == []


def test_each_entry_names_whom_to_call_or_where_to_go(entries):
    dying, threatened, money = entries
    assert [each["number"] for each in dying["contacts"]][:2] == ["0120-279-338", "119"]
    assert [each["number"] for each in threatened["contacts"]] == ["110"]
    assert [link["url"] for link in money["links"]] == ["start/paid.html"]
