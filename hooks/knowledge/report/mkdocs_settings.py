"""Everything in mkdocs.yml, so that a list of changes can report each value.

Answers: which addresses, labels and navigation links does mkdocs.yml have, and which other
settings, each under the keys that lead to it?
"""

from collections.abc import Iterable, Iterator

from knowledge import yaml_tree
from knowledge.finding import in_ascii
from knowledge.report.change import LINK, NAVIGATION, OTHER, ReviewedValue, visible
from knowledge.site.languages import language_blocks
from knowledge.site.mkdocs_yml import SCHEME, NavigationItem, navigation_of, shown_texts

NAMES = ("locale", "link")
"""Fields that identify an item of a list, by priority."""
NO_VALUE = "no value"
"""`ReviewedValue.text` of a key with an empty value, which can switch something on."""
URL_SETTINGS = ("site_url", "repo_url", "edit_uri", "copyright")
"""Settings with a URL or HTML as value."""


def settings_of(configuration: yaml_tree.Tree) -> Iterator[ReviewedValue]:
    """Every value: addresses first, then shown texts, the navigation, and all others."""
    addresses = [
        (pair.key, scalar)
        for pair in yaml_tree.pairs_of(configuration)
        for scalar in yaml_tree.strings(pair.value)
        if scalar.text and _is_address(pair.key, scalar)
    ]
    for key, scalar in addresses:
        yield ReviewedValue(visible(key), in_ascii(scalar.text), scalar.line)
    shown = list(shown_texts(configuration))
    labels = _labels(configuration)
    for scalar in shown:
        if not SCHEME.match(scalar.text) and not scalar.text.endswith(".md"):
            what = labels.get(id(scalar), "name or label")
            yield ReviewedValue(what, visible(scalar.text), scalar.line)
    yield from _navigation(configuration)
    told = {id(scalar) for scalar in (*shown, *(scalar for _, scalar in addresses))}
    for path, scalar in _leaves("", configuration):
        if id(scalar) not in told and path.strip() not in URL_SETTINGS:
            what, text = f"{OTHER}{path.strip()}", scalar.text or NO_VALUE
            yield ReviewedValue(visible(what), visible(text), scalar.line)


def _is_address(key: str, scalar: yaml_tree.Scalar) -> bool:
    return key in URL_SETTINGS or "//" in scalar.text or bool(SCHEME.match(scalar.text))


def _labels(configuration: yaml_tree.Tree) -> dict[int, str]:
    """By id() of a translated label: what it is called in a list."""
    return {
        id(scalar): f"label of '{visible(pair.key)}'"
        for _, block in language_blocks(configuration)
        for pair in yaml_tree.pairs_of(block, "nav_translations")
        for scalar in yaml_tree.strings(pair.value)
    }


def _navigation(configuration: yaml_tree.Tree) -> Iterator[ReviewedValue]:
    navigation = navigation_of(configuration)
    lines = {each.page_path: each.line for each in navigation.entries}
    for item in _items(navigation.items):
        line, label = lines.get(item.page_path, 0), visible(item.label)
        if label:
            yield ReviewedValue(NAVIGATION, label, line)
        if label and item.page_path:
            yield ReviewedValue(f"{LINK} '{label}'", in_ascii(item.page_path), line)


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
