"""What follows from one slip is folded into the line of its cause."""

import pytest

from knowledge.finding import Finding
from knowledge.report.causes import Cause, by_cause, format_cause
from knowledge.rules.registry import NOTICES, findings
from knowledge.site.site import load
from support.cases_site import TINY, commit_all, copy_tiny_site, git

HEAD = (
    "---\ntitle: 試し書き\ndescription: 試しです。\nreviewed: 2026-11-20\n---\n\n# 題 {#case}\n\n"
)
SECTIONS = "".join(f"## 節{n} {{#part-{n}}}\n\n[時間](index.md#hours)です。\n\n" for n in range(9))


@pytest.fixture
def folded(tmp_path):
    """The lines for errors on the tiny site with some of its files replaced."""

    def fold(**files):
        site = tmp_path / "site"
        if not site.exists():
            copy_tiny_site(site, is_built=False)
        for name, text in files.items():
            path = site / {"ja": "docs/ja/case.md", "en": "docs/en/case.md"}.get(
                name, f"docs/_data/{name}.yml"
            )
            path.write_text(text, "utf-8")
        found = [f for f in findings(load(site)) if f.code not in NOTICES]
        causes = by_cause(found)
        assert sum(1 + len(cause.follows) for cause in causes) == len(found), "none is lost"
        return [format_cause(cause) for cause in causes]

    return fold


def test_findings_without_a_common_cause_stay_apart():
    found = [
        Finding("docs/ja/a.md", 3, "LK001", "a", "b"),
        Finding("docs/ja/a.md", 4, "LK001", "a", "b"),
        Finding("docs/ja/b.md", 3, "PA006", "a", "b", "docs/ja/c.md"),
    ]
    assert [cause.finding for cause in by_cause(found)] == found
    assert not any(cause.follows for cause in by_cause(found))


def test_a_slip_in_the_original_is_not_blamed_on_its_translation(folded):
    right = HEAD + "[借り方](guide/borrow.md#how)です。\n"
    assert folded(ja=right.replace("](", "]（"), en=right) == [
        "docs/ja/case.md:9: SR011 Markdown does not read a link here, as it is written. "
        "Write '[借り方](guide/borrow.md#how)'. And 3 that follow from it."
    ]


def test_what_an_unclosed_element_hides_follows_from_it(folded):
    lines = folded(ja=f"{HEAD}<details>\n\n{SECTIONS}", en=HEAD + SECTIONS)
    assert len(lines) == 1
    assert lines[0].startswith(
        "docs/ja/case.md:9: SF016 '<details>' is opened here and never closed. "
        "Add '</details>' where it ends. And "
    )


def test_an_id_that_is_gone_explains_the_links_to_it(folded):
    links = "".join(f"{n}つ目は[節](#part-4)です。\n\n" for n in range(3))
    whole = HEAD + SECTIONS
    lines = folded(ja=whole.replace("## 節4 {#part-4}\n", "") + links, en=whole + links)
    assert lines[0] == (
        "docs/ja/case.md:21: LK002 '#part-4' is gone from here: 3 links lead to it, and "
        "docs/en/case.md:25 still has it. Bring it back, or take it out of every language and mend "
        "the links. And 4 that follow from it."
    )
    assert len(lines) == 1


def test_what_stands_in_a_section_that_lost_its_heading_is_not_missed_elsewhere(folded):
    first = "[次の節](#second)へ。\n\n## 一 {#first}\n\n[時間](index.md#hours)です。\n\n"
    second = "## 二 {#second}\n\n[借り方](guide/borrow.md#how)です。\n"
    whole = HEAD + first + second
    (line,) = folded(ja=whole.replace("## 二 {#second}\n", ""), en=whole)
    assert line.startswith("docs/ja/case.md:11: LK002 '#second' is gone from here: a link leads")
    assert line.endswith("And 3 that follow from it.")


def test_ids_that_no_language_has_are_one_line_for_each(folded):
    text = HEAD + "[節](#gone)と[節](#lost)です。\n\n[節](#gone)です。\n"
    lines = folded(ja=text, en=text)
    assert [line.partition(" Use")[0] for line in lines if "docs/ja" in line] == [
        "docs/ja/case.md:9: LK002 there is no '#gone' in this page.",
        "docs/ja/case.md:9: LK002 there is no '#lost' in this page.",
    ]
    assert lines[2].endswith(" And 1 that follow from it.")


def test_what_is_about_safety_is_not_hidden_by_another_slip_on_its_line(folded):
    lines = folded(ja=HEAD + "### 0120-444-113 {#a}\n", en=HEAD + "### Call {#a}\n")
    assert [line.split(" ")[1] for line in lines if line.startswith("docs/ja")] == [
        "LK017",
        "SR014",
    ]


def test_an_unknown_card_is_not_blamed_on_the_translation(folded):
    (line,) = folded(ja=HEAD + "[受付](contact:front-dsk)\n", en=HEAD + "Text.\n")
    assert line.startswith("docs/ja/case.md:9: LK015 ")


