"""Search settings of site.yml: parsed values, and the message of every fault."""

from datetime import date

import pytest

from knowledge.data.all_data import read
from knowledge.data.site_settings import PageWeight, SearchSettings
from knowledge.finding import format_finding
from knowledge.site.languages import Languages
from support.cases_site import TINY

BOTH = Languages(("ja", "en"))
TODAY = date(2026, 11, 24)
FILES = {
    "interface.yml": (TINY / "docs/_data/interface.yml").read_bytes(),
    "contacts.yml": (TINY / "docs/_data/contacts.yml").read_bytes(),
}
GOOD = """report: https://library.example/report
search:
  contact: front-desk
  subjects:
    ja: [図書館]
    en: [library, "188"]
  weights:
    - {pages: guide/rules.md, weight: "0", reason: Nobody asks.}
    - {pages: guide/, weight: 1.25, reason: The rules stand there.}
"""


def data(text: str, **files: bytes):
    named = {f"{name}.yml": content for name, content in files.items()}
    return read(FILES | named | {"site.yml": text.encode()}, BOTH.codes, BOTH.complete, TODAY)


def messages(text: str, **files: bytes) -> list[str]:
    return [format_finding(found) for found in data(text, **files).findings]


def test_good_settings_are_values():
    found = data(GOOD)
    assert found.findings == ()
    assert found.settings.report == "https://library.example/report"
    assert found.settings.search == SearchSettings(
        contact="front-desk",
        subjects={"ja": ("図書館",), "en": ("library", "188")},
        weights=(
            PageWeight("guide/rules.md", 0.0, "Nobody asks.", line=8),
            PageWeight("guide/", 1.25, "The rules stand there.", line=9),
        ),
    )


@pytest.mark.parametrize("text", ["", "# Nothing.", "search: {}", "{}"])
def test_every_field_may_be_left_out(text):
    assert data(text).findings == ()
    assert data(text).settings.search == SearchSettings()
    assert data(text).settings.search.weight_of("guide/borrow.md") == 1


@pytest.mark.parametrize(
    ("page_path", "weight"),
    [("guide/rules.md", 0), ("guide/borrow.md", 1.25), ("index.md", 1), ("a/guide/x.md", 1)],
)
def test_the_first_entry_that_fits_a_page_counts(page_path, weight):
    assert data(GOOD).settings.search.weight_of(page_path) == weight


FAULTS = {
    ("search:\n", "serch:\n"): "2: DA007 there is no field 'serch'. Did you mean 'search'?",
    ("subjects", "subject"): "4: DA007 there is no field 'subject'. Did you mean 'subjects'?",
    ("weight:", "wight:"): "8: DA007 there is no field 'wight'. Did you mean 'weight'?",
    ("front-desk", "frontdesk"): "3: DA003 there is no 'frontdesk' in contacts.yml. "
    "Did you mean 'front-desk'?",
    ("front-desk", "anybody"): "3: DA003 there is no 'anybody' in contacts.yml. "
    "Write the id of an entry there, or take it out.",
    ("front-desk", "Front_Desk"): "3: DA003 'Front_Desk' is not an id. "
    "Use lower-case ASCII letters, digits and single hyphens.",
    ("front-desk", "[front-desk]"): "3: DA003 'contact' is a list or has fields of its own. "
    "Write an id on one line.",
    ("front-desk", '""'): "3: DA002 'contact' is empty. Write an id, or leave the field out.",
    ("[図書館]", "図書館"): "5: DA003 'ja' is no list of words. Write 'ja: [word, word]'.",
    ("    en:", "    fr:"): "6: DA007 'fr' is no language of this site. Use one of: ja, en.",
    ("[library,", "['',"): "6: DA002 an empty word stands in 'en'. Write the word, or take it out.",
    ("[library,", "[a, A,"): "6: DA004 'A' stands in 'en' on line 6 already. Keep one of them.",
    ('"0"', '"2.1"'): "8: DA003 'weight: 2.1' is not a number from 0 to 2. "
    "Write '0', '0.5', '1' and the like.",
    ('"0"', "high"): "8: DA003 'weight: high' is not a number from 0 to 2. "
    "Write '0', '0.5', '1' and the like.",
    ('"0"', "nan"): "8: DA003 'weight: nan' is not a number from 0 to 2. "
    "Write '0', '0.5', '1' and the like.",
    ('"0"', "[1]"): "8: DA003 'weight' is a list or has fields of its own. "
    "Write a number from 0 to 2 on one line.",
    ("reason: Nobody asks.", 'reason: ""'): "8: DA002 'reason' is empty. Write a text.",
    (", reason: Nobody asks.", ""): "8: DA002 the field 'reason' is missing. "
    "Add 'reason:' with a text.",
    ("pages: guide/rules.md, ", ""): "8: DA002 the field 'pages' is missing. "
    "Add 'pages:' with a text or nothing.",
    ("- {pages: guide/rules.md", "- guide/rules.md\n    - {pages: a"): (
        "8: DA003 this entry has no fields. Write 'field: value'."
    ),
}


