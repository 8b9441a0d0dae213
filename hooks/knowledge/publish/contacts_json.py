"""The contacts for programs: `contacts.json`, one file per language, and their JSON Schema.

Answers: what can another site or an app read of contacts.yml? Values and schema are derived from
the fields that data/contacts.py declares, so a field that is added there is published here.

Source: JSON Schema draft 2020-12; RFC 3966 (`tel:`).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.data.contacts import Contact, Number
from knowledge.data.field_types import SCALAR, TextType
from knowledge.data.json_schema import DRAFT
from knowledge.data.reader import Field, fields_of, object_schema
from knowledge.data.texts import Texts
from knowledge.publish.publish_context import PublishContext
from knowledge.site.licence import licence_of
from knowledge.site.published_names import SCHEMA, contacts_file
from knowledge.site.site import Site
from knowledge.site.typed_links import CONTACTS_PAGE, contact_id

VERSION = 1
"""To be raised when a field is renamed, removed or means something else."""
DESCRIPTIONS = {
    "$schema": "Where the schema of this file is.",
    "schema_version": "Raised when a field is renamed, removed or means something else.",
    "date": "The day of the build, YYYY-MM-DD. Numbers may have changed since.",
    "language": "The language of all texts; absent in the file that has all languages.",
    "license": "The licence of the data, and where its text is.",
    "caveat": "What to tell whoever sees the data.",
    "source": "The site that publishes this file. Link to it.",
    "contacts": "The contacts, in the order of the site's data.",
}
Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Writer:
    """The context in which values are written: site, URL and language."""

    context: PublishContext
    language: str
    """Code of the language; empty for the file with all of them."""

    @property
    def site(self) -> Site:
        return self.context.site

    def text(self, texts: Texts) -> object:
        """A text in the file's language; in the file with all languages, a dict by language."""
        if self.language:
            return texts.text(self.site.languages.order(self.language))
        return dict(texts.texts)

    def interface_text(self, key: str, **values: str) -> object:
        text, codes = self.site.data.interface.text, self.site.languages.codes
        if self.language:
            return text(key, self.language, **values)
        return {code: text(key, code, **values) for code in codes}


def contact_files(context: PublishContext) -> Iterator[tuple[str, str]]:
    """The files: path from the site's root, and content; none for a site without contacts."""
    if not context.site.data.contacts:
        return
    for language in ("", *context.site.languages.codes):
        yield contacts_file(language), _json(_file(_Writer(context, language)))
    yield contacts_file(SCHEMA), _json(_schema(context))


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _file(writer: _Writer) -> Json:
    site, day = writer.site, writer.site.today.isoformat()
    licence = licence_of(site.configuration)
    page = writer.context.url(CONTACTS_PAGE, writer.language or site.languages.default)
    return {
        "$schema": writer.context.site_url + contacts_file(SCHEMA),
        "schema_version": VERSION,
        "date": day,
        **({"language": writer.language} if writer.language else {}),
        "license": {"name": licence.name, "url": licence.url},
        "caveat": writer.interface_text("data-caveat", date=day, url=page),
        "source": writer.context.site_url,
        "contacts": [
            {**_entry(contact, writer), "url": f"{page}#{contact_id(contact.id)}"}
            for contact in site.data.contacts.values()
        ],
    }


def _entry(entry: Contact | Number | object, writer: _Writer) -> Json:
    """The declared fields of an entry that have a value, by their names in the data file."""
    found: dict[str, object] = {}
    for name, declared in fields_of(type(entry)).items():  # type: ignore[arg-type]
        value = getattr(entry, declared.attribute)
        if declared.is_required or value not in (None, (), ""):
            found[name] = _value(value, declared, writer)
    if isinstance(entry, Number) and not entry.is_typed:
        found["tel"] = f"tel:{entry.text}"
    return found


def _value(value: object, declared: Field, writer: _Writer) -> object:
    if isinstance(value, Texts):
        return writer.text(value)
    if isinstance(value, tuple):
        return [_entry(each, writer) for each in value]
    if isinstance(value, bool) and isinstance(declared.type, TextType):
        return next(word for word in declared.type.words if declared.type.convert(word) == value)
    return value


def _schema(context: PublishContext) -> Json:
    codes = context.site.languages.codes
    contact = object_schema(fields_of(Contact), codes)
    number = object_schema(fields_of(Number), codes)
    tel = {
        "type": "string",
        "pattern": r"^tel:\+?\d+(-\d+)*$",
        "description": "The number as a link; absent where the caller has to type it.",
    }
    properties = _properties(contact)
    properties["numbers"] = {
        **_object(properties["numbers"]),
        "items": {**number, "properties": {**_properties(number), "tel": tel}},
    }
    properties["url"] = {"type": "string", "description": "The card on the site, to link to."}
    entry = {**contact, "properties": properties, "required": [*_names(contact), "url"]}
    return {
        "$schema": DRAFT,
        "$id": context.site_url + contacts_file(SCHEMA),
        "title": contacts_file(""),
        "description": (
            f"{contacts_file('')} has each text by language, {contacts_file('<language>')} in one."
        ),
        "type": "object",
        "properties": {
            name: {"description": text, **_top(name)} for name, text in DESCRIPTIONS.items()
        },
        "required": [name for name in DESCRIPTIONS if name != "language"],
        "additionalProperties": False,
        "$defs": {
            "contact": _only_strings(entry),
            "texts": {
                "anyOf": [
                    {"type": "string"},
                    {
                        "type": "object",
                        "properties": {code: {"type": "string"} for code in codes},
                        "additionalProperties": False,
                    },
                ]
            },
        },
    }


def _top(name: str) -> Json:
    """The schema of a top-level field."""
    special: Mapping[str, Json] = {
        "schema_version": {"const": VERSION},
        "license": {"type": "object", "properties": {"name": {}, "url": {}}},
        "caveat": {"$ref": "#/$defs/texts"},
        "contacts": {"type": "array", "items": {"$ref": "#/$defs/contact"}},
    }
    return special.get(name, {"type": "string"})


def _only_strings(schema: object) -> object:
    """Narrow a schema of the YAML to strings where YAML also accepts numbers and null."""
    if isinstance(schema, list):
        return [_only_strings(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    found = {name: _only_strings(value) for name, value in schema.items()}
    kinds = found.get("type")
    if isinstance(kinds, list) and kinds[: len(SCALAR)] == [*SCALAR]:
        found["type"] = "string"
    return found


def _properties(schema: Json) -> dict[str, object]:
    return dict(_object(schema["properties"]))


def _object(value: object) -> Json:
    return value if isinstance(value, Mapping) else {}


def _names(schema: Json) -> list[object]:
    required = schema["required"]
    return required if isinstance(required, list) else []
