"""The site as one value: its sources, data, navigation and configuration.

Answers: which pages and files does the site have, and how does mkdocs.yml configure them? Has
everything that a check needs, so that no check reads the disk.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from knowledge import yaml_tree
from knowledge.data.all_data import Data
from knowledge.data.all_data import read as read_data
from knowledge.data.texts import Texts
from knowledge.data.yaml_files import DATA, read_tree
from knowledge.finding import Finding
from knowledge.markdown.source import Source
from knowledge.markdown.source import read as read_source
from knowledge.site.build_time import build_moment, latest_day
from knowledge.site.files import Folder, read_folder
from knowledge.site.git_history import at_last_tag, base_commit, changed_since
from knowledge.site.languages import DOCS, Languages, from_configuration
from knowledge.site.mkdocs_yml import Navigation, navigation_of, settings_of
from knowledge.site.mkdocs_yml import parse as configuration_of


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """The input of every check; compared by identity, so that caches can use it as a key."""

    languages: Languages
    sources: Mapping[str, Source]
    """By path from the repository's root, sorted."""
    assets: Mapping[str, bytes]
    """Every other file below docs/, the data left out, by path from the repository's root."""
    folder: Folder
    """All files as on disk."""
    configuration: yaml_tree.Tree
    """The parsed mkdocs.yml."""
    navigation: Navigation
    settings: Mapping[str, Texts]
    """The name and the description of the site in mkdocs.yml, as `settings_of` returns them."""
    data: Data
    data_files: Mapping[str, bytes]
    """The files of docs/_data as on disk, by name."""
    today: date
    """The day of the build, at which ages are measured."""
    tagged: Mapping[str, Source] | None
    """The sources as they were at the last tag; None where there is no tag."""
    changed_since_merge_base: Mapping[str, bytes | None]
    """By path of each file that differs from the merge base with the default branch: its
    content in that commit, None for a new file. Empty if it is unknown."""

    def every_source(self) -> Iterable[Source]:
        """Every source, also those outside of every language."""
        return self.sources.values()

    def pages(self) -> Iterator[Source]:
        """The sources that become pages: those in the folder of a language."""
        return (s for path, s in self.sources.items() if self.languages.of(path) is not None)

    def pages_for_readers(self) -> Iterator[Source]:
        """The pages without those for contributors."""
        return (s for path, s in self.sources.items() if self.languages.is_for_readers(path))

    def originals(self) -> Mapping[str, Source]:
        """The pages of the default language, by their path inside it: `guide.md`."""
        return _originals(self)

    def language_of(self, source: Source) -> str:
        """The language of a source; the default one if the source is outside every language."""
        return self.languages.of(source.path) or self.languages.default

    def tag_of(self, source: Source) -> str:
        """The tag of the language of a source, in BCP 47."""
        return self.languages.tag(self.language_of(source))

    def in_language(self, language: str) -> Iterator[Source]:
        """The sources of one language."""
        return (s for path, s in self.sources.items() if self.languages.of(path) == language)

    def paths_in_order(self, language: str) -> list[str]:
        """The pages of a language as in the navigation, then the others: `guide.md`."""
        own = {self.languages.page_path(source.path) for source in self.in_language(language)}
        listed = dict.fromkeys(entry.page_path for entry in self.navigation.entries)
        return [*(path for path in listed if path in own), *sorted(own - listed.keys())]

    def at_merge_base(self, source: Source) -> Source:
        """A page as it was where this branch left the default one; empty if it is new."""
        if source.path not in self.changed_since_merge_base:
            return source
        return read_source(source.path, self.changed_since_merge_base[source.path] or b"")

    def data_at_merge_base(self, path: str) -> yaml_tree.Tree | None:
        """A data file as it was in the merge base; None if it is new, unchanged or unreadable."""
        content = self.changed_since_merge_base.get(path)
        found = read_tree(path, content) if content else None
        return None if isinstance(found, Finding) else found

    def shown(self, page_path: str, language: str) -> Source | None:
        """Source that readers of a language get for a page: in its language, or a fallback."""
        for code in self.languages.order(language):
            if found := self.sources.get(f"{DOCS}/{code}/{page_path}"):
                return found
        return None


@lru_cache(maxsize=2)
def _originals(site: Site) -> Mapping[str, Source]:
    default = site.languages.default
    return {site.languages.page_path(s.path): s for s in site.in_language(default)}


@lru_cache(maxsize=1)
def loaded(root: Path) -> Site:
    """Load the site in a folder once, until `loaded.cache_clear()`.

    Every page of a build needs it.
    """
    return load(root)


def load(root: Path) -> Site:
    """Load the site in the folder that holds mkdocs.yml and docs/.

    Raises:
        ConfigurationError: mkdocs.yml is missing, is not YAML, or names no languages.
    """
    folder, today = read_folder(root), build_moment(root, os.environ).day
    base = base_commit(root)
    changed_since_merge_base = changed_since(root, base, folder.files) if base else {}
    return site_of(folder, today, at_last_tag(root), changed_since_merge_base)


def site_of(
    folder: Folder,
    today: date,
    tagged: Mapping[str, bytes] | None,
    changed_since_merge_base: Mapping[str, bytes | None] = MappingProxyType({}),
) -> Site:
    """Build the site from the files of its folder.

    Args:
        folder: the files.
        today: the day of the build, at which ages are measured.
        tagged: the sources at the last tag, by path; None where there is no tag.
        changed_since_merge_base: by path of each file that differs from the merge base, its
            content there.

    Raises:
        ConfigurationError: mkdocs.yml is not YAML, or names no languages.
    """
    configuration = configuration_of(folder.configuration)
    languages = from_configuration(configuration)
    data_files = {p.removeprefix(f"{DATA}/"): c for p, c in folder.files.items() if _is_data(p)}
    return Site(
        languages=languages,
        sources={p: read_source(p, c) for p, c in folder.files.items() if _is_source(p)},
        assets={p: c for p, c in folder.files.items() if not _is_source(p) and not _is_data(p)},
        folder=folder,
        configuration=configuration,
        navigation=navigation_of(configuration),
        settings=settings_of(configuration, languages),
        # A document cannot be dated after the real today, whenever the last commit was.
        data=read_data(data_files, languages.codes, languages.complete, latest_day()),
        data_files=data_files,
        today=today,
        tagged=None
        if tagged is None
        else {path: read_source(path, content) for path, content in tagged.items()},
        changed_since_merge_base=changed_since_merge_base,
    )


def _is_data(path: str) -> bool:
    return path.startswith(f"{DATA}/")


def _is_source(path: str) -> bool:
    return path.endswith(".md") and not _is_data(path)
