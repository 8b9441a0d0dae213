"""The analyzer of the search and writing_systems.py know the same scripts.

What the search scripts do: tests/javascript/*.test.js.
"""

import json

import pytest

from javascript.check import SCRIPTS
from knowledge.writing_systems import SYSTEMS

SAMPLES = {
    "Han": "法院",
    "Hiragana": "かな",
    "Katakana": "カナ",
    "Hangul": "한국",
    "Thai": "ไทย",
    "Latin": "word",
    "Cyrillic": "слово",
    "Arabic": "كلمة",
    "Devanagari": "शब्द",
}


@pytest.fixture(scope="module")
def analyzer(browser):
    """Evaluate an expression where the analyzer is loaded."""
    page = browser.new_page()
    page.add_script_tag(content=(SCRIPTS / "search/analyzer.js").read_text("utf-8"))
    yield page.evaluate
    page.close()


def test_both_sides_know_the_same_scripts(analyzer):
    known = analyzer("analyzer.SCRIPTS")
    assert sorted(known["pairs"] + known["words"]) == sorted(
        {script for system in SYSTEMS for script in system.scripts}
    )
    # Languages counted in characters have no words to stem.
    in_characters = {s for system in SYSTEMS if not system.has_spaces for s in system.scripts}
    assert in_characters <= set(known["pairs"])
    assert sorted(SAMPLES) == sorted(known["pairs"] + known["words"])
    for script, sample in SAMPLES.items():
        terms = analyzer("text => analyzer.terms(analyzer.folded(text))", sample)
        assert {term["isPaired"] for term in terms} == {script in known["pairs"]}, json.dumps(terms)
