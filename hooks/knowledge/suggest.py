""""Did you mean": the one existing name that is nearest to a name that does not exist.

Answers: which of these did the writer probably mean? Never offers what does not exist, and
offers nothing when nothing is near.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

NEARNESS = 0.6
"""Least likeness, 0 to 1 (`difflib.SequenceMatcher.ratio`), at which a name is offered."""


def nearest(name: str, existing: Iterable[str]) -> str | None:
    """The existing name nearest to this one, or None when none is near."""
    by_lower: dict[str, str] = {}
    for candidate in sorted(existing):
        by_lower.setdefault(candidate.lower(), candidate)
    matches = get_close_matches(name.lower(), by_lower, n=1, cutoff=NEARNESS)
    return by_lower[matches[0]] if matches else None


def did_you_mean(name: str, existing: Iterable[str], otherwise: str) -> str:
    """A remedy: the nearest existing name as a question, or else another remedy."""
    match = nearest(name, existing)
    return f"Did you mean '{match}'?" if match else otherwise
