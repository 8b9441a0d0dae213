"""Read the files of a site from disk.

Answers: what do mkdocs.yml and the files below docs/ contain? Symbolic links are not followed,
because mkdocs would publish their targets.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from knowledge.site.languages import DOCS, ConfigurationError
from knowledge.site.mkdocs_yml import CONFIGURATION

LITTER = (".DS_Store", "._*", ".*.sw?", ".#*")
"""Files that operating systems and editors leave behind. mkdocs 1.6 publishes no name that begins
with a dot (mkdocs/structure/files.py, _default_exclude), and .gitignore keeps these out of every
commit."""
OTHER_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings that mkdocs 1.6 takes for Markdown besides `.md` (mkdocs/utils, markdown_extensions)."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a site, as read from disk."""

    configuration: bytes
    """mkdocs.yml."""
    files: Mapping[str, bytes]
    """Every file below docs/ that is not hidden, by posix path from the root, sorted."""
    symbolic_links: tuple[str, ...]
    """Posix paths from the root, sorted."""
    hidden: tuple[str, ...] = ()
    """Files and folders below docs/ whose name begins with a dot, LITTER left out; not read.
    Posix paths from the root, sorted."""


@lru_cache(maxsize=16)
def folder_of(file: str) -> Path:
    """Absolute folder of a file; cached, because a page needs it often and paths are slow."""
    return Path(file).absolute().parent


@lru_cache(maxsize=16384)
def path_from_root(root: Path, file: str) -> str:
    """Posix path of a file from the root."""
    return Path(file).relative_to(root).as_posix()


def read_folder(root: Path) -> Folder:
    """Read mkdocs.yml in a folder, and every file below its docs/ that is not hidden.

    Raises:
        ConfigurationError: there is no mkdocs.yml.
    """
    configuration = root / CONFIGURATION
    if not configuration.is_file():
        raise ConfigurationError(f"there is no {CONFIGURATION} in {root}")
    paths: list[Path] = []
    links: list[Path] = [root / DOCS] if (root / DOCS).is_symlink() else []
    hidden: list[Path] = []
    for folder, folders, names in os.walk(root / DOCS):
        for path in (Path(folder, name) for name in (*folders, *names)):
            if _is_litter(path.name):
                continue
            if path.is_symlink():
                links.append(path)
            elif path.name.startswith("."):
                hidden.append(path)
            elif path.is_file():
                paths.append(path)
        folders[:] = [name for name in folders if not name.startswith(".")]
    by_path = {path.relative_to(root).as_posix(): path for path in paths}
    return Folder(
        configuration=configuration.read_bytes(),
        files={path: by_path[path].read_bytes() for path in sorted(by_path)},
        symbolic_links=tuple(sorted(path.relative_to(root).as_posix() for path in links)),
        hidden=tuple(sorted(path.relative_to(root).as_posix() for path in hidden)),
    )


def _is_litter(name: str) -> bool:
    return name.startswith(".") and any(fnmatchcase(name, pattern) for pattern in LITTER)
