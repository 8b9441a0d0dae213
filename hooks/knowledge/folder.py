"""The files of a site on disk.

Answers: which bytes lie under mkdocs.yml and docs/? Follows no symbolic link: mkdocs would publish
what it leads to.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.configuration import CONFIGURATION
from knowledge.languages import DOCS, ConfigurationError


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read."""

    configuration: bytes
    """mkdocs.yml."""
    files: Mapping[str, bytes]
    """Every file below docs/ that is not hidden, by posix path from the root, sorted."""
    symbolic_links: tuple[str, ...]
    """Posix paths from the root, sorted."""


@lru_cache(maxsize=16)
def folder_of(file: str) -> Path:
    """The folder of a file, absolute; a path is slow to make, and asked for many times a page."""
    return Path(file).absolute().parent


@lru_cache(maxsize=16384)
def path_from_root(root: Path, file: str) -> str:
    """The posix path from the root of a file, as on disk."""
    return Path(file).relative_to(root).as_posix()


def read_folder(root: Path) -> Folder:
    """The files of the site in a folder.

    Args:
        root: the folder that holds mkdocs.yml and docs/.

    Raises:
        ConfigurationError: there is no mkdocs.yml.
    """
    configuration = root / CONFIGURATION
    if not configuration.is_file():
        raise ConfigurationError(f"there is no {CONFIGURATION} in {root}")
    paths: list[Path] = []
    links: list[Path] = [root / DOCS] if (root / DOCS).is_symlink() else []
    for folder, folders, names in os.walk(root / DOCS):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(folder, name) for name in (*folders, *names)):
            if path.is_symlink():
                links.append(path)
            elif path.is_file() and not path.name.startswith("."):
                paths.append(path)
    by_path = {path.relative_to(root).as_posix(): path for path in paths}
    return Folder(
        configuration=configuration.read_bytes(),
        files={path: by_path[path].read_bytes() for path in sorted(by_path)},
        symbolic_links=tuple(sorted(path.relative_to(root).as_posix() for path in links)),
    )
