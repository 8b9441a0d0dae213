"""Changes that are one for a reviewer.

Answers: which changes does one row report? Links that were updated for the same renamed page, and
equal dates of the entries of a file.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from knowledge.report.change import DATES, DataChange
from knowledge.report.mkdocs_settings import LINK


def in_groups(changes: Iterable[DataChange], now: Mapping[str, bytes]) -> Iterator[DataChange]:
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
