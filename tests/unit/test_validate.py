"""The validator of the built pages: what counts as the theme's own, and that it finds anything."""

import json
import re
import sys
from pathlib import Path

import pytest
from violation import (
    Known,
    StartTags,
    Violation,
    baseline_of,
    beyond,
    format_violation,
    template_of,
    without_page,
)

import validate
from cases_site import ROOT

BUTTON = '<button class="menu" aria-label="*">'
TEMPLATES = {
    "base.html": "<main>{% include 'partials/menu.html' %}</main>",
    "partials/menu.html": '<button class="menu" aria-label="{{ lang.t(\'menu\') }}">x</button>',
}
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


def violation(line=1, path="site/a.html", rule="button-type", message="no type", element=BUTTON):
    return Violation(path, line, rule, message, element)


def known(times=1, message="no type"):
    return Known("button-type", BUTTON, message, "partials/menu.html", times)


def test_a_violation_is_one_line():
    found = violation(
        line=12, path="site/police.html", rule="no-dup-id", message='Duplicate ID "a"'
    )
    assert format_violation(found) == 'site/police.html:12: no-dup-id Duplicate ID "a"'


def test_what_belongs_to_a_page_or_a_language_makes_no_difference():
    japanese, english, template = (
        '<a class="x" href="a.html" title="一">',
        '<a class="x" href="en/b.html" title="one">',
        """<a class="x" href="{{ page.url | url }}" title="{{ lang.t('one') }}">""",
    )
    assert without_page(japanese) == without_page(english) == without_page(template)
    assert without_page(japanese) == '<a class="x" href="*" title="*">'
    assert without_page('<form class="x" method="dialog">') == '<form class="x" method="dialog">'


def test_a_place_belongs_to_the_last_start_tag_before_it():
    tags = StartTags('<!doctype html>\n<p>一😀<b\n  class="x">二</b>\n<i>三</i></p>\n')
    assert tags.at(1, 1) == ""
    assert tags.at(2, 1) == "<p>"
    assert tags.at(2, 6) == "<p>"
    assert tags.at(2, 7) == '<b class="x">'
    assert tags.at(3, 12) == '<b class="x">'
    assert tags.at(4, 9) == "<i>"


def test_what_the_theme_does_too_is_not_reported():
    assert list(beyond([violation(), violation(path="site/b.html")], [known()])) == []


def test_quoted_text_of_a_message_makes_no_difference():
    found = [violation(message='"検索" is no name')]
    assert list(beyond(found, [known(message='"*" is no name')])) == []


def test_what_happens_more_often_on_a_page_than_in_the_theme_is_reported():
    found = [violation(line=9), violation(line=2), violation(path="site/b.html")]
    assert list(beyond(found, [known()])) == [violation(line=9)]


@pytest.mark.parametrize(
    "other",
    [
        violation(rule="other"),
        violation(message="other"),
        violation(element='<button class="ours" aria-label="*">'),
    ],
)
def test_what_differs_from_the_theme_is_reported(other):
    assert list(beyond([other, violation()], [known()])) == [other]


def test_what_is_beyond_is_sorted():
    found = [violation(path="site/b.html"), violation(line=30), violation(line=4)]
    assert list(beyond(found, [])) == [found[2], found[1], found[0]]


def test_the_baseline_counts_what_is_on_one_page():
    pages = [violation(1), violation(2), violation(1, path="site/b.html")]
    assert baseline_of(pages, TEMPLATES, []) == ([known(times=2)], [])


@pytest.mark.parametrize(
    ("element", "own"),
    [
        (BUTTON, [f"<div>{BUTTON}</div>"]),
        ('<button class="ours">', []),
        ("", []),
    ],
    ids=["in our templates too", "in no template of the theme", "no element"],
)
def test_what_the_theme_is_not_to_blame_for_stays_out_of_the_baseline(element, own):
    found = violation(element=element)
    assert baseline_of([found], TEMPLATES, own) == ([], [found])


def test_every_entry_of_the_baseline_is_the_themes_and_never_ours():
    templates, own = validate.theme_templates(), validate.own_sources()
    entries = validate.read_baseline()
    assert entries == sorted(entries)
    assert len({(each.rule, each.element, each.message) for each in entries}) == len(entries)
    for each in entries:
        assert template_of(each.element, templates, own) == each.template, each


def test_none_of_our_sources_switches_the_validator_off():
    for text in validate.own_sources():
        assert "[html-validate-" not in text


def test_every_rule_that_is_set_has_its_reason():
    reasons = (validate.HERE / "README.md").read_text("utf-8")
    for rule in json.loads(validate.RULES.read_text("utf-8"))["rules"]:
        assert f"`{rule}`" in reasons, rule


def test_the_lock_has_a_hash_for_every_package_and_names_no_host():
    text = (validate.HERE / validate.LOCK).read_text("utf-8")
    packages = {name: each for name, each in json.loads(text)["packages"].items() if name}
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert "://" not in text
    asked = json.loads((validate.HERE / validate.PACKAGE).read_text("utf-8"))["dependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked


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
    if validate.missing_node():
        pytest.skip(validate.missing_node())
    if not validate.is_installed():
        pytest.skip("The validator is not installed here; make validate installs it.")
    (tmp_path / "broken.html").write_text(BROKEN, "utf-8")
    (tmp_path / "whole.html").write_text(re.sub(r"<p.*\n", "", BROKEN), "utf-8")
    found = beyond(validate.violations_in(tmp_path), validate.read_baseline())
    page = (tmp_path / "broken.html").as_posix()
    assert [format_violation(each) for each in found] == [
        f'{page}:6: no-dup-id Duplicate ID "twice"',
        f"{page}:7: close-order Stray end tag '</p>'",
        f"{page}:7: no-implicit-close Element <p> is implicitly closed by adjacent <div>",
        f"{page}:8: no-inline-style Inline style is not allowed",
    ]


def test_the_folder_of_the_validator_holds_no_packages():
    assert validate.INSTALLED.relative_to(ROOT).parts[0] == ".cache"
    assert not (validate.HERE / "node_modules").exists()
