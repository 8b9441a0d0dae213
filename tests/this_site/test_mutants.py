"""Mutation test of the checks: every fault in the real docs is reported in its file and line.

Faults in different pages are checked together; one that is not found that way is checked alone
before it counts as missed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import pytest

from knowledge.finding import Finding, format_finding
from knowledge.rules.registry import NOTICES, findings
from knowledge.site.site import site_of
from support.cached_reading import cached_reading
from this_site.mutants import CONTROLS, KINDS, LEAF, Draft, draft

TODAY = date(2026, 11, 24)
LANGUAGES = ("ja", "en")
FRESHNESS = ("FR001", "FR002")
LEAST_KINDS = 100


@dataclass(frozen=True)
class Mutant:
    kind: str
    draft: Draft
    path: str
    line: int

    @cached_property
    def changed(self) -> set[str]:
        """Paths of the files that differ from the unchanged docs."""
        before, after = docs().files, self.draft.files
        return {path for path in {*before, *after} if before.get(path) != after.get(path)}

    @cached_property
    def is_of_one_place(self) -> bool:
        """Whether the mutant changes one page or data file on a known line, or adds one file."""
        others = self.draft.configuration, self.draft.links
        if others != (docs().configuration, docs().links) or self.changed != {self.path}:
            return False
        is_source = self.path.endswith(".md") or self.path.startswith("docs/_data/")
        is_within = LEAF.match(self.path) or self.path.startswith("docs/_data/")
        return bool(self.line and is_within) if is_source else self.path not in docs().files


@pytest.fixture(scope="module", autouse=True)
def _reading_once() -> Iterator[None]:
    with cached_reading():
        yield


@cache
def docs() -> Draft:
    return draft("ja", "untouched")


def found_in(changed: Draft) -> list[Finding]:
    """Findings that the unchanged docs do not have."""
    found = findings(site_of(changed.folder(), TODAY, None))
    return [f for f in found if (f.path, f.problem) not in found_before()]


@cache
def found_before() -> frozenset[tuple[str, str]]:
    found = findings(site_of(docs().folder(), TODAY, None))
    return frozenset((f.path, f.problem) for f in found)


def made(kind: str, language: str) -> Mutant:
    changed = draft(language, f"{kind} {language}")
    return Mutant(kind, changed, *(KINDS | CONTROLS)[kind](changed))


def in_batches(mutants: list[Mutant]) -> Iterator[list[Mutant]]:
    """Group mutants that change different files; one that changes more than a page is alone."""
    left = [mutant for mutant in mutants if mutant.is_of_one_place]
    yield from ([mutant] for mutant in mutants if not mutant.is_of_one_place)
    while left:
        batch: dict[str, Mutant] = {}
        for mutant in left:
            batch.setdefault(mutant.path, mutant)
        yield list(batch.values())
        left = [mutant for mutant in left if mutant not in batch.values()]


def together(mutants: list[Mutant]) -> Draft:
    if len(mutants) == 1:
        return mutants[0].draft
    files = docs().files | {m.path: m.draft.files[m.path] for m in mutants}
    return Draft(files, docs().configuration, docs().random, docs().language, docs().links)


def is_at(finding: Finding, path: str, line: int) -> bool:
    """Whether a finding names a place, as its own or as that of the counterpart."""
    at = finding.path == path and (not line or finding.line == line)
    return at or f"{path}:{line}" in finding.problem or (not line and path in finding.problem)


def section_line(mutant: Draft, path: str, line: int) -> int:
    """Line of the heading above a line, where a missing element is reported."""
    lines = mutant.text(path).split("\n")[:line]
    return max(i for i, text in enumerate(lines, 1) if text.startswith("#"))


def line_to_report(mutant: Mutant, found: list[Finding]) -> int:
    if mutant.kind.endswith("missing in one language"):
        return section_line(mutant.draft, mutant.path, mutant.line)
    if mutant.kind == "data: id twice":
        said = (f for f in found if f.code == "DA004" and f.problem.startswith("the id"))
        line = next((f.line for f in said if f.path == mutant.path), 0)
        if not line:
            return mutant.line
        assert mutant.draft.text(mutant.path).split("\n")[line - 1].startswith("- id:")
        return line
    return mutant.line


def is_found(mutant: Mutant, found: list[Finding], *, is_alone: bool) -> bool:
    is_freshness = "translates" in mutant.kind
    said = [f for f in found if is_freshness or f.code not in FRESHNESS]
    line = line_to_report(mutant, said)
    here = [f for f in said if is_at(f, mutant.path, line)]
    # A finding elsewhere may belong to another mutant.
    its_own = said if is_alone else here
    return bool(here) and (is_freshness or any(f.code not in NOTICES for f in its_own))


def missed(mutant: Mutant) -> str:
    """Check a mutant alone; returns a description if it is missed, else an empty text."""
    found = found_in(mutant.draft)
    if is_found(mutant, found, is_alone=True):
        return ""
    return "\n".join([f"{mutant.kind} {mutant.path}:{mutant.line}", *map(format_finding, found)])


@pytest.mark.long
@pytest.mark.parametrize(
    ("is_of_one_place", "languages"),
    [(True, LANGUAGES), *((False, (language,)) for language in LANGUAGES)],
    ids=["of one line", *(f"of more-{language}" for language in LANGUAGES)],
)
def test_every_fault_is_found_where_it_is(is_of_one_place, languages):
    mutants = [made(kind, language) for language in languages for kind in KINDS]
    mutants = [mutant for mutant in mutants if mutant.is_of_one_place == is_of_one_place]
    assert mutants
    lost = []
    for batch in in_batches(mutants):
        found = found_in(together(batch))
        is_alone = len(batch) == 1
        lost += [each for each in batch if not is_found(each, found, is_alone=is_alone)]
    said = [said for mutant in lost if (said := missed(mutant))]
    assert not said, "\n\n".join(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_without_a_fault_are_not_reported(language):
    reported = {}
    # Their words are Japanese, and one has a date: a fault on a page in another language.
    ignored = {*FRESHNESS, *(() if language == "ja" else ("PR012", "PA013"))}
    for batch in in_batches([made(kind, language) for kind in CONTROLS]):
        if [f for f in found_in(together(batch)) if f.code not in ignored]:
            for mutant in batch:
                found = [f for f in found_in(mutant.draft) if f.code not in ignored]
                reported[mutant.kind] = [format_finding(f) for f in found]
    faults = [f"{kind}: {line}" for kind, lines in reported.items() for line in lines]
    assert not faults, "\n".join(faults)


def test_there_are_enough_kinds():
    assert len(KINDS) >= LEAST_KINDS
