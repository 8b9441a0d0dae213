"""Reads the entries of a data file as dataclasses that declare their fields.

Answers: which fields does an entry take, is each one there, and what are its values? Whether a
single value is right is for kinds.py to say; whether a fact is true, nobody here asks.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeVar, get_type_hints

from knowledge import yaml_tree
from knowledge.finding import Finding
from knowledge.suggestion import did_you_mean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

UNREADABLE, MISSING, WRONG_TYPE, DUPLICATE = "DA001", "DA002", "DA003", "DA004"
BAD_DATE, BAD_NUMBER, UNKNOWN, BAD_ADDRESS = "DA005", "DA006", "DA007", "DA008"
Entry = TypeVar("Entry", bound="DataclassInstance")
"""A dataclass whose annotations say what its fields hold: `Annotated[str, Field(...)]`."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What one file is read with: what the site asks of it, and the findings so far."""

    path: str
    """Posix path from the repository's root."""
    languages: tuple[str, ...]
    complete: tuple[str, ...]
    """The languages in which every text is asked for; a partial one needs the interface only."""
    today: date
    """A document cannot have been opened, or be dated, after this day."""
    contacts: frozenset[str] | None = None
    """The ids in contacts.yml, faulty entries included; None where they are not known."""
    findings: list[Finding] = field(default_factory=list)

    def report(self, line: int, code: str, problem: str, fix: str) -> None:
        """Add a finding in this file."""
        self.findings.append(Finding(self.path, line, code, problem, fix))


class Kind(ABC):
    """What a field can hold."""

    label: str
    """As findings name it, with its article: `an id`."""

    @abstractmethod
    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The value of a field; None where there is none. Faults are reported."""

    @abstractmethod
    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """What it can hold, in the words of JSON Schema."""


@dataclass(frozen=True, slots=True)
class Field:
    """The declaration of one field of an entry."""

    kind: Kind
    description: str = ""
    """For whoever writes the file: editors show it."""
    name: str = ""
    """In the file, where it is not that of the attribute."""
    is_required: bool = False
    """A field without a default is required in any case."""
    attribute: str = ""
    """In the dataclass; `fields_of` fills it in."""


@cache
def fields_of(entry: type[DataclassInstance]) -> Mapping[str, Field]:
    """The declared fields of a dataclass, by their name in the file, in order."""
    found: dict[str, Field] = {}
    hints = get_type_hints(entry, include_extras=True)
    for each in fields(entry):
        for declared in getattr(hints[each.name], "__metadata__", ()):
            has_default = each.default is not NO_DEFAULT or each.default_factory is not NO_DEFAULT
            is_required = declared.is_required or not has_default
            name = declared.name or each.name
            found[name] = replace(declared, name=name, is_required=is_required, attribute=each.name)
    return found


@dataclass(frozen=True, slots=True)
class Entries(Kind):
    """A list of entries inside an entry: telephone numbers, opening hours, weights."""

    entry: type[DataclassInstance]
    check: Callable[[yaml_tree.Mapping, Reader], None] | None = None
    """Reports fields that are right each by itself and not together."""
    label: str = "a list of entries"

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The entries without a fault."""
        if not isinstance(pair.value, yaml_tree.Sequence) or not pair.value.items:
            first = next(iter(fields_of(self.entry)))
            remedy = f"Write '- {first}:' below it, or leave '{pair.key}' out"
            reader.report(pair.line, WRONG_TYPE, f"'{pair.key}' is not {self.label}", remedy)
            return None
        found = [read_entry(self.entry, item, reader) for item in pair.value.items]
        for item in pair.value.items if self.check else ():
            if self.check and isinstance(item, yaml_tree.Mapping):
                self.check(item, reader)
        return tuple(entry for entry in found if entry is not None)

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """An array that is not empty."""
        items = object_schema(fields_of(self.entry), languages)
        return {"type": "array", "minItems": 1, "items": items}


