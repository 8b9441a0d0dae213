"""The tests of the scripts in this folder, and that the tools find faults.

Node runs them where there is one, without any package. The browser runs them everywhere, so that
nothing is left out on a machine without Node.
"""

import json
import subprocess
import sys

import pytest

from javascript import check
from javascript.check import HERE, RULES, SCRIPTS, TOOLS
from support.cases_site import ROOT

TESTS = sorted(HERE.glob("*.test.js"))


@pytest.fixture
def tools():
    """Skip the test where the tools are not installed: `make test` does not need them."""
    if TOOLS.missing_node():
        pytest.skip(TOOLS.missing_node())
    if not TOOLS.is_installed():
        pytest.skip("The tools for the scripts are not installed here; make lint-js installs them.")


@pytest.fixture
def run_tests(browser):
    """Run test files in the browser: their number of tests, and what went wrong."""
    page = browser.new_page()
    page.add_script_tag(content=(HERE / "browser_require.js").read_text("utf-8"))
    yield lambda *given: page.evaluate("given => runTests(...given)", given)
    page.close()


def test_the_scripts_pass_their_tests_in_node():
    if TOOLS.missing_node():
        pytest.skip(f"{TOOLS.missing_node()} Until then, the browser runs these tests.")
    command = ["node", "--test", "--test-reporter=spec", *map(str, TESTS)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_scripts_pass_their_tests_in_the_browser(run_tests):
    paths = [*TESTS, *HERE.glob("*.json"), *SCRIPTS.rglob("*.js")]
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    for test in TESTS:
        answer = run_tests(files, [test.relative_to(ROOT).as_posix()])
        assert answer["count"], test
        assert answer["failed"] == [], test


def test_the_browser_reports_what_fails(run_tests):
    test = """
    const test = require("node:test");
    const assert = require("node:assert/strict");
    const { double } = require("../scripts/double.js");
    test("right", () => assert.equal(double(2), 4));
    test("wrong", () => assert.deepEqual([double(2)], [5], "doubled"));
    test("false", async () => assert.ok(double(0)));
    test("broken", () => double.gone.on());
    """
    script = "module.exports = { double: (n) => 2 * n };"
    files = {"tests/double.test.js": test, "scripts/double.js": script}
    answer = run_tests(files, ["tests/double.test.js"])
    assert answer["count"] == 4
    assert answer["failed"] == [
        "wrong: Error: doubled [4] [5]",
        "false: Error: 0",
        "broken: TypeError: Cannot read properties of undefined (reading 'on')",
    ]


def test_the_scripts_have_no_faults(tools):
    assert check.all_faults() == ""


def test_a_fault_in_the_types_is_reported(tools, tmp_path):
    (tmp_path / "wrong.js").write_text('document.querySelector("p").title = 1;\n')
    config = tmp_path / "tsconfig.json"
    base = json.dumps(str(HERE / "tsconfig.json"))
    config.write_text(f'{{"extends": {base}, "include": ["*.js"], "exclude": []}}')
    found = check.type_faults(config)
    assert "wrong.js(1,1): error TS2531: Object is possibly 'null'." in found
    assert "error TS2322: Type 'number' is not assignable to type 'string'." in found


def test_a_broken_rule_is_reported(tools, tmp_path):
    (tmp_path / "wrong.js").write_text("if (1 == location.hash) console.log(1);\n")
    found = check.rule_faults(tmp_path)
    assert "eslint(eqeqeq)" in found
    assert "eslint(no-console)" in found
    (tmp_path / "wrong.js").write_text("if (location.hash) location.reload();\n")
    assert check.rule_faults(tmp_path) == ""


def test_every_rule_that_is_set_has_its_reason():
    reasons = (HERE / "README.md").read_text("utf-8")
    for rule in json.loads(RULES.read_text("utf-8"))["rules"]:
        assert f"`{rule}`" in reasons, rule


def test_without_node_one_sentence_says_what_is_needed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", ["check.py"])
    with pytest.raises(SystemExit) as end:
        check.main()
    assert end.value.code == (
        "Checking the scripts needs Node 20.19 or newer with npm, and found none. "
        "Install it and call make again."
    )
