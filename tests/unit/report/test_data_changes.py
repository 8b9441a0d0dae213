"""Report of changed numbers, hosts, buttons and aliases, with old and new value."""

import re
import subprocess
from dataclasses import replace

import pytest

from knowledge.__main__ import main
from knowledge.finding import Finding
from knowledge.report.change import (
    NEW_WORDS,
    TEXT,
    DataChange,
    format_data_change,
    format_heading,
    in_pieces,
    limited_evenly,
)
from knowledge.report.code_owners import unnamed_owners
from knowledge.report.data_changes import data_changes
from knowledge.report.pull_request import Summary, markdown
from knowledge.site.git_history import base_commit, changed_since
from knowledge.site.site import load
from support.cases_site import CASES, apply_case, commit_all, copy_tiny_site, git

ASKED = "docs/_data/asked/en.yml"
CONTACTS = "docs/_data/contacts.yml"
SOURCES = "docs/_data/sources.yml"
DRAWINGS = "docs/_data/drawings.yml"
SITE = "docs/_data/site.yml"
HOTLINE = """\
- id: desk-188
  numbers:
    - number: "188"
      dial: link
    - number: 03-1111-2222
      dial: link
      note: {ja: 海外から, en: From abroad}
  page: https://www.caa.go.jp/desk/
"""
READING = "- {word: 本棚, reading: ほんだな}\n"
LAW = "- id: law\n  url: https://laws.e-gov.go.jp/law/1\n"
FACTS = """\
report: https://form.example/a
urgent:
  - label: {ja: 払った, en: I paid}
    page: start/paid.md
actions:
  - label: {ja: 相談先, en: Whom to call}
    page: contacts.md
  - label: {ja: 何が, en: What}
    page: index.md#what
search: {contact: desk-188}
"""
SETTINGS = """\
site_name: x
site_url: !ENV [SITE_URL, "https://guide.example/"]
repo_url: !ENV [REPO_URL, ""]
copyright: <a href="https://licence.example/">CC</a>
nav:
  - a: index.md
  - b: https://other.example/
plugins:
  - search
"""
LABELS = """\
plugins:
  - i18n:
      languages:
        - locale: en
          nav_translations:
            書類: A
            画面: B
"""
PAGE = "---\ntitle: a\naliases:\n  - old.md\n---\n\n# A\n"


def said(path: str, before: str, *swaps: str) -> list[str]:
    """Lines of the report for a file after replacements, given as old, new, old, new."""
    now = before
    for old, new in zip(swaps[::2], swaps[1::2], strict=True):
        assert old in now
        now = now.replace(old, new)
    changes = data_changes({path: before.encode()}, {path: now.encode()})
    return [
        format_data_change(each) for each in changes if not (each.is_text or each.what == NEW_WORDS)
    ]


