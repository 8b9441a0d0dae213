"""Suggestions ("Did you mean ...?") for misspelled names.

Answers: which existing name is most similar to a name that does not exist? Suggests existing names
only, and none if no name is similar.
"""

from bisect import bisect_left
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

MIN_SIMILARITY = 0.65
"""Least similarity of a suggested name, 0 to 1 (`difflib.SequenceMatcher.ratio`)."""
LONG, MIN_OF_LONG = 12, 0.8
"""Names of at least LONG letters need at least this similarity."""
SEPARATORS = "/#:"
MAX_COMPARED = 400
"""If there are more names, only the alphabetical neighbours are compared."""
MAX_CANDIDATES = 5
"""Number of the most similar names whose last segments are compared."""


def nearest(name: str, existing: Iterable[str]) -> str | None:
    """The existing name most similar to this one, or None if none is similar.

    A common folder, page or scheme at the start does not count, nor do common words at either end:
    the rest must be similar too.
    """
    by_lower: dict[str, str] = {}
    for candidate in sorted(existing):
        by_lower.setdefault(candidate.lower(), candidate)
    if len(by_lower) > MAX_COMPARED:
        # Comparing very many names is slow, so take only those with a similar beginning.
        names = sorted(by_lower)
        place = bisect_left(names, name.lower())
        near = names[max(0, place - MAX_COMPARED // 20) : place + MAX_COMPARED // 20]
        by_lower = {key: by_lower[key] for key in near}
    close = get_close_matches(name.lower(), by_lower, n=MAX_CANDIDATES, cutoff=MIN_SIMILARITY)
    return next((by_lower[found] for found in close if _is_similar(name.lower(), found)), None)


def did_you_mean(name: str, existing: Iterable[str], otherwise: str) -> str:
    """The remedy "Did you mean '...'?" with the most similar existing name, or `otherwise`."""
    match = nearest(name, existing)
    return f"Did you mean '{match}'?" if match else otherwise


def _is_similar(first: str, second: str) -> bool:
    """Whether two names are similar without their common path, extension and words."""
    first, second = _without_common_ending(first, second)
    start = 0
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            break
        if one in SEPARATORS:
            start = index + 1
    own, other = _without_common_words(first[start:].split("-"), second[start:].split("-"))
    # One rest may be empty: that name is the other one with a word left out.
    if not own or not other or first.startswith(second) or second.startswith(first):
        return True
    least = MIN_OF_LONG if len(own) >= LONG else MIN_SIMILARITY
    return SequenceMatcher(None, own, other).ratio() >= least


def _without_common_words(first: list[str], second: list[str]) -> tuple[str, str]:
    """What is left of two names without the words that both begin and end with."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return "-".join(first), "-".join(second)


def _without_common_ending(first: str, second: str) -> tuple[str, str]:
    stem, dot, ending = first.rpartition(".")
    if dot and second.endswith(dot + ending):
        return stem, second.removesuffix(dot + ending)
    return first, second
