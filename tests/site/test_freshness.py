"""From an edit of the Japanese page to the green check, in a clone of the tiny site."""

import pytest

from knowledge.__main__ import main
from support.cases_site import commit_all, copy_tiny_site, git
from support.site_builder import build

ORIGINAL, TRANSLATION = "docs/ja/guide/borrow.md", "docs/en/guide/borrow.md"
PAGE = "en/guide/borrow.md"


@pytest.fixture
def site(tmp_path):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit_all(folder, "First")
    return folder


def change(site, path, old, new):
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), "utf-8")


def called(capsys, site, *arguments):
    code = main(["freshness", *arguments, str(site)])
    output = capsys.readouterr()
    return code, output.out + output.err


def checked(capsys, site):
    """The code and the lines of a check, without those about changes."""
    code = main(["check", str(site)])
    lines = capsys.readouterr().out.splitlines(keepends=True)
    told = [line for line in lines if " -> " in line or line.startswith("Numbers, ")]
    return code, "".join(line for line in lines if line not in told)


def test_the_whole_way(site, capsys):
    assert called(capsys, site) == (
        0,
        "5 of 5 translations were compared with what they translate.\n",
    )
    change(site, ORIGINAL, "1. 本を選びます。", "1. 本を二冊まで選びます。")
    commit_all(site, "Two books")

    code, output = checked(capsys, site)
    assert code == 0
    assert f"{TRANSLATION}:5: FR001 {ORIGINAL} has changed since" in output
    assert output.endswith("and docs/en/contributing/rules.md.\n")
    assert "0 errors, 1 notice." in output

    code, output = called(capsys, site)
    assert output.splitlines()[1:] == [
        "4 of 5 translations were compared with what they translate.",
        f'Once all of them say the same again: make freshness PAGE="{PAGE}" RENEW=1',
    ]

    code, output = called(capsys, site, "--page", PAGE)
    assert code == 0
    assert output.splitlines()[0].startswith(
        f"{TRANSLATION} was compared with {ORIGINAL} as it was on 2026-11-24 (commit "
    )
    assert f"\n#how has changed ({ORIGINAL}:11, {TRANSLATION}:12)\n" in output
    assert "\n-1. 本を選びます。\n+1. 本を二冊まで選びます。\n" in output
    assert "#borrow" not in output
    assert output.endswith(f"make freshness PAGE={PAGE} RENEW=1\n")

    change(site, TRANSLATION, "1. Choose a book.", "1. Choose up to two books.")
    code, output = called(capsys, site, "--page", PAGE, "--renew")
    assert (code, output.count("now says that it translates")) == (0, 1)
    assert checked(capsys, site) == (0, "0 errors, 0 notices.\n")
    assert git(site, "diff", "--numstat", TRANSLATION).split()[:2] == ["2", "2"]


def test_a_typo_in_the_translation_does_not_clear_it(site, capsys):
    change(site, ORIGINAL, "本を選びます", "本を二冊選びます")
    change(site, TRANSLATION, "Choose a book", "Choose one book")
    assert "1 notice." in checked(capsys, site)[1]


def test_a_new_date_of_review_does_not_cause_it(site, capsys):
    change(site, ORIGINAL, "reviewed: 2026-11-20", "reviewed: 2026-11-23")
    assert checked(capsys, site) == (0, "0 errors, 0 notices.\n")


def test_line_ends_and_empty_lines_at_the_end_do_not_cause_it(site, capsys):
    content = (site / ORIGINAL).read_bytes()
    (site / ORIGINAL).write_bytes(content + b"\n\n")
    assert "FR001" not in checked(capsys, site)[1]
    (site / ORIGINAL).write_bytes(content.replace(b"\n", b"\r\n"))
    assert "FR001" not in checked(capsys, site)[1]


def test_a_section_that_is_new_and_one_that_is_gone_are_named(site, capsys):
    text = (site / ORIGINAL).read_text("utf-8")
    head = text[: text.index("## 借り方")]
    (site / ORIGINAL).write_text(head + "## 返し方 {#return}\n\n入れます。\n", "utf-8")
    output = called(capsys, site, "--page", PAGE)[1]
    assert f"\n#return is new ({ORIGINAL}:11)\n+## 返し方 {{#return}}\n+入れます。\n" in output
    assert f"\n#how is gone ({TRANSLATION}:12)\n" in output


def test_an_original_that_was_renamed_is_followed(site, capsys):
    for path in (ORIGINAL, TRANSLATION):
        git(site, "mv", path, path.replace("borrow", "lend"))
    change(site, "mkdocs.yml", "guide/borrow.md", "guide/lend.md")
    change(site, ORIGINAL.replace("borrow", "lend"), "本を選びます", "本を二冊選びます")
    commit_all(site, "Rename and edit at once")
    output = called(capsys, site, "--page", PAGE.replace("borrow", "lend"))[1]
    assert "-1. 本を選びます。\n+1. 本を二冊選びます。\n" in output


