"""Everything in mkdocs.yml, so that a list of changes can report each value.

Answers: which addresses, labels and navigation links does mkdocs.yml have, and which other
settings, each under the keys that lead to it?
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from knowledge import yaml_tree
from knowledge.site.languages import language_blocks
from knowledge.site.mkdocs_yml import SCHEME, NavigationItem, navigation_of, shown_texts

LINK = "link of"
"""Prefix of `ConfiguredValue.what` of a navigation link; its label follows."""
NAVIGATION = "navigation"
"""`ConfiguredValue.what` of the labels of the navigation, of which only the order is reported."""
OTHER = "setting "
"""Prefix of `ConfiguredValue.what` of any other value; the keys that lead to it follow."""
NAMES = ("locale", "link")
"""Fields that identify an item of a list, by priority."""
NO_VALUE = "no value"
"""`ConfiguredValue.text` of a key with an empty value, which can switch something on."""
URL_SETTINGS = ("site_url", "repo_url", "edit_uri", "copyright")
"""Settings with a URL or HTML as value."""


class ConfiguredValue(NamedTuple):
    """One value of mkdocs.yml."""

    what: str
    text: str
    line: int
    """1-based."""
    is_address: bool


def settings_of(configuration: yaml_tree.Tree) -> Iterator[ConfiguredValue]:
    """Every value: addresses first, then shown texts, the navigation, and all others."""
    pairs = yaml_tree.pairs_of(configuration)
    addresses = [(p.key, s) for p in pairs for s in yaml_tree.strings(p.value) if s.text]
    for key, scalar in addresses:
        if _is_address(key, scalar):
            yield ConfiguredValue(key, scalar.text, scalar.line, is_address=True)
    shown = list(shown_texts(configuration))
    labels = _labels(configuration)
    for text in shown:
        if not SCHEME.match(text.text) and not text.text.endswith(".md"):
            what = labels.get(id(text), "name or label")
            yield ConfiguredValue(what, text.text, text.line, is_address=False)
    yield from _navigation(configuration)
    told = {id(scalar) for scalar in shown}
    told |= {id(scalar) for key, scalar in addresses if key == "nav" or _is_address(key, scalar)}
    for path, scalar in _leaves("", configuration):
        if id(scalar) not in told and path.strip() not in URL_SETTINGS:
            value = scalar.text or NO_VALUE
            yield ConfiguredValue(f"{OTHER}{path.strip()}", value, scalar.line, is_address=False)


def _is_address(key: str, scalar: yaml_tree.Scalar) -> bool:
    return key in URL_SETTINGS or "//" in scalar.text or bool(SCHEME.match(scalar.text))


def _labels(configuration: yaml_tree.Tree) -> dict[int, str]:
    """By id() of a translated label: what it is called in a list."""
    return {
        id(scalar): f"label of '{pair.key}'"
        for _, block in language_blocks(configuration)
        for pair in yaml_tree.pairs_of(block, "nav_translations")
        for scalar in yaml_tree.strings(pair.value)
    }


def _navigation(configuration: yaml_tree.Tree) -> Iterator[ConfiguredValue]:
    navigation = navigation_of(configuration)
    lines = {each.page_path: each.line for each in navigation.entries}
    for item in _items(navigation.items):
        line = lines.get(item.page_path, 0)
        if item.label:
            yield ConfiguredValue(NAVIGATION, item.label, line, is_address=False)
        if item.label and item.page_path:
            yield ConfiguredValue(f"{LINK} '{item.label}'", item.page_path, line, is_address=True)


def _items(items: Iterable[NavigationItem]) -> Iterator[NavigationItem]:
    for item in items:
        yield item
        yield from _items(item.items)


def _leaves(path: str, found: yaml_tree.Tree | None) -> Iterator[tuple[str, yaml_tree.Scalar]]:
    """Every scalar below a value, with the keys and names that lead to it."""
    if isinstance(found, yaml_tree.Scalar):
        yield path, found
    elif isinstance(found, yaml_tree.Sequence):
        for item in found.items:
            yield from _leaves(path, item)
    elif isinstance(found, yaml_tree.Mapping):
        names = (found.get(field) for field in NAMES)
        name = next((each.text for each in names if isinstance(each, yaml_tree.Scalar)), "")
        for pair in found.pairs:
            below = " ".join((path, *name.split(), pair.key))
            yield from list(_leaves(below, pair.value)) or [
                (below, yaml_tree.Scalar("", pair.line))
            ]
