"""CODEOWNERS requires a review of all code, settings and safeguards, once people are named."""

import re
import subprocess

import pytest

from knowledge.finding import format_finding
from knowledge.report.code_owners import CODE_OWNERS, unnamed_owners
from support.cases_site import ROOT

FREE = re.compile(r"docs/[a-z]{2}(?:-\w+)?/(?!contributing/).+\.md|CHANGELOG\.md")
"""Paths without a code owner: text for readers, and the changelog."""


def pattern(written: str) -> re.Pattern[str]:
    """Translate a CODEOWNERS pattern to a regular expression, for the syntax used here.

    Source: GitHub Docs, "About code owners", and gitignore(5): a slash in front or inside ties a
    pattern to the root, `*` ends at a slash, `**/` is any folders or none, a slash at the end is
    everything in a folder, and a name without one is a file or all that is in a folder.
    """
    assert not re.search(r"[!\[\]\\?]", written), "GitHub knows none of these"
    is_rooted = "/" in written.rstrip("/")
    parts = re.split(r"(\*\*/|\*)", written.removeprefix("/").rstrip("/"))
    signs = {"**/": "(?:[^/]+/)*", "*": "[^/]*"}
    body = "".join(signs.get(part, re.escape(part)) for part in parts)
    # What ends in `/*` stays in its folder (docs/* in GitHub's own example); a name goes deeper.
    below = "/.+" if written.endswith("/") else "" if written.endswith("/*") else "(?:/.+)?"
    return re.compile(f"{'' if is_rooted else '(?:.+/)?'}{body}{below}")


RULES = [
    (pattern(words[0]), words[1:])
    for line in (ROOT / CODE_OWNERS).read_text("utf-8").splitlines()
    if (words := line.partition("#")[0].split())
]


def owners(path: str) -> list[str]:
    """Owners of a path: those of the last matching line."""
    return next((names for fits, names in reversed(RULES) if fits.fullmatch(path)), [])


@pytest.mark.parametrize(
    ("written", "paths", "others"),
    [
        ("*", ["a", "a/b.md", ".a/b"], []),
        ("*.js", ["a.js", "a/b.js"], ["a.jsx"]),
        ("/docs/", ["docs/a", "docs/a/b"], ["docs", "a/docs/b", "docsa/b"]),
        ("/docs/*", ["docs/a"], ["docs/a/b"]),
        ("/docs/**/*.md", ["docs/a.md", "docs/a/b/c.md"], ["docs/a.png", "a/docs/b.md"]),
        ("/docs/*/x/", ["docs/a/x/b", "docs/a/x/b/c"], ["docs/x/b", "docs/a/b/x/c"]),
        ("/a*.txt", ["a.txt", "a-b.txt"], ["b/a.txt", "c.txt"]),
        ("apps/", ["apps/a", "b/apps/c"], ["apps"]),
    ],
)
def test_a_pattern_stands_for_what_github_takes_it_for(written, paths, others):
    found = pattern(written)
    assert [path for path in (*paths, *others) if found.fullmatch(path)] == paths


def test_every_path_has_owners_or_is_among_the_free_ones():
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        pytest.skip("No git here.")
    paths = [path for path in answer.stdout.split("\0") if path]
    assert {"mkdocs.yml", ".github/CODEOWNERS"} <= set(paths)
    assert [p for p in paths if not owners(p)] == [p for p in paths if FREE.fullmatch(p)]
    assert any(FREE.fullmatch(path) for path in paths)


@pytest.mark.parametrize(
    ("path", "team"),
    [
        ("docs/_data/contacts.yml", "facts"),
        ("docs/_data/new.yml", "facts"),
        ("docs/ja/contributing/rules.md", "build"),
        *((path, "build") for path in (
            CODE_OWNERS, ".gitattributes", "docs/.gitattributes", "docs/ja/.gitattributes",
            ".pre-commit-config.yaml", ".gitignore", "docs/assets/card.ja.png", "docs/ja/new.png",
            "docs/new/a.md", "docs/a.md", "tests/cases_site.py", "tests/cases/SF012/findings.txt",
            "mkdocs.yml", "Makefile", "SECURITY.md", "LICENSE", "new-file", "hooks/new.py",
        )),
    ],
)  # fmt: skip
def test_these_people_are_asked(path, team):
    assert owners(path) == [f"@your-organisation/{team}"]


def write(root, text):
    (root / ".github").mkdir()
    (root / CODE_OWNERS).write_text(text, "utf-8")


def test_names_that_stand_in_for_teams_are_told_on_the_host(tmp_path):
    write(tmp_path, "# @your-organisation/build\n*.md\n/hooks/ @your-organisation/build # us\n")
    found = unnamed_owners(tmp_path, "guides")
    assert found is not None
    assert format_finding(found) == (
        ".github/CODEOWNERS:3: CODEOWNERS '@your-organisation' only stands in for real teams, so "
        "nobody is asked to review what protects readers. Name teams that may write here, as "
        "SECURITY.md says under 'Once, before publishing'."
    )


def test_a_host_without_the_file_is_told_too(tmp_path):
    found = unnamed_owners(tmp_path, "guides")
    assert found is not None
    assert ".github/CODEOWNERS:0: CODEOWNERS there is no such file, so" in format_finding(found)


@pytest.mark.parametrize("organisation", ["", "your-organisation"])
def test_nothing_is_said_outside_of_a_host(tmp_path, organisation):
    assert unnamed_owners(ROOT, organisation) is None


def test_nothing_is_said_where_people_are_named(tmp_path):
    write(tmp_path, "# not @your-organisation/build\n* @guides/build\n")
    assert unnamed_owners(tmp_path, "guides") is None


def test_the_chapter_that_the_warning_names_is_there():
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert "\n## Once, before publishing\n" in text
    assert "\n### 公開する前に一度だけ\n" in text