@dataclass(frozen=True, slots=True)
class Part(Kind):
    """A part of a file that is a list of entries, or the whole of it; it may be empty."""

    entry: type[DataclassInstance]

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The entries without a fault."""
        return read_list(self.entry, pair.value, reader)

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """An array, or nothing."""
        items = object_schema(fields_of(self.entry), languages)
        return {"type": ["array", "null"], "items": items}


@dataclass(frozen=True, slots=True)
class Settings(Kind):
    """Fields of its own, each with a default."""

    entry: type[DataclassInstance]

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """All of them."""
        return read_settings(self.entry, pair.value, reader)

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """An object."""
        return object_schema(fields_of(self.entry), languages)


def read_entry(entry: type[Entry], tree: yaml_tree.Tree, reader: Reader) -> Entry | None:
    """An entry that is whole or left out: None where anything in it has a fault."""
    before = len(reader.findings)
    values = read_fields(fields_of(entry), tree, reader)
    if len(reader.findings) > before:
        return None
    if "line" in entry.__dataclass_fields__:
        values["line"] = tree.line
    build: Callable[..., Entry] = entry
    return build(**values)


def read_settings(
    entry: type[Entry], tree: yaml_tree.Tree, reader: Reader, noun: str = "field"
) -> Entry:
    """Settings that all have a default, which counts where one has a fault."""
    build: Callable[..., Entry] = entry
    return build(**read_fields(fields_of(entry), tree, reader, noun))


def read_list(entry: type[Entry], tree: yaml_tree.Tree, reader: Reader) -> tuple[Entry, ...]:
    """The entries without a fault of a file, or a part of one, that is a list."""
    if isinstance(tree, yaml_tree.Scalar) and not tree.text:
        return ()
    if not isinstance(tree, yaml_tree.Sequence):
        remedy = "Begin every entry with '- id:'"
        reader.report(tree.line, WRONG_TYPE, "this file is not a list", remedy)
        return ()
    entries: list[Entry] = []
    first_lines: dict[str, int] = {}
    for item in tree.items:
        value = read_entry(entry, item, reader)
        if not _has_known_id(item, first_lines, reader) and value is not None:
            entries.append(value)
    return tuple(entries)


def read_fields(
    declared: Mapping[str, Field], tree: yaml_tree.Tree, reader: Reader, noun: str = "field"
) -> dict[str, object]:
    """The values of an entry, by attribute, without those that are not there or have a fault.

    Reports fields that are missing, unknown, repeated or of a wrong kind.
    """
    if not isinstance(tree, yaml_tree.Mapping):
        reader.report(tree.line, WRONG_TYPE, "this entry has no fields", "Write 'field: value'")
        return {}
    values: dict[str, object] = {}
    seen: set[str] = set()
    for pair in tree.pairs:
        found = declared.get(pair.key)
        if found is None:
            remedy = did_you_mean(pair.key, declared, f"Use one of: {', '.join(declared)}")
            reader.report(pair.line, UNKNOWN, f"there is no {noun} '{pair.key}'", remedy)
        elif pair.key in seen:
            fact = f"the {noun} '{pair.key}' stands twice"
            reader.report(pair.line, DUPLICATE, fact, "Keep one of them")
        elif (value := found.kind.read(found, pair, reader)) is not None:
            values[found.attribute] = value
        seen.add(pair.key)
    for found in declared.values():
        if found.is_required and found.name not in seen:
            remedy = f"Add '{found.name}:' with {found.kind.label}"
            reader.report(tree.line, MISSING, f"the {noun} '{found.name}' is missing", remedy)
    return values


def object_schema(
    declared: Mapping[str, Field], languages: tuple[str, ...]
) -> Mapping[str, object]:
    """JSON Schema of an entry with these fields."""
    properties: dict[str, object] = {}
    for name, each in declared.items():
        description = {"description": each.description} if each.description else {}
        properties[name] = description | dict(each.kind.schema(languages))
    required = [name for name, each in declared.items() if each.is_required]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _has_known_id(tree: yaml_tree.Tree, first_lines: dict[str, int], reader: Reader) -> bool:
    """Whether an entry has the id of an earlier one; it is then reported."""
    found = tree.get("id") if isinstance(tree, yaml_tree.Mapping) else None
    if not isinstance(found, yaml_tree.Scalar) or not found.text:
        return False
    if found.text not in first_lines:
        first_lines[found.text] = found.line
        return False
    fact = f"the id '{found.text}' stands on line {first_lines[found.text]} already"
    reader.report(found.line, DUPLICATE, fact, "Give each entry an id of its own")
    return True
