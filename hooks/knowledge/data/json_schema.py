"""JSON Schema of the data files, for completion and validation in editors.

Answers: what is the JSON Schema of each data file? It is generated from the field declarations that
reader.py uses, for the languages of this site; `make schemas` regenerates the files.

Source: JSON Schema draft 2020-12.
"""

import json
from collections.abc import Iterator, Mapping

from knowledge.data.all_data import FILES, INTERFACE, PROSE, READINGS, SITE, SYNONYMS, UNRELATED
from knowledge.data.contacts import Contact
from knowledge.data.drawings import Drawing
from knowledge.data.field_types import TEXT
from knowledge.data.glossary import Term
from knowledge.data.interface import FIELDS
from knowledge.data.phrasings import phrasings_schema
from knowledge.data.prose import ProseStyle
from knowledge.data.reader import Entries, Settings, object_schema
from knowledge.data.readings import WordReading
from knowledge.data.site_settings import SiteSettings
from knowledge.data.sources import CitedSource
from knowledge.data.word_lists import WORD_LISTS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ENTRIES = {
    FILES["contact"]: Contact,
    FILES["source"]: CitedSource,
    FILES["term"]: Term,
    FILES["drawing"]: Drawing,
    READINGS: WordReading,
}


def schemas(languages: tuple[str, ...], complete: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the file name (`contacts.schema.json`) and JSON text of each data file's schema."""
    of_lists = {
        name: Entries(entry, may_be_empty=True).schema(languages) for name, entry in ENTRIES.items()
    }
    found: dict[str, Mapping[str, object]] = {
        **of_lists,
        INTERFACE: object_schema(FIELDS, languages),
        PROSE: Settings(ProseStyle).schema(languages),
        SITE: Settings(SiteSettings).schema(languages),
        SYNONYMS: {"type": ["array", "null"], "items": WORD_LISTS.schema(languages)},
        UNRELATED: {**WORD_LISTS.schema(languages), "type": ["object", "null"]},
        "asked.yml": phrasings_schema(languages),
    }
    for name, schema in found.items():
        asked = languages if name == INTERFACE else complete
        texts = {
            "type": "object",
            "properties": dict.fromkeys(languages, TEXT.schema(languages)),
            "required": list(asked),
            "additionalProperties": False,
        }
        whole = {"$schema": DRAFT, "title": name, **schema, "$defs": {"texts": texts}}
        text = json.dumps(whole, ensure_ascii=False, indent=2)
        yield f"{name.removesuffix('.yml')}.schema.json", f"{text}\n"
