"""All sources of a site together with its navigation and its data.

Answers: which pages and files are there, and what does mkdocs.yml say of them? Everything a
check may ask stands in here, so that a check needs no disk.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from knowledge import tree
from knowledge.clock import build_moment
from knowledge.data import Data
from knowledge.data import read as read_data
from knowledge.languages import DATA, DOCS, ConfigurationError, Languages, from_configuration
from knowledge.source import Source
from knowledge.source import read as read_source

CONFIGURATION = "mkdocs.yml"
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """A page in the navigation of mkdocs.yml."""

    line: int
    page_path: str
    """As written: `start/phoned.md`, without a language."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the checks look at."""

    languages: Languages
    sources: Mapping[str, Source]
    """By path from the repository's root, sorted."""
    assets: frozenset[str]
    """Every other file below docs/, the data left out, as paths from the repository's root."""
    navigation: tuple[NavigationEntry, ...]
    data: Data
    today: date
    """The day of the build's moment, from which ages count."""

    def in_language(self, language: str) -> Iterator[Source]:
        """The sources of one language."""
        return (s for path, s in self.sources.items() if self.languages.of(path) == language)

    def shown(self, page_path: str, language: str) -> Source | None:
        """The source a reader of a language gets for a page: the default language's if need be."""
        for code in (language, self.languages.default):
            if found := self.sources.get(f"{DOCS}/{code}/{page_path}"):
                return found
        return None


@lru_cache(maxsize=1)
def loaded(root: Path) -> Site:
    """The site in a folder as it was at the first call; `loaded.cache_clear()` forgets it.

    One build asks for it on every page.
    """
    return load(root)


def load(root: Path) -> Site:
    """The site in a folder.

    Args:
        root: the folder that holds mkdocs.yml and docs/.

    Raises:
        ConfigurationError: mkdocs.yml is missing, is not YAML, or names no languages.
    """
    configuration = _configuration(root)
    languages = from_configuration(configuration)
    paths = _files(root)
    sources = {
        path: read_source(path, (root / path).read_bytes()) for path in paths if _is_source(path)
    }
    data_files = {
        path.removeprefix(f"{DATA}/"): (root / path).read_bytes()
        for path in paths
        if path.startswith(f"{DATA}/")
    }
    return Site(
        languages=languages,
        sources=sources,
        assets=frozenset(p for p in paths if not _is_source(p) and not p.startswith(f"{DATA}/")),
        navigation=tuple(_navigation(configuration)),
        # A document cannot be dated after the real today, whenever the last commit was.
        data=read_data(data_files, languages, date.today()),
        today=build_moment(root, os.environ).day,
    )


def _configuration(root: Path) -> tree.Tree:
    path = root / CONFIGURATION
    if not path.is_file():
        raise ConfigurationError(f"there is no {CONFIGURATION} in {root}")
    try:
        parsed = tree.parse(path.read_text("utf-8-sig"), allows_tags=True)
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{CONFIGURATION} is not UTF-8; save it as UTF-8") from error
    if isinstance(parsed, tree.Fault):
        raise ConfigurationError(f"{CONFIGURATION}:{parsed.line}: {parsed.problem}")
    return parsed


def _files(root: Path) -> list[str]:
    """Every file below docs/ that is not hidden, as sorted posix paths from the root."""
    found = (path for path in (root / DOCS).rglob("*") if path.is_file())
    paths = (path.relative_to(root).as_posix() for path in found)
    return sorted(path for path in paths if not any(p.startswith(".") for p in path.split("/")))


def _is_source(path: str) -> bool:
    return path.endswith(".md") and not path.startswith(f"{DATA}/")


def _navigation(configuration: tree.Tree) -> Iterator[NavigationEntry]:
    """The pages of the navigation; what has a scheme leads elsewhere and is none."""
    navigation = configuration.get("nav") if isinstance(configuration, tree.Mapping) else None
    for scalar in tree.strings(navigation):
        if not SCHEME.match(scalar.text):
            yield NavigationEntry(scalar.line, scalar.text)
