"""Read the navigation, its labels and the site's names, with their translations, from mkdocs.yml.

Answers: which pages are in the navigation, under which labels, what is the site called, and how is
that translated? languages.py reads the languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge import yaml_tree
from knowledge.data.texts import ShownText, Texts
from knowledge.site.languages import ConfigurationError, Languages, language_blocks

CONFIGURATION = "mkdocs.yml"
NAME, DESCRIPTION = "site_name", "site_description"
"""Settings that the block of a language may have too."""
SHOWN_OF_LANGUAGE = ("name", NAME, DESCRIPTION, "nav_translations")
"""Settings of a language with texts that a page shows."""
COLON = re.compile(r"[\uff1a:]\s*")
"""What may have been meant as the end of a label: a colon without a space, or a full-width one.
YAML takes a label and a page with either between them for one text."""
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
class NavigationItem:
    """A page in the navigation, or a group of items."""

    label: str
    """As written; empty for a page that is named by its title."""
    page_path: str = ""
    """`start/phoned.md`, without a language; empty for a group."""
    items: tuple[NavigationItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Navigation:
    """The navigation in every language."""

    entries: tuple[NavigationEntry, ...]
    labels: tuple[Label, ...]
    """In the order written; a label may be repeated."""
    translations: Mapping[str, tuple[Label, ...]]
    """By language: the labels that it translates."""
    translated: Mapping[str, Mapping[str, str]]
    """By language and label: its translation."""
    items: tuple[NavigationItem, ...] = ()
    """The pages in their groups, in the order written."""

    def shown(self, label: str, order: Sequence[str]) -> ShownText:
        """A label in the first language that translates it; as written if none of them does.

        The best language comes first in `order`, that of the labels last.
        """
        for code in order:
            if text := self.translated.get(code, {}).get(label):
                return ShownText(text, code)
        return ShownText(label, order[-1])


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
        compare = "Compare the line, its indent and its quotes with the lines above it"
        remedy = parsed.remedy or compare
        raise ConfigurationError(f"{CONFIGURATION}:{parsed.line}: {parsed.problem}. {remedy}.")
    return parsed


def navigation_of(configuration: yaml_tree.Tree) -> Navigation:
    """Read the navigation; entries with a URL scheme are external links, not pages."""
    nav = yaml_tree.value_of(configuration, "nav")
    blocks = list(language_blocks(configuration))
    pages = (scalar for scalar in yaml_tree.strings(nav) if not SCHEME.match(scalar.text))
    return Navigation(
        entries=tuple(NavigationEntry(page.line, page.text) for page in pages),
        labels=tuple(_labels(nav)),
        translations={
            code: tuple(label for label, _ in _translated(block)) for code, block in blocks
        },
        translated={
            code: {label.text: text for label, text in _translated(block)} for code, block in blocks
        },
        items=tuple(_items(nav)),
    )


def settings_of(configuration: yaml_tree.Tree, languages: Languages) -> Mapping[str, Texts]:
    """The name and the description in mkdocs.yml, by setting, in the languages that have them.

    A value that comes from the environment is left out.
    """
    blocks = dict(language_blocks(configuration))
    found: dict[str, Texts] = {}
    for setting in (NAME, DESCRIPTION):
        values = {languages.default: yaml_tree.value_of(configuration, setting)}
        values |= {code: own for code, block in blocks.items() if (own := block.get(setting))}
        texts = ((code, yaml_tree.text_of(value)) for code, value in values.items())
        if own_texts := tuple(each for each in texts if each[1]):
            found[setting] = Texts(own_texts)
    return found


def site_urls(configuration: yaml_tree.Tree) -> tuple[str, ...]:
    """The URLs under which mkdocs.yml publishes the site, the value of an `!ENV` tag included."""
    found = yaml_tree.value_of(configuration, "site_url")
    return tuple(each.text for each in yaml_tree.strings(found) if "://" in each.text)


def shown_texts(configuration: yaml_tree.Tree) -> Iterator[yaml_tree.Scalar]:
    """Every text of mkdocs.yml that a page shows: names, descriptions and labels."""
    for key in ("site_name", "site_description", "nav"):
        yield from yaml_tree.texts(yaml_tree.value_of(configuration, key))
    for _, block in language_blocks(configuration):
        for key in SHOWN_OF_LANGUAGE:
            yield from yaml_tree.strings(block.get(key))


def _labels(nav: yaml_tree.Tree | None) -> Iterator[Label]:
    if isinstance(nav, yaml_tree.Sequence):
        for item in nav.items:
            yield from _labels(item)
    elif isinstance(nav, yaml_tree.Scalar) and COLON.search(nav.text):  # rules/navigation.py
        yield Label(nav.line, COLON.split(nav.text, maxsplit=1)[0])
    elif isinstance(nav, yaml_tree.Mapping):
        for pair in nav.pairs:
            yield Label(pair.line, pair.key)
            yield from _labels(pair.value)


def _items(nav: yaml_tree.Tree | None, label: str = "") -> Iterator[NavigationItem]:
    """The pages and groups below an entry with a label; external links are left out."""
    if isinstance(nav, yaml_tree.Scalar) and nav.text and not SCHEME.match(nav.text):
        yield NavigationItem(label, page_path=nav.text)
    elif isinstance(nav, yaml_tree.Mapping):
        for pair in nav.pairs:
            yield from _items(pair.value, pair.key)
    elif isinstance(nav, yaml_tree.Sequence):
        found = tuple(item for each in nav.items for item in _items(each))
        if label:
            yield NavigationItem(label, items=found)
        else:
            yield from found


def _translated(block: yaml_tree.Mapping) -> Iterator[tuple[Label, str]]:
    for pair in yaml_tree.pairs_of(block, "nav_translations"):
        if (text := yaml_tree.text_of(pair.value)).strip():
            yield Label(pair.line, pair.key), text
