"""Mutation test of the checks: every fault in the real docs is reported in its file and line.

Faults in different files, or far apart in one file, are checked together; those that are not found
that way are checked with fewer others, and then alone, before they count as missed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import pytest

from knowledge.data.yaml_files import read_tree
from knowledge.finding import Finding, format_finding
from knowledge.rules.registry import NOTICES, findings
from knowledge.site.site import site_of
from support.cached_reading import cached_reading
from this_site.mutants import CONTROLS, KINDS, LEAF, Draft, draft

TODAY = date(2026, 11, 24)
LANGUAGES = ("ja", "en")
FRESHNESS = ("FR001", "FR002")
MIN_KINDS = 100
FAR = 20
"""Lines that part two changes in one file that are checked together, at least."""


@dataclass(frozen=True)
class Change:
    """Lines that take the place of others: 0-based, without the end."""

    start: int
    end: int
    lines: tuple[str, ...]

    @property
    def growth(self) -> int:
        return len(self.lines) - (self.end - self.start)


def change_between(before: list[str], after: list[str]) -> Change:
    same = [one == other for one, other in zip(before, after, strict=False)]
    start = (*same, False).index(False)
    pairs = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    ending = (*(one == other for one, other in pairs), False).index(False)
    return Change(start, len(before) - ending, tuple(after[start : len(after) - ending]))


@dataclass(frozen=True, eq=False)
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
    def touched(self) -> set[str]:
        """Paths of the files that must be as they are when it is checked: with counterparts."""
        paths = {*self.changed, self.path}
        return {
            f"docs/{each}/{p.split('/', 2)[2]}"
            for p in paths
            for each in (p.split("/")[1], *LANGUAGES)
        }

    @cached_property
    def is_of_files(self) -> bool:
        """Whether the mutant changes nothing but pages and data files."""
        unchanged = docs().configuration, docs().links
        return (self.draft.configuration, self.draft.links) == unchanged

    @cached_property
    def is_of_one_place(self) -> bool:
        """Whether the mutant changes one page or data file on a known line, or adds one file."""
        if not self.is_of_files or self.changed != {self.path}:
            return False
        is_source = self.path.endswith(".md") or self.path.startswith("docs/_data/")
        is_within = LEAF.match(self.path) or self.path.startswith("docs/_data/")
        return bool(self.line and is_within) if is_source else self.path not in docs().files

    @cached_property
    def change(self) -> Change | None:
        """What is another in its file; None if the file is new, gone or cannot be read any more."""
        before, after = docs().files.get(self.path), self.draft.files.get(self.path)
        if not isinstance(before, str) or not isinstance(after, str):
            return None
        if self.path.endswith(".yml") and isinstance(read_tree(self.path, after.encode()), Finding):
            return None
        return change_between(before.split("\n"), after.split("\n"))


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


def without_twins(mutants: list[Mutant]) -> list[Mutant]:
    """One of each that are the same for every language, because what they change has none."""
    found = {}
    for each in mutants:
        content = tuple((path, each.draft.files.get(path)) for path in sorted(each.changed))
        found[each.kind, content, each.draft.configuration, tuple(each.draft.links)] = each
    return list(found.values())


Batch = list[tuple[Mutant, int]]
"""Mutants that are checked together, each with the lines that others add above it."""


def in_batches(mutants: list[Mutant]) -> Iterator[Batch]:
    """Group mutants that can be told apart; one that changes more than files is alone."""
    left = [mutant for mutant in mutants if mutant.is_of_files]
    yield from ([(mutant, 0)] for mutant in mutants if not mutant.is_of_files)
    while left:
        batch: dict[str, list[Mutant]] = {}
        for mutant in left:
            if can_join(mutant, batch):
                for path in mutant.changed if mutant.is_of_one_place else mutant.touched:
                    batch.setdefault(path, []).append(mutant)
        chosen = list(dict.fromkeys(each for own in batch.values() for each in own))
        yield [(each, growth_above(each, batch[each.path])) for each in chosen]
        left = [mutant for mutant in left if mutant not in chosen]


def can_join(mutant: Mutant, batch: dict[str, list[Mutant]]) -> bool:
    """Whether a mutant changes no file that one of a batch needs as it is, or is far from all."""
    if not mutant.is_of_one_place:
        return not mutant.touched & batch.keys()
    own = batch.get(mutant.path, [])
    return all(other.is_of_one_place and are_far(mutant, other) for other in own)


def are_far(one: Mutant, other: Mutant) -> bool:
    """Whether two changes of one file are in different parts of it."""
    if one.change is None or other.change is None:
        return False
    return max(one.change.start, other.change.start) - min(one.change.end, other.change.end) > FAR


def growth_above(mutant: Mutant, others: list[Mutant]) -> int:
    """How many lines the changes of others add above that of a mutant."""
    changes = [each.change for each in others if each.change]
    own = mutant.change
    return sum(each.growth for each in changes if own and each.start < own.start)


def together(batch: Batch) -> Draft:
    """All changes of a batch in one draft."""
    if len(batch) == 1:
        return batch[0][0].draft
    files = dict(docs().files)
    for path in {path for mutant, _ in batch for path in mutant.changed}:
        own = [mutant for mutant, _ in batch if path in mutant.changed]
        if len(own) > 1:
            files[path] = merged(own)
        elif path in own[0].draft.files:
            files[path] = own[0].draft.files[path]
        else:
            del files[path]
    return Draft(files, docs().configuration, docs().random, docs().language, docs().links)


def merged(mutants: list[Mutant]) -> str:
    """The text of a file with the changes of several mutants."""
    lines = docs().text(mutants[0].path).split("\n")
    changes = [mutant.change for mutant in mutants if mutant.change]
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        lines[change.start : change.end] = change.lines
    return "\n".join(lines)


def is_at(finding: Finding, path: str, line: int, *, is_alone: bool) -> bool:
    """Whether a finding names a place, as its own or as that of the counterpart.

    On a line of a mutant that concerns its whole file may be the fault of another one.
    """
    is_of_file = not line and is_alone
    at = finding.path == path and (is_of_file or finding.line == line)
    return at or f"{path}:{line}" in finding.problem or (not line and path in finding.problem)


def section_line(mutant: Draft, path: str, line: int) -> int:
    """Line of the heading above a line, where a missing element is reported."""
    lines = mutant.text(path).split("\n")[:line]
    return max(i for i, text in enumerate(lines, 1) if text.startswith("#"))


def line_to_report(mutant: Mutant, found: list[Finding], lines_above: int) -> int:
    """Line of the fault where `lines_above` stand above the mutant's own; 0 for the whole file."""
    if mutant.kind.endswith("missing in one language"):
        return lines_above + section_line(mutant.draft, mutant.path, mutant.line)
    if mutant.kind == "data: id twice":
        said = (f for f in found if f.code == "DA004" and f.problem.startswith("the id"))
        lines = enumerate(mutant.draft.text(mutant.path).split("\n"), 1 + lines_above)
        ids = {line for line, text in lines if text.startswith("- id:")}
        for line in (f.line for f in said if f.path == mutant.path):
            if line in ids:
                return line
    return mutant.line and lines_above + mutant.line


