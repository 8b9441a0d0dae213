"""The shape of the data files, and what in them does not fit it.

Answers: which fields does an entry of contacts.yml, sources.yml, glossary.yml, interface.yml
or site.yml take, and is each one there and of the right kind? Does not build values: that is
data.py's. Does not ask whether a fact is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge import yaml_tree
from knowledge.data import word_lists
from knowledge.data.fields import ENTRIES, FIELDS
from knowledge.data.interface import placeholders
from knowledge.data.values import (
    DUPLICATE,
    MISSING,
    UNKNOWN,
    WRONG_TYPE,
    Field,
    Kind,
    Schema,
    faults_of_dialling,
    faults_of_text,
)
from knowledge.finding import Finding
from knowledge.suggestion import did_you_mean


def faults_of_list(
    path: str, data: yaml_tree.Tree, fields: tuple[Field, ...], schema: Schema
) -> Iterator[Finding]:
    """What is wrong with a file that is a list of entries."""
    if isinstance(data, yaml_tree.Scalar) and not data.text:
        return
    if not isinstance(data, yaml_tree.Sequence):
        yield Finding(
            path, data.line, WRONG_TYPE, "this file is not a list", "Begin every entry with '- id:'"
        )
        return
    first_lines: dict[str, int] = {}
    for entry in data.items:
        yield from faults_of_entry(path, entry, fields, schema)
        found = entry.get("id") if isinstance(entry, yaml_tree.Mapping) else None
        if isinstance(found, yaml_tree.Scalar) and found.text:
            if found.text in first_lines:
                yield Finding(
                    path,
                    found.line,
                    DUPLICATE,
                    f"the id '{found.text}' stands on line {first_lines[found.text]} already",
                    "Give each entry an id of its own",
                )
            first_lines.setdefault(found.text, found.line)


def faults_of_entry(
    path: str, entry: yaml_tree.Tree, fields: tuple[Field, ...], schema: Schema
) -> Iterator[Finding]:
    """What is wrong with one entry: fields missing, unknown, repeated or of a wrong kind."""
    if not isinstance(entry, yaml_tree.Mapping):
        yield Finding(
            path, entry.line, WRONG_TYPE, "this entry has no fields", "Write 'field: value'"
        )
        return
    by_name = {field.name: field for field in fields}
    seen: set[str] = set()
    for pair in entry.pairs:
        field = by_name.get(pair.key)
        if field is None:
            remedy = did_you_mean(pair.key, by_name, f"Use one of: {', '.join(by_name)}")
            yield Finding(path, pair.line, UNKNOWN, f"there is no field '{pair.key}'", remedy)
        elif pair.key in seen:
            yield Finding(
                path,
                pair.line,
                DUPLICATE,
                f"the field '{pair.key}' stands twice",
                "Keep one of them",
            )
        else:
            yield from _faults_of_value(path, field, pair, schema)
        seen.add(pair.key)
    for field in fields:
        if field.is_required and field.name not in seen:
            yield Finding(
                path,
                entry.line,
                MISSING,
                f"the field '{field.name}' is missing",
                f"Add '{field.name}:' with {field.kind.value}",
            )


def faults_of_interface(path: str, data: yaml_tree.Tree, schema: Schema) -> Iterator[Finding]:
    """What is wrong with the table of interface texts."""
    if isinstance(data, yaml_tree.Scalar) and not data.text:
        yield Finding(
            path,
            0,
            MISSING,
            "there are no interface texts",
            f"Write '{sorted(schema.interface_keys)[0]}:' and the other keys with their texts",
        )
        return
    if not isinstance(data, yaml_tree.Mapping):
        yield Finding(
            path, data.line, WRONG_TYPE, "this file has no keys", "Write 'key:' and its texts"
        )
        return
    fields = tuple(Field(key, Kind.WORDS) for key in sorted(schema.interface_keys))
    schema = replace(schema, complete=schema.languages)
    yield from faults_of_entry(path, data, fields, schema)
    for pair in data.pairs:
        wanted = schema.interface_keys.get(pair.key)
        for text in pair.value.pairs if isinstance(pair.value, yaml_tree.Mapping) else ():
            if wanted is None or not isinstance(text.value, yaml_tree.Scalar):
                continue
            if placeholders(text.value.text) != wanted:
                names = ", ".join(f"'{{{name}}}'" for name in sorted(wanted)) or "no braces"
                yield Finding(
                    path,
                    text.line,
                    WRONG_TYPE,
                    f"the braces of '{pair.key}' in '{text.key}' are not what the build fills in",
                    f"Use {names}",
                )


def _faults_of_value(
    path: str, field: Field, pair: yaml_tree.Pair, schema: Schema
) -> Iterator[Finding]:
    value = pair.value
    if field.kind is Kind.WORDS:
        yield from _faults_of_words(path, field, pair, schema)
    elif field.kind in ENTRIES:
        yield from _faults_of_entries(path, pair, ENTRIES[field.kind], schema)
    elif field.kind in FIELDS:
        yield from faults_of_entry(path, value, FIELDS[field.kind], schema)
    elif field.kind is Kind.WORD_LISTS:
        yield from word_lists.faults(path, value, schema.languages)
    elif not isinstance(value, yaml_tree.Scalar):
        yield Finding(
            path,
            pair.line,
            WRONG_TYPE,
            f"'{field.name}' is a list or has fields of its own",
            f"Write {field.kind.value} on one line",
        )
    elif not value.text.strip() and field.kind not in (Kind.OPENED, Kind.ANY_TEXT):
        yield Finding(
            path,
            pair.line,
            MISSING,
            f"'{field.name}' is empty",
            f"Write {field.kind.value}" + ("" if field.is_required else ", or leave the field out"),
        )
    else:
        yield from faults_of_text(path, field, value, schema)


def _faults_of_words(
    path: str, field: Field, pair: yaml_tree.Pair, schema: Schema
) -> Iterator[Finding]:
    words = pair.value
    if not isinstance(words, yaml_tree.Mapping):
        example = ", ".join(f"'{language}:'" for language in schema.complete)
        yield Finding(
            path,
            pair.line,
            WRONG_TYPE,
            f"'{field.name}' is not a text in every language",
            f"Write {example} below it, each with its text",
        )
        return
    keys = [text.key for text in words.pairs]
    for index, text in enumerate(words.pairs):
        if text.key in keys[:index]:
            yield Finding(
                path,
                text.line,
                DUPLICATE,
                f"'{text.key}' stands twice under '{field.name}'",
                "Keep one of them",
            )
        elif text.key not in schema.languages:
            languages = ", ".join(schema.languages)
            yield Finding(
                path,
                text.line,
                UNKNOWN,
                f"'{text.key}' is no language of this site",
                f"Use one of: {languages}",
            )
        elif not isinstance(text.value, yaml_tree.Scalar):
            yield Finding(
                path,
                text.line,
                WRONG_TYPE,
                f"'{field.name}' in '{text.key}' is not a text",
                "Put the text on this line, in quotes if it holds ': ', '#' or a bracket",
            )
    for language in schema.complete:
        text_in = words.get(language)
        if text_in is None or (isinstance(text_in, yaml_tree.Scalar) and not text_in.text.strip()):
            yield Finding(
                path,
                pair.line,
                MISSING,
                f"'{field.name}' has no text in '{language}'",
                f"Add '{language}:' with the text below '{field.name}:'",
            )


def _faults_of_entries(
    path: str, pair: yaml_tree.Pair, fields: tuple[Field, ...], schema: Schema
) -> Iterator[Finding]:
    """What is wrong with a list of entries inside an entry: numbers, opening hours, weights."""
    if not isinstance(pair.value, yaml_tree.Sequence) or not pair.value.items:
        yield Finding(
            path,
            pair.line,
            WRONG_TYPE,
            f"'{pair.key}' is not a list of entries",
            f"Write '- {fields[0].name}:' below it, or leave '{pair.key}' out",
        )
        return
    for entry in pair.value.items:
        yield from faults_of_entry(path, entry, fields, schema)
        if isinstance(entry, yaml_tree.Mapping):
            yield from faults_of_dialling(path, entry)
