"""Architecture: allowed imports, maximum lengths, and the code, cases and docs of each rule."""

import ast
import re
from pathlib import Path

import pytest

from knowledge.markdown.source import read
from knowledge.rules.registry import NOTICES, RULES, RULES_PAGE
from knowledge.site.languages import from_configuration
from knowledge.site.mkdocs_yml import CONFIGURATION, parse
from support.cases_site import CASES, ROOT

CODE = ROOT / "hooks/knowledge"
MODULES = sorted(CODE.rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
SITE = {"markdown", "data", "site"}
EVERYTHING = SITE | {"rules", "render", "search", "publish", "report"}
BELOW = {"markdown": set(), "data": set(), "site": SITE, "report": EVERYTHING, "": EVERYTHING}
BELOW |= dict.fromkeys(("rules", "render", "search", "publish"), SITE)
"""By package, the other packages it may import; "" is `knowledge.__main__`."""
BASE = (
    *("components", "finding", "kana", "language_tags", "suggestion", "writing_systems"),
    *("yaml_faults", "yaml_tree"),
)
"""Base modules: every package may import them, and they import only each other."""
LANGUAGES = from_configuration(parse((ROOT / CONFIGURATION).read_bytes())).complete
MAX_HOOK_LINES = 150
MAX_MODULE_LINES = 300


def imported_by(path: Path) -> set[str]:
    """The modules that a file imports, with their packages: `knowledge.data.contacts`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "knowledge":
            names |= {f"knowledge.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_imports_go_down_the_layers_and_never_to_a_sibling_or_mkdocs(path):
    imports = imported_by(path)
    assert not {name.partition(".")[0] for name in imports} & {
        *("mkdocs", "mkdocs_static_i18n", "material", "markdown")
    }
    package = path.parent.name if path.parent != CODE else ""
    own = {name.split(".")[1] for name in imports if name.startswith("knowledge.")}
    allowed = {package, *BASE} | BELOW[package]
    assert own <= (set(BASE) if path.stem in BASE else allowed), f"{path}: {own - allowed}"


@pytest.mark.parametrize("path", HOOKS, ids=lambda path: path.name)
def test_a_hook_is_short_and_has_no_regular_expressions(path):
    lines = len(path.read_text("utf-8").splitlines())
    remedy = (
        "Put what it does into the package of hooks/knowledge that has its subject, and call it"
    )
    assert lines <= MAX_HOOK_LINES, f"{lines} lines, {MAX_HOOK_LINES} are the most. {remedy}."
    assert "re" not in imported_by(path)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_a_module_is_not_too_long(path):
    lines = len(path.read_text("utf-8").splitlines())
    remedy = "Put one of the questions that it answers into a module of its own"
    assert lines <= MAX_MODULE_LINES, f"{lines} lines, {MAX_MODULE_LINES} are the most. {remedy}."


def test_no_class_name_stands_twice():
    names = [
        node.name
        for path in (*MODULES, *HOOKS)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert sorted(set(names)) == sorted(names)


def test_every_rule_has_one_code_and_one_slug():
    assert len({rule.code for rule in RULES}) == len({rule.slug for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.slug), rule


def test_every_function_with_the_decorator_of_a_rule_is_in_the_table():
    decorated = {
        ast.unparse(decorator.args[0])
        for path in (CODE / "rules").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for decorator in getattr(node, "decorator_list", ())
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("_rule")
    }
    assert len(decorated) == len(RULES)


def test_every_code_has_a_folder_of_cases_and_no_folder_is_left_over():
    assert {path.name for path in CASES.iterdir()} == {rule.code for rule in RULES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_section_on_the_rule_page_in_the_order_of_the_table(language):
    path = f"docs/{language}/{RULES_PAGE}"
    page = read(path, (ROOT / path).read_bytes())
    sections = [h.id for h in page.headings if re.fullmatch(r"[a-z]{2}\d{3}", h.id or "")]
    assert sections == [rule.code.lower() for rule in RULES]


@pytest.mark.parametrize(
    ("language", "opening"), [("ja", "お知らせです。"), ("en", "This is a notice. ")]
)
def test_the_section_of_a_notice_says_first_that_it_is_one(language, opening):
    text = (ROOT / f"docs/{language}/{RULES_PAGE}").read_text("utf-8")
    sections = re.findall(r"^### ([A-Z]{2}\d{3}):.*\n\n(.*)", text, re.MULTILINE)
    assert {code for code, first in sections if first.startswith(opening)} == NOTICES


def test_each_part_of_a_rule_section_is_there():
    for language in LANGUAGES:
        text = (ROOT / f"docs/{language}/{RULES_PAGE}").read_text("utf-8")
        for section in re.split(r"^### (?=[A-Z]{2}\d{3}:)", text, flags=re.MULTILINE)[1:]:
            assert len(section.strip().splitlines()) > 2, section


def test_every_hook_is_one_that_mkdocs_loads():
    listed = re.findall(r"^  - hooks/(\w+)\.py$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    assert {path.stem for path in HOOKS} == {*listed, "mkdocs_state"}
