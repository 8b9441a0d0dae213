"""A fault stops the strict build with the same message as `make check`."""

import os

import pytest
from filelock import FileLock

from knowledge.finding import format_finding
from knowledge.report.causes import by_cause, format_cause
from knowledge.rules.registry import NOTICES, RULES, findings
from knowledge.site.site import load
from support.cases_site import CASES, ROOT, apply_case, cases_of, copy_tiny_site
from support.site_builder import build

IS_ALL = os.environ.get("KNOWLEDGE_PAGES") == "all"
FILES = [
    (rule.code, path.name)
    for rule in RULES
    for number, path in enumerate(cases_of(rule.code))
    if IS_ALL or number == 0 or (path / "mkdocs.yml").exists()
]
"""The first case of each rule, and those of the configuration, which the build reads in its own
way; all with ALL=1. What the rules find in every case, `unit/rules/test_cases.py` checks."""


def test_the_untouched_site_builds_without_a_warning(tiny_build):
    assert tiny_build.exit_code == 0, tiny_build.output
    assert tiny_build.warnings == []


@pytest.mark.parametrize(("code", "name"), FILES)
def test_a_fault_is_named_by_the_check_and_by_the_build(code, name, tmp_path):
    folder = copy_tiny_site(tmp_path / "source", is_built=False)
    for part in ("hooks", "overrides"):  # no case changes them, and a copy takes time
        (folder / part).symlink_to(ROOT / part)
    apply_case(CASES / code / name, folder)
    found = findings(load(folder))
    causes = [cause for cause in by_cause(found) if cause.finding.code not in NOTICES]
    lines = [format_cause(cause) for cause in causes]

    result = build(folder, tmp_path / "site")
    if not lines:  # only notices, or a case without a fault: the build succeeds
        assert result.exit_code == 0, result.output
        assert all(format_finding(finding) in result.output for finding in found)
        return
    assert result.exit_code != 0
    if "Aborted with a configuration error!" in result.output:  # i18n refuses it before our hooks
        assert (code, name) == ("PA010", "refused")
        assert "Traceback" not in result.output
        return
    ours = [warning for warning in result.warnings if warning.startswith(("docs/", "mkdocs.yml:"))]
    assert ours == lines
    assert "Traceback" not in result.output
    assert "Nothing is built while there are findings of" in result.output
    assert not result.site.exists()


def test_a_picture_that_is_left_out_ends_the_build(tmp_path):
    """The sources have no fault; only the built pages show it."""
    folder = copy_tiny_site(tmp_path / "source")
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    left_out = text.replace("exclude_docs: /_data/", "exclude_docs: |\n  /_data/\n  *.png")
    assert left_out != text
    configuration.write_text(left_out, "utf-8")
    for language, words in (("ja", "図書館の入口"), ("en", "The door of the library")):
        with (folder / f"docs/{language}/case.md").open("a", encoding="utf-8") as page:
            page.write(f"\n![{words}](../assets/door.png)\n")
    result = build(folder, tmp_path / "site")
    assert result.exit_code != 0
    line = "case.html: the link 'assets/door.png' leads to nothing that was built"
    assert line in result.warnings, result.output
    assert "Traceback" not in result.output


def test_two_builds_do_not_write_into_one_folder(tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    with FileLock(tmp_path / ".site.lock"):  # as a running build holds it
        result = build(folder, tmp_path / "site")
        assert result.exit_code != 0
        assert "Another build is writing into" in result.output
        assert "Traceback" not in result.output
        assert not result.site.exists()
    assert build(folder, tmp_path / "site").exit_code == 0


def test_an_invalid_source_date_epoch_is_reported_on_one_line(tmp_path):
    result = build(copy_tiny_site(tmp_path / "source"), tmp_path / "site", SOURCE_DATE_EPOCH="soon")
    assert result.exit_code != 0
    assert result.warnings == [
        "SOURCE_DATE_EPOCH=soon is no whole number of seconds from 1980 to 2106"
    ]
    assert "Traceback" not in result.output
