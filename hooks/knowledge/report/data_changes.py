"""Changed numbers, URLs, buttons, aliases and sentences between two versions of the files.

Answers: which of them differ, what were they before, which changes are one for a reviewer, and
which other files differ? A change is not a finding: a person compares each with its official
source.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from knowledge.data.all_data import FILES
from knowledge.finding import in_ascii
from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import read
from knowledge.markdown.urls import host_of
from knowledge.report.change import (
    DATES,
    HEADING,
    LINK,
    NAVIGATION,
    NEW_WORDS,
    OTHER,
    PAGE,
    PHRASING,
    TEXT,
    UNREAD,
    DataChange,
    ReviewedValue,
    visible,
)
from knowledge.report.new_words import new_words
from knowledge.report.renamed_files import renamed_files, under_new_names
from knowledge.report.reviewed_values import reviewed_values
from knowledge.report.text_changes import Retargeted, shortened, text_changes, text_units
from knowledge.site.git_history import changed_elsewhere
from knowledge.site.mkdocs_yml import CONFIGURATION

SHOWN_KEYS = frozenset(key.value for key in Key if key is not Key.ALIASES)
"""Front-matter keys whose values are reported."""
COMPARED = re.compile(rb"^translates: *(.*)$", re.MULTILINE)
"""The line of a translation with the digest of the original that it was compared with."""
ORDERED = (" number", " contacts", " links", " weights", "urgent", "actions", NAVIGATION)
"""Endings of `DataChange.what` for lists whose order matters to readers. In mkdocs.yml, that of all
lists does."""
MAX_WHOLE_LENGTH = 200
"""Maximum length of a value that is reported whole, in characters; longer ones are shortened to
the difference and its context."""


def data_changes(before: Mapping[str, bytes | None], now: Mapping[str, bytes]) -> list[DataChange]:
    """All changes: critical ones first, then changed or removed before added ones, sentences last.

    A file that cannot be parsed, now or before, is skipped: a rule reports it.

    Args:
        before: earlier contents of the files that differ, by path; None for a new file.
        now: current contents, by path.
    """
    renamed = renamed_files(before, now)
    before = under_new_names(before, renamed)
    names = {_page_name(old): _page_name(new) for new, old in renamed.items()}
    found = [DataChange(new, 0, PAGE, old, new) for new, old in renamed.items()]
    found += (
        change
        for path, content in before.items()
        for change in _changes_of(path, content or b"", now.get(path, b""), names)
    )
    # A deleted page is one change; its front matter is not listed as well.
    kept = list(_in_groups((e for e in found if e.path in now or e.what not in SHOWN_KEYS), now))
    kept += (
        DataChange(path, 0, NEW_WORDS, "", visible(", ".join(words)))
        for path, words in new_words(before, now)
    )
    kept += (
        change for path in before for change in _renewed_digest(path, before[path], now.get(path))
    )
    links = [each for each in found if each.what.startswith(LINK)]
    return [*sorted(kept, key=lambda each: each.rank), *_of_texts(before, now, links)]


def other_files(root: Path, commit: str) -> Iterator[DataChange]:
    """Changed templates, scripts, style sheets and tests, of which only the diff shows how.

    One change for each folder of the repository: many files of one hide no other.
    """
    folders: dict[str, list[str]] = {}
    for path in changed_elsewhere(root, commit):
        folder, slash, name = path.partition("/")
        folders.setdefault(f"{folder}{slash}" if slash else "/", []).append(name or path)
    for folder, names in sorted(folders.items()):
        yield DataChange(folder, 0, UNREAD, "", in_ascii(", ".join(names)))


def _in_groups(changes: Iterable[DataChange], now: Mapping[str, bytes]) -> Iterator[DataChange]:
    """Merge links that were updated for the same renamed page, and equal dates of entries."""
    names = {posixpath.basename(path) for path in now}
    groups: dict[object, list[DataChange]] = {}
    for each in changes:
        renamed = _renamed(each)
        is_gone = renamed is not None and renamed[0] not in names
        field = each.what.rpartition(" ")[1:]
        is_date = each.what.endswith(DATES)
        day = (each.path, field, each.before, each.after) if is_date else each
        groups.setdefault(renamed if is_gone else day, []).append(each)
    for first, *others in groups.values():
        kind = "entries" if first.what.endswith(DATES) else "links"
        more = f" and {len(others)} other {kind}" if others else ""
        yield replace(first, what=first.what + more)


def _renamed(change: DataChange) -> tuple[str, str] | None:
    """Old and new file name of the page that a link leads to, if only that name changed."""
    old, new = change.before.partition("#"), change.after.partition("#")
    is_page = ".md" in change.before and ".md" in change.after
    if not is_page or not change.what.startswith(LINK) or old[1:] != new[1:]:
        return None
    return posixpath.basename(old[0]), posixpath.basename(new[0])


def _renewed_digest(path: str, before: bytes | None, now: bytes | None) -> Iterator[DataChange]:
    """A translation that says that it was compared with another version of its original."""
    if not path.endswith(".md") or before is None or now is None:
        return
    old, new = COMPARED.search(before), COMPARED.search(now)
    if old and new and old[0] != new[0]:
        line = now[: new.start()].count(b"\n") + 1
        stamps = (visible(match[1].decode("utf-8", "replace")) for match in (old, new))
        yield DataChange(path, line, Key.TRANSLATES, *stamps)


def _of_texts(
    before: Mapping[str, bytes | None], now: Mapping[str, bytes], links: Sequence[DataChange]
) -> Iterator[DataChange]:
    """Changed sentences of pages, if not only by these links; a deleted page is one change."""
    pages = {path: content for path, content in sorted(before.items()) if path.endswith(".md")}
    said = {
        path: (text_units(read(path, content or b"")), text_units(read(path, now.get(path, b""))))
        for path, content in pages.items()
    }
    told: dict[str, Counter[Retargeted]] = {}
    for each in links:
        words = each.what.removeprefix(f"{LINK} '").removesuffix("'")
        changed = Retargeted(words, each.before, each.after)
        told.setdefault(each.path, Counter())[changed] += 1
    changes = [
        DataChange(path, line, f"{TEXT} in #{section}" if section else TEXT, was, is_now)
        for path, (old, new) in said.items()
        for line, section, was, is_now in text_changes(old, new, told.get(path, Counter()))
    ]
    counts = Counter(each.path for each in changes)
    gone = {path for path in pages if path not in now and counts[path] == len(said[path][0])}
    for path in sorted(gone):
        yield DataChange(path, 0, PAGE, f"{counts[path]} sentences", "")
    for each in changes:
        if each.path not in gone:
            was, is_now = shortened(each.before, each.after)
            yield replace(each, before=visible(was), after=visible(is_now))


def _page_name(path: str) -> str:
    """The name of a page as a key of the phrasings: its path below the language's folder."""
    return path.partition("/")[2].partition("/")[2].removesuffix(".md")


