"""Changed files beside the content, which the list of changes names and does not read."""

import pytest

from knowledge.report.change import format_data_change
from knowledge.report.data_changes import other_files
from support.cases_site import commit_all, copy_tiny_site, git

CARD = "overrides/components/contact-card.html"


@pytest.fixture
def site(tmp_path):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    for name in (CARD, "Makefile", "hooks/pages.py", "tests/test_a.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("one\n", "utf-8")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    commit_all(folder, "Before")
    return folder


def told(site, commit="HEAD"):
    base = git(site, "rev-parse", commit).strip()
    return [format_data_change(each) for each in other_files(site, base)]


def test_without_a_change_nothing_is_told(site):
    (site / "docs/en/index.md").write_text("# New\n", "utf-8")
    (site / "hooks/__pycache__").mkdir()
    (site / "hooks/__pycache__/pages.pyc").write_bytes(b"1")
    assert told(site) == []


def test_each_folder_is_one_critical_change(site):
    for name in (CARD, "overrides/a/new.html", "hooks/sitecustomize.py", "tests/test_a.py"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("two\n", "utf-8")
    (site / "Makefile").unlink()
    assert told(site) == [
        "/:0: not read by this list, look at the diff: nothing -> 'Makefile'",
        "hooks/:0: not read by this list, look at the diff: nothing -> 'sitecustomize.py'",
        "overrides/:0: not read by this list, look at the diff: nothing -> "
        "'a/new.html, components/contact-card.html'",
        "tests/:0: not read by this list, look at the diff: nothing -> 'test_a.py'",
    ]
    base = git(site, "rev-parse", "HEAD").strip()
    assert all(change.is_critical for change in other_files(site, base))


def test_what_is_committed_and_a_link_that_leads_elsewhere_are_told(site):
    (site / "CHANGELOG.md").write_text("new\n", "utf-8")
    (site / "link").symlink_to("Makefile")
    git(site, "add", ".")
    commit_all(site, "After")
    assert told(site) == []
    (site / "link").unlink()
    (site / "link").symlink_to("CHANGELOG.md")
    assert told(site, "HEAD~1") == [
        "/:0: not read by this list, look at the diff: nothing -> 'CHANGELOG.md, link'"
    ]
    assert told(site) == ["/:0: not read by this list, look at the diff: nothing -> 'link'"]