def is_found(mutant: Mutant, found: list[Finding], *, is_alone: bool, lines_above: int = 0) -> bool:
    is_freshness = "translates" in mutant.kind
    said = [f for f in found if is_freshness or f.code not in FRESHNESS]
    line = line_to_report(mutant, said, lines_above)
    here = [f for f in said if is_at(f, mutant.path, line, is_alone=is_alone)]
    # A finding elsewhere may belong to another mutant.
    its_own = said if is_alone else here
    return bool(here) and (is_freshness or any(f.code not in NOTICES for f in its_own))


def missed(mutant: Mutant) -> str:
    """Check a mutant alone; returns a description if it is missed, else an empty text."""
    found = found_in(mutant.draft)
    if is_found(mutant, found, is_alone=True):
        return ""
    return "\n".join([f"{mutant.kind} {mutant.path}:{mutant.line}", *map(format_finding, found)])


def lost_among(mutants: list[Mutant]) -> list[Mutant]:
    """The mutants that are not found in their batches."""
    lost = []
    for batch in in_batches(mutants):
        found = found_in(together(batch))
        is_alone = len(batch) == 1
        lost += [
            mutant
            for mutant, lines_above in batch
            if not is_found(mutant, found, is_alone=is_alone, lines_above=lines_above)
        ]
    return lost


@pytest.mark.long
@pytest.mark.parametrize("is_of_one_place", [True, False], ids=["of one line", "of more"])
def test_every_fault_is_found_where_it_is(is_of_one_place):
    mutants = without_twins([made(kind, code) for code in LANGUAGES for kind in KINDS])
    mutants = [mutant for mutant in mutants if mutant.is_of_one_place == is_of_one_place]
    assert mutants
    said = [said for mutant in lost_among(lost_among(mutants)) if (said := missed(mutant))]
    assert not said, "\n\n".join(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_without_a_fault_are_not_reported(language):
    reported = {}
    # Their words are Japanese, and one has a date: a fault on a page in another language.
    ignored = {*FRESHNESS, *(() if language == "ja" else ("PR012", "PA013", "PA019"))}
    for batch in in_batches([made(kind, language) for kind in CONTROLS]):
        if [f for f in found_in(together(batch)) if f.code not in ignored]:
            for mutant, _ in batch:
                found = [f for f in found_in(mutant.draft) if f.code not in ignored]
                reported[mutant.kind] = [format_finding(f) for f in found]
    faults = [f"{kind}: {line}" for kind, lines in reported.items() for line in lines]
    assert not faults, "\n".join(faults)


def test_there_are_enough_kinds():
    assert len(KINDS) >= MIN_KINDS
