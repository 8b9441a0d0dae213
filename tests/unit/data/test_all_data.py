"""Data files are parsed into values; an invalid entry is left out, but its id stays known."""

from datetime import date

import pytest

from knowledge.data.all_data import read
from knowledge.data.interface import KEYS
from knowledge.finding import format_finding
from knowledge.site.languages import Languages

BOTH = Languages(("ja", "en"))
TODAY = date(2026, 11, 24)
INTERFACE = "\n".join(
    f"{key}: {{ja: 'あ{names}', en: 'a{names}'}}"
    for key, fields in sorted(KEYS.items())
    for names in ["".join(f" <{field}>" for field in sorted(fields))]
).encode()
INTERFACE = INTERFACE.replace(b"<", b"{").replace(b">", b"}")
SOURCE = """
- id: law
  title: {ja: 法律, en: Law}
  issuer: {ja: 国, en: State}
  url: https://law.example/
  as_of: 2024-06
  opened:
"""


def data(**files):
    named = {f"{name}.yml": text.encode() for name, text in files.items()}
    return read({"interface.yml": INTERFACE} | named, BOTH.codes, BOTH.complete, TODAY)


def test_a_good_entry_is_a_value():
    found = data(sources=SOURCE)
    assert found.findings == ()
    assert found.sources["law"].title.text(("en",)) == "Law"
    assert found.sources["law"].as_of == "2024-06"
    assert found.sources["law"].opened == ""
    assert found.sources["law"].note is None


def test_an_entry_with_a_fault_gives_one_finding_and_keeps_its_id():
    found = data(sources=SOURCE.replace("https:", "http:"))
    assert [finding.code for finding in found.findings] == ["DA008"]
    assert found.sources == {}
    assert found.ids["source"] == {"law"}


def test_a_file_that_is_no_yaml_leaves_its_ids_unknown():
    found = data(sources=SOURCE + "- 'open")
    assert [finding.code for finding in found.findings] == ["DA001"]
    assert "source" not in found.ids


def test_a_file_that_is_missing_is_an_empty_one():
    found = data()
    assert found.findings == ()
    assert found.ids == dict.fromkeys(("contact", "source", "term", "drawing"), frozenset())


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"a: \xe9\n", b"- id: x\0\n", b"\tx", b"!!x y"]
)
def test_any_bytes_give_findings_and_no_traceback(content):
    found = read(
        {"interface.yml": INTERFACE, "contacts.yml": content}, BOTH.codes, BOTH.complete, TODAY
    )
    assert [finding.code for finding in found.findings] == ["DA001"]


@pytest.mark.parametrize("name", ["interface.yml", "prose.yml", "sources.yml"])
def test_an_unreadable_file_gives_one_finding(name):
    found = read({"interface.yml": INTERFACE, name: b"a: 'open"}, BOTH.codes, BOTH.complete, TODAY)
    assert [finding.code for finding in found.findings] == ["DA001"]


def test_missing_interface_texts_are_found():
    found = read(
        {"interface.yml": INTERFACE.replace(b"{ja: ", b"{jp: ", 1)},
        BOTH.codes,
        BOTH.complete,
        TODAY,
    )
    # The language that is missing is the one that was meant.
    assert [finding.code for finding in found.findings] == ["DA007"]
    entry = INTERFACE.index(b"{ja: ")
    text = INTERFACE[entry : INTERFACE.index(b", ", entry) + 2]
    without = {"interface.yml": INTERFACE.replace(text, b"{", 1)}
    found = read(without, BOTH.codes, BOTH.complete, TODAY)
    assert [finding.code for finding in found.findings] == ["DA002"]
    found = read({}, BOTH.codes, BOTH.complete, TODAY)
    assert [(finding.code, finding.line) for finding in found.findings] == [("DA002", 0)]


@pytest.mark.parametrize("value", ['""', "many", "[60]"])
def test_a_limit_with_a_fault_is_left_out(value):
    limit = "- {pages: '', language: ja, sentence: %s, reason: Short is kind.}"
    found = data(prose=f"limits:\n{limit % value}\n{limit % 60}\n")
    assert [(f.line, f.code in ("DA002", "DA003")) for f in found.findings] == [(2, True)]
    assert [entry.sentence for entry in found.prose.limits] == [60]


def test_a_phrase_without_its_words_is_looked_for_nowhere():
    found = data(prose="unwanted:\n- {language: en, words: '', reason: It scolds.}\n")
    assert [format_finding(finding) for finding in found.findings] == [
        "docs/_data/prose.yml:2: DA002 'words' is empty. Write a text."
    ]
    assert found.prose.unwanted == ()


def test_a_part_of_the_prose_settings_stands_once():
    found = data(prose="names: [A, AB]\nnames: [C]\n")
    assert [format_finding(finding) for finding in found.findings] == [
        "docs/_data/prose.yml:2: DA004 the part 'names' stands twice. Keep one of them."
    ]
    assert found.prose.names == ("AB", "A")


def test_the_first_language_with_a_text_stands_in_and_says_which_one_it_is():
    words = data(sources=SOURCE).sources["law"].title
    assert words.shown(("fr", "en", "ja")) == ("Law", "en")
    assert words.shown(("fr", "ja")) == ("法律", "ja")
    assert words.shown(("fr",)) == ("法律", "ja")
    assert words.others("ja") == (("en", "Law"),)


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("{days: fri-mon, from: '09:00', to: '17:00'}", "'days: fri-mon' ends before it begins"),
        ("{days: mon, from: '22:00', to: '06:00'}", "'to: 06:00' is not after 'from: 22:00'"),
        ("{days: mon, from: '22:00', to: '24:00'}", ""),
    ],
)
def test_hours_that_end_before_they_begin_are_a_fault(opening, said):
    texts = "".join(f"  {key}: {{ja: a, en: a}}\n" for key in ("name", "hours", "languages"))
    contact = f"- id: desk\n{texts}  purpose: {{ja: a, en: a}}\n  as_of: undated\n  opened: ''\n"
    found = data(contacts=f"{contact}  open:\n    - {opening}\n").findings
    assert [format_finding(each).partition(" DA003 ")[2][: len(said)] for each in found] == (
        [said] if said else []
    )
