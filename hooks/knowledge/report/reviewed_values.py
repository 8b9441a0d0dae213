"""The values in a file that a reviewer compares: what readers can dial, open or press.

Answers: which telephone numbers, URLs, buttons and aliases are in a data file, in mkdocs.yml or in
a page, and on which lines? Includes invalid entries, which the rules report. What a page says is
in text_changes.py.
"""

import re
from collections.abc import Iterator
from hashlib import sha256

from knowledge import yaml_tree
from knowledge.data.all_data import (
    FILES,
    INTERFACE,
    PROSE,
    READINGS,
    SITE,
    SYNONYMS,
    UNRELATED,
)
from knowledge.data.phrasings import ASKED_FOLDER
from knowledge.data.svg import read_shapes
from knowledge.data.yaml_files import DATA, read_tree
from knowledge.finding import Finding, in_ascii
from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source, read
from knowledge.markdown.urls import is_outside
from knowledge.report.change import (
    FIGURE,
    HEADING,
    LINK,
    PHRASING,
    PICTURE,
    WORDS,
    ReviewedValue,
    visible,
)
from knowledge.report.mkdocs_settings import settings_of
from knowledge.site.hosts import named_hosts
from knowledge.site.languages import CONTRIBUTING, ConfigurationError
from knowledge.site.mkdocs_yml import CONFIGURATION, parse

UNSEEN_KEYS = (Key.TRANSLATES, Key.ALIASES)
"""Front-matter keys that readers do not see; aliases are values of their own."""
DIALLED_DIGITS = re.compile(
    r"(?<![\d,.:/-])(?!19\d\d|20\d\d)(?:0\d+|\d{3,4})(?![\d,:/%]|[.-]\d)", re.ASCII
)
"""Digits that stand alone: no year, time, percentage or part of a longer number."""
UNSEEN_PARTS = re.compile(r"\]\([^()]*\)|\{[#.:][^{}]*\}")
"""Link targets and attribute lists, whose digits readers do not see."""
NAMES = ("id", "key", "language", "word", "pages", "page")
"""Fields that identify an item of a list, by priority."""
TEXT_FILES = (INTERFACE, PROSE, READINGS, SYNONYMS, UNRELATED)
"""Files in which every text is a value to review: texts and readings of many pages, the style rules
of prose.yml, and what controls the search."""
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".svg")
ENTRY_NAMES = {name: kind for kind, name in FILES.items()}
"""By name of a data file, the kind of its entries: `ReviewedValue.what` of each entry's id."""


def reviewed_values(path: str, content: bytes) -> list[ReviewedValue] | None:
    """All values in a file that a reviewer compares; None if it cannot be parsed."""
    if path == CONFIGURATION:
        try:
            return list(settings_of(parse(content)))
        except ConfigurationError:
            return None
    if path.endswith(".md"):
        return list(_of_page(path, content))
    if not path.endswith(".yml"):
        return list(_of_file(path, content))
    found = read_tree(path, content)
    if found is None or isinstance(found, Finding):
        return None
    return list(_of_data(path.removeprefix(f"{DATA}/"), found))


def _of_file(path: str, content: bytes) -> Iterator[ReviewedValue]:
    """The size of a file and the first digits of its SHA-256, and the parts of a drawing."""
    # `make schemas` writes the schemas, and a test holds them current.
    if content and not path.endswith(".schema.json"):
        digits = sha256(content).hexdigest()[:12]
        what = PICTURE if path.lower().endswith(PICTURES) else "file"
        yield ReviewedValue(what, f"{len(content):,} bytes, {digits}", 0)
    if path.startswith(DATA) and path.endswith(".svg"):
        shapes = read_shapes(content)
        yield ReviewedValue("viewBox", in_ascii(shapes.view_box), 0, is_drawing_part=True)
        for line, what, attributes in shapes.elements:
            yield ReviewedValue(in_ascii(what), in_ascii(attributes), line, is_drawing_part=True)
        words = sorted(shapes.places, key=lambda word: (word.y, word.x))
        if words:
            yield ReviewedValue(WORDS, " | ".join(in_ascii(word.key) for word in words), 0)


def _of_data(name: str, found: yaml_tree.Tree) -> Iterator[ReviewedValue]:
    if name.startswith(ASKED_FOLDER):
        yield from _of_texts(PHRASING, found)
    elif name == SITE:
        yield from _of_site(found)
    elif name == SYNONYMS:
        for group in _entries(found):
            yield ReviewedValue(name, _with_keys(group, " | "), group.line)
    elif name in TEXT_FILES:
        yield from _of_texts(name, found)
    elif kind := ENTRY_NAMES.get(name):
        for entry in _entries(found):
            yield from _of_entry(kind, entry)


def _of_entry(kind: str, entry: yaml_tree.Mapping) -> Iterator[ReviewedValue]:
    name = _text(entry, "id")
    yield ReviewedValue(kind, name, entry.line)
    for number in _entries(entry.get("numbers")):
        dial, note = _text(number, "dial"), _with_keys(number.get("note"))
        text = _text(number, "number")
        text += f", {dial}" if dial not in ("", "link") else ""
        yield ReviewedValue(f"{name} number", text + (f" ({note})" if note else ""), number.line)
    for field in ("page", "url"):
        yield from _of_scalar(f"{name} {field}", entry.get(field))
    yield from _of_texts(name, entry, ("id", "numbers", "page", "url"))


