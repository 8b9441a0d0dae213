"""Changed files that the list of changes does not read.

Answers: which templates, scripts, style sheets, tests and other files outside of the content
differ? They decide what readers see, too, and only their diff shows how.
"""

from collections.abc import Iterator
from pathlib import Path

from knowledge.finding import in_ascii
from knowledge.report.change import UNREAD, DataChange
from knowledge.site.git_history import changed_elsewhere


def other_files(root: Path, commit: str) -> Iterator[DataChange]:
    """One change for each folder of the repository: many files of one hide no other.

    Args:
        root: the repository's root.
        commit: the commit that the files are compared with.
    """
    folders: dict[str, list[str]] = {}
    for path in changed_elsewhere(root, commit):
        folder, slash, name = path.partition("/")
        folders.setdefault(f"{folder}{slash}" if slash else "/", []).append(name or path)
    for folder, names in sorted(folders.items()):
        yield DataChange(folder, 0, UNREAD, "", in_ascii(", ".join(names)))