@pytest.mark.parametrize(
    ("path", "before", "swaps", "lines"),
    [
        (CONTACTS, HOTLINE, ('"188"', '"0570-000-188"'),
         ["3: desk-188 number: '188' -> '0570-000-188'"]),
        (CONTACTS, HOTLINE, ('"188"', '"１８８"'),
         [r"3: desk-188 number: '188' -> '\uff11\uff18\uff18'"]),
        (CONTACTS, HOTLINE, ("dial: link\n    -", "dial: typed\n    -"),
         ["3: desk-188 number: '188' -> '188, typed'"]),
        (CONTACTS, HOTLINE, ("海外から", "国内から"),
         ["5: desk-188 number: '03-1111-2222 (ja: 海外から / en: From abroad)' -> "
          "'03-1111-2222 (ja: 国内から / en: From abroad)'"]),
        (CONTACTS, HOTLINE, ('    - number: "188"\n      dial: link\n', ""),
         ["0: desk-188 number: '188' -> nothing"]),
        (CONTACTS, HOTLINE, ("www.caa.go.jp/desk", "www.caa.example/other"),
         ["8: desk-188 page, host: 'www.caa.go.jp (https://www.caa.go.jp/desk/)' -> "
          "'www.caa.example (https://www.caa.example/other/)'"]),
        (CONTACTS, HOTLINE, ("www.caa", "www.c\u0430\u0430"),
         ["8: desk-188 page, host: 'www.caa.go.jp (https://www.caa.go.jp/desk/)' -> "
          r"'www.c\u0430\u0430.go.jp (https://www.c\u0430\u0430.go.jp/desk/)'"]),
        (CONTACTS, HOTLINE, ("www.caa.go.jp/", "www.caa.go.jp@evil.example/"),
         ["8: desk-188 page, host: 'www.caa.go.jp (https://www.caa.go.jp/desk/)' -> "
          "'evil.example (https://www.caa.go.jp@evil.example/desk/)'"]),
        (CONTACTS, HOTLINE, ("caa.go", "caa\u200b.go"),
         ["8: desk-188 page, host: 'www.caa.go.jp (https://www.caa.go.jp/desk/)' -> "
          r"'www.caa\u200b.go.jp (https://www.caa\u200b.go.jp/desk/)'"]),
        (CONTACTS, HOTLINE, ("/desk/", "/other/"),
         ["8: desk-188 page: 'https://www.caa.go.jp/desk/' -> "
          "'https://www.caa.go.jp/other/'"]),
        (CONTACTS, HOTLINE, ("  page: https://www.caa.go.jp/desk/\n", ""),
         ["0: desk-188 page: 'https://www.caa.go.jp/desk/' -> nothing"]),
        (CONTACTS, HOTLINE, (HOTLINE, HOTLINE + "- id: new\n  numbers:\n    - number: '110'\n"),
         ["9: contact: nothing -> 'new'", "11: new number: nothing -> '110'"]),
        (CONTACTS, LAW + HOTLINE, (HOTLINE, ""),
         ["0: contact: 'desk-188' -> nothing",
          "0: desk-188 number: '188' -> nothing",
          "0: desk-188 number: '03-1111-2222 (ja: 海外から / en: From abroad)' -> nothing",
          "0: desk-188 page: 'https://www.caa.go.jp/desk/' -> nothing"]),
        (SOURCES, LAW, ("laws.e-gov.go.jp", "laws.e-gov.example"),
         ["2: law url, host: 'laws.e-gov.go.jp (https://laws.e-gov.go.jp/law/1)' -> "
          "'laws.e-gov.example (https://laws.e-gov.example/law/1)'"]),
        (SOURCES, LAW, ("law/1", "law/2"),
         ["2: law url: 'https://laws.e-gov.go.jp/law/1' -> 'https://laws.e-gov.go.jp/law/2'"]),
        (SITE, FACTS, ("page: contacts.md", "page: about.md"),
         ["6: actions: 'contacts.md (ja: 相談先 / en: Whom to call)' -> "
          "'about.md (ja: 相談先 / en: Whom to call)'"]),
        (SITE, FACTS, ("Whom to call", "I paid\u202e"),
         ["6: actions: 'contacts.md (ja: 相談先 / en: Whom to call)' -> "
          r"'contacts.md (ja: 相談先 / en: I paid\u202e)'"]),
        (SITE, FACTS, ("start/paid.md", "about.md"),
         ["3: urgent: 'start/paid.md (ja: 払った / en: I paid)' -> "
          "'about.md (ja: 払った / en: I paid)'"]),
        (SITE, FACTS, ("https://form.example/a", "mailto:a@evil.example"),
         ["1: report: 'https://form.example/a' -> 'mailto:a@evil.example'"]),
        (SITE, FACTS, ("contact: desk-188", "contact: other"),
         ["10: search contact: 'desk-188' -> 'other'"]),
        ("mkdocs.yml", SETTINGS, ("guide.example", "guides.example"),
         ["2: site_url, host: 'guide.example (https://guide.example/)' -> "
          "'guides.example (https://guides.example/)'"]),
        ("mkdocs.yml", SETTINGS, ('REPO_URL, ""', 'REPO_URL, "https://evil.example/"'),
         ["3: repo_url: nothing -> 'https://evil.example/'"]),
        ("mkdocs.yml", SETTINGS, ("licence.example", "evil.example"),
         ["4: copyright: '<a href=\"https://licence.example/\">CC</a>' -> "
          "'<a href=\"https://evil.example/\">CC</a>'"]),
        (CONTACTS, HOTLINE, ("- id: desk-188\n", "- id: desk-188\n  name: {ja: a}\n"),
         ["2: desk-188 name ja: nothing -> 'a'"]),
        ("mkdocs.yml", SETTINGS, ("https://other.example/", "tel:0570000188"),
         ["7: nav: 'https://other.example/' -> 'tel:0570000188'"]),
        ("docs/_data/glossary.yml", LAW, ("law/1", "law/2"),
         ["2: law url: 'https://laws.e-gov.go.jp/law/1' -> "
          "'https://laws.e-gov.go.jp/law/2'"]),
        ("docs/_data/readings.yml", READING, ("ほんだな", "ほんたな"),
         ["1: readings.yml 本棚 reading: 'ほんだな' -> 'ほんたな'"]),
        ("mkdocs.yml", "site_name: Guide\n", ("Guide", "Library"),
         ["1: name or label: 'Guide' -> 'Library'"]),
        ("docs/assets/card.png", "a", ("a", "b"),
         ["0: picture, look at it: '1 bytes, ca978112ca1b' -> '1 bytes, 3e23e8160039'"]),
        ("docs/_data/site.schema.json", "a", ("a", "b"), []),
        ("docs/ja/a.md", PAGE, ("- old.md", "- old.md\n  - '#a = #b'"),
         ["5: aliases: nothing -> '#a = #b'"]),
        ("docs/ja/a.md", PAGE, ("# A", "# A\n\nＥvil.example と rules.md"),
         ["9: named host: nothing -> 'evil.example'"]),
        ("docs/ja/contributing/a.md", PAGE, ("# A", "# A\n\n[a](https://b.example/c)"),
         ["9: link: nothing -> 'https://b.example/c'"]),
        ("docs/ja/a.md", PAGE, ("  - old.md\n", "  - older.md\n"),
         ["4: aliases: 'old.md' -> 'older.md'"]),
        ("docs/ja/a.md", PAGE, ("aliases:\n  - old.md\n", ""),
         ["0: aliases: 'old.md' -> nothing"]),
        ("docs/ja/a.md", PAGE + "\n[札](b.md) と [札](c.md)\n", ("c.md", "d.md"),
         ["9: link of '札': 'c.md' -> 'd.md'"]),
        ("docs/ja/a.md", PAGE + "\n## 札 {#a}\n\n## 紙 {#b}\n", ("{#a}", "{#x}", "{#b}", "{#a}"),
         ["9: id of '札': 'a' -> 'x'", "11: id of '紙': 'b' -> 'a'"]),
        ("docs/ja/a.md", PAGE + "\n119か、2026年の1,200円と[080](b.md#110)です。\n", ("119", "118"),
         ["9: figure: '119' -> '118'"]),
        ("docs/ja/a.md", PAGE, ("# A", "# A\n\n初めは080、1,553円、10:47、第110-2号、100%です。"),
         ["9: figure: nothing -> '080'"]),
        ("docs/ja/a.md", PAGE, ("title: a", "title: LINEで聞く"),
         ["2: title: 'a' -> 'LINEで聞く'"]),
        ("docs/ja/a.md", PAGE, ("aliases:", "changes:\n  - ja: 番号の終わりは5です。\naliases:"),
         ["4: changes: nothing -> 'ja: 番号の終わりは5です。'"]),
        ("docs/_data/asked/en.yml", "a:\n  - one\n  - two\nb:\n  - three\n",
         ("  - one\n", "", "  - three", "  - one\n  - three\n  - four"),
         ["0: phrasing of a: 'one' -> nothing", "4: phrasing of b: nothing -> 'one'",
          "6: phrasing of b: nothing -> 'four'"]),
        ("docs/ja/paper/a.md", PAGE, ("aliases:", "paper: a4\ncodes: b.md\naliases:"),
         ["3: paper: nothing -> 'a4'", "4: codes: nothing -> 'b.md'"]),
        ("mkdocs.yml", LABELS, ("A", "X", "B", "A", "X", "B"),
         ["6: label of '書類': 'A' -> 'B'", "7: label of '画面': 'B' -> 'A'"]),
        ("docs/_data/synonyms.yml", "- en: [court]\n", ("court", "court, spam"),
         ["1: synonyms.yml: 'en: court' -> 'en: court | spam'"]),
        ("docs/_data/unrelated.yml", "en: [rain]\n", ("rain", "rain, paid"),
         ["1: unrelated.yml en: nothing -> 'paid'"]),
        ("mkdocs.yml", "nav:\n  - 書類: a.md\n  - 組:\n      - 画面: b.md\n",
         ("a.md", "x.md", "b.md", "a.md", "x.md", "b.md"),
         ["2: link of '書類': 'a.md' -> 'b.md'", "4: link of '画面': 'b.md' -> 'a.md'"]),
    ],
)  # fmt: skip
def test_what_leads_elsewhere_is_told_before_and_after(path, before, swaps, lines):
    assert said(path, before, *swaps) == [f"{path}:{line}" for line in lines]


