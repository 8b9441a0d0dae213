"""Changed numbers, URLs, buttons, aliases and sentences between two versions of the files.

Answers: which of them differ, and what were they before? A change is not a
finding: a person compares each with its official source.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from knowledge.data.all_data import FILES
from knowledge.finding import in_ascii
from knowledge.markdown.source import read
from knowledge.markdown.urls import host_of
from knowledge.report.destinations import (
    DANGER,
    FIGURE,
    HEADING,
    LINK,
    PHRASING,
    Destination,
    destinations_of,
    visible,
)
from knowledge.report.new_words import new_words
from knowledge.report.text_changes import said_on, shortened, text_changes

GRAVE_FIELDS = (
    " number",
    " page",
    " url",
    ", host",
    "contact",
    "contacts",
    "report",
    "urgent",
    "actions",
    "aliases",
    "link",
)
"""Endings of `DataChange.what` for fields with a number, a URL or a button."""
MOST_OF_A_FILE = 12
"""Changes of one file that a terminal lists one by one; and as many of what it says."""
TEXT = "text"
"""`DataChange.what` of what a page says."""
PAGE = "page"
"""`DataChange.what` of a page that is new or gone."""
NEW_WORDS = "words not seen before"
"""`DataChange.what` of words that a file has and no file had before."""
LONG = 200
"""Characters of a value of which only what differs is told, with what stands around it."""
LONGEST = 600
"""Characters of a text of which a list shows the whole."""
SHORT_HASH_LENGTH = 7
"""Digits of an abbreviated commit hash."""


@dataclass(frozen=True, slots=True)
class DataChange:
    """One destination or sentence that was added, changed or removed."""

    path: str
    """Posix path from the repository's root."""
    line: int
    """1-based line of the current file; 0 if it was removed."""
    what: str
    """Entry and field: `front-desk number`."""
    before: str
    """Printable; empty if it was added."""
    after: str
    """Printable; empty if it was removed."""

    @property
    def is_grave(self) -> bool:
        """Whether readers call or open something else now; a report always lists these."""
        grave = (LINK, HEADING, DANGER, FIGURE, NEW_WORDS)
        return self.what.endswith(GRAVE_FIELDS) or self.what.startswith(grave)

    @property
    def rank(self) -> tuple[bool, bool, bool, str, int]:
        """Where it stands in a list: what leads elsewhere first, what was there before new."""
        is_phrasing = self.what.startswith(PHRASING)
        return not self.is_grave, is_phrasing, not self.before, self.path, self.line


def data_changes(before: Mapping[str, bytes | None], now: Mapping[str, bytes]) -> list[DataChange]:
    """All changes: grave ones first, then changed or removed before added ones, sentences last.

    A file that cannot be parsed, now or before, is skipped: a rule reports it.

    Args:
        before: earlier contents of the files that differ, by path; None for a new file.
        now: current contents, by path.
    """
    found = [
        change
        for path, content in before.items()
        for change in _changes_of(path, content or b"", now.get(path, b""))
    ]
    kept = list(_in_groups(_without_moved(found, before, now)))
    kept += (
        DataChange(path, 0, NEW_WORDS, "", visible(", ".join(words)))
        for path, words in new_words(before, now)
    )
    links = [each for each in found if each.what.startswith(LINK)]
    return [*sorted(kept, key=lambda each: each.rank), *_of_texts(before, now, links)]


def format_data_change(change: DataChange) -> str:
    """Format a change as one line: `path:line: what: 'before' -> 'after'`."""
    texts = map(cut, (change.before, change.after))
    before, after = (f"'{text}'" if text else "nothing" for text in texts)
    return f"{in_ascii(change.path)}:{change.line}: {change.what}: {before} -> {after}"


def cut(text: str) -> str:
    """A text of a bearable length, with how much was left out."""
    left = len(text) - LONGEST
    return f"{text[:LONGEST]}… and {left:,} more characters" if left > 0 else text


def fairly_cut(changes: Sequence[DataChange], most: int) -> list[DataChange]:
    """So many changes that each file has some: no file can push those of another off a list."""
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
    """The lines for a terminal: of a file that is new, or gone, or mostly changed, the first."""
    left = Counter((each.path, each.what == TEXT) for each in changes)
    listed: Counter[tuple[str, bool]] = Counter()
    for each in changes:
        part = each.path, each.what == TEXT
        listed[part] += 1
        if listed[part] <= MOST_OF_A_FILE:
            yield format_data_change(each)
        elif listed[part] == MOST_OF_A_FILE + 1:
            more = left[part] - MOST_OF_A_FILE
            yield f"{in_ascii(each.path)}: and {more} more: 'make check ALL=1' lists them"


def _in_groups(changes: Iterable[DataChange]) -> Iterator[DataChange]:
    """The changes with one for all links that follow the new name of a page."""
    groups: dict[object, list[DataChange]] = {}
    for each in changes:
        groups.setdefault(_renamed(each) or each, []).append(each)
    for first, *others in groups.values():
        more = f" and {len(others)} other links" if others else ""
        yield replace(first, what=first.what + more)


