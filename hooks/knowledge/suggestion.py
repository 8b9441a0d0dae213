"""The name somebody probably meant: the one existing name nearest to one that does not exist.

Answers: which of these did the writer probably mean? Never offers what does not exist, and
offers nothing when nothing is near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

NEARNESS = 0.65
"""Least likeness, 0 to 1 (`difflib.SequenceMatcher.ratio`), at which a name is offered."""
SEPARATORS = "/#:"
MOST_COMPARED = 400
"""How many names are all compared."""
CANDIDATES = 5
"""How many names that look alike as a whole are compared in their last part."""


def nearest(name: str, existing: Iterable[str]) -> str | None:
    """The existing name nearest to this one, or None when none is near.

    A shared folder, page or scheme in front makes no two names alike: only what differs counts.
    """
    by_lower: dict[str, str] = {}
    for candidate in sorted(existing):
        by_lower.setdefault(candidate.lower(), candidate)
    if len(by_lower) > MOST_COMPARED:
        # Among very many, those that begin alike: comparing all takes its time.
        names = list(by_lower)
        place = bisect_left(sorted(names), name.lower())
        near = sorted(names)[max(0, place - MOST_COMPARED // 8) : place + MOST_COMPARED // 8]
        by_lower = {key: by_lower[key] for key in near}
    close = get_close_matches(name.lower(), by_lower, n=CANDIDATES, cutoff=NEARNESS)
    return next((by_lower[found] for found in close if _ends_alike(name.lower(), found)), None)


def did_you_mean(name: str, existing: Iterable[str], otherwise: str) -> str:
    """A remedy: the nearest existing name as a question, or else another remedy."""
    match = nearest(name, existing)
    return f"Did you mean '{match}'?" if match else otherwise


def _ends_alike(first: str, second: str) -> bool:
    """Whether two names are near in what follows their last common separator, endings apart."""
    first, second = _without_common_ending(first, second)
    start = 0
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            break
        if one in SEPARATORS:
            start = index + 1
    return SequenceMatcher(None, first[start:], second[start:]).ratio() >= NEARNESS


def _without_common_ending(first: str, second: str) -> tuple[str, str]:
    stem, dot, ending = first.rpartition(".")
    if dot and second.endswith(dot + ending):
        return stem, second.removesuffix(dot + ending)
    return first, second
