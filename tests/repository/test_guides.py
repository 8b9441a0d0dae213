"""The guides in Japanese name the commands, files and codes of the English ones, step for step."""

import re

import pytest

from support.cases_site import ROOT
from support.check_each import check_each

FENCED_CODE = re.compile(r"^( *)```.*?^\1```$", re.DOTALL | re.MULTILINE)
CODE_SPAN = re.compile(r"`([^`]+)`")
SAMPLE = re.compile(r'#|\[|"')
"""How a piece of Markdown begins, which each guide has in its own language."""
GUIDES = [path.name for path in sorted(ROOT.glob("*.md")) if path.with_suffix(".ja.md").exists()]


def named_by_section(text: str) -> list[set[str]]:
    """What stands as code in each section, apart from samples."""
    sections = re.split(r"^##+ ", FENCED_CODE.sub("", text), flags=re.MULTILINE)
    return [
        {" ".join(span.split()) for span in CODE_SPAN.findall(each) if not SAMPLE.match(span)}
        for each in sections
    ]


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_names_the_same_in_both_languages(name):
    english = named_by_section((ROOT / name).read_text("utf-8"))
    japanese = named_by_section((ROOT / name).with_suffix(".ja.md").read_text("utf-8"))
    assert len(english) == len(japanese)

    def check(number):
        one, other = english[number], japanese[number]
        assert one == other, f"English alone: {one - other}; Japanese alone: {other - one}"

    check_each(range(len(english)), check)


def test_there_are_guides_in_both_languages():
    assert "CONTRIBUTING.md" in GUIDES


def test_what_one_guide_lacks_is_told():
    assert named_by_section("`a`\n\n## One\n\n`make  x` `[b](c)`\n\n```\n`d`\n```\n") == [
        {"a"},
        {"make x"},
    ]
