"""Results of slow computations, kept on disk from one build to the next.

Answers: was this computed before? A result is found by a hash of all that it was computed from, so
that it never has to be declared out of date. Does not know what is computed.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LEAST_LENGTH = 50_000
"""Minimum length of a text, in characters, whose result is kept: shorter ones are quick."""
MOST_RESULTS = 30
"""Maximum number of results in the folder; those that were not used for longest make room."""
FOLDER = ".cache/search"
"""The folder in that of the site, unless the environment names one in KNOWLEDGE_CACHE."""


@dataclass(frozen=True, slots=True)
class DiskCache:
    """The results in a folder."""

    folder: Path
    """Need not exist; without it, or where nothing can be written, nothing is kept."""

    def get(self, program: str, text: str, compute: Callable[[str], str]) -> str:
        """The result for a text, from the folder or computed.

        Args:
            program: everything but the text that the result depends on.
            text: what it is computed from.
            compute: computes the result of the text.
        """
        if len(text) < LEAST_LENGTH:
            return compute(text)
        path = self.folder / hashlib.sha256(f"{program}\0{text}".encode()).hexdigest()
        with suppress(OSError, UnicodeError):
            result = path.read_text("utf-8")
            os.utime(path)
            return result
        result = compute(text)
        with suppress(OSError):
            self._keep(path, result)
        return result

    def _keep(self, path: Path, result: str) -> None:
        """Write a result, whole or not at all, and remove what is too much."""
        self.folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
                file.write(result)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        used = sorted(self.folder.iterdir(), key=lambda each: each.stat().st_mtime)
        for each in used[:-MOST_RESULTS]:
            each.unlink(missing_ok=True)


def cache_in(root: Path) -> DiskCache:
    """The cache of a site.

    Args:
        root: the folder with mkdocs.yml.
    """
    return DiskCache(root / os.environ.get("KNOWLEDGE_CACHE", FOLDER))