@pytest.mark.parametrize(
    ("path", "before", "swaps"),
    [
        # Equal values written differently, and fields that are neither number nor link.
        (CONTACTS, HOTLINE, ('"188"', "188")),
        (CONTACTS, HOTLINE, ("- id: desk-188\n", "# 110\n- id: desk-188\n")),
        (CONTACTS, HOTLINE, ("\n", "\r\n")),
        (SITE, FACTS, ("start/paid.md", '"start/paid.md"')),
        ("docs/ja/a.md", PAGE, ("# A", "# B")),
        ("docs/ja/a.md", PAGE, ("# A", "# A\n\n[札](b.md)\n\n## 紙 {#paper}")),
        (
            "docs/ja/a.md",
            PAGE + "\n[札](b.md) と [紙](c.md)\n",
            ("[札](b.md) と [紙](c.md)", "[紙](c.md)"),
        ),
        # An unreadable file has a finding of its own.
        (CONTACTS, HOTLINE, ('"188"', '"110')),
        ("mkdocs.yml", SETTINGS, ("[SITE_URL", "[[SITE_URL")),
    ],
)
def test_nothing_else_is_told(path, before, swaps):
    assert said(path, before, *swaps) == []


def test_swapped_numbers_are_told_and_so_is_their_order():
    two = "- id: a\n  numbers:\n    - number: '110'\n    - number: '119'\n"
    assert said(CONTACTS, two, "'110'", "'x'", "'119'", "'110'", "'x'", "'119'") == [
        f"{CONTACTS}:0: order of a number: '110 | 119' -> '119 | 110'"
    ]
    other = two.replace("'110'", "'119'") + "- id: b\n  numbers:\n    - number: '110'\n"
    two += "- id: b\n  numbers:\n    - number: '119'\n"
    changes = data_changes({CONTACTS: two.encode()}, {CONTACTS: other.encode()})
    assert [format_data_change(change).partition(": ")[2] for change in changes] == [
        "a number: '110' -> '119'",
        "b number: '119' -> '110'",
    ]


SWAPPED = {
    DRAWINGS: """\
- id: a
  words:
    - {key: x, max: 9, text: {en: "Yes"}}
    - {key: y, max: 9, text: {en: "No"}}
""",
    SITE: """\
danger:
  - text: {en: "Yes"}
    contacts: [a]
  - text: {en: "No"}
    contacts: [b]
""",
    "docs/_data/readings.yml": """\
- {word: 本, reading: "Yes"}
- {word: 札, reading: "No"}
""",
    "docs/_data/synonyms.yml": """\
- en: [a, "Yes"]
- en: [b, "No"]
""",
    "docs/ja/a.md": """\
- [x](Yes.md)
- [x](No.md)
""",
}


