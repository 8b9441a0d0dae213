"""The list of changes, as lines.

Answers: how is a change written, and which changes does a list show where it cannot show all?
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.finding import in_ascii
from knowledge.report.change import DataChange

MAX_OF_A_FILE = 12
"""Maximum number of data changes, and of text changes, that a terminal lists of one file."""
MAX_LENGTH = 600
"""Maximum length of a text in one line of a list, in characters."""
SHORT_HASH_LENGTH = 7
"""Digits of an abbreviated commit hash."""


def format_data_change(change: DataChange) -> str:
    """Format a change as one line: `path:line: what: 'before' -> 'after'`."""
    texts = change.before, change.after
    before, after = (f"'{text}'" if text else "nothing" for text in texts)
    return f"{in_ascii(change.path)}:{change.line}: {change.what}: {before} -> {after}"


def in_pieces(changes: Iterable[DataChange]) -> Iterator[DataChange]:
    """Split changes with long texts into several: cutting a text off could hide an attack."""
    for change in changes:
        longest = max(len(change.before), len(change.after), 1)
        for start in range(0, longest, MAX_LENGTH):
            before, after = (
                text[start : start + MAX_LENGTH] for text in (change.before, change.after)
            )
            what = f"{change.what} (goes on)" if start and not change.is_text else change.what
            yield replace(change, what=what, before=before, after=after)


def limited_evenly(changes: Sequence[DataChange], most: int) -> list[DataChange]:
    """At most `most` changes, taken from the files in turn: no file can crowd out another."""
    place: Counter[str] = Counter()
    ranked: list[tuple[int, int]] = []
    for i, each in enumerate(changes):
        ranked.append((place[each.path], i))
        place[each.path] += 1
    return [changes[i] for i in sorted(i for _, i in sorted(ranked)[:most])]


def format_heading(count: int, commit: str) -> str:
    """The line above a list of changes.

    Args:
        count: number of changes.
        commit: full hash of the commit that the files were compared with.
    """
    return (
        "Numbers, hosts, buttons, links, aliases and sentences changed since "
        f"{commit[:SHORT_HASH_LENGTH]}, the last commit shared with the default branch: {count}"
    )


def short_changes(changes: Sequence[DataChange]) -> Iterator[str]:
    """The lines for a terminal; of a file with many changes, the first and a count of the rest."""
    left = Counter((each.path, each.is_text) for each in changes)
    listed: Counter[tuple[str, bool]] = Counter()
    for each in changes:
        part = each.path, each.is_text
        listed[part] += 1
        if listed[part] <= MAX_OF_A_FILE:
            yield format_data_change(each)
        elif listed[part] == MAX_OF_A_FILE + 1:
            more = left[part] - MAX_OF_A_FILE
            yield f"{in_ascii(each.path)}: and {more} more: 'make check ALL=1' lists them"
