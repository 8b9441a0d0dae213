"""GitHub output: workflow commands for annotations, and a summary in every language."""

import pytest

from knowledge.__main__ import main
from knowledge.finding import Finding
from knowledge.report.pull_request import Summary, markdown, workflow_commands
from knowledge.rules.registry import RULES_PAGE
from knowledge.site.languages import source_in
from knowledge.site.site import load
from support.cases_site import ROOT, TINY, apply_case, copy_tiny_site

LINK = Finding("docs/ja/a.md", 12, "LK002", "there is no '#a' in this page", "Did you mean '#b'?")
OLD = Finding("docs/_data/contacts.yml", 3, "RV003", "a text of 2020", "Open it")
OLDER = Finding("docs/_data/contacts.yml", 9, "RV003", "a text of 2019", "Open it")
STALE = Finding("docs/en/a.md", 5, "FR001", "docs/ja/a.md has changed", "See what changed")


EXPLANATIONS = {
    "ja": "### LK002: 存在しない見出しへのリンク {#lk002}\n\n"
    "ページはありますが、`#` の後の id がそのページにありません。同じ id を書きます。\n\n"
    "### FR001: もとが変わった訳 {#fr001}\n\nこれはお知らせです。もとのページが変わりました。\n",
    "en": "### LK002: a link to a heading that does not exist {#lk002}\n\n"
    "The page exists, but the id after `#` is not on it. Write that id.\n",
}


@pytest.fixture(scope="module")
def explained(tmp_path_factory):
    """A site with a page of rules in both languages."""
    folder = copy_tiny_site(tmp_path_factory.mktemp("pull") / "site", is_built=False)
    for language, text in EXPLANATIONS.items():
        path = folder / source_in(language, RULES_PAGE)
        path.parent.mkdir()
        path.write_text(f"# Rules {{#rules}}\n\n{text}", "utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def tiny():
    """A site without a page of rules."""
    return load(TINY)


def test_errors_come_first_and_then_what_is_rare(tiny):
    """GitHub shows ten annotations per level: common findings must not hide rare ones."""
    lines = list(workflow_commands(tiny, [OLD, OLDER, STALE, LINK]))
    assert lines == [
        "::error file=docs/ja/a.md,line=12,title=LK002::there is no '#a' in this page. "
        "Did you mean '#b'?",
        "::notice file=docs/en/a.md,line=5,title=FR001::docs/ja/a.md has changed. "
        "See what changed.",
        "::notice file=docs/_data/contacts.yml,line=3,title=RV003::a text of 2020. Open it.",
        "::notice file=docs/_data/contacts.yml,line=9,title=RV003::a text of 2019. Open it.",
    ]


def test_an_annotation_has_the_title_and_a_sentence_of_the_page_of_rules(explained):
    assert list(workflow_commands(explained, [LINK])) == [
        "::error file=docs/ja/a.md,line=12,title=LK002 存在しない見出しへのリンク"
        "::there is no '#a' in this page. Did you mean '#b'?"
        "%0Aページはありますが、`#` の後の id がそのページにありません。"
    ]


def test_nothing_in_a_finding_can_end_its_command(tiny):
    odd = Finding("docs/a,b:c%\n.md", 0, "SF012", "100%\r\n::error::x", "Delete it")
    assert list(workflow_commands(tiny, [odd])) == [
        "::error file=docs/a%2Cb%3Ac%25%0A.md,title=SF012::100%25��::error::x. Delete it."
    ]


def test_the_summary_is_there_in_every_language(explained):
    text = markdown(Summary(explained, [LINK, STALE], "https://host.example/r/"))
    assert "## 検査の結果：直すところ 1 件、お知らせ 1 件" in text
    assert "## Checks: 1 to mend; notices: 1" in text
    assert "[docs/ja/a.md:12](https://host.example/r/docs/ja/a.md?plain=1#L12)" in text
    assert (
        "[LK002 a link to a heading that does not exist]"
        "(https://host.example/r/docs/en/contributing/rules.md"
        "#lk002-a-link-to-a-heading-that-does-not-exist-lk002)"
    ) in text
    assert "`docs/ja/contributing/rules.md`" in text
    assert "LK002 存在しない見出しへのリンク" in text
    assert "Did you mean '\\#b'?<br>ページはありますが、" in text
    assert text.count("<br>") == 2, "the English table has no Japanese sentence"


def test_markup_in_a_finding_is_shown_as_it_is(explained):
    odd = Finding("docs/ja/a.md", 1, "SF001", "'<script>' | `a` [b](c) ![d](e)", "Write it")
    text = markdown(Summary(explained, [odd], ""))
    assert r"'\<script\>' \| \`a\` \[b\](c) \!\[d\](e)" in text


def test_a_long_list_is_cut_and_counted(explained):
    many = [Finding("docs/ja/a.md", n, "LK002", "a", "b") for n in range(1, 151)]
    text = markdown(Summary(explained, many, ""))
    assert text.count("| docs/ja/a.md:") == 200
    assert "And 50 more." in text
    assert "ほかに 50 件あります。" in text


def test_the_command_writes_both(tmp_path, capsys, monkeypatch):
    site = copy_tiny_site(tmp_path / "site", is_built=False)
    apply_case(ROOT / "tests/cases/LK012/ja.md", site)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    assert main(["check", "--github", str(site)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error file=docs/ja/case.md,line=9,title=LK012::")
    assert lines[-1].startswith("7 errors, 1 notice.")
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "## 検査の結果：直すところ 7 件、お知らせ 1 件" in summary
    assert "docs/ja/case.md:9 | LK012 |" in summary