@pytest.mark.parametrize("path", SWAPPED)
def test_what_changes_places_is_told_twice(path):
    old = SWAPPED[path]
    new = old.replace("Yes", "?").replace("No", "Yes").replace("?", "No")
    changes = data_changes({path: old.encode()}, {path: new.encode()})
    assert len(changes) == 2


def test_a_new_page_is_told_whole_and_so_are_words_that_no_file_had():
    new, other = "docs/en/b.md", "docs/en/c.md"
    page = b"# B\n\nInstall AnyDesk. [The library](source:other) says so.\n"
    changes = data_changes({new: None}, {new: page, other: b"The library says so.\n"})
    assert [(each.what, each.after) for each in changes] == [
        (NEW_WORDS, "AnyDesk, Install"),
        (TEXT, "# B"),
        (TEXT, "¶ Install AnyDesk."),
        (TEXT, "[The library](source:other) says so."),
    ]


def test_no_file_pushes_another_one_off_a_list(site):
    texts = [DataChange("docs/ja/a.md", 1, TEXT, "", "a" * 9) for _ in range(700)]
    rare = DataChange("docs/ja/b.md", 1, TEXT, "not", "")
    assert rare in limited_evenly([*texts, rare], 600)
    changes = [*(replace(each, after="長" * 9000) for each in texts), rare]
    text = markdown(Summary(load(site), [], "", changes))
    assert len(text.encode()) < 1_000_000
    assert "10" in text.rpartition("more")[0][-8:]


def test_the_end_of_a_long_text_is_told():
    long = "a note, " * 120 + "pay them first"
    now = f"{PAGE}\n{long}\n"
    changes = data_changes({"docs/ja/a.md": PAGE.encode()}, {"docs/ja/a.md": now.encode()})
    lines = [format_data_change(each) for each in in_pieces(changes) if each.is_text]
    assert len(lines) == 2
    assert "pay them first" in lines[1]


def test_a_translation_that_is_noted_as_compared_is_told_whatever_else_changed():
    old = PAGE.replace("---\n", '---\ntranslates: "1"\n', 1)
    new = old.replace('"1"', '"2"')
    line = "docs/en/a.md:2: translates: '\"1\"' -> '\"2\"'"
    assert said("docs/en/a.md", old, '"1"', '"2"') == [line]
    assert line in said("docs/en/a.md", old, old, new + "\nMore.\n")


def test_a_key_without_a_value_and_the_order_of_hooks_are_told():
    before = "hooks: [a.py, b.py]\nplugins:\n  - search\nmarkdown_extensions:\n  - tables\n"
    now = before.replace("a.py, b.py", "b.py, a.py") + "  - pymdownx.critic:\n"
    assert said("mkdocs.yml", before, before, now) == [
        "mkdocs.yml:6: setting markdown_extensions pymdownx.critic: nothing -> 'no value'",
        "mkdocs.yml:0: order of setting hooks: 'a.py | b.py' -> 'b.py | a.py'",
    ]


def test_help_lines_and_drawings_are_never_cut_off_a_list():
    words = "help_lines:\n  - language: vi\n    words: {}\n"
    drawing = "- id: a\n  text: {{en: {}}}\n"
    for path, text in ((SITE, words), (DRAWINGS, drawing)):
        old, new = (text.format(each).encode() for each in ("Call.", "Pay."))
        assert next(each.is_critical for each in data_changes({path: old}, {path: new}))


def test_the_order_of_links_in_danger_is_told():
    one, other = "      - page: a.md\n", "      - page: b.md\n"
    old = f"danger:\n  - text: {{en: Call.}}\n    links:\n{one}{other}"
    assert said(SITE, old, one + other, other + one) == [
        f"{SITE}:0: order of danger 1 links: 'a.md | b.md' -> 'b.md | a.md'"
    ]


def test_the_day_and_the_kind_of_a_change_belong_to_its_sentence():
    old = "---\nchanges:\n  - {date: 2026-11-26, kind: law, en: A rule.}\n---\n\n# A {#a}\n"
    assert said("docs/ja/a.md", old, "law", "wording") == [
        "docs/ja/a.md:3: changes: 'date: 2026-11-26 / kind: law / en: A rule.' -> "
        "'date: 2026-11-26 / kind: wording / en: A rule.'"
    ]


def test_a_link_beside_one_that_is_told_is_told_too():
    page = PAGE + "\nAsk [x](source:law) and [y](contact:desk).\n"
    (link, text) = data_changes(
        {"docs/ja/a.md": page.encode()},
        {"docs/ja/a.md": page.replace("law", "book").replace("[y](contact:desk)", "y").encode()},
    )
    assert (link.before, link.after) == ("source:law", "source:book")
    assert text.after.endswith("[x](source:book) and y.")