def _renamed(change: DataChange) -> tuple[str, str] | None:
    """The old and the new name of a page that a link leads to, if nothing else of it changed."""
    old, new = change.before.partition("#"), change.after.partition("#")
    if not change.what.startswith(LINK) or old[1:] != new[1:]:
        return None
    return posixpath.basename(old[0]), posixpath.basename(new[0])


def _without_moved(
    changes: Sequence[DataChange], before: Mapping[str, bytes | None], now: Mapping[str, bytes]
) -> list[DataChange]:
    """The changes without what went from a page that is gone into a new one, as it was.

    Of pages alone: another file may do something else under another name.
    """
    pages = [each for each in changes if each.path.endswith(".md")]
    gone = Counter((e.what, e.before) for e in pages if e.path not in now)
    new = Counter((e.what, e.after) for e in pages if before[e.path] is None)
    left = {"gone": gone & new, "new": gone & new}
    kept: list[DataChange] = []
    for each in changes:
        is_page = each.path.endswith(".md")
        side = "gone" if each.path not in now else "new" if before[each.path] is None else ""
        moved = left[side] if is_page and side else Counter()
        key = each.what, each.before or each.after
        if moved[key]:
            moved[key] -= 1
        else:
            kept.append(each)
    return kept


def _of_texts(
    before: Mapping[str, bytes | None], now: Mapping[str, bytes], links: Sequence[DataChange]
) -> Iterator[DataChange]:
    """What pages say otherwise. A page that is gone is one change, unless it was renamed.

    Args:
        before: as of `data_changes`.
        now: the same.
        links: the changes of links, which are told by themselves where only they differ.
    """
    pages = {path: content for path, content in sorted(before.items()) if path.endswith(".md")}
    said = {
        path: (said_on(read(path, content or b"")), said_on(read(path, now.get(path, b""))))
        for path, content in pages.items()
    }
    told = {(each.path, each.before) for each in links}
    changes = [
        DataChange(path, line, TEXT, was, is_now)
        for path, (old, new) in said.items()
        for line, was, is_now in text_changes(old, new, {was for at, was in told if at == path})
    ]
    kept = _without_moved(changes, before, now)
    counts = Counter(each.path for each in kept)
    gone = {path for path in pages if path not in now and counts[path] == len(said[path][0])}
    for path in sorted(gone):
        yield DataChange(path, 0, PAGE, f"{counts[path]} sentences", "")
    for each in kept:
        if each.path not in gone:
            was, is_now = shortened(each.before, each.after)
            yield replace(each, before=visible(was), after=visible(is_now))


def _changes_of(path: str, before: bytes, now: bytes) -> Iterator[DataChange]:
    old, new = destinations_of(path, before), destinations_of(path, now)
    if old is None or new is None:
        return
    if not before or not now:
        old, new = ([each for each in side if not each.is_detail] for side in (old, new))
    old_by_name, new_by_name = _by_name(_folded(new, old)), _by_name(new)
    for what in {**new_by_name, **old_by_name}:
        these, those = old_by_name.get(what, []), new_by_name.get(what, [])
        # A value that is in both versions has only moved.
        for was, is_now in zip_longest(_not_among(these, those), _not_among(those, these)):
            is_both = was is not None and is_now is not None
            if is_both and what in FILES:  # two entries, which have nothing to do with each other
                yield _change(path, what, was, None)
                yield _change(path, what, None, is_now)
            # Headings and links come and go with the text, where they are shown whole.
            elif is_both or not what.startswith((LINK, HEADING)) or not path.endswith(".md"):
                yield _change(path, what, was, is_now)


def _folded(others: Iterable[Destination], own: Iterable[Destination]) -> Iterator[Destination]:
    """The destinations of the old version without the texts of entries that the new one lacks.

    The id of such an entry stands for its texts.
    """
    ids = {each.text for each in own if each.what in FILES and each.text}
    ids -= {each.text for each in others if each.what in FILES}
    for each in own:
        if each.what.partition(" ")[0] not in ids or each.what.endswith(GRAVE_FIELDS):
            yield each


def _by_name(found: Iterable[Destination]) -> dict[str, list[Destination]]:
    by_name: dict[str, list[Destination]] = {}
    for each in found:
        by_name.setdefault(each.what, []).append(each)
    return by_name


def _not_among(these: Iterable[Destination], others: Iterable[Destination]) -> list[Destination]:
    """The destinations whose text the others do not have, or have less often."""
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
    """A change as `DataChange`: only the hosts of two URLs with different hosts."""
    before, after = was.text if was else "", is_now.text if is_now else ""
    line = is_now.line if is_now else 0
    hosts = host_of(before), host_of(after)
    if all(hosts) and hosts[0] != hosts[1]:
        return DataChange(path, line, f"{what}, host", *hosts)
    if max(len(before), len(after)) > LONG:
        before, after = shortened(before, after)
    return DataChange(path, line, what, before, after)
