"""The JSON schemas for editors agree with the reader of the data files."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from knowledge.data import contacts, field_types
from knowledge.data.all_data import NAMES, read
from knowledge.data.interface import KEYS
from knowledge.data.json_schema import schemas
from knowledge.data.phrasings import MAX_LENGTH
from knowledge.data.reader import Field, Reader
from knowledge.site.site import load
from knowledge.yaml_tree import Pair, Scalar
from support.cases_site import ROOT

BOTH = ("ja", "en")
TODAY = date(2026, 11, 24)
SCHEMAS = {name: json.loads(text) for name, text in schemas(BOTH, BOTH)}
TEXTS = {"ja": "あ", "en": "a"}
ACTION = [{"label": TEXTS, "page": "index.md"}]
PHRASE = {"language": "en", "words": "a", "reason": "b"}
EXAMPLES = {
    "contacts": [
        {
            "id": "desk",
            "name": TEXTS,
            "numbers": [{"number": "188", "dial": "link", "note": TEXTS}],
            "hours": TEXTS,
            "open": [{"days": "mon-fri", "from": "09:00", "to": "17:00", "holidays": "open"}],
            "cost": TEXTS,
            "languages": TEXTS,
            "purpose": TEXTS,
            "limits": TEXTS,
            "page": "https://library.example/",
            "as_of": "2024",
            "opened": "",
        }
    ],
    "sources": [
        {
            "id": "law",
            "title": TEXTS,
            "issuer": TEXTS,
            "url": "https://law.example/",
            "as_of": "undated",
            "opened": "2026-11-24",
            "note": TEXTS,
            "figures": ["14 days"],
        }
    ],
    "glossary": [{"id": "a", "term": TEXTS, "reading": "あ", "meaning": TEXTS, "hard": "true"}],
    "drawings": [
        {"id": "a", "words": [{"key": "b", "max": "9", "text": TEXTS}], "text": TEXTS},
    ],
    "interface": {
        key: dict.fromkeys(BOTH, "a" + "".join(f" {{{name}}}" for name in names))
        for key, names in sorted(KEYS.items())
    },
    "prose": {
        "skip": ["a"],
        "names": ["a"],
        "hosts": ["a.example"],
        "limits": [
            {
                "pages": "",
                "language": "ja",
                "sentence": "60",
                "commas": "3",
                "grade": "8",
                "reason": "b",
            }
        ],
        "unwanted": [PHRASE],
        "spellings": [{"language": "en", "wrong": "a", "right": "b"}],
        "absolute": [PHRASE | {"unless": "c"}],
        "links": [PHRASE | {"to": "a.md", "or": "b.md"}],
        "prohibitions": [{"language": "en", "section": "a", "words": "not"}],
        "negations": [{"language": "en", "words": "not"}],
        "affirmations": [{"language": "en", "words": "not only"}],
        "required": [{"language": "en", "words": "must"}],
        "urgent": [{"language": "en", "words": "now"}],
        "calling": [{"language": "en", "words": "call"}],
        "searching": [{"language": "en", "words": "search"}],
        "searched": ["Settings"],
        "vague": [PHRASE],
        "longer": [{"language": "en", "text": "a", "reason": "b"}],
    },
    "site": {
        "report": "mailto:a@library.example",
        "names": {"title": TEXTS, "short": TEXTS},
        "card": TEXTS,
        "urgent": ACTION,
        "actions": ACTION,
        "danger": [
            {
                "examples": {"ja": ["あ"], "en": ["a"]},
                "harmless": {"ja": ["い"], "en": ["b"]},
                "text": TEXTS,
                "contacts": ["desk"],
                "links": ACTION,
            }
        ],
        "help_lines": [{"language": "vi", "words": "a", "contact": "desk"}],
        "forms": [
            {
                "pages": "guide/",
                "sections": ["how"],
                "links": ["source"],
                "linked_from": "index.md",
                "languages": ["en"],
            }
        ],
        "search": {
            "contact": "desk",
            "suggestions": "guide/",
            "subjects": {"ja": ["あ"], "en": ["a"]},
            "weights": [{"pages": "", "weight": "1", "reason": "b"}],
        },
    },
    "synonyms": [{"ja": ["あ", "い"], "en": ["a", "b"]}],
}
"""Example data that has every field of every file."""
MAX_LOOKED_INTO = 12
"""Fields tested per object; only interface.yml has more, and all of the same kind."""


def codes(name: str, value: object) -> set[str]:
    """Codes of the findings about missing or unknown fields in a data file with this content."""
    files = {key: json.dumps(example) for key, example in EXAMPLES.items()}
    files[name] = json.dumps(value)
    content = {f"{key}.yml": text.encode() for key, text in files.items()}
    if '"id": "a"' in files["drawings"]:
        content["drawings/a.svg"] = b""  # an SVG with faults, whose words are not compared
    found = {finding.code for finding in read(content, BOTH, BOTH, TODAY).findings}
    # Ignore other findings: an unknown id, placeholders in an unknown language.
    return found & {"DA002", "DA007"}


def changed(value, path, change):
    """Copy of a value with the part at a path changed."""
    if not path:
        return change(value)
    copied = value.copy()
    copied[path[0]] = changed(value[path[0]], path[1:], change)
    return copied


def objects(
    name: str, schema, value, path=()
) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any], dict[str, Any]]]:
    """Yield every object in a file: path of keys and indexes, schema, value."""
    if "$ref" in schema:
        schema = SCHEMAS[f"{name}.schema.json"]["$defs"]["texts"]
    if "properties" in schema:
        yield path, schema, value
        for key in list(value)[:MAX_LOOKED_INTO]:
            yield from objects(name, schema["properties"][key], value[key], (*path, key))
    elif isinstance(value, list):
        yield from objects(name, schema["items"], value[0], (*path, 0))


def test_the_schemas_in_the_folder_are_current():
    languages = load(ROOT).languages
    written = {path.name: path.read_text("utf-8") for path in ROOT.glob("docs/_data/*.schema.json")}
    wanted = dict(schemas(languages.codes, languages.complete))
    assert written == wanted, "make schemas"


@pytest.mark.parametrize("name", NAMES)
def test_a_data_file_says_where_its_schema_is(name):
    first = (ROOT / "docs/_data" / name).read_text("utf-8").splitlines()[0]
    schema = name.replace(".yml", ".schema.json")
    assert schema in SCHEMAS
    assert first == f"# yaml-language-server: $schema={schema}"


def test_a_file_of_phrasings_says_where_its_schema_is():
    for path in (ROOT / "docs/_data/asked").glob("*.yml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../asked.schema.json", path
    assert SCHEMAS["asked.schema.json"]["additionalProperties"]["items"]["maxLength"] == MAX_LENGTH


@pytest.mark.parametrize("name", EXAMPLES)
def test_schema_and_reader_ask_for_the_same_fields(name):
    assert codes(name, EXAMPLES[name]) == set()
    for path, schema, value in objects(name, SCHEMAS[f"{name}.schema.json"], EXAMPLES[name]):
        wrong = set(schema["properties"]) ^ set(value)
        assert not wrong, f"{name} {path}: EXAMPLES above needs, or has too much, {wrong}"
        assert schema["additionalProperties"] is False
        more = changed(EXAMPLES[name], path, lambda found: found | {"zzz": "x"})
        assert codes(name, more) == {"DA007"}, path
        for key in list(value)[:MAX_LOOKED_INTO]:
            less = changed(
                EXAMPLES[name],
                path,
                lambda found, key=key: {k: v for k, v in found.items() if k != key},
            )
            is_required = key in schema.get("required", ())
            assert codes(name, less) == ({"DA002"} if is_required else set()), (path, key)


def test_every_field_of_an_entry_is_explained():
    for name in set(EXAMPLES) - {"interface"}:
        for path, schema, _ in objects(name, SCHEMAS[f"{name}.schema.json"], EXAMPLES[name]):
            for key, field in schema["properties"].items():
                assert key in BOTH or field["description"].endswith("."), (name, path, key)


SAMPLES = (
    *("a", "a-b", "A", "a--b", "3", "0", "1.5", "2.0", "2.1", "1234567", "true", "open", "mon"),
    *("mon-fri", "mon-", "24:00", "24:01", "9:00", "09:00", "https://a.example/", "https://a b"),
    *("http://a.example/", "mailto:a@b.example", "mailto:a", "2024", "2024-06", "2024-6"),
    *("2026-11-24", "undated", "unread", "link", "typed", "２", ""),
)
KINDS = {
    **{
        name: type_
        for name, type_ in vars(field_types).items()
        if isinstance(type_, field_types.TextType)
    },
    **{
        name: type_
        for name, type_ in vars(contacts).items()
        if isinstance(type_, field_types.TextType)
    },
    "dial": field_types.flag("link", "typed", true="typed"),
    "hard": field_types.flag("true", true="true"),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_pattern_and_reader_accept_the_same_texts(kind):
    schema = kind.schema(BOTH)
    for text in SAMPLES:
        reader = Reader("a.yml", BOTH, BOTH, TODAY)
        kind.read(Field(kind, name="a"), Pair("a", 1, Scalar(text, 1)), reader)
        allowed = (
            text in schema["enum"]
            if "enum" in schema
            else re.search(schema["pattern"], text, re.ASCII) is not None
        )
        # Which of its two forms a number must have depends on another field.
        if kind is not contacts.NUMBER:
            assert allowed == (not reader.findings), text