def _of_site(site: yaml_tree.Tree) -> Iterator[ReviewedValue]:
    yield from _of_scalar("report", yaml_tree.value_of(site, "report"))
    for field in ("urgent", "actions"):
        for action in _entries(yaml_tree.value_of(site, field)):
            label = _with_keys(action.get("label"))
            yield ReviewedValue(field, f"{_text(action, 'page')} ({label})", action.line)
    yield from _of_texts("", site, ("report", "urgent", "actions"))


def _of_texts(
    what: str, found: yaml_tree.Tree | None, without: tuple[str, ...] = ()
) -> Iterator[ReviewedValue]:
    """Texts below a value, without those of some keys, named by keys and identifiers of items."""
    if isinstance(found, yaml_tree.Scalar) and found.text:
        yield ReviewedValue(what, visible(found.text), found.line)
    elif isinstance(found, yaml_tree.Sequence):
        yield from _of_items(what, found)
    elif isinstance(found, yaml_tree.Mapping):
        for pair in found.pairs:
            if pair.key not in without:
                yield from _of_texts(f"{what} {in_ascii(pair.key)}".strip(), pair.value)


def _of_items(what: str, found: yaml_tree.Sequence) -> Iterator[ReviewedValue]:
    """The texts of a list; the identifiers of its items are values too, for their order."""
    for number, item in enumerate(found.items, start=1):
        if not isinstance(item, yaml_tree.Mapping):
            yield from _of_texts(what, item)
            continue
        field, name = _name(item) or ("", str(number))
        if field:
            yield ReviewedValue(what, name, item.line)
        yield from _of_texts(f"{what} {name}", item, (field,))


def _name(item: yaml_tree.Mapping) -> tuple[str, str] | None:
    """Name and value of the field that identifies an item of a list."""
    named = ((field, item.get(field)) for field in NAMES)
    return next(((f, visible(e.text)) for f, e in named if isinstance(e, yaml_tree.Scalar)), None)


def _of_page(path: str, content: bytes) -> Iterator[ReviewedValue]:
    """Aliases, links (for contributors, those to other sites) and hosts that a page has."""
    source = read(path, content)
    for scalar in yaml_tree.strings(source.value(Key.ALIASES)):
        yield from _of_scalar(Key.ALIASES, scalar)
    if f"/{CONTRIBUTING}" in path:
        for link in source.links:
            if is_outside(link.target):
                yield ReviewedValue("link", in_ascii(link.target), link.line)
    else:
        yield from _of_page_for_readers(source)
        yield from _of_front_matter(source)


def _of_front_matter(source: Source) -> Iterator[ReviewedValue]:
    """What browsers, search engines and feeds show of a page, and where its codes lead."""
    for key in (each for each in Key if each not in (*UNSEEN_KEYS, Key.CHANGES)):
        for scalar in yaml_tree.strings(source.value(key)):
            yield ReviewedValue(key, visible(scalar.text), scalar.line)
    for entry in _entries(source.value(Key.CHANGES)):
        yield ReviewedValue(Key.CHANGES, _with_keys(entry), entry.line)


def _of_page_for_readers(source: Source) -> Iterator[ReviewedValue]:
    for link in source.links:
        yield ReviewedValue(f"{LINK} '{visible(link.text)}'", in_ascii(link.target), link.line)
    for each in source.headings:
        yield ReviewedValue(f"{HEADING} '{visible(each.text)}'", each.id or "", each.line)
    lines = source.content.decode("utf-8", errors="replace").split("\n")
    for number, line in enumerate(lines, start=1):
        for host in named_hosts(line):
            yield ReviewedValue("named host", in_ascii(host), number)
        body = line if number > source.front_matter_end else ""
        for digits in DIALLED_DIGITS.findall(UNSEEN_PARTS.sub("", body)):
            yield ReviewedValue(FIGURE, digits, number)


def _of_scalar(what: str, found: yaml_tree.Tree | None) -> Iterator[ReviewedValue]:
    if isinstance(found, yaml_tree.Scalar) and found.text:
        yield ReviewedValue(what, in_ascii(found.text), found.line)


def _entries(found: yaml_tree.Tree | None) -> Iterator[yaml_tree.Mapping]:
    items = yaml_tree.items_of(found)
    return (entry for entry in items if isinstance(entry, yaml_tree.Mapping))


def _text(entry: yaml_tree.Mapping, key: str) -> str:
    return in_ascii(yaml_tree.text_of(entry, key))


def _with_keys(entry: yaml_tree.Tree | None, between: str = " / ") -> str:
    """The values of an entry with their keys, so that a text with another key is a change."""
    if not isinstance(entry, yaml_tree.Mapping):
        return between.join(visible(scalar.text) for scalar in yaml_tree.strings(entry))
    return between.join(
        f"{visible(pair.key)}: {_with_keys(pair.value, between)}" for pair in entry.pairs
    )
