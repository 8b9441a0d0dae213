"""People in danger are recognised in other words than those of the examples; few others are.

How a query is compared with the examples: tests/javascript/danger.test.js.
"""

import json
import random
from pathlib import Path

import pytest
import yaml

from bench.search_judging import read_queries
from knowledge.search.danger import danger_entries, danger_examples
from knowledge.search.disk_cache import DiskCache
from knowledge.search.indexer import Indexer, json_text
from support.cases_site import ROOT
from this_site.pages import loaded_site

QUERIES = {
    name: yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text("utf-8"))
    for name in (
        "danger_queries",
        "danger_queries_2",
        "danger_queries_3",
        "danger_queries_4",
        "danger_queries_kana",
    )
}
UNANSWERABLE = ROOT / "tests/bench/queries-unanswerable.yml"
SCRIPTS = ROOT / "overrides/assets/javascripts"
MATCHER = (
    "search/hashes.js",
    "search/number_codec.js",
    "search/query_features.js",
    "search/danger.js",
)
FIND = """
([weights, queries]) => {
  const find = danger.matcher(weights);
  return queries.map((query) => find(query).map((position) => position + 1));
}
"""
MISSED = 0.01
"""Share of the examples that may be missed, and of what is harmless that may be shown a danger."""
MISSED_TOGETHER = 0.03
"""The same of examples that stand behind a phrasing of a page, on average of PAIRINGS."""
PAIRINGS = 4
"""One pairing alone would miss by chance: any new phrasing makes another one of it."""
RECOGNISED = {
    "danger_queries": 0.7,
    "danger_queries_2": 0.7,
    "danger_queries_3": 0.85,
    "danger_queries_4": 0.7,
    "danger_queries_kana": 0.85,
}
"""By list, minimum share of the queries in danger whose words no example has."""
ALARMED, ALARMED_BY_MUCH_ALIKE = 0.13, 0.24
"""Maximum share of the queries that look like danger, and of those of `danger_queries_3`, which say
much that sounds like it."""
ALARMED_EVERY_DAY = 0.01
"""Maximum share of what people type every day."""
REMEDY = (
    "If you added phrasings to docs/_data/asked, in any language, take the newest out again, a few "
    "at a time, or say them in other words: the border moves with them"
)
NEVER = (
    "electricity bill how to pay",
    "can i pay my water bill by card",
    "will i die of shame lol",
    "電気料金の支払い方",
    "水道代 コンビニ 払い方",
    "恥ずかしくて死ぬｗ",
)


@pytest.fixture(scope="module")
def site():
    return loaded_site()


@pytest.fixture(scope="module")
def examples(site):
    return danger_examples(site)


@pytest.fixture(scope="module")
def weights(examples):
    indexer = Indexer(SCRIPTS, DiskCache(ROOT / ".cache/search"))
    return indexer.danger_weights(examples)


@pytest.fixture(scope="module")
def numbers(browser, weights):
    """The numbers of the entries that each query tells of, counted from 1."""
    page = browser.new_page()
    for script in MATCHER:
        page.add_script_tag(content=(SCRIPTS / script).read_text("utf-8"))
    yield lambda queries: page.evaluate(FIND, [weights, queries])
    page.close()


def missed(numbers, wanted):
    """Those of the queries whose danger is not told; pairs of query and number."""
    found = zip(wanted, numbers([query for query, _ in wanted]), strict=True)
    return [query for (query, number), told in found if number not in told]


def alarmed(numbers, queries):
    """Those of the queries that are taken for danger."""
    return [query for query, told in zip(queries, numbers(queries), strict=True) if told]


def test_the_examples_are_told_apart(numbers, examples):
    wanted = [(each, i) for i, own in enumerate(examples["examples"], 1) for each in own]
    assert len(wanted) > 1000
    assert len(missed(numbers, wanted)) <= len(wanted) * MISSED
    assert len(alarmed(numbers, examples["harmless"])) <= len(examples["harmless"]) * MISSED


def test_another_thing_that_people_tell_does_not_hide_the_danger(numbers, examples):
    others = [phrasing for own in examples["asked"] for phrasing in own]
    chance = random.Random(1)
    wanted = [
        (f"{chance.choice(others)} {each}", i)
        for i, own in enumerate(examples["examples"], 1)
        for each in own * PAIRINGS
    ]
    lost = missed(numbers, wanted)
    remedy = "add short examples with other words to `danger` in docs/_data/site.yml"
    assert len(lost) <= len(wanted) * MISSED_TOGETHER, (remedy, lost[::50])


@pytest.mark.parametrize("name", QUERIES)
def test_words_that_no_example_has_are_recognised(numbers, name):
    wanted = [each for own in QUERIES[name]["in_danger"].values() for each in own]
    assert len(wanted) >= 35
    found = missed(numbers, wanted)
    remedy = "add examples with other words, and as many harmless phrases, in each language"
    assert len(found) <= len(wanted) * (1 - RECOGNISED[name]), (remedy, found)


@pytest.mark.parametrize("name", QUERIES)
def test_few_words_that_only_look_like_danger_are_taken_for_it(numbers, name):
    alike = [each for own in QUERIES[name]["harmless"].values() for each in own]
    assert len(alike) >= 35
    found = alarmed(numbers, alike)
    most = ALARMED_BY_MUCH_ALIKE if name == "danger_queries_3" else ALARMED
    assert len(found) <= len(alike) * most, found


def test_what_people_type_every_day_is_no_danger(numbers):
    assert (found := alarmed(numbers, list(NEVER))) == [], f"no danger: {found}. {REMEDY}"
    queries = [query.text for query in read_queries(UNANSWERABLE) if query.use == "fit"]
    found = alarmed(numbers, queries)
    assert len(found) <= len(queries) * ALARMED_EVERY_DAY, f"no danger: {found}. {REMEDY}"


@pytest.mark.parametrize("name", QUERIES)
def test_the_queries_are_in_no_example(examples, name):
    known = {each for own in (*examples["examples"], examples["harmless"]) for each in own}
    queries = [query for own in QUERIES[name]["in_danger"].values() for query, _ in own]
    queries += [query for own in QUERIES[name]["harmless"].values() for query in own]
    assert known.isdisjoint(queries)


def test_each_entry_names_whom_to_call_or_where_to_go(site):
    dying, threatened, money = json.loads(json_text(danger_entries(site, "ja")))
    assert [each["number"] for each in dying["contacts"]][:2] == ["0120-279-338", "119"]
    assert [each["number"] for each in threatened["contacts"]] == ["110"]
    assert [link["url"] for link in money["links"]] == ["start/paid.html"]