def test_a_link_with_the_words_of_another_is_told_where_both_change_places():
    page = (
        PAGE
        + "\n[One](a.md), [two](b.md).\nPaid: [these steps](a.md).\nSued: [these steps](b.md).\n"
    )
    swapped = page.replace("(a.md)", "(-)").replace("(b.md)", "(a.md)").replace("(-)", "(b.md)")
    found = data_changes({"docs/ja/a.md": page.encode()}, {"docs/ja/a.md": swapped.encode()})
    told = [format_data_change(each) for each in found]
    assert [each for each in told if "Sued: [these steps](b.md)" in each]
    assert [each for each in told if "Paid: [these steps](a.md)" in each]


def test_links_to_a_renamed_page_are_one_line():
    old = {
        "docs/ja/a.md": PAGE + "\n[札](b.md) と [紙](b.md#x)\n",
        "docs/ja/c/d.md": "[札](../b.md)\n",
    }
    new = {path: text.replace("b.md", "e.md").encode() for path, text in old.items()}
    changes = data_changes({path: text.encode() for path, text in old.items()}, new)
    assert [format_data_change(change) for change in changes] == [
        "docs/ja/a.md:9: link of '札' and 2 other links: 'b.md' -> 'e.md'"
    ]


def test_new_files_and_files_that_are_gone_are_told():
    new = data_changes({SOURCES: None, CONTACTS: HOTLINE.encode()}, {SOURCES: LAW.encode()})
    assert [(change.path, change.after) for change in new if change.after] == [
        (SOURCES, "https://laws.e-gov.go.jp/law/1"), (SOURCES, "law"),
    ]  # fmt: skip
    assert {change.path for change in new if not change.after} == {CONTACTS}


def test_what_a_renamed_page_still_says_is_not_told():
    first = "## A {#a}\n\nSay it.\n{: .say-words }\n\nAnd this.\n{: .say-words }\n"
    second = first.replace("Say it.", "Say more.")
    changes = data_changes(
        {"docs/ja/old.md": first.encode(), "docs/ja/new.md": None},
        {"docs/ja/new.md": second.encode()},
    )
    assert {(each.path, each.before, each.after) for each in changes} == {
        ("docs/ja/new.md", "docs/ja/old.md", "docs/ja/new.md"),
        ("docs/ja/new.md", "", "more"),
        ("docs/ja/new.md", "¶ Say it.", "¶ Say more."),
    }


def test_sentences_that_change_places_in_a_renamed_page_are_told():
    first = PAGE + "\n## A {#a}\n\nOne.\n\nTwo.\n\nThree.\n\n## B {#b}\n\nFour.\n"
    swapped = first.replace("One.", "@").replace("Four.", "One.").replace("@", "Four.")
    changes = data_changes(
        {"docs/ja/old.md": first.encode(), "docs/ja/new.md": None},
        {"docs/ja/new.md": swapped.encode()},
    )
    told = {(each.what, each.before, each.after) for each in changes if each.is_text}
    assert ("text in #a", "¶ One.", "¶ Four.") in told
    assert ("text in #b", "¶ Four.", "¶ One.") in told


def test_phrasings_follow_the_name_of_their_page():
    page = PAGE + "\nOne.\n"
    asked = "a:\n  - one\n  - two\n"
    changes = data_changes(
        {"docs/en/a.md": page.encode(), "docs/en/b.md": None, ASKED: asked.encode()},
        {"docs/en/b.md": page.encode(), ASKED: asked.replace("a:", "b:").encode()},
    )
    assert [format_data_change(each) for each in changes] == [
        "docs/en/b.md:0: page: 'docs/en/a.md' -> 'docs/en/b.md'"
    ]


def test_a_told_link_does_not_stand_for_another_one():
    page = PAGE + "\n1. Make [the calls](a.md).\n\nSee [whom to call](a.md).\n"
    now = page.replace("a.md", "b.md") + "\nKeep [the calls](a.md).\n"
    changes = data_changes({"docs/ja/a.md": page.encode()}, {"docs/ja/a.md": now.encode()})
    assert [each.after for each in changes if each.is_text and each.after.startswith("Make")]


def test_every_setting_is_told_and_so_is_a_page_that_goes_to_another_group():
    block = "plugins:\n  - i18n:\n      languages:\n        - locale: en\n          build: true\n"
    inside = "          nav:\n            - I paid: saw.md\n"
    assert said("mkdocs.yml", block, "true\n", f"true\n{inside}") == [
        "mkdocs.yml:7: setting plugins i18n languages en nav I paid: nothing -> 'saw.md'"
    ]
    nav = "nav:\n  - A:\n      - One: one.md\n  - B:\n      - Two: two.md\n"
    moved = "nav:\n  - A:\n      - Two: two.md\n  - B:\n      - One: one.md\n"
    assert said("mkdocs.yml", nav, nav, moved) == [
        "mkdocs.yml:0: order of navigation: 'A | One | B | Two' -> 'A | Two | B | One'"
    ]


def test_words_of_a_drawing_that_change_places_are_told_in_reading_order():
    word = '\n<text x="{}" y="9" data-word="{}"></text>'
    root = '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg">'
    drawing = root + '\n<circle r="1"/>\n<circle r="2"/>{}\n</svg>'
    before = drawing.format(word.format(1, "real") + word.format(5, "fake"))
    after = drawing.format(word.format(5, "real") + word.format(1, "fake"))
    path = "docs/_data/drawings/mail.svg"
    changes = data_changes({path: before.encode()}, {path: after.encode()})
    assert ("real | fake", "fake | real") in {(each.before, each.after) for each in changes}
    moved = "docs/_data/drawings/letter.svg"
    changes = data_changes({path: before.encode(), moved: None}, {moved: after.encode()})
    assert ("real | fake", "fake | real") in {(each.before, each.after) for each in changes}


