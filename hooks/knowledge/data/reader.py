"""Read the entries of a data file into dataclasses that declare their fields.

Answers: are the fields of an entry known and complete, and what are their values? field_types.py
validates single values. Whether a fact is true is not checked.
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
from knowledge.suggestion import did_you_mean, nearest

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

UNREADABLE, MISSING, WRONG_TYPE, DUPLICATE = "DA001", "DA002", "DA003", "DA004"
BAD_DATE, BAD_NUMBER, UNKNOWN, BAD_ADDRESS = "DA005", "DA006", "DA007", "DA008"
Entry = TypeVar("Entry", bound="DataclassInstance")
"""A dataclass whose annotations declare its fields: `Annotated[str, Field(...)]`."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Context for reading one data file: the site's requirements and the findings so far."""

    path: str
    """Posix path from the repository's root."""
    languages: tuple[str, ...]
    complete: tuple[str, ...]
    """The languages in which every text is required; others need the interface texts only."""
    today: date
    """The latest date that a value may have."""
    contacts: frozenset[str] | None = None
    """The ids in contacts.yml, invalid entries included; None if the file cannot be read."""
    findings: list[Finding] = field(default_factory=list)

    def report(self, line: int, code: str, problem: str, fix: str) -> None:
        """Add a finding in this file."""
        self.findings.append(Finding(self.path, line, code, problem, fix))


class FieldType(ABC):
    """The type of a field: validates its value and describes it in JSON Schema."""

    label: str
    """Its name in findings, with an article: `an id`."""

    @abstractmethod
    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The value of a field; None if it is invalid. Faults are reported."""

    @abstractmethod
    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """JSON Schema of the values that it accepts."""


@dataclass(frozen=True, slots=True)
class Field:
    """The declaration of one field of an entry."""

    type: FieldType
    description: str = ""
    """Help text that editors show."""
    name: str = ""
    """Name in the file, if it differs from that of the attribute."""
    is_required: bool = False
    """A field without a default is required in any case."""
    attribute: str = ""
    """Name in the dataclass; `fields_of` fills it in."""


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
class Entries(FieldType):
    """A list of entries inside an entry: telephone numbers, opening hours, weights."""

    entry: type[DataclassInstance]
    check: Callable[[yaml_tree.Mapping, Reader], None] | None = None
    """Reports fields that are valid alone but not together."""
    may_be_empty: bool = False
    label: str = "a list of entries"

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The valid entries, as a tuple; None if the value is not a list of entries."""
        if self.may_be_empty and is_empty_value(pair.value):
            return ()
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
        """An array."""
        return array_schema(object_schema(fields_of(self.entry), languages), self.may_be_empty)


@dataclass(frozen=True, slots=True)
class Settings(FieldType):
    """A mapping of settings that all have a default."""

    entry: type[DataclassInstance]

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> object:
        """The settings, as an instance of `entry`."""
        return read_settings(self.entry, pair.value, reader)

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """An object with a property for each setting."""
        return object_schema(fields_of(self.entry), languages)


def read_entry(entry: type[Entry], tree: yaml_tree.Tree, reader: Reader) -> Entry | None:
    """Read one entry; None if any of its fields is invalid."""
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
    """Read settings; the default replaces a missing or invalid one."""
    build: Callable[..., Entry] = entry
    return build(**read_fields(fields_of(entry), tree, reader, noun))


def read_list(entry: type[Entry], tree: yaml_tree.Tree, reader: Reader) -> tuple[Entry, ...]:
    """Read a list of entries; invalid entries and repeated ids are reported and left out."""
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
        if not _repeats_id(item, first_lines, reader) and value is not None:
            entries.append(value)
    return tuple(entries)


def read_fields(
    declared: Mapping[str, Field], tree: yaml_tree.Tree, reader: Reader, noun: str = "field"
) -> dict[str, object]:
    """Read the fields of an entry: its valid values, by attribute name.

    Reports fields that are missing, unknown, repeated or invalid.
    """
    if not isinstance(tree, yaml_tree.Mapping):
        reader.report(tree.line, WRONG_TYPE, "this entry has no fields", "Write 'field: value'")
        return {}
    values: dict[str, object] = {}
    seen: set[str] = set()
    misspelt: set[str | None] = set()
    for pair in tree.pairs:
        found = declared.get(pair.key)
        if found is None:
            remedy = did_you_mean(pair.key, declared, f"Use one of: {', '.join(declared)}")
            reader.report(pair.line, UNKNOWN, f"there is no {noun} '{pair.key}'", remedy)
            misspelt.add(nearest(pair.key, declared))
        elif pair.key in seen:
            fact = f"the {noun} '{pair.key}' stands twice"
            reader.report(pair.line, DUPLICATE, fact, "Keep one of them")
        elif (value := found.type.read(found, pair, reader)) is not None:
            values[found.attribute] = value
        seen.add(pair.key)
    for found in declared.values():
        if found.is_required and found.name not in seen | misspelt:
            remedy = f"Add '{found.name}:' with {found.type.label}"
            reader.report(tree.line, MISSING, f"the {noun} '{found.name}' is missing", remedy)
    return values


def object_schema(
    declared: Mapping[str, Field], languages: tuple[str, ...]
) -> Mapping[str, object]:
    """JSON Schema of an entry with these fields."""
    properties: dict[str, object] = {}
    for name, each in declared.items():
        description = {"description": each.description} if each.description else {}
        properties[name] = description | dict(each.type.schema(languages))
    required = [name for name, each in declared.items() if each.is_required]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def array_schema(items: Mapping[str, object], may_be_empty: bool) -> dict[str, object]:
    """JSON Schema of a list; if it may be empty, null is valid too."""
    if may_be_empty:
        return {"type": ["array", "null"], "items": items}
    return {"type": "array", "minItems": 1, "items": items}


def is_empty_value(tree: yaml_tree.Tree) -> bool:
    """Whether a key has no value, or a list without items."""
    if isinstance(tree, yaml_tree.Scalar):
        return not tree.text
    return isinstance(tree, yaml_tree.Sequence) and not tree.items


def _repeats_id(tree: yaml_tree.Tree, first_lines: dict[str, int], reader: Reader) -> bool:
    """Whether an entry repeats the id of an earlier one, which is then reported."""
    found = yaml_tree.value_of(tree, "id")
    if not isinstance(found, yaml_tree.Scalar) or not found.text:
        return False
    if found.text not in first_lines:
        first_lines[found.text] = found.line
        return False
    fact = f"the id '{found.text}' stands on line {first_lines[found.text]} already"
    reader.report(found.line, DUPLICATE, fact, "Give each entry an id of its own")
    return True
