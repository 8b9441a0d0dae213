"""A fault stops the strict build with the very line that `make check` prints."""

import pytest

from cases_site import CASES, cases_of, copy_tiny_site, lay
from knowledge.finding import format_finding
from knowledge.rules import NOTICES, RULES, STOPPING, findings
from knowledge.site import load
from site_builder import build

FILES = [(rule.code, path.name) for rule in RULES for path in cases_of(rule.code)]


def test_the_untouched_site_builds_without_a_warning(tiny_build):
    assert tiny_build.exit_code == 0, tiny_build.output
    assert tiny_build.warnings == []


@pytest.mark.parametrize(("code", "name"), FILES)
def test_a_fault_is_named_by_the_check_and_by_the_build(code, name, tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    lay(CASES / code / name, folder)
    found = findings(load(folder))
    lines = [format_finding(finding) for finding in found if finding.code not in NOTICES]

    result = build(folder, tmp_path / "site")
    if not lines:  # only notices, or a control: nothing stops the build
        assert result.exit_code == 0, result.output
        assert all(format_finding(finding) in result.output for finding in found)
        return
    assert result.exit_code != 0
    ours = [warning for warning in result.warnings if warning.startswith(("docs/", "mkdocs.yml:"))]
    assert ours == lines
    assert "Traceback" not in result.output
    if {finding.code for finding in found} & STOPPING:
        assert "Nothing is built while there are findings of" in result.output
        assert not result.site.exists()