def test_many_equal_dates_are_one_line():
    contacts = "".join(f"- id: desk-{i}\n  cost: {{en: Free}}\n  opened: ''\n" for i in range(9))
    dates = said(CONTACTS, contacts, "opened: ''", "opened: '2026-01-01'", "Free", "Paid")
    assert [each for each in dates if "opened" in each] == [
        f"{CONTACTS}:3: desk-0 opened and 8 other entries: nothing -> '2026-01-01'"
    ]
    changes = data_changes({CONTACTS: b"- id: a\n"}, {CONTACTS: b"- id: a\n  cost: {en: Pay}\n"})
    assert [each.is_critical for each in changes if " cost " in each.what] == [True]


def test_another_file_with_another_name_is_told():
    changes = data_changes(
        {"docs/assets/a.txt": b"<script>", "docs/assets/a.html": None},
        {"docs/assets/a.html": b"<script>"},
    )
    assert {each.path for each in changes} == {"docs/assets/a.txt", "docs/assets/a.html"}


def test_a_new_entry_is_told_whole():
    entry = "- id: new\n  name: {ja: a, en: b}\n  numbers:\n    - number: '110'\n  page: https://a.example/\n"
    assert said(CONTACTS, HOTLINE, HOTLINE, HOTLINE + entry) == [
        f"{CONTACTS}:9: contact: nothing -> 'new'",
        f"{CONTACTS}:10: new name ja: nothing -> 'a'",
        f"{CONTACTS}:10: new name en: nothing -> 'b'",
        f"{CONTACTS}:12: new number: nothing -> '110'",
        f"{CONTACTS}:13: new page: nothing -> 'https://a.example/'",
    ]


def test_a_new_drawing_and_its_file_are_told():
    words = "- id: old\n  words:\n    - {key: a, max: 9, text: {ja: 閉, en: Close}}\n"
    assert said(DRAWINGS, words, words, words + words.replace("old", "new")) == [
        f"{DRAWINGS}:4: drawing: nothing -> 'new'",
        f"{DRAWINGS}:6: new words: nothing -> 'a'",
        f"{DRAWINGS}:6: new words a max: nothing -> '9'",
        f"{DRAWINGS}:6: new words a text ja: nothing -> '閉'",
        f"{DRAWINGS}:6: new words a text en: nothing -> 'Close'",
    ]
    assert said(DRAWINGS, words, "Close", "Open") == [
        f"{DRAWINGS}:3: old words a text en: 'Close' -> 'Open'"
    ]
    path = "docs/_data/drawings/new.svg"
    (change,) = data_changes({path: None}, {path: b"a"})
    assert (change.before, change.after) == ("", "1 bytes, ca978112ca1b")
    (change,) = data_changes({path: b"a"}, {})
    assert (change.before, change.after) == ("1 bytes, ca978112ca1b", "")


def test_of_a_drawing_each_part_that_differs_is_told():
    before = '<svg>\n<rect class="solid"/>\n<text data-word="pay" x="1"/></svg>'
    _, *told = said("docs/_data/drawings/a.svg", before, '"solid"', '"dot"', 'x="1"', 'x="9"')
    assert told == [
        "docs/_data/drawings/a.svg:2: shape rect: 'class=\"solid\"' -> 'class=\"dot\"'",
        "docs/_data/drawings/a.svg:3: word 'pay': 'data-word=\"pay\" x=\"1\"'"
        ' -> \'data-word="pay" x="9"\'',
    ]


def test_shapes_that_cover_others_now_and_another_height_are_told():
    path = "docs/_data/drawings/a.svg"
    one, other = '<rect class="solid"/>', '<path d="M0 0h9" class="alarm"/>'
    before = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 90">{one}{other}</svg>'
    told = said(path, before, one + other, other + one)
    assert any(each.startswith(f"{path}:0: order of shapes: 'viewBox") for each in told)
    assert f"{path}:0: viewBox: '0 0 320 90' -> '0 0 320 999'" in said(path, before, " 90", " 999")


def test_a_path_can_neither_end_the_line_nor_show_other_letters():
    change = DataChange("docs/ja/\u0430\n.md", 1, "aliases", "", "old.md")
    assert format_data_change(change) == r"docs/ja/\u0430\u000a.md:1: aliases: nothing -> 'old.md'"


# ---- With git -----------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit_all(folder, "Before")
    return folder


