"""The contacts for programs, and their schema, which are derived from the declared fields."""

import json
import re
from datetime import date

import pytest

from knowledge.data.contacts import Contact
from knowledge.data.reader import fields_of
from knowledge.publish.contacts_json import contact_files
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import TINY
from support.publishing import context_of

URL = "https://library.example/"
KINDS = {"string": str, "array": list, "object": dict}


@pytest.fixture(scope="module")
def files():
    site = site_of(read_folder(TINY), date(2026, 11, 24), None)
    return {name: json.loads(text) for name, text in contact_files(context_of(site, URL))}


def test_there_is_one_for_all_languages_and_one_for_each(files):
    names = ["contacts.json", "contacts.ja.json", "contacts.en.json", "contacts.schema.json"]
    assert list(files) == names
    assert "language" not in files["contacts.json"]
    assert files["contacts.json"]["contacts"][0]["name"] == {"ja": "案内", "en": "Front desk"}
    assert files["contacts.en.json"]["contacts"][0]["name"] == "Front desk"


def test_it_says_of_which_day_it_is_and_what_to_keep_in_mind(files):
    found = files["contacts.en.json"]
    assert (found["schema_version"], found["date"], found["language"]) == (1, "2026-11-24", "en")
    assert f"{URL}en/contacts.html" in found["caveat"]
    assert found["license"] == {"name": "", "url": ""}


def test_a_number_has_the_form_to_dial_unless_it_is_typed(files):
    desk, night = files["contacts.en.json"]["contacts"]
    number = {"number": "03-1234-5678", "dial": "link", "tel": "tel:03-1234-5678"}
    assert desk["numbers"] == [number]
    assert night["numbers"] == [{"number": "#9876", "dial": "typed", "note": "at night"}]
    assert night["open"][1] == {
        "days": "sat-sun",
        "from": "10:00",
        "to": "12:00",
        "holidays": "open",
    }
    assert desk["url"] == f"{URL}en/contacts.html#contact-front-desk"


def test_every_declared_field_is_published_and_in_the_schema(files):
    schema = files["contacts.schema.json"]["$defs"]["contact"]
    declared = {*fields_of(Contact), "url"}
    assert set(schema["properties"]) == declared
    night = files["contacts.en.json"]["contacts"][1]
    wrong = set(night) ^ (declared - {"page"})
    where = "night-desk in tests/site/tiny/docs/_data/contacts.yml"
    assert not wrong, f"{where}, which has every field but 'page', needs {wrong}"


@pytest.mark.parametrize("name", ["contacts.json", "contacts.ja.json", "contacts.en.json"])
def test_the_files_follow_the_schema(files, name):
    schema = files["contacts.schema.json"]
    assert list(faults(files[name], schema, schema)) == []


def test_the_schema_refuses_what_is_no_contact(files):
    schema = files["contacts.schema.json"]
    wrong = json.loads(json.dumps(files["contacts.json"]))
    wrong["contacts"][0]["numbers"][0]["tel"] = "03-1234-5678"
    del wrong["contacts"][1]["name"]
    assert sorted(faults(wrong, schema, schema)) == ["name is missing", "tel has another form"]


def faults(value, schema, whole, name="file"):
    """What in a value does not follow a schema: the part of JSON Schema that ours uses."""
    schema = whole["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if "anyOf" in schema:
        found = [list(faults(value, each, whole, name)) for each in schema["anyOf"]]
        yield from () if [] in found else found[0]
    elif not isinstance(value, KINDS.get(schema.get("type"), object)):
        yield f"{name} has another type"
    elif value not in schema.get("enum", [value]) or schema.get("const", value) != value:
        yield f"{name} has another value"
    elif "pattern" in schema and not re.search(schema["pattern"], str(value)):
        yield f"{name} has another form"
    elif isinstance(value, list):
        for each in value:
            yield from faults(each, schema["items"], whole, name)
    elif isinstance(value, dict):
        yield from faults_of_object(value, schema, whole)


def faults_of_object(value, schema, whole):
    yield from (f"{key} is missing" for key in schema.get("required", ()) if key not in value)
    yield from (f"{key} is unknown" for key in value if key not in schema["properties"])
    for key in value.keys() & schema["properties"].keys():
        yield from faults(value[key], schema["properties"][key], whole, key)
