"""`python -m knowledge check`: what it prints, what it exits with."""

import json

import pytest

from knowledge.__main__ import main
from support.cases_site import CASES, apply_case, copy_tiny_site


@pytest.fixture
def site(tmp_path):
    return copy_tiny_site(tmp_path / "site", is_built=False)


def test_nothing_found_exits_with_0(site, capsys):
    assert main(["check", str(site)]) == 0
    assert capsys.readouterr().out == "0 errors, 0 notices.\n"


def test_an_error_exits_with_1_and_the_summary_comes_last(site, capsys):
    apply_case(CASES / "LK012/ja.md", site)
    assert main(["check", str(site)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("docs/ja/case.md:9: LK012 'http://city.example/' ")
    assert lines[-1] == (
        "7 errors, 1 notice. The rules are explained in docs/ja/contributing/rules.md "
        "and docs/en/contributing/rules.md."
    )
    assert [line.partition(" LK012")[0] for line in lines if " LK012 " in line] == [
        "docs/ja/case.md:9:",
        "docs/ja/case.md:13:",
    ]


def test_json_has_every_finding_and_what_it_follows_from(site, capsys):
    page = site / "docs/ja/case.md"
    page.write_text(page.read_text("utf-8") + "\n[時間] (index.md)と[時間](no.md)です。\n", "utf-8")
    assert main(["check", "--json", str(site)]) == 1
    value = json.loads(capsys.readouterr().out)
    assert value["errors"] == len(value["findings"]) - value["notices"]
    by_code = {found["code"]: found for found in value["findings"]}
    assert by_code["SR011"] == {
        "path": "docs/ja/case.md",
        "line": 11,
        "code": "SR011",
        "slug": "left-as-text",
        "severity": "error",
        "problem": "Markdown does not read a link here, as it is written",
        "fix": "Write '[時間](index.md)'",
        "titles": {"ja": "SR011", "en": "SR011"},
        "sentences": {},
        "follows_from": None,
    }
    cause = by_code["LK001"]["follows_from"]
    assert value["findings"][cause] == by_code["SR011"]


def test_what_follows_is_listed_if_it_is_asked_for(site, capsys):
    page = site / "docs/ja/case.md"
    page.write_text(page.read_text("utf-8") + "\n[時間] (index.md)と[時間](no.md)です。\n", "utf-8")
    main(["check", str(site)])
    short = capsys.readouterr().out
    main(["check", "--all", str(site)])
    assert " LK001 " not in short
    assert " And 1 that follow from it." in short
    assert " LK001 " in capsys.readouterr().out


def test_a_fault_in_the_configuration_is_annotated_too(site, capsys):
    path = site / "mkdocs.yml"
    text = path.read_text("utf-8").replace("  name: material", "\tname: material")
    path.write_text(text, "utf-8")
    assert main(["check", "--github", str(site)]) == 2
    printed = capsys.readouterr()
    fact, remedy = "a tab stands here, where spaces must", "Indent with spaces."
    assert printed.err == f"mkdocs.yml:7: {fact}. {remedy}\n"
    assert printed.out == f"::error file=mkdocs.yml,line=7::{fact}. {remedy}\n"


def test_a_configuration_that_is_no_yaml_exits_with_2_and_one_sentence(site, capsys):
    (site / "mkdocs.yml").write_text('site_name: "x\n', "utf-8")
    assert main(["check", str(site)]) == 2
    assert capsys.readouterr().err == (
        "mkdocs.yml:1: a quote or bracket is opened here and never closed. "
        "Compare the line, its indent and its quotes with the lines above it.\n"
    )


def test_a_folder_without_a_configuration_exits_with_2(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "there is no mkdocs.yml in" in capsys.readouterr().err


def test_an_unknown_command_names_those_that_exist(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["chekc"])
    assert "check" in capsys.readouterr().err