@pytest.mark.parametrize(("change", "said"), FAULTS.items())
def test_a_fault_is_said_in_these_words(change, said):
    found = sorted(messages(GOOD.replace(change[0], change[1], 1)))
    wanted = (said,) if isinstance(said, str) else said
    assert found == [f"docs/_data/site.yml:{message}" for message in wanted]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("search: a", "1: DA003 this entry has no fields. Write 'field: value'."),
        (
            "search:\n  subjects: [a]",
            "2: DA003 no language stands before the words. "
            "Write 'ja: [word, word]' or 'en: [word, word]'.",
        ),
        (
            "search:\n  weights: {pages: a}",
            "2: DA003 'weights' is not a list of entries. "
            "Write '- pages:' below it, or leave 'weights' out.",
        ),
    ],
)
def test_a_value_of_another_kind_leaves_the_default(text, said):
    assert messages(text) == [f"docs/_data/site.yml:{said}"]
    assert data(text).settings.search == SearchSettings()


DANGER = """danger:
  - examples:
      ja: [火事]
      en: [fire, I smell smoke]
    harmless:
      en: [fire drill]
    text: {ja: 外に出てください。, en: Go outside.}
    contacts: [front-desk]
    links:
      - label: {ja: 非常口, en: Exits}
        page: index.md
"""


def test_what_people_in_danger_see_is_read():
    found = data(DANGER)
    assert found.findings == ()
    (entry,) = found.settings.danger
    assert entry.examples == {"ja": ("火事",), "en": ("fire", "I smell smoke")}
    assert entry.harmless == {"en": ("fire drill",)}
    assert entry.contacts == ("front-desk",)
    assert [link.page for link in entry.links] == ["index.md"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("front-desk", "frontdesk"),
            "8: DA003 there is no 'frontdesk' in contacts.yml. Did you mean 'front-desk'?",
        ),
        (
            ("front-desk", "front-desk, front-desk"),
            "8: DA004 'front-desk' stands twice in 'contacts'. Keep one of them.",
        ),
        (
            ("[front-desk]", "front-desk"),
            "8: DA003 'contacts' is not a list of ids. "
            "Write 'contacts: [one, another]', or leave it out.",
        ),
        (
            ("[front-desk]", "[[front-desk]]"),
            "8: DA003 'contacts' is a list or has fields of its own. Write an id on one line.",
        ),
        (
            (
                "    contacts: [front-desk]\n    links:\n      - label: {ja: 非常口, en: Exits}\n"
                "        page: index.md\n",
                "",
            ),
            "2: DA002 neither 'contacts' nor 'links' stands here. Add whom to call, or a page.",
        ),
        (
            ("    text: {ja: 外に出てください。, en: Go outside.}\n", ""),
            "2: DA002 the field 'text' is missing. Add 'text:' with a text in every language.",
        ),
        (
            ("[fire drill]", "fire drill"),
            "6: DA003 'en' is no list of words. Write 'en: [word, word]'.",
        ),
    ],
)
def test_a_fault_in_what_they_see_is_found(change, said):
    before, after = change
    text = DANGER.replace(before, after, 1)
    assert text != DANGER
    assert messages(text) == [f"docs/_data/site.yml:{said}"]


def test_what_has_a_fault_is_left_out():
    text = GOOD.replace("front-desk", "frontdesk").replace("[図書館]", "図書館")
    found = data(text.replace('"0"', "none")).settings.search
    left = PageWeight("guide/", 1.25, "The rules stand there.", line=9)
    assert found == SearchSettings(weights=(left,))


def test_a_contact_with_a_fault_of_its_own_is_known_and_not_offered():
    contacts = FILES["contacts.yml"].replace(b"https://", b"http://", 1)
    found = data(GOOD, contacts=contacts)
    assert [finding.path for finding in found.findings] == ["docs/_data/contacts.yml"]
    assert found.settings.search.contact == ""


def test_where_the_contacts_cannot_be_read_no_id_is_called_unknown():
    found = data(GOOD, contacts=b"- 'open")
    assert [finding.code for finding in found.findings] == ["DA001"]
    assert found.settings.search.contact == ""


def test_a_line_in_another_language_needs_one_that_is_known():
    text = "help_lines:\n  - {language: xx, words: a, contact: front-desk}\n"
    assert messages(text) == [
        "docs/_data/site.yml:2: DA007 'xx' is the tag of no language that is known here. "
        "Write another tag, such as 'vi' or 'zh-Hans'."
    ]
    assert messages(text.replace("xx", "zh-Hans")) == []
