"""The real docs with one fault each: every one is found, in its file and on its line."""

from datetime import date
from functools import cache

import pytest

from knowledge.finding import Finding, format_finding
from knowledge.rules.registry import NOTICES, findings
from knowledge.site.site import site_of
from mutants import CONTROLS, KINDS, Draft, draft

TODAY = date(2026, 11, 24)
LANGUAGES = ("ja", "en")
FRESHNESS = ("FR001", "FR002")
LEAST_KINDS = 100


def found_in(mutant: Draft) -> list[Finding]:
    return findings(site_of(mutant.folder(), TODAY, None))


@cache
def found_before() -> frozenset[tuple[str, str]]:
    return frozenset((f.path, f.problem) for f in found_in(draft("ja", "untouched")))


def is_at(finding: Finding, path: str, line: int) -> bool:
    """Whether a finding names a place: as its own, or as the other page's."""
    at = finding.path == path and (not line or finding.line == line)
    return at or f"{path}:{line}" in finding.problem or (not line and path in finding.problem)


def section_line(mutant: Draft, path: str, line: int) -> int:
    """The line of the heading above a line: where a missing part is reported."""
    lines = mutant.text(path).split("\n")[:line]
    return max(i for i, text in enumerate(lines, 1) if text.startswith("#"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_fault_is_found_where_it_is(kind, language):
    mutant = draft(language, f"{kind} {language}")
    path, line = KINDS[kind](mutant)
    found = [f for f in found_in(mutant) if (f.path, f.problem) not in found_before()]
    messages = "\n".join(map(format_finding, found))
    if "translates" not in kind:
        found = [f for f in found if f.code not in FRESHNESS]
    if kind.endswith("missing in one language"):
        line = section_line(mutant, path, line)
    if kind == "data: id twice":
        line = next(f.line for f in found if f.code == "DA004" and f.problem.startswith("the id"))
        assert mutant.text(path).split("\n")[line - 1].startswith("- id:")
    assert any(is_at(f, path, line) for f in found), f"{path}:{line}\n{messages}"
    assert "translates" in kind or any(f.code not in NOTICES for f in found), messages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CONTROLS)
def test_a_change_without_a_fault_is_not_reported(kind, language):
    mutant = draft(language, f"{kind} {language}")
    CONTROLS[kind](mutant)
    found = [f for f in found_in(mutant) if (f.path, f.problem) not in found_before()]
    assert [format_finding(f) for f in found if f.code not in FRESHNESS] == []


def test_there_are_enough_kinds():
    assert len(KINDS) >= LEAST_KINDS
