"""New, fixed and unchanged findings between two checks of the same site.

Answers: which findings are new since the last save, and how many are gone or unchanged? Only a
preview uses this; every other check reports all findings.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.finding import Finding


@dataclass(frozen=True, slots=True)
class Changes:
    """Differences between the findings of two checks: the new ones, and counts of the others."""

    new: tuple[Finding, ...]
    gone: int
    unchanged: int


def changes(before: Iterable[Finding], now: Iterable[Finding]) -> Changes:
    """Compare two lists of findings; one that differs in its line only counts as unchanged."""
    left = Counter(map(_without_line, before))
    new: list[Finding] = []
    unchanged = 0
    for finding in now:
        key = _without_line(finding)
        if left[key]:
            left[key] -= 1
            unchanged += 1
        else:
            new.append(finding)
    return Changes(tuple(new), gone=left.total(), unchanged=unchanged)


def format_changes(found: Changes) -> str:
    """Format the counts of new, gone and unchanged findings as one line."""
    return (
        f"Findings since the last build: {len(found.new)} new, {found.gone} gone, "
        f"{found.unchanged} unchanged."
    )


def _without_line(finding: Finding) -> Finding:
    return replace(finding, line=0)
