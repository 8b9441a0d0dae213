from typing import Any

from knowledge.finding import Finding, format_finding, format_summary

PAGES = ["docs/ja/rules.md", "docs/en/rules.md"]


def finding(code="LK001", **changes):
    values: dict[str, Any] = {
        "path": "docs/ja/office.md",
        "line": 12,
        "problem": "a fact",
        "fix": "A remedy",
    }
    return Finding(code=code, **values | changes)


def test_a_finding_is_one_line_that_ends_like_a_sentence():
    assert format_finding(finding()) == "docs/ja/office.md:12: LK001 a fact. A remedy."


def test_a_question_keeps_its_mark():
    line = format_finding(finding(fix="Did you mean 'office.md'?"))
    assert line.endswith(" Did you mean 'office.md'?")


def test_findings_sort_by_file_line_and_code():
    late = finding(line=9)
    early = finding(line=2, code="LK016")
    other = finding(path="docs/en/office.md", line=99)
    assert sorted([late, early, other]) == [other, early, late]


def test_the_summary_counts_errors_and_notices_apart():
    found = [finding(), finding(line=13), finding(code="FR001")]
    assert format_summary(found, frozenset({"FR001"}), PAGES) == (
        "2 errors, 1 notice. The rules are explained in docs/ja/rules.md and docs/en/rules.md."
    )


def test_the_summary_of_nothing_names_no_page():
    assert format_summary([], frozenset(), PAGES) == "0 errors, 0 notices."
