"""Read the navigation, its labels and their translations from mkdocs.yml.

Answers: which pages are in the navigation, under which labels, and how are these translated?
languages.py reads the languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge import yaml_tree
from knowledge.site.languages import ConfigurationError, language_blocks

CONFIGURATION = "mkdocs.yml"
WIDE_COLON = "\uff1a"
"""Full-width, so that YAML takes 'label: page.md' for one text."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """A page in the navigation."""

    line: int
    page_path: str
    """As written: `start/phoned.md`, without a language."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text in the navigation, as a reader of the default language sees it."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Navigation:
    """The navigation in every language."""

    entries: tuple[NavigationEntry, ...]
    labels: tuple[Label, ...]
    """In the order written; a label may be repeated."""
    translations: Mapping[str, tuple[Label, ...]]
    """By language: the labels that it translates."""


def parse(content: bytes) -> yaml_tree.Tree:
    """Parse mkdocs.yml.

    Raises:
        ConfigurationError: it is not valid UTF-8 or YAML.
    """
    try:
        parsed = yaml_tree.parse(content.decode("utf-8-sig"), allows_tags=True)
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{CONFIGURATION} is not UTF-8; save it as UTF-8") from error
    if isinstance(parsed, yaml_tree.Fault):
        raise ConfigurationError(f"{CONFIGURATION}:{parsed.line}: {parsed.problem}")
    return parsed


def navigation_of(configuration: yaml_tree.Tree) -> Navigation:
    """Read the navigation; entries with a URL scheme are external links, not pages."""
    nav = configuration.get("nav") if isinstance(configuration, yaml_tree.Mapping) else None
    pages = (scalar for scalar in yaml_tree.strings(nav) if not SCHEME.match(scalar.text))
    return Navigation(
        entries=tuple(NavigationEntry(page.line, page.text) for page in pages),
        labels=tuple(_labels(nav)),
        translations={
            code: tuple(_translated(block)) for code, block in language_blocks(configuration)
        },
    )


def site_urls(configuration: yaml_tree.Tree) -> tuple[str, ...]:
    """The URLs under which mkdocs.yml publishes the site, the value of an `!ENV` tag included."""
    found = configuration.get("site_url") if isinstance(configuration, yaml_tree.Mapping) else None
    return tuple(each.text for each in yaml_tree.strings(found) if "://" in each.text)


def shown_texts(configuration: yaml_tree.Tree) -> Iterator[yaml_tree.Scalar]:
    """Every text of mkdocs.yml that a page shows: names, descriptions and labels."""
    found = (
        configuration if isinstance(configuration, yaml_tree.Mapping) else yaml_tree.Mapping((), 1)
    )
    for key in ("site_name", "site_description", "nav"):
        yield from yaml_tree.texts(found.get(key))
    for _, block in language_blocks(configuration):
        yield from yaml_tree.texts(block)


def _labels(nav: yaml_tree.Tree | None) -> Iterator[Label]:
    if isinstance(nav, yaml_tree.Sequence):
        for item in nav.items:
            yield from _labels(item)
    elif isinstance(nav, yaml_tree.Scalar) and WIDE_COLON in nav.text:  # rules/navigation.py
        yield Label(nav.line, nav.text.partition(WIDE_COLON)[0])
    elif isinstance(nav, yaml_tree.Mapping):
        for pair in nav.pairs:
            yield Label(pair.line, pair.key)
            yield from _labels(pair.value)


def _translated(block: yaml_tree.Mapping) -> Iterator[Label]:
    translations = block.get("nav_translations")
    for pair in translations.pairs if isinstance(translations, yaml_tree.Mapping) else ():
        if isinstance(pair.value, yaml_tree.Scalar) and pair.value.text.strip():
            yield Label(pair.line, pair.key)