def swap(site, old, new, file=CONTACTS):
    text = (site / file).read_text("utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new, 1), "utf-8")


def number(site):
    """First telephone number in the contacts of the tiny site."""
    return (site / CONTACTS).read_text("utf-8").partition("number: ")[2].split(",")[0]


def told(site, capsys, *arguments):
    main(["check", *arguments, str(site)])
    return [line for line in capsys.readouterr().out.splitlines() if " -> " in line]


def test_a_swapped_number_is_told_above_the_findings_and_needs_a_date(site, capsys):
    old = number(site)
    base = git(site, "rev-parse", "HEAD").strip()
    swap(site, old, "090-1234-5678")
    assert main(["check", str(site)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == format_heading(1, base)
    assert lines[0] == (
        "Numbers, hosts, buttons, links, aliases and sentences changed since "
        f"{base[:7]}, the last commit shared with the default branch: 1"
    )
    assert lines[1].endswith(f" number: '{old}' -> '090-1234-5678'")
    assert lines[-1].startswith("1 error")
    text = (site / CONTACTS).read_text("utf-8")
    (site / CONTACTS).write_text(text.replace('opened: ""', 'opened: "2026-11-20"', 1), "utf-8")
    assert main(["check", str(site)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].endswith(f" number: '{old}' -> '090-1234-5678'")
    assert lines[-1].startswith("0 errors")


def test_many_changes_of_one_file_are_counted_in_a_terminal(site, capsys):
    path = "docs/_data/interface.yml"
    text = (site / path).read_text("utf-8")
    (site / path).write_text(text.replace('en: "', 'en: "Now '), "utf-8")
    main(["check", str(site)])
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith(f"{path}:") and " -> " in line for line in lines) == 12
    assert any(re.fullmatch(rf"{path}: and \d+ more: '.* ALL=1' lists them", e) for e in lines)
    assert len(told(site, capsys, "--all")) > 12


def test_an_entry_that_is_gone_is_told_whole(site, capsys):
    old = number(site)
    (site / CONTACTS).write_text("[]\n", "utf-8")
    lines = told(site, capsys, "--all")
    assert any(f"'{old}' -> nothing" in line for line in lines)
    assert any(" name " in line for line in lines)
    assert any(" hours " in line for line in lines)


def test_a_picture_that_is_deleted_is_told(site, capsys):
    picture = site / "docs/assets/shelf.png"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    commit_all(site, "A picture")
    picture.unlink()
    assert any(line.startswith("docs/assets/shelf.png:0: picture, ") for line in told(site, capsys))


def test_a_branch_is_compared_with_where_it_left_and_main_may_go_on(site, capsys):
    old = number(site)
    git(site, "checkout", "--quiet", "-b", "mine")
    swap(site, old, "090-1234-5678")
    commit_all(site, "Mine")
    git(site, "checkout", "--quiet", "main")
    swap(site, "https://", "https://www.", SOURCES)
    commit_all(site, "Theirs")
    assert told(site, capsys) == []
    git(site, "checkout", "--quiet", "mine")
    assert len(told(site, capsys)) == 1
    swap(site, "090-1234-5678", old)
    assert told(site, capsys) == []


def test_on_the_default_branch_what_is_not_yet_pushed_counts(site, tmp_path, capsys):
    git(tmp_path, "clone", "--quiet", str(site), "copy")
    copy = tmp_path / "copy"
    swap(copy, number(copy), "090-1234-5678")
    commit_all(copy, "Not pushed")
    assert len(told(copy, capsys)) == 1
    git(copy, "push", "--quiet", "origin", "HEAD:refs/heads/other")
    assert len(told(copy, capsys)) == 1


def test_a_pull_request_is_compared_with_the_branch_that_it_goes_to(
    site, tmp_path, capsys, monkeypatch
):
    git(site, "branch", "release")
    swap(site, number(site), "090-1111-1111")
    commit_all(site, "On main")
    git(tmp_path, "clone", "--quiet", str(site), "copy")
    assert told(tmp_path / "copy", capsys, "--github") == []
    monkeypatch.setenv("GITHUB_BASE_REF", "release")
    assert len(told(tmp_path / "copy", capsys, "--github")) == 1
    assert told(tmp_path / "copy", capsys) == []
    for odd in ("nowhere", "--help", "../../heads/main"):
        monkeypatch.setenv("GITHUB_BASE_REF", odd)
        assert told(tmp_path / "copy", capsys, "--github") == []


def test_a_shallow_copy_tells_what_it_can_and_never_fails(site, tmp_path, capsys, monkeypatch):
    swap(site, number(site), "090-1111-1111")
    commit_all(site, "Second")
    git(site, "checkout", "--quiet", "-b", "mine")
    swap(site, "090-1111-1111", "090-2222-2222")
    commit_all(site, "Third")
    address = f"file://{site}"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "mine", address, "shallow")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert told(tmp_path / "shallow", capsys, "--github") == []


def test_without_git_a_commit_or_a_default_branch_nothing_is_told(site, tmp_path, capsys):
    plain = copy_tiny_site(tmp_path / "plain", is_built=False)
    assert told(plain, capsys) == []
    git(plain, "init", "--quiet", "--initial-branch", "main")
    assert told(plain, capsys) == []
    git(site, "branch", "--move", "trunk")
    swap(site, number(site), "090-1234-5678")
    assert told(site, capsys) == []


def test_a_file_that_is_deleted_or_renamed_is_told(site, capsys):
    (site / SOURCES).unlink()
    page = (
        (site / "docs/ja/case.md").read_text("utf-8").replace("---\n", "---\naliases: [x.md]\n", 1)
    )
    (site / "docs/ja/case.md").write_text(page, "utf-8")
    lines = told(site, capsys)
    assert [line for line in lines if line.startswith(f"{SOURCES}:0: ")]
    assert any(line.startswith("docs/ja/case.md:2: aliases: nothing -> 'x.md'") for line in lines)


def test_no_program_that_a_folder_names_is_called(site, tmp_path, capsys):
    """A filter or diff driver in .gitattributes would run a program from the git configuration."""
    trap = f"sh -c 'touch {tmp_path}/sprung; cat'"
    for key in ("filter.x.clean", "filter.x.smudge", "diff.x.textconv", "diff.x.command"):
        git(site, "config", key, trap)
    git(site, "config", "diff.external", trap)
    git(site, "config", "core.fsmonitor", trap)
    (site / ".gitattributes").write_text("* filter=x diff=x\n", "utf-8")
    swap(site, number(site), "090-1234-5678")
    assert len(told(site, capsys)) == 1
    assert not (tmp_path / "sprung").exists()


def test_a_repository_with_longer_names_of_contents_works_too(tmp_path, capsys):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    command = ["git", "init", "--quiet", "--object-format=sha256", "-b", "main", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("This git knows SHA-1 only.")
    commit_all(folder, "Before")
    base = base_commit(folder)
    assert len(base) == 64
    now = {path: source.content for path, source in load(folder).sources.items()}
    assert not set(changed_since(folder, base, now)) & set(now)
    swap(folder, number(folder), "090-1234-5678")
    assert len(told(folder, capsys)) == 1


# ---- In a pull request -----------------------------------------------------------------------


def test_the_summary_has_the_changes_first_and_in_every_language(site):
    changes = [
        DataChange(CONTACTS, 25, "desk-188 number", "188", "0570-000-188"),
        DataChange("docs/ja/a.md", 0, "aliases", "a`b|c.md", ""),
    ]
    found = [Finding("docs/ja/a.md", 1, "LK002", "a", "b")]
    text = markdown(Summary(load(site), found, "https://host.example/r/", changes))
    in_our_words, _, rest = text.partition("\n\n")
    assert in_our_words.endswith("data that changed: 2.**")
    assert rest.startswith(
        "## 番号、アドレス、ボタン、リンク、文の変更：2 件。"
        "公式の情報と一つずつ比べ、文は前と読み比べてください\n\n"
        "| 場所 | 項目 | 変更前 | 変更後 |\n| --- | --- | --- | --- |\n"
        "| [docs/\\_data/contacts.yml:25]"
        "(https://host.example/r/docs/_data/contacts.yml?plain=1#L25) "
        "| `desk-188 number` | `188` | `0570-000-188` |\n"
        "| docs/ja/a.md:0 | `aliases` | `` a`b\\|c.md `` | — |\n\n"
        "## 検査の結果"
    )
    assert (
        "## Numbers, hosts, buttons, links, aliases and sentences changed: 2. Compare each with "
        "its official source, and sentences with what they said\n\n"
        "| Place | Field | Before | After |\n"
    ) in text


def test_a_long_list_of_changes_is_cut_and_what_was_there_before_comes_first(site):
    before = "".join(f"- id: s{n}\n  issuer: {{ja: a{n}}}\n" for n in range(150))
    urls = "".join(f"- id: u{n}\n  url: https://a.example/{n}\n" for n in range(150))
    now = before.replace("a149", "b149") + urls
    new = "".join(f"- id: n{n}\n  issuer: {{ja: a}}\n" for n in range(450))
    changes = data_changes({SOURCES: before.encode()}, {SOURCES: (new + now).encode()})
    assert all(change.is_critical for change in changes[:150])
    assert changes[150].after == "b149"
    text = markdown(Summary(load(site), [], "", changes))
    # URLs are never cut, in either language.
    assert text.count("| docs/\\_data/sources.yml:") == 2 * (150 + 600)
    assert "And 451 more." in text


def test_the_check_on_a_host_warns_while_nobody_is_asked_to_review(
    site, tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("GITHUB_REPOSITORY_OWNER", "guides")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert main(["check", "--github", str(site)]) == 0
    assert (
        capsys.readouterr()
        .out.splitlines()[-2]
        .startswith(
            "::warning file=.github/CODEOWNERS,title=CODEOWNERS::there is no such file, so nobody"
        )
    )
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "\n> `.github/CODEOWNERS` の名前が仮のままなので" in summary
    assert "> `.github/CODEOWNERS` still names nobody" in summary
    assert unnamed_owners(site, "guides") is not None
    assert main(["check", str(site)]) == 0
    assert "CODEOWNERS" not in capsys.readouterr().out


def test_a_finding_is_still_an_error_beside_changes(site, capsys):
    swap(site, number(site), "090-1234-5678")
    apply_case(CASES / "LK012/ja.md", site)
    assert main(["check", str(site)]) == 1
    assert " -> " in capsys.readouterr().out


def test_a_heading_that_asks_is_one_with_its_id():
    page = "---\ntitle: a\n---\n\n# Whom can I ask? {#ask}\n"
    new = page.replace("ask?", "call?").replace("{#ask}", "{#ask .folded}")
    changes = data_changes({"docs/en/a.md": page.encode()}, {"docs/en/a.md": new.encode()})
    (change,) = (each for each in changes if each.is_text)
    assert change.after == "# Whom can I call? {#ask .folded}"
