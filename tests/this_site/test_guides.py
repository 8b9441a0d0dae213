"""The guides of this site for contributors hold what its contributors need."""

import re

import pytest

from knowledge.rules.registry import NOTICES, RULES
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


@pytest.mark.parametrize(
    ("language", "opening"), [("ja", "お知らせです。"), ("en", "This is a notice. ")]
)
def test_the_rules_say_first_which_codes_are_notices(language, opening):
    text = (ROOT / f"docs/{language}/contributing/rules.md").read_text("utf-8")
    sections = re.findall(r"^### ([A-Z]{2}\d{3}):.*\n\n(.*)", text, re.MULTILINE)
    assert {code for code, first in sections if first.startswith(opening)} == NOTICES
    assert {code for code, _ in sections} == {rule.code for rule in RULES}
