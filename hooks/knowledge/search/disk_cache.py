"""Results of slow computations, kept on disk from one build to the next.

Answers: was this computed before? The key of a result is a hash of all its inputs, so that it never
has to be invalidated. The cache does not depend on what is computed.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

MIN_LENGTH = 50_000
"""Minimum length of a text, in characters, whose result is kept: shorter ones are quick."""
MAX_RESULTS = 30
"""Maximum number of results in the folder; the least recently used ones are evicted."""
FOLDER = ".cache/search"
"""Default folder, beside mkdocs.yml; the environment variable KNOWLEDGE_CACHE overrides it."""
LOCK = ".lock"
"""How the names of the files in it begin that are locked while something is computed: one for each
first digit of a hash, so that different results are computed at the same time."""


@dataclass(frozen=True, slots=True)
class DiskCache:
    """A cache of results in a folder."""

    folder: Path
    """Created when needed; if it cannot be written, nothing is cached."""

    def get(self, program: str, text: str, compute: Callable[[str], str]) -> str:
        """The result for a text, from the folder or computed.

        `program` is everything but the text that the result depends on.
        """
        if len(text) < MIN_LENGTH:
            return compute(text)
        path = self.folder / hashlib.sha256(f"{program}\0{text}".encode()).hexdigest()
        if (result := self._kept(path)) is not None:
            return result
        # Wait for builds that compute the same; not if the folder cannot be written.
        lock = FileLock(self.folder / f"{LOCK}{path.name[0]}")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        try:
            if (result := self._kept(path)) is None:
                result = compute(text)
                with suppress(OSError):
                    self._keep(path, result)
            return result
        finally:
            lock.release()

    def _kept(self, path: Path) -> str | None:
        """The result in a file; None if there is none, or it is damaged."""
        with suppress(OSError, UnicodeError):
            result = path.read_text("utf-8")
            os.utime(path)
            return result
        return None

    def _keep(self, path: Path, result: str) -> None:
        """Write a result atomically, and evict the least recently used ones."""
        number, name = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
                file.write(result)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        results = (each for each in self.folder.iterdir() if not each.name.startswith(LOCK))
        used = sorted(results, key=lambda each: each.stat().st_mtime)
        for each in used[:-MAX_RESULTS]:
            each.unlink(missing_ok=True)


def cache_in(root: Path) -> DiskCache:
    """The cache of the site whose mkdocs.yml is in a folder."""
    return DiskCache(root / os.environ.get("KNOWLEDGE_CACHE", FOLDER))
