"""JSON-LD that cannot leave its script element."""

import json
from datetime import date

import pytest

from knowledge.publish.structured_data import structured_data
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import TINY

HOME = ("図書館", "https://library.example/")


@pytest.fixture(scope="module")
def site():
    return site_of(read_folder(TINY), date(2026, 11, 24), None)


def data(site, path, url, modified=""):
    return structured_data(site, site.sources[path], url, HOME, modified)


def test_a_page_has_its_place_and_its_day(site):
    url = f"{HOME[1]}guide/borrow.html"
    page = json.loads(data(site, "docs/ja/guide/borrow.md", url, "2026-11-20"))[0]
    assert page["dateModified"] == "2026-11-20"
    steps = page["breadcrumb"]["itemListElement"]
    assert [(step["position"], step["item"]) for step in steps] == [(1, HOME[1]), (2, url)]


def test_the_first_page_has_no_steps_and_no_day_that_nobody_knows(site):
    page = json.loads(data(site, "docs/ja/index.md", HOME[1]))[0]
    assert "breadcrumb" not in page
    assert "dateModified" not in page


def test_the_glossary_defines_its_terms(site):
    url = f"{HOME[1]}en/glossary.html"
    _, *terms = json.loads(data(site, "docs/en/glossary.md", url))
    assert [term["@id"] for term in terms] == [f"{url}#{key}" for key in site.data.terms]
    assert {term["inDefinedTermSet"] for term in terms} == {url}


def test_it_cannot_end_its_element(site):
    text = structured_data(
        site,
        site.sources["docs/ja/index.md"],
        "https://a.example/",
        ("</script>", "https://a.example/"),
        "",
    )
    assert "<" not in text
    assert json.loads(text)[0]["isPartOf"]["name"] == "</script>"
