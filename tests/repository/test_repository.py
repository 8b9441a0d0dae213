"""Workflows, issue forms and guides of the repository are complete and safe."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from knowledge.markdown.html_allowlist import AUTHOR_CLASSES
from knowledge.rules.registry import RULES
from support.cases_site import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
GUIDES = [
    *sorted(path.name for path in ROOT.glob("*.md") if not path.name.startswith("LICENSE")),
    ".github/pull_request_template.md",
]
PAIRS = [(name.replace(".ja.", "."), name) for name in GUIDES if name.endswith(".ja.md")]
"""Guides that are there in Japanese too."""


def parsed(path: Path):
    # YAML 1.1 reads the key `on` as true.
    return yaml.safe_load(path.read_text("utf-8").replace("\non:", '\n"on":'))


def steps(path: Path):
    for job in parsed(path)["jobs"].values():
        yield from job.get("steps", [])


def test_the_guides_are_there():
    assert {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"} <= set(GUIDES)


def test_the_workflows_are_there():
    assert [path.stem for path in WORKFLOWS] == ["check", "links", "publish"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_named_by_version(path):
    uses = re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8"))
    for action, comment in uses:
        if not action.startswith("./"):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), (action, comment)
    assert uses


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_more_rights_than_it_needs(path):
    workflow = parsed(path)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    assert "pull_request_target" not in workflow["on"]
    writers = {
        name: {right for right, level in job.get("permissions", {}).items() if level == "write"}
        for name, job in workflow["jobs"].items()
    }
    allowed = {"links.yml": {"issues"}, "publish.yml": {"pages", "id-token"}}.get(path.name, set())
    assert set().union(*writers.values()) <= allowed
    for step in steps(path):
        # Untrusted input (titles, branch names) is never interpolated into a script.
        assert "${{" not in step.get("run", ""), step
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_a_pull_request_is_checked_built_and_tested_with_its_whole_history():
    path = ROOT / ".github/workflows/check.yml"
    runs = "\n".join(step.get("run", "") for step in steps(path))
    for command in ("-m knowledge check --github", "make site", ".ci/run"):
        assert command in runs
    checkouts = [step for step in steps(path) if "checkout" in step.get("uses", "")]
    assert checkouts[0]["with"]["fetch-depth"] == 0
    assert any("upload-artifact" in step.get("uses", "") for step in steps(path))


def test_external_links_are_never_in_the_way_of_a_pull_request():
    triggers = set(parsed(ROOT / ".github/workflows/links.yml")["on"])
    assert triggers == {"schedule", "workflow_dispatch"}


def test_publishing_waits_for_the_tests():
    jobs = parsed(ROOT / ".github/workflows/publish.yml")["jobs"]
    called = {name for name, job in jobs.items() if job.get("uses", "").endswith("check.yml")}
    needs = [set([job["needs"]] if isinstance(job["needs"], str) else job["needs"])
             for job in jobs.values() if "needs" in job]  # fmt: skip
    assert called
    assert any(called & need for need in needs)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_in_both_languages(path):
    form = parsed(path)
    assert {"name", "description", "body"} <= form.keys()
    ids = [part["id"] for part in form["body"] if "id" in part]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 2
    for part in form["body"]:
        label = part["attributes"].get("label", part["attributes"].get("value", ""))
        assert re.search("[ぁ-ん一-龠]", label), label
        assert re.search("[A-Za-z]{3}", label), label


def test_the_hooks_of_pre_commit_are_local():
    repos = parsed(ROOT / ".pre-commit-config.yaml")["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    assert "make check" in [hook["entry"] for repo in repos for hook in repo["hooks"]]


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_of_a_guide_leads_somewhere(name):
    path = ROOT / name
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        file, _, anchor = target.partition("#")
        if ":" in target:
            continue
        assert not file or (path.parent / file).exists(), target
        if anchor:
            there = (path.parent / file if file else path).read_text("utf-8")
            assert anchor in map(github_anchor, re.findall(r"^#+ (.*)$", there, re.MULTILINE))


def github_anchor(heading: str) -> str:
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", plain).strip().replace(" ", "-")


@pytest.mark.parametrize(("english", "japanese"), PAIRS)
def test_guides_are_alike_in_both_languages_and_lead_to_each_other(english, japanese):
    texts = [(ROOT / name).read_text("utf-8") for name in (english, japanese)]
    assert f"({japanese})" in texts[0]
    assert f"({english})" in texts[1]
    levels = [[len(mark) for mark in re.findall(r"^(#+) ", text, re.MULTILINE)] for text in
              (re.sub(r"```.*?```", "", text, flags=re.DOTALL) for text in texts)]  # fmt: skip
    assert levels[0] == levels[1]


def test_the_rules_stand_in_groups():
    groups = [rule.code[:2] for rule in RULES]
    assert [a for a, b in pairwise(groups) if a != b] + [groups[-1]] == list(dict.fromkeys(groups))


def test_the_classes_that_pages_may_use_are_those_of_the_page_of_components():
    paths = (ROOT / "docs").glob("*/contributing/components.md")
    text = "\n".join(path.read_text("utf-8") for path in paths)
    given = r'class="([^"]*)"|\{(?:[:#][a-z-]* ?)?\.([a-z-]+) ?\}|^!!! (\w+)'
    shown = set(re.findall(given, text, re.MULTILINE))
    names = {name for found in shown for part in found for name in part.split()}
    # The samples are words alone; sound and meaning belong to words of another language.
    assert names | {"say-sound", "say-meaning"} == AUTHOR_CLASSES
