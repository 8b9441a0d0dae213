"""Parse YAML into a tree of values with line numbers.

Answers: what is the value of a key, and on which line? Every scalar is kept as text (`123` and
`"123"` are the same, dates are not converted), so that a schema and not YAML decides the type of a
value. Values are validated in data/reader.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml

from knowledge.yaml_faults import Loader, in_plain_words, silent_mistake

PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value")
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as the text that was written."""

    text: str
    line: int
    """1-based, as in all classes here."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value."""

    key: str
    line: int
    value: Tree


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; keys may be duplicate."""

    pairs: tuple[Pair, ...]
    line: int

    def get(self, key: str) -> Tree | None:
        """The value of a key, or None; the last one if the key is duplicate, as in YAML."""
        return next((pair.value for pair in reversed(self.pairs) if pair.key == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Tree, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text cannot be parsed, and on which line."""

    line: int
    problem: str
    remedy: str = ""
    """Empty if the caller's general advice applies."""


Tree = Scalar | Mapping | Sequence


MAX_VALUES = 200_000
"""Limit of values in a file: nested aliases could fill the memory."""


def parse(text: str, *, first_line: int = 1, allows_tags: bool = False) -> Tree | Fault:
    """Parse a YAML text into a tree; a `Fault` if it is not valid.

    Lines count from `first_line`. With `allows_tags`, tags such as `!ENV` and aliases are allowed
    (as in mkdocs.yml).
    """
    try:
        root = yaml.compose(text, Loader=Loader)
        if root is None:
            return Scalar("", first_line)
        if found := silent_mistake(text):
            raise _FaultFoundError(Fault(first_line + found[0], *found[1:]))
        return _converted(root, first_line, allows_tags, set())
    except _FaultFoundError as found:
        return found.fault
    except yaml.MarkedYAMLError as error:
        line, problem, remedy = in_plain_words(error, text)
        return Fault(first_line + line, problem, remedy)
    except yaml.YAMLError as error:
        return Fault(first_line, str(error).splitlines()[0])
    except RecursionError:
        return Fault(first_line, "values nested too deeply")


def parse_loadable(text: str, *, first_line: int = 1) -> Tree | Fault:
    """Parse YAML front matter; a `Fault` also where mkdocs cannot load it and shows it as text."""
    parsed = parse(text, first_line=first_line)
    if isinstance(parsed, Fault) or is_loadable(text):
        return parsed
    for scalar in strings(parsed):
        if not is_loadable(scalar.text):
            fact = f"'{scalar.text}' looks like a date and is none"
            return Fault(scalar.line, fact, "Write year, month and day: 2026-01-31")
    return Fault(first_line, "it has a key that is no text")


def is_loadable(text: str) -> bool:
    """Whether PyYAML can load a text, including conversions such as dates."""
    try:
        yaml.load(text, Loader=Loader)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return False
    return True


def value_of(tree: Tree | Fault | None, *keys: str) -> Tree | None:
    """The value to which keys lead, each below the one before; None if there is none."""
    for key in keys:
        tree = tree.get(key) if isinstance(tree, Mapping) else None
    return None if isinstance(tree, Fault) else tree


def text_of(tree: Tree | Fault | None, *keys: str) -> str:
    """The text to which keys lead; empty if there is no scalar."""
    found = value_of(tree, *keys)
    return found.text if isinstance(found, Scalar) else ""


def items_of(tree: Tree | Fault | None, *keys: str) -> tuple[Tree, ...]:
    """The items of the list to which keys lead; empty if there is no list."""
    found = value_of(tree, *keys)
    return found.items if isinstance(found, Sequence) else ()


def pairs_of(tree: Tree | Fault | None, *keys: str) -> tuple[Pair, ...]:
    """The keys and values to which keys lead; empty if there is no mapping."""
    found = value_of(tree, *keys)
    return found.pairs if isinstance(found, Mapping) else ()


def strings(tree: Tree | None) -> Iterator[Scalar]:
    """Every scalar below a value, in order."""
    return (scalar for _, scalar in fields(tree))


def fields(tree: Tree | None, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every scalar below a value with its nearest key, in order."""
    left = [(key, tree)]  # a stack: much faster here than recursion
    while left:
        key, value = left.pop()
        if isinstance(value, Scalar):
            yield key, value
        elif isinstance(value, Sequence):
            left += [(key, item) for item in reversed(value.items)]
        elif isinstance(value, Mapping):
            left += [(pair.key, pair.value) for pair in reversed(value.pairs)]


def texts(tree: Tree | None) -> Iterator[Scalar]:
    """Every scalar and every key below a value, in order."""
    if isinstance(tree, Mapping):
        for pair in tree.pairs:
            yield Scalar(pair.key, pair.line)
            yield from texts(pair.value)
    elif isinstance(tree, Sequence):
        for item in tree.items:
            yield from texts(item)
    elif isinstance(tree, Scalar):
        yield tree


def keyed_by(
    tree: Tree | None, keys: Collection[str], path: str = "", line: int = 0
) -> Iterator[tuple[str, int, Mapping]]:
    """Every mapping below a value that has some of the keys and no others.

    With the keys that lead to it, `urgent.label`, and the line of the last of them. `path` and
    `line` are those of the value itself.
    """
    if isinstance(tree, Sequence):
        for item in tree.items:
            yield from keyed_by(item, keys, path, line)
    elif isinstance(tree, Mapping):
        if tree.pairs and all(pair.key in keys for pair in tree.pairs):
            yield path, line, tree
        for pair in tree.pairs:
            yield from keyed_by(pair.value, keys, f"{path}.{pair.key}".lstrip("."), pair.line)


class _FaultFoundError(Exception):
    """Carries a fault out of the recursion of `_converted`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.problem)
        self.fault = fault


def _converted(node: yaml.Node, first_line: int, allows_tags: bool, seen: set[int]) -> Tree:
    line = first_line + node.start_mark.line
    if len(seen) > MAX_VALUES:
        raise _FaultFoundError(Fault(line, "more values than any file here needs"))
    if id(node) in seen and not allows_tags:
        # A few nested aliases can expand to more values than the memory holds.
        raise _FaultFoundError(Fault(line, "an alias ('*name') stands for a value"))
    # An aliased node is visited more than once; each visit counts towards the limit.
    seen.add(-len(seen) if id(node) in seen else id(node))
    if not allows_tags and node.tag not in PLAIN_TAGS:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        raise _FaultFoundError(Fault(line, f"the tag '{tag}' asks for more than plain values"))
    if isinstance(node, yaml.MappingNode):
        pairs = (
            Pair(
                key.value if isinstance(key, yaml.ScalarNode) else "",
                first_line + key.start_mark.line,
                _converted(value, first_line, allows_tags, seen),
            )
            for key, value in node.value
        )
        return Mapping(tuple(pairs), line)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(
            tuple(_converted(item, first_line, allows_tags, seen) for item in node.value), line
        )
    return Scalar(node.value, line)
