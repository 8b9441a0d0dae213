"""What a change makes readers dial, open or press that they did not before.

Answers: which numbers, hosts, buttons and aliases differ between two versions of the files, and
how do they read before and after? It is no fault to change one: a person compares each with its
official source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from knowledge.finding import in_ascii
from knowledge.markdown.urls import host_of
from knowledge.report.destinations import Destination, destinations_of

GRAVE = (
    " number",
    " page",
    " url",
    ", host",
    "contact",
    "report",
    "urgent",
    "actions",
    "aliases",
    "link",
)
"""How the names of such fields end."""
SHORT = 7
"""Digits of a commit that a person reads."""


@dataclass(frozen=True, slots=True)
class DataChange:
    """One destination that is another one now."""

    path: str
    """Posix path from the repository's root."""
    line: int
    """1-based line of the file as it is now; 0 for what is gone."""
    what: str
    """Entry and field: `front-desk number`."""
    before: str
    """Printable; empty for what is new."""
    after: str
    """Printable; empty for what is gone."""

    @property
    def is_grave(self) -> bool:
        """Whether a reader calls or opens something else now: it is never left out of a list."""
        return self.what.endswith(GRAVE)


def data_changes(before: Mapping[str, bytes | None], now: Mapping[str, bytes]) -> list[DataChange]:
    """What differs: first what readers knew and is another or gone, then what is new.

    A file that cannot be read as it is now or was is left out: its rules say so.

    Args:
        before: the earlier contents of the files that differ, by path; None for a new one.
        now: the files, by path.
    """
    found = [
        change
        for path, content in before.items()
        for change in _changes_of(path, content or b"", now.get(path, b""))
    ]
    return sorted(
        found, key=lambda each: (not each.is_grave, not each.before, each.path, each.line)
    )


def format_data_change(change: DataChange) -> str:
    """One line: where, what, before and after."""
    before, after = (f"'{text}'" if text else "nothing" for text in (change.before, change.after))
    return f"{in_ascii(change.path)}:{change.line}: {change.what}: {before} -> {after}"


def format_heading(count: int, commit: str) -> str:
    """The line above a list of changes.

    Args:
        count: how many there are.
        commit: with which the files were compared.
    """
    return (
        f"Numbers, hosts, buttons, aliases changed since {commit[:SHORT]}, the last commit shared "
        f"with the default branch: {count}"
    )


def _changes_of(path: str, before: bytes, now: bytes) -> Iterator[DataChange]:
    old, new = destinations_of(path, before), destinations_of(path, now)
    if old is None or new is None:
        return
    old_by_name, new_by_name = _by_name(old), _by_name(new)
    for what in {**new_by_name, **old_by_name}:
        these, those = old_by_name.get(what, []), new_by_name.get(what, [])
        # What stands in both is no change, wherever it stands.
        for was, is_now in zip_longest(_beyond(these, those), _beyond(those, these)):
            yield _change(path, what, was, is_now)


def _by_name(found: Iterable[Destination]) -> dict[str, list[Destination]]:
    by_name: dict[str, list[Destination]] = {}
    for each in found:
        by_name.setdefault(each.what, []).append(each)
    return by_name


def _beyond(these: Iterable[Destination], others: Iterable[Destination]) -> list[Destination]:
    """Those whose text does not stand among the others, or more often than there."""
    left = Counter(each.text for each in others)
    found: list[Destination] = []
    for each in these:
        if left[each.text]:
            left[each.text] -= 1
        else:
            found.append(each)
    return found


def _change(
    path: str, what: str, was: Destination | None, is_now: Destination | None
) -> DataChange:
    """A change in its words: hosts where an address has another one, else all of both."""
    before, after = was.text if was else "", is_now.text if is_now else ""
    line = is_now.line if is_now else 0
    hosts = host_of(before), host_of(after)
    if all(hosts) and hosts[0] != hosts[1]:
        return DataChange(path, line, f"{what}, host", *hosts)
    return DataChange(path, line, what, before, after)
