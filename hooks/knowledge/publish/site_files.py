"""The files of a folder by their path in it, each read when it is asked for.

Answers: what does this file hold? So that a site need not fit into memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path


class StoredFiles(Mapping[str, bytes]):
    """What files hold; which there are is settled at the beginning."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = (path for path in folder.rglob("*") if path.is_file())
        self._paths = dict.fromkeys(sorted(path.relative_to(folder).as_posix() for path in found))

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return (self._folder / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
