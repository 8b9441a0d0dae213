"""A folder as a read-only mapping from paths to file contents, read lazily.

Answers: what is the content of this file of the built site? The whole site need not fit into
memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path


class StoredFiles(Mapping[str, bytes]):
    """Content by posix path inside a folder, sorted; the paths are listed once, on creation."""

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
