"""asked/<language>.yml is parsed into the phrasings of each page."""

from datetime import date

from knowledge.data.all_data import read
from knowledge.data.phrasings import PagePhrasings
from support.cases_site import TINY

INTERFACE = (TINY / "docs/_data/interface.yml").read_bytes()


def data(unrelated: str = "", **files: str):
    content = {f"asked/{language}.yml": text.encode() for language, text in files.items()}
    content["unrelated.yml"] = unrelated.encode()
    both = ("ja", "en")
    return read({"interface.yml": INTERFACE, **content}, both, both, date(2026, 11, 24))


def test_phrasings_are_kept_as_written():
    found = data(ja="# Pages.\n\nstart/paid:\n  - ｱﾌﾟﾘ\n  - 110\n  - 2024-01-01\n", en="")
    assert found.findings == ()
    assert found.phrasings == {
        "ja": (PagePhrasings("start/paid", ("ｱﾌﾟﾘ", "110", "2024-01-01"), 3),),
        "en": (),
    }
    assert found.phrasings["ja"][0].page_path == "start/paid.md"


def test_a_repeated_phrasing_is_left_out_in_its_language_only():
    found = data(ja="a: [paid]\nb: [PAID, ok]\n", en="a: [paid]\n")
    assert [page.phrasings for page in found.phrasings["ja"]] == [("paid",), ("ok",)]
    assert found.phrasings["en"][0].phrasings == ("paid",)
    assert [(f.path, f.line, f.code) for f in found.findings] == [
        ("docs/_data/asked/ja.yml", 2, "DA004")
    ]


def test_what_a_page_answers_is_not_unrelated():
    found = data("ja: [天気, Ｐａｉｄ]\nen:\n  - weather\n", ja="a: [ok, paid]\n", en="a: [lost]\n")
    assert [(f.path, f.line, f.code, f.problem) for f in found.findings] == [
        ("docs/_data/unrelated.yml", 1, "DA004", found.findings[0].problem)
    ]
    assert "'Ｐａｉｄ' stands below 'a' in asked/ja.yml, too" in found.findings[0].problem
    assert data("a word", ja="a: [paid]\n").findings  # no lists: named by what reads them


def test_a_language_without_a_readable_file_has_no_phrasings():
    assert data(ja="- list\n").phrasings == {}
    assert data().phrasings == {}