def test_an_original_that_is_being_renamed_is_followed_by_its_alias(site, capsys):
    for path in (ORIGINAL, TRANSLATION):
        git(site, "mv", path, path.replace("borrow", "lend"))
    renamed = ORIGINAL.replace("borrow", "lend")
    change(site, renamed, "本を選びます", "本を二冊選びます")
    change(site, renamed, "reviewed:", "aliases:\n  - guide/borrow.md\nreviewed:")
    output = called(capsys, site, "--page", PAGE.replace("borrow", "lend"))[1]
    assert "-1. 本を選びます。\n+1. 本を二冊選びます。\n" in output


def test_a_shallow_history_says_so_and_shows_every_section(site, tmp_path, capsys):
    change(site, ORIGINAL, "本を選びます", "本を二冊選びます")
    commit_all(site, "Two books")
    shallow = tmp_path / "shallow"
    git(site, "clone", "--quiet", "--depth", "1", site.as_uri(), str(shallow))
    output = called(capsys, shallow, "--page", PAGE)[1]
    assert output.startswith("The history here is shallow")
    assert "'git fetch --unshallow' brings it." in output
    assert f"  #borrow ({ORIGINAL}:7, {TRANSLATION}:8)\n  #how ({ORIGINAL}:11, " in output


def test_without_a_history_it_says_so(tmp_path, capsys):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    change(folder, ORIGINAL, "本を選びます", "本を二冊選びます")
    assert called(capsys, folder, "--page", PAGE)[1].startswith("There is no git history here")


def test_a_text_that_no_commit_has_is_said_to_be_lost(site, capsys):
    change(site, TRANSLATION, 'translates: "', 'translates: "000000000000" # "')
    commit_all(site, "A note of nothing")
    assert called(capsys, site, "--page", PAGE)[1].startswith(f"No commit of {ORIGINAL} has the")


def test_a_page_without_a_record_gets_one_behind_its_other_keys(site, capsys):
    text = (site / TRANSLATION).read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("translates:"))
    (site / TRANSLATION).write_text(text.replace(f"{line}\n", ""), "utf-8")
    assert "does not say yet which text" in called(capsys, site, "--page", PAGE)[1]
    called(capsys, site, "--page", PAGE, "--renew")
    assert (site / TRANSLATION).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["--page", "ja/index.md"], "'ja/index.md' is the original. Name what translates it: en/i"),
        (["--page", "en/indx.md"], "'en/indx.md' is no page. Did you mean"),
        (
            ["--renew"],
            "RENEW needs PAGE: which translations did you compare? Name one or more: "
            'make freshness PAGE="en/guide.md ko/guide.md" RENEW=1',
        ),
    ],
)
def test_a_call_that_cannot_be_carried_out_says_why(site, capsys, arguments, answer):
    code, output = called(capsys, site, *arguments)
    assert code == 2
    assert output.startswith(answer)


@pytest.mark.parametrize("name", ["docs/en/index.md", "en/index", "./en/index.md"])
def test_a_page_may_be_named_in_several_ways(site, capsys, name):
    assert (
        "was compared with docs/ja/index.md as it is now" in called(capsys, site, "--page", name)[1]
    )


def test_several_pages_at_once(site, capsys):
    code, output = called(capsys, site, "--page", "en/index.md", "--page", PAGE, "--renew")
    assert (code, output.count("already says that it translates")) == (0, 2)
    change(site, ORIGINAL, "1. 本を選びます。", "1. 本を二冊選びます。")
    code, output = called(capsys, site, "--page", "en/index.md", "--page", PAGE, "--renew")
    assert (code, output.count("already says"), output.count("now says")) == (0, 1, 1)


def test_a_note_before_the_last_commit_still_shows_what_changed(site, capsys):
    """Who noted the comparison and then changed the original again sees the whole difference."""
    git(site, "checkout", "--quiet", "-b", "mine")
    change(site, ORIGINAL, "1. 本を選びます。", "1. 本を二冊選びます。")
    called(capsys, site, "--page", PAGE, "--renew")
    change(site, ORIGINAL, "1. 本を二冊選びます。", "1. 本を三冊選びます。")
    output = called(capsys, site, "--page", PAGE)[1]
    assert "was compared with" in output
    assert "\n-1. 本を選びます。\n+1. 本を三冊選びます。\n" in output


def test_an_original_among_several_pages_is_passed_over(site, capsys):
    code, output = called(capsys, site, "--page", "ja/index.md", "--page", "en/index.md", "--renew")
    assert (code, output.count("already says that it translates")) == (0, 1)
    assert "'ja/index.md' is the original: nothing is noted in it, but in what translates" in output


def test_readers_of_a_stale_page_are_told_in_their_language(tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    change(folder, ORIGINAL, "本を選びます", "本を二冊選びます")
    result = build(folder, tmp_path / "site")
    assert result.exit_code == 0, result.output
    html = (result.site / "en/guide/borrow.html").read_text("utf-8")
    assert (
        '<aside class="page-notice" lang="en"><p>The original page in Japanese has changed since '
        "this translation. Its numbers and rules may be newer. "
        '<a href="../../guide/borrow.html" hreflang="ja">Open the original page in Japanese</a>'
    ) in html
    for untouched in ("guide/borrow.html", "en/index.html"):
        assert "page-notice" not in (result.site / untouched).read_text("utf-8")
