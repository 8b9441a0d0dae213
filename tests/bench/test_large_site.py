"""The generated sites of the benchmark are deterministic and pass the checks."""

import re

import pytest

from bench.large_site import PAGES_PER_SECTION, large_site, page_paths, write_large_site
from bench.site_size import exponent
from knowledge.finding import format_finding
from knowledge.rules.registry import NOTICES, findings
from knowledge.site.site import load

PAGES = 12
MANY = 100
"""Number of pages that is large enough for every sentence to occur."""


@pytest.fixture(scope="module")
def files():
    return dict(large_site(PAGES))


def test_the_same_size_is_the_same_bytes(files):
    assert dict(large_site(PAGES)) == files


def test_every_language_has_every_page(files):
    pages = {path for path in files if path.endswith(".md")}
    assert pages == {f"docs/{code}/{path}" for code in ("ja", "en") for path in page_paths(PAGES)}


def test_no_section_has_more_pages_than_it_may():
    paths = page_paths(1600)
    assert len(set(paths)) == 1600
    folders = [path.partition("/")[0] for path in paths]
    assert max(map(folders.count, set(folders))) == PAGES_PER_SECTION


def test_the_check_finds_no_error_in_it(tmp_path):
    found = findings(load(write_large_site(tmp_path / "site", MANY)))
    errors = [format_finding(each) for each in found if each.code not in NOTICES]
    assert errors == []


@pytest.mark.parametrize(
    "pattern", [r"\]\(contact:", r"\]\(source:", r"\]\(term:", r"\.md#topic-\d", r"\n!!! ", r"\n\|"]
)
def test_pages_hold_what_real_pages_hold(files, pattern):
    assert any(re.search(pattern, content.decode()) for content in files.values())


def test_what_doubles_with_the_pages_grows_with_exponent_one():
    assert exponent((100, 2.0), (400, 8.0)) == 1
    assert exponent((100, 2.0), (400, 32.0)) == 2
