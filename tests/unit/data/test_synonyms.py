"""synonyms.yml is parsed into groups; an invalid group is reported and left out."""

from datetime import date

import pytest

from knowledge.data.all_data import read
from knowledge.data.synonyms import SynonymGroup
from knowledge.data.yaml_files import MAX_DATA_BYTES
from knowledge.finding import format_finding
from knowledge.site.languages import Languages
from support.cases_site import TINY

BOTH = Languages(("ja", "en"))
TODAY = date(2026, 11, 24)
INTERFACE = (TINY / "docs/_data/interface.yml").read_bytes()
PATH = "docs/_data/synonyms.yml"
GOOD = SynonymGroup({"ja": ("貸出", "借りる")}, 1)


def data(text: str | bytes):
    content = text if isinstance(text, bytes) else text.encode()
    return read(
        {"interface.yml": INTERFACE, "synonyms.yml": content}, BOTH.codes, BOTH.complete, TODAY
    )


def test_groups_keep_their_words_as_written_and_their_line():
    found = data(
        "# Words.\n- ja: [貸出, 110, 2024-01-01]\n  en: [borrow, 1.50, yes]\n"
        "- en:\n  - a b\n  - c\n"
    )
    assert found.findings == ()
    assert found.synonyms == (
        SynonymGroup({"ja": ("貸出", "110", "2024-01-01"), "en": ("borrow", "1.50", "yes")}, 2),
        SynonymGroup({"en": ("a b", "c")}, 4),
    )


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n"])
def test_a_file_without_groups_has_none(text):
    assert data(text).findings == ()
    assert data(text).synonyms == ()


def test_a_file_that_is_missing_has_no_groups():
    found = read({"interface.yml": INTERFACE}, BOTH.codes, BOTH.complete, TODAY)
    assert found.findings == ()
    assert found.synonyms == ()


def test_words_may_stand_in_several_groups_and_languages():
    found = data("- {ja: [PC, a], en: [PC]}\n- {ja: [PC, b]}\n")
    assert found.findings == ()
    assert len(found.synonyms) == 2


FAULTS = {
    "- [a, b]": "DA003 no language stands before the words. "
    "Write 'ja: [word, word]' or 'en: [word, word]'.",
    "- a": "DA003 no language stands before the words. "
    "Write 'ja: [word, word]' or 'en: [word, word]'.",
    "- {ja: a, en: [b, c]}": "DA003 'ja' is no list of words. Write 'ja: [word, word]'.",
    "- {ja: {a: b}}": "DA003 'ja' is no list of words. Write 'ja: [word, word]'.",
    "- {ja: , en: [b, c]}": "DA003 'ja' is no list of words. Write 'ja: [word, word]'.",
    "- {ja: [a, {b: c}]}": "DA003 one of the words in 'ja' is a list or has fields of its own. "
    "Put it in quotes if it holds ': ', a bracket or a brace.",
    "- {ja: [a, b, [c]]}": "DA003 one of the words in 'ja' is a list or has fields of its own. "
    "Put it in quotes if it holds ': ', a bracket or a brace.",
    "- {enn: [a, b]}": "DA007 'enn' is no language of this site. Did you mean 'en'?",
    "- {fr: [a, b]}": "DA007 'fr' is no language of this site. Use one of: ja, en.",
    "- {}": "DA002 this group has 0 words, 2 are the fewest. "
    "Add another word, or take the group out.",
    "- {ja: [a]}": "DA002 this group has 1 word, 2 are the fewest. "
    "Add another word, or take the group out.",
    "- {ja: [a, b], en: []}": "DA002 the list 'en' is empty. Write words in it, or leave 'en' out.",
    "- {ja: [a, '']}": "DA002 an empty word stands in 'ja'. Write the word, or take it out.",
    "- {ja: [a, '　']}": "DA002 an empty word stands in 'ja'. Write the word, or take it out.",
    "- {ja: [A, b, a]}": "DA004 'a' stands in 'ja' on line 2 already. Keep one of them.",
    "- {ja: [カ, b, ｶ]}": "DA004 'ｶ' stands in 'ja' on line 2 already. Keep one of them.",
    "- {ja: [a, b], ja: [c]}": "DA004 the language 'ja' stands twice. Put its words into one list.",
}


@pytest.mark.parametrize(("entry", "message"), FAULTS.items())
def test_a_fault_is_one_finding_and_its_group_alone_is_left_out(entry, message):
    found = data(f"- ja: [貸出, 借りる]\n{entry}\n- en: [borrow, lend]\n")
    assert [format_finding(f) for f in found.findings] == [f"{PATH}:2: {message}"]
    assert found.synonyms == (GOOD, SynonymGroup({"en": ("borrow", "lend")}, 3))


@pytest.mark.parametrize(("text", "line"), [("ja: [a, b]", 1), ("\nwords", 2)])
def test_a_file_that_is_no_list_has_no_groups(text, line):
    found = data(text)
    message = f"{PATH}:{line}: DA003 this file is not a list. Begin every entry with '- ja:'."
    assert [format_finding(f) for f in found.findings] == [message]
    assert found.synonyms == ()


@pytest.mark.parametrize("content", [b"- ja: [a, b", b"- ja: [a, \xe9]\n", b"- ja: [a, \0]\n"])
def test_a_file_that_cannot_be_read_has_no_groups(content):
    found = data(content)
    assert [(f.path, f.code) for f in found.findings] == [(PATH, "DA001")]
    assert found.synonyms == ()


def test_a_file_that_is_too_large_is_not_looked_at():
    found = data(b"- ja: [a, b]\n" * (MAX_DATA_BYTES // 12))
    assert found.findings == ()  # SF015 reports it
    assert found.synonyms == ()