def test_a_notice_stays_by_itself():
    cause = Finding("docs/ja/a.md", 3, "SR011", "a", "b")
    notice = Finding("docs/ja/a.md", 9, "RV002", "a", "b")
    assert [each.finding for each in by_cause([cause, notice])] == [cause, notice]


def test_a_notice_of_a_file_whose_rest_is_not_read_follows_from_that():
    cause = Finding("docs/ja/a.md", 12, "SF016", "a", "b")
    own = Finding("docs/ja/a.md", 4, "RV005", "a", "b")
    other = Finding("docs/ja/b.md", 4, "RV005", "a", "b")
    assert by_cause([own, cause, other]) == [Cause(cause, (own,)), Cause(other)]


def test_every_link_to_an_id_that_the_data_lacks_follows_from_the_first(folded):
    lines = folded(
        **dict.fromkeys(("ja", "en"), f"{HEAD}[決まり](source:lost)と[規則](source:lost)です。\n")
    )
    assert [line for line in lines if "'lost'" in line] == [
        "docs/en/case.md:9: LK015 there is no 'lost' in docs/_data/sources.yml. "
        "Add an entry '- id: lost' there, or take the link away. And 1 that follow from it."
    ]


def test_every_link_to_a_page_that_is_gone_follows_from_the_first(folded):
    lines = folded(
        **dict.fromkeys(("ja", "en"), f"{HEAD}[時間](hours.md)と[場所](hours.md#a)です。\n")
    )
    missing = [line for line in lines if " LK001 " in line]
    assert len(missing) == 1
    assert missing[0].endswith("And 1 that follow from it.")


def test_what_an_emptied_page_lacks_follows_from_it(folded):
    lines = folded(ja=HEAD.partition("# ")[0], en=HEAD + SECTIONS)
    assert lines == [
        "docs/ja/case.md:0: SR005 the page is empty. Write its text, or delete the file. "
        "And 29 that follow from it."
    ]


def test_a_misspelled_kind_of_link_is_not_missed_by_the_translation(folded):
    right = f"{HEAD}[案内](contact:front-desk)です。\n"
    lines = folded(ja=right.replace("contact:", "contacts:"), en=right)
    assert [line.split()[1] for line in lines if "docs/" in line] == ["LK015"]


def test_what_is_wrong_in_one_page_alone_comes_before_its_comparison(folded):
    picture = "![](../assets/door.png)\n"
    lines = folded(ja=HEAD + picture, en=HEAD + "Text.\n")
    assert [line.split(" ")[:2] for line in lines if "PA0" in line] == []
    assert [line for line in lines if " LK009 " in line and line.startswith("docs/ja/case.md:9:")]


def test_a_level_that_is_skipped_where_a_heading_was_deleted_follows_from_that(folded):
    whole = HEAD + "## 一 {#first}\n\n文です。\n\n### 二 {#second}\n\n[上へ](#first)。\n"
    (line,) = folded(ja=whole.replace("## 一 {#first}\n", ""), en=whole)
    assert line.startswith("docs/ja/case.md:7: LK002 '#first' is gone from here: a link leads")
    (line,) = folded(
        ja=whole.replace("## 一 {#first}\n", "").replace("[上へ](#first)", "上"),
        en=whole.replace("[上へ](#first)", "上"),
    )
    assert line.startswith(
        "docs/ja/case.md:12: SR014 the heading '#first', which docs/en/case.md:9 has, is gone from "
        "above this one. Bring it back, or take it out of every language."
    )


def test_a_skipped_level_is_what_the_other_language_has(folded):
    whole = HEAD + "## 一 {#first}\n\n文です。\n\n### 二 {#second}\n\n文です。\n"
    (line,) = folded(ja=whole.replace("### 二", "##### 二"), en=whole.replace("### 二", "## 二"))
    assert line.startswith("docs/ja/case.md:13: SR014 ")
    assert "Begin it with '## ', as docs/en/case.md:13 does. And 1 that follow" in line


def test_a_heading_whose_id_is_cut_off_is_where_it_was_lost(folded):
    whole = HEAD + "## 一 {#first-part}\n\n[ここ](#first-part)です。\n"
    lines = folded(ja=whole.replace("## 一 {#first-part}", "## 一 {first-part}"), en=whole)
    assert lines[0].startswith("docs/ja/case.md:9: LK002 '#first-part' is gone from here")
    assert "Write '{#first-part}' behind this heading" in lines[0]


def test_a_data_file_under_another_name_is_one_line(tmp_path):
    site = copy_tiny_site(tmp_path / "site", is_built=False)
    (site / "docs/_data/glossary.yml").rename(site / "docs/_data/glosary.yml")
    found = [f for f in findings(load(site)) if f.code not in NOTICES]
    (cause,) = [each for each in by_cause(found) if each.finding.code in ("DA007", "LK015")]
    assert format_cause(cause).startswith(
        "docs/_data/glosary.yml:0: DA007 nothing reads a data file of this name, and "
        "'glossary.yml' is missing. Give it the name 'glossary.yml'."
    )
    assert cause.follows


