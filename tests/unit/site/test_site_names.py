"""Site names of site.yml and mkdocs.yml, and which of them stands in."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.site.files import read_folder
from knowledge.site.mkdocs_yml import DESCRIPTION, NAME
from knowledge.site.site import site_of
from knowledge.site.site_names import setting, short_title, title
from support.cases_site import TINY

FOLDER = read_folder(TINY)
TODAY = date(2026, 11, 24)
NAMES = "names: {title: {ja: 図書館の案内}, short: {ja: 図書館, en: Library}}"


def site_with(site_yml, old="", new=""):
    """The tiny site with another site.yml, and a change of mkdocs.yml."""
    configuration = FOLDER.configuration.decode()
    assert old in configuration
    files = {**FOLDER.files, "docs/_data/site.yml": site_yml.encode()}
    changed = configuration.replace(old, new).encode()
    return site_of(replace(FOLDER, files=files, configuration=changed), TODAY, None)


@pytest.mark.parametrize(
    ("text", "language", "shown", "short"),
    [
        (NAMES, "ja", ("図書館の案内", "ja"), ("図書館", "ja")),
        (NAMES, "en", ("Library guide", "en"), ("Library", "en")),
        ("", "ja", ("図書館の手引き", "ja"), ("図書館の手引き", "ja")),
        ("names: x", "ja", ("図書館の手引き", "ja"), ("図書館の手引き", "ja")),
        ("names: {title: x}", "ja", ("図書館の手引き", "ja"), ("図書館の手引き", "ja")),
        ("- x", "ja", ("図書館の手引き", "ja"), ("図書館の手引き", "ja")),
    ],
)
def test_the_sites_own_name_stands_in(text, language, shown, short):
    site = site_with(text)
    assert title(site, language, "Guide") == shown
    assert short_title(site, language, "Guide") == short


def test_a_language_without_a_name_has_that_of_another_one_and_the_discreet_one_first():
    site = site_with(NAMES, "          site_name: Library guide\n", "")
    assert title(site, "en", "Guide") == ("図書館の案内", "ja")
    assert setting(site, NAME, "en", "Guide") == ("図書館の手引き", "ja")


def test_a_value_from_the_environment_is_what_mkdocs_says():
    site = site_with("", "site_name: 図書館の手引き", "site_name: !ENV [NAME, x]")
    assert setting(site, NAME, "ja", "Guide") == ("Guide", "ja")
    assert setting(site, DESCRIPTION, "ja", "") == ("", "ja")
