"""What has changed between two checks of the same site.

Answers: which findings came with the last save, and how many went or stayed? A preview says only
that; every other check says all it finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.finding import Finding


@dataclass(frozen=True, slots=True)
class Changes:
    """How the findings of one check differ from those of the check before."""

    new: tuple[Finding, ...]
    gone: int
    unchanged: int


class Memory:
    """The findings of the last check of this process."""

    def __init__(self) -> None:
        self._last: list[Finding] | None = None

    def since(self, found: list[Finding]) -> Changes | None:
        """What changed since the last call; None at the first. Remembers what is found now."""
        last, self._last = self._last, found
        return None if last is None else changes(last, found)


def changes(before: Iterable[Finding], now: Iterable[Finding]) -> Changes:
    """What is new since an earlier check; a finding whose line has merely moved is not."""
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
    """One line: how many findings came, went and stayed."""
    return (
        f"Findings since the last build: {len(found.new)} new, {found.gone} gone, "
        f"{found.unchanged} unchanged."
    )


def _without_line(finding: Finding) -> Finding:
    return replace(finding, line=0)
