"""What editors are told fits what the commands print and what the repository holds."""

import json
import re

from knowledge.finding import Finding, format_finding
from support.cases_site import ROOT


def settings(path):
    return json.loads((ROOT / path).read_text("utf-8"))


def test_the_editor_marks_the_line_of_a_finding():
    (task,) = (t for t in settings(".vscode/tasks.json")["tasks"] if t["label"] == "make check")
    pattern = task["problemMatcher"]["pattern"]
    line = format_finding(Finding("docs/ja/a.md", 12, "LK001", "there is no page", "Add one"))
    found = re.match(pattern["regexp"], line)
    assert found
    shown = {name: found[pattern[name]] for name in ("file", "line", "code", "message")}
    assert shown == {
        "file": "docs/ja/a.md",
        "line": "12",
        "code": "LK001",
        "message": "there is no page. Add one.",
    }


def test_what_tasks_and_the_container_call_is_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    commands = [task["command"] for task in settings(".vscode/tasks.json")["tasks"]]
    commands.append(settings(".devcontainer/devcontainer.json")["postCreateCommand"])
    for command in commands:
        make, target = command.split()
        assert make == "make"
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_every_data_file_names_its_schema_for_editors():
    for path in (ROOT / "docs/_data").glob("*.yml"):
        first = path.read_text("utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema={path.stem}.schema.json"
        assert path.with_suffix("").with_suffix(".schema.json").exists()