def test_a_bad_name_comes_before_what_still_names_the_page_as_it_was(tmp_path):
    site = copy_tiny_site(tmp_path / "site", is_built=False)
    (site / "docs/ja/guide/borrow.md").rename(site / "docs/ja/guide/Borrow.md")
    found = [f for f in findings(load(site)) if f.code not in NOTICES]
    (cause,) = [
        each for each in by_cause(found) if each.finding.code in ("SF020", "LK005", "LK001")
    ]
    assert format_cause(cause).startswith("docs/ja/guide/Borrow.md:0: SF020 the name")


def test_a_language_that_the_site_does_not_have_was_meant_for_one_that_is_missing(folded):
    glossary = (TINY / "docs/_data/glossary.yml").read_text("utf-8")
    assert "ja: " in glossary
    (line,) = folded(glossary=glossary.replace("ja: ", "jp: ", 1))
    assert "DA007 'jp' is no language of this site" in line


def test_a_marker_of_a_merge_comes_before_what_it_breaks(folded):
    text = HEAD + "| 一 | 二 |\n| --- | --- |\n| 三 | 四 |\n<<<<<<< HEAD\n| 五 | 六 |\n"
    lines = folded(ja=text, en=HEAD)
    assert lines[0].startswith("docs/ja/case.md:12: SR012 '<<<<<<<' is left of a merge")


def test_where_an_id_stood_that_every_language_lost_is_known_from_the_last_commit(tmp_path):
    site = copy_tiny_site(tmp_path / "site", is_built=False)
    git(site, "init", "--quiet", "--initial-branch=main")
    commit_all(site, "First")
    git(site, "checkout", "--quiet", "-b", "mine")
    for language in ("ja", "en"):
        path = site / f"docs/{language}/guide/borrow.md"
        lines = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(each for each in lines if "{#how}" not in each), "utf-8")
    found = [f for f in findings(load(site)) if f.code == "LK002" and "gone from here" in f.problem]
    assert [(f.path, f.problem.partition(":")[0]) for f in found] == [
        ("docs/en/guide/borrow.md", "'#how' is gone from here"),
        ("docs/ja/guide/borrow.md", "'#how' is gone from here"),
    ]
    assert all(f.line > 1 and f.is_cause for f in found)


@pytest.mark.parametrize(
    ("new", "line", "remedy"),
    [
        ("- id: my-desk\n", 12, "Write 'night-desk' in place of 'my-desk', or mend the links."),
        ("", 1, "Bring it back, or take the links away."),
    ],
    ids=["renamed", "deleted"],
)
def test_an_entry_that_is_gone_from_the_data_is_one_line_there(tmp_path, new, line, remedy):
    site = copy_tiny_site(tmp_path / "site", is_built=False)
    git(site, "init", "--quiet", "--initial-branch=main")
    commit_all(site, "First")
    git(site, "checkout", "--quiet", "-b", "mine")
    path = site / "docs/_data/contacts.yml"
    kept, gone, entry = path.read_text("utf-8").partition("- id: night-desk\n")
    assert gone
    path.write_text(kept + new + entry if new else kept, "utf-8")
    found = [f for f in findings(load(site)) if f.code not in NOTICES]
    told = [format_cause(cause) for cause in by_cause(found)]
    (said,) = [each for each in told if "night-desk" in each]
    links = {(each.problem, each.fix) for each in found if each.path.endswith(".md")}
    assert (
        "'night-desk' is gone from docs/_data/contacts.yml",
        "Lead the link to another entry, or take it away",
    ) in links
    assert said.startswith(f"docs/_data/contacts.yml:{line}: LK015 'night-desk' is gone from here")
    assert remedy in said
    assert not [each for each in told if "my-desk" in each and each != said]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("#＃ 夜 {#night}\n\n文です。\n", 9, "SR011 Markdown does not read a heading here"),
        ("文です。\n=======\n\n文です。\n", 10, "SR012 '=======' is left of a merge"),
    ],
)
def test_a_slip_that_several_rules_see_is_told_once(folded, text, line, told):
    (found,) = folded(ja=HEAD + text, en=HEAD + "Text.\n")
    assert found.startswith(f"docs/ja/case.md:{line}: {told}")


def test_a_circle_of_causes_has_one_end():
    """A name that no page may have, and the counterpart that a page of that name lacks."""
    found = [
        Finding("docs/ja/a.md", 0, "PA001", "a", "b", "a.md#", is_cause=True),
        Finding("docs/ja/a.md", 0, "SF020", "a", "b", "a.md#", is_cause=True),
    ]
    (cause,) = by_cause(found)
    assert (cause.finding.code, len(cause.follows)) == ("SF020", 1)


def test_an_id_that_only_looks_otherwise_is_to_be_written_as_it_was(folded):
    whole = HEAD + "## 一 {#first-part}\n\n[ここ](#first-part)です。\n"
    lines = folded(ja=whole.replace("## 一 {#first-part}", "## 一 {#First-part}"), en=whole)
    assert "Write '{#first-part}' in place of 'First-part'" in lines[0]