def _changes_of(
    path: str, before: bytes, now: bytes, names: Mapping[str, str]
) -> Iterator[DataChange]:
    """The changed values of a file; `names` has the new names of renamed pages."""
    old, new = reviewed_values(path, before), reviewed_values(path, now)
    if old is None or new is None:
        return
    keys = {f"{PHRASING} {name}": f"{PHRASING} {names[name]}" for name in names}
    old = [replace(each, what=keys.get(each.what, each.what)) for each in old]
    if path.endswith(".svg") and not (before and now):
        old, new = ([each for each in side if not each.is_drawing_part] for side in (old, new))
    yield from _orders(path, old, new)
    old_by_name, new_by_name = _by_name(old), _by_name(new)
    for each in (old_by_name, new_by_name):
        each.pop(NAVIGATION, None)
    for what in {**new_by_name, **old_by_name}:
        these, those = old_by_name.get(what, []), new_by_name.get(what, [])
        # A value that is in both versions has only moved.
        for was, is_now in zip_longest(_not_among(these, those), _not_among(those, these)):
            is_both = was is not None and is_now is not None
            if is_both and what in FILES:  # two entries, which have nothing to do with each other
                yield _change(path, what, was, None)
                yield _change(path, what, None, is_now)
            # The text changes show added and removed headings and links in full.
            elif is_both or not what.startswith((LINK, HEADING)) or not path.endswith(".md"):
                yield _change(path, what, was, is_now)


def _orders(path: str, old: list[ReviewedValue], new: list[ReviewedValue]) -> Iterator[DataChange]:
    """Lists and shapes whose order changed, where the order matters to readers."""
    if path.endswith(".svg"):
        yield from _reordered(path, "shapes", _in_full(old), _in_full(new))
    elif path.endswith(".yml"):
        ordered = (each.what for each in new if _is_ordered(path, each.what))
        for what in dict.fromkeys(ordered):
            these, those = ([e.text for e in side if e.what == what] for side in (old, new))
            yield from _reordered(path, what, these, those)


def _is_ordered(path: str, what: str) -> bool:
    is_setting = path == CONFIGURATION and what.startswith(OTHER)
    return is_setting or what.endswith(ORDERED)


def _reordered(
    path: str, what: str, these: Sequence[str], those: Sequence[str]
) -> Iterator[DataChange]:
    """A change of the order of the values that both versions have, if it differs."""
    before = [each for each in dict.fromkeys(these) if each in those]
    after = [each for each in dict.fromkeys(those) if each in these]
    if before != after:
        yield DataChange(path, 0, f"order of {what}", " | ".join(before), " | ".join(after))


def _in_full(found: Iterable[ReviewedValue]) -> list[str]:
    return [f"{each.what} {each.text}" for each in found if each.is_drawing_part]


def _by_name(found: Iterable[ReviewedValue]) -> dict[str, list[ReviewedValue]]:
    by_name: dict[str, list[ReviewedValue]] = {}
    for each in found:
        by_name.setdefault(each.what, []).append(each)
    return by_name


def _not_among(
    these: Iterable[ReviewedValue], others: Iterable[ReviewedValue]
) -> list[ReviewedValue]:
    """The values whose text the others do not have, or have less often."""
    left = Counter(each.text for each in others)
    found: list[ReviewedValue] = []
    for each in these:
        if left[each.text]:
            left[each.text] -= 1
        else:
            found.append(each)
    return found


def _change(
    path: str, what: str, was: ReviewedValue | None, is_now: ReviewedValue | None
) -> DataChange:
    """Make a DataChange; if the hosts of two URLs differ, they come first."""
    before, after = was.text if was else "", is_now.text if is_now else ""
    line = is_now.line if is_now else 0
    hosts = host_of(before), host_of(after)
    if all(hosts) and hosts[0] != hosts[1]:
        urls = (f"{host} ({url})" for host, url in zip(hosts, (before, after), strict=True))
        return DataChange(path, line, f"{what}, host", *urls)
    if max(len(before), len(after)) > MAX_WHOLE_LENGTH:
        before, after = shortened(before, after)
    return DataChange(path, line, what, before, after)
