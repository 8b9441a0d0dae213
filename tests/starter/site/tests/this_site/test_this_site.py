"""What is true of any site; what is true of this one alone can be added here, or in a new file."""

import pytest

from knowledge.finding import format_finding
from knowledge.rules.registry import NOTICES, findings
from knowledge.site.languages import from_configuration
from knowledge.site.mkdocs_yml import CONFIGURATION, parse
from knowledge.site.site import load
from support.cases_site import ROOT
from support.visit import PHONE, search_for

LANGUAGES = from_configuration(parse((ROOT / CONFIGURATION).read_bytes()))
PAGES = sorted(
    path.relative_to(ROOT / "docs" / LANGUAGES.default).as_posix()
    for path in (ROOT / "docs" / LANGUAGES.default).rglob("*.md")
)


def test_the_check_finds_no_error():
    found = findings(load(ROOT))
    assert [format_finding(each) for each in found if each.code not in NOTICES] == []


def test_it_builds_strictly(real_build):
    assert (real_build.exit_code, real_build.warnings) == (0, []), real_build.output


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_every_page_is_there_in_every_language(site, code):
    missing = [path for path in PAGES if not (site / LANGUAGES.page_url(path, code)).is_file()]
    assert missing == []


def test_it_can_be_read_offline(site):
    for name in ("offline.zip", "sw.js"):
        assert (site / name).is_file(), name


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_no_page_loads_anything_from_elsewhere_or_scrolls_sideways(visit, code):
    visit = visit(viewport=PHONE)
    for path in PAGES:
        page = visit.open(LANGUAGES.page_url(path, code).removesuffix(".html"))
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], (path, width)
    assert (visit.errors, visit.foreign_requests) == ([], [])


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_the_search_answers(visit, code):
    visit = visit()
    page = visit.open(LANGUAGES.page_url("index.md", code).removesuffix(".html"))
    search_for(page, page.locator("h1").inner_text())
    assert page.locator("a[data-search-result]").count() > 0
    assert visit.errors == []
