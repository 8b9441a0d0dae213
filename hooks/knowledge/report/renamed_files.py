"""Which new files are old ones under another name.

Answers: with which earlier content is a new file compared? Files of one folder tree and kind are
matched by their lines, as git does.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

LEAST_IN_COMMON = 0.5
"""Minimum share of the lines of the longer file that both versions have."""
COMPARED = (".md", ".svg")
"""File extensions of pages and drawings. Another kind of file may do something else elsewhere."""


def renamed_files(before: Mapping[str, bytes | None], now: Mapping[str, bytes]) -> dict[str, str]:
    """The old path of each renamed file, by its new path."""
    gone = {path: content for path, content in before.items() if content and path not in now}
    ranked = sorted(
        (
            (-_in_common(content, now[new]), new, old)
            for new, earlier in before.items()
            if earlier is None and new in now
            for old, content in gone.items()
            if _may_be_renamed(old, new)
        ),
    )
    found: dict[str, str] = {}
    for share, new, old in ranked:
        if -share >= LEAST_IN_COMMON and new not in found and old not in found.values():
            found[new] = old
    return found


def under_new_names(
    before: Mapping[str, bytes | None], renamed: Mapping[str, str]
) -> dict[str, bytes | None]:
    """Earlier contents with those of renamed files under their new paths."""
    return {
        path: before[renamed[path]] if path in renamed else content
        for path, content in before.items()
        if path not in renamed.values()
    }


def _may_be_renamed(old: str, new: str) -> bool:
    """Whether two paths have the same kind and the same folder below docs/: a language or data."""
    kinds = {PurePosixPath(path).suffix for path in (old, new)}
    folders = {PurePosixPath(path).parts[:2] for path in (old, new)}
    return len(kinds) == 1 and kinds <= {*COMPARED} and len(folders) == 1


def _in_common(one: bytes, other: bytes) -> float:
    """The share of equal lines, whatever their order, in the longer of two files."""
    lines = [Counter(each for each in text.split(b"\n") if each.strip()) for text in (one, other)]
    most = max(each.total() for each in lines)
    return (lines[0] & lines[1]).total() / most if most else 0.0
