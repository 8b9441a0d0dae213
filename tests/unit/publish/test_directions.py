"""Files published in a right-to-left language declare the direction."""

import json
from pathlib import Path

import pytest

from knowledge.components import components_in
from knowledge.language_tags import Language
from knowledge.publish.bundles import style_sheet
from knowledge.publish.web_manifest import AppNames, web_manifest
from support.cases_site import ROOT


@pytest.mark.parametrize(("language", "direction"), [("ja", "ltr"), ("ar", "rtl"), ("he", "rtl")])
def test_the_manifest_says_the_direction(language, direction):
    manifest = json.loads(web_manifest(Language(language, language), "", AppNames("a", "a", "a")))
    assert (manifest["lang"], manifest["dir"]) == (language, direction)


def test_a_bare_page_says_its_direction_where_it_is_not_the_usual_one():
    components = components_in(ROOT / "overrides")
    values = {"title": "x", "text": "y", "url": "z", "link": "w"}
    assert '<html lang="fa" dir="rtl">' in components.page("not-stored", language="fa", **values)
    assert '<html lang="ko">' in components.page("not-stored", language="ko", **values)


def test_styles_are_kept_for_the_directions_of_the_site(tmp_path):
    theme = Path(tmp_path, "theme.css")
    theme.write_text("[dir=ltr] p{left:0}[dir=rtl] p{right:0}")
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    for name in ("tokens.css", "base.css"):
        (tmp_path / "assets/stylesheets" / name).touch()
    kept = {
        languages: style_sheet(theme, tmp_path, languages)[1].strip()
        for languages in (("ja", "en"), ("en", "ar"), ("ar",))
    }
    assert kept == {
        ("ja", "en"): "[dir=ltr] p{left:0}",
        ("en", "ar"): "[dir=ltr] p{left:0}[dir=rtl] p{right:0}",
        ("ar",): "[dir=rtl] p{right:0}",
    }
