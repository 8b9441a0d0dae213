"""Files published in a right-to-left language declare the direction."""

import json

import pytest

from knowledge.components import components_in
from knowledge.language_tags import Language
from knowledge.publish.web_manifest import AppNames, web_manifest
from support.cases_site import ROOT

APP = AppNames("a", "a", "a"), ("#000000", "#ffffff")


@pytest.mark.parametrize(("language", "direction"), [("ja", "ltr"), ("ar", "rtl"), ("he", "rtl")])
def test_the_manifest_says_the_direction(language, direction):
    manifest = json.loads(web_manifest(Language(language, language), "", *APP))
    assert (manifest["lang"], manifest["dir"]) == (language, direction)


def test_a_bare_page_says_its_direction_where_it_is_not_the_usual_one():
    components = components_in(ROOT / "overrides")
    values = {"title": "x", "text": "y", "url": "z", "link": "w", "style": "v"}
    assert '<html lang="fa" dir="rtl">' in components.page("not-stored", language="fa", **values)
    assert '<html lang="ko">' in components.page("not-stored", language="ko", **values)
