"""The guides of this site for contributors hold what its contributors need."""

import pytest

from support.cases_site import ROOT


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.ja.md"])
def test_the_guide_has_every_recipe_and_leads_to_the_rules(name):
    text = (ROOT / name).read_text("utf-8")
    words = (
        "make check|make freshness|contacts.yml|sources.yml|translates|aliases|partial|"
        "nav_translations|interface.yml|make test"
    )
    for word in words.split("|"):
        assert word in text, word
    assert "contributing/rules.md" in text
