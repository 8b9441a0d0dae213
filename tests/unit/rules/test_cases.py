"""Every rule reports exactly the marked lines of its cases, with the expected messages."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from knowledge.finding import Finding, format_finding
from knowledge.rules.registry import RULES, findings
from knowledge.site.build_time import latest_day
from knowledge.site.site import load
from support.cached_reading import cached_reading
from support.cases_site import CASES, apply_case, cases_of, copy_tiny_site

CODES = [rule.code for rule in RULES]
FILES = [(code, path.name) for code in CODES for path in cases_of(code)]


def is_apart(code: str) -> bool:
    """Whether most cases break a rule anyway: front matter, counterparts, links, odd characters,
    words of one language alone, sentences without their "not"."""
    known = ("RV001", "RV009", "SR010", "SF019", "DA010", "SR013", "PR012")
    return code in known or code.startswith(("PA", "FR"))


@pytest.fixture(scope="module", autouse=True)
def _reading_once() -> Iterator[None]:
    with cached_reading():
        yield


@pytest.fixture(scope="module")
def found_in(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Path], tuple[set[tuple[str, int, str]], list[Finding]]]:
    """Expected and actual findings of a case on the tiny site."""

    @cache
    def find(path: Path) -> tuple[set[tuple[str, int, str]], list[Finding]]:
        site = copy_tiny_site(tmp_path_factory.mktemp("case") / "site", is_built=False)
        marked = apply_case(path, site)
        code = path.parent.name
        return marked, [f for f in findings(load(site)) if f.code == code or not is_apart(f.code)]

    return find


def expected_words(code: str) -> str:
    """The content of a rule's findings.txt; empty if there is none yet."""
    path = CASES / code / "findings.txt"
    return path.read_text("utf-8") if path.exists() else ""


def test_the_tiny_site_has_no_findings(tmp_path):
    assert findings(load(copy_tiny_site(tmp_path / "site", is_built=False))) == []


@pytest.mark.parametrize(("code", "name"), FILES)
def test_the_marked_lines_and_no_others_are_reported(code, name, found_in):
    marked, found = found_in(CASES / code / name)
    unmarked = [
        format_finding(f) for f in found if f.line and (f.path, f.line, f.code) not in marked
    ]
    remedy = (
        "Mark the line; where the code is that of another rule, mend the case or narrow that rule:"
    )
    assert not unmarked, "\n".join((remedy, *unmarked))
    assert {(f.path, f.line, f.code) for f in found if f.line} == marked
    assert {f.code for f in found} <= {code}


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_case_that_it_reports(code):
    remedy = f"Save what the test of the words prints into tests/cases/{code}/findings.txt"
    assert expected_words(code).count(f" {code} ") >= 1, remedy


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_the_findings(code, found_in):
    lines = [
        format_finding(f) for path in cases_of(code) for f in found_in(path)[1] if f.code == code
    ]
    # "lies after <today>" is the one fact that changes by itself.
    today = latest_day().isoformat()
    expected = expected_words(code).replace("{today}", today)
    found = "\n".join(lines) + "\n"
    if found != expected:
        # pytest shortens what it compares.
        pytest.fail(f"tests/cases/{code}/findings.txt should hold:\n{found}", pytrace=False)


def test_every_folder_of_cases_has_a_rule():
    folders = {path.name for path in CASES.iterdir()}
    assert folders <= set(CODES), f"no rule yet: {sorted(folders - set(CODES))}"
    assert set(CODES) <= folders, f"no cases yet: {sorted(set(CODES) - folders)}"


@pytest.mark.parametrize("code", [code for code in CODES if not code.startswith("DA")])
def test_every_rule_on_pages_has_a_japanese_case_with_front_matter(code):
    names = {path.name for path in cases_of(code)}
    if not names & {"ja.md", "en.md"}:  # a rule on pairs, on the navigation or on files
        return
    assert {"ja.md", "en.md"} <= names
    if code not in ("SR002", "SR006"):  # there the fault stands before or in the front matter
        assert (CASES / code / "ja.md").read_bytes().startswith(b"---")
