"""Site names from site.yml, and their fallbacks."""

from datetime import date

import pytest

from knowledge.data.all_data import read
from knowledge.data.site_settings import SiteNames
from knowledge.site.languages import Languages
from support.cases_site import TINY

BOTH = Languages(("ja", "en"), frozenset({"en"}))
INTERFACE = (TINY / "docs/_data/interface.yml").read_bytes()
NAMES = "names: {title: {ja: 図書館の案内}, short: {ja: 図書館, en: Library}}"


def names(text: str) -> SiteNames:
    files = {"interface.yml": INTERFACE, "site.yml": text.encode()}
    return read(files, BOTH.codes, BOTH.complete, date(2026, 11, 24)).names


@pytest.mark.parametrize(
    ("text", "language", "title", "short"),
    [
        (NAMES, "ja", "図書館の案内", "図書館"),
        (NAMES, "en", "Guide", "Library"),
        ("", "ja", "Guide", "Guide"),
        ("names: x", "ja", "Guide", "Guide"),
        ("names: {title: x}", "ja", "Guide", "Guide"),
        ("- x", "ja", "Guide", "Guide"),
    ],
)
def test_the_sites_own_name_stands_in(text, language, title, short):
    found = names(text)
    assert found.title_in(language, "Guide") == title
    assert found.short_in(language, "Guide") == short
