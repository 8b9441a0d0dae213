"""The house stays a house: what may import what, how large a room may be, one chain per rule."""

import ast
import re
from pathlib import Path

import pytest

from knowledge.rules import RULES, RULES_PAGE
from knowledge.source import read
from support.cases_site import CASES, ROOT

HOUSE = sorted((ROOT / "hooks/knowledge").glob("*.py"))
DOORS = sorted((ROOT / "hooks").glob("*.py"))
LANGUAGES = ("ja", "en")
LONGEST_DOOR = 60
LONGEST_MODULE = 300


def imported_by(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: path.name)
def test_the_house_does_not_know_mkdocs(path):
    assert not imported_by(path) & {"mkdocs", "mkdocs_static_i18n", "material", "markdown"}


@pytest.mark.parametrize("path", DOORS, ids=lambda path: path.name)
def test_a_door_is_short_and_has_no_regular_expressions(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_DOOR
    assert "re" not in imported_by(path)


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: path.name)
def test_a_module_fits_its_room(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


def test_every_code_is_one_row_and_one_function():
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.find for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert (rule.find.__doc__ or "").startswith(f"{rule.code}: ")


def test_every_code_has_a_folder_of_cases_and_no_folder_is_left_over():
    assert {path.name for path in CASES.iterdir()} == {rule.code for rule in RULES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_section_on_the_rule_page_in_the_order_of_the_table(language):
    path = f"docs/{language}/{RULES_PAGE}"
    page = read(path, (ROOT / path).read_bytes())
    sections = [h.id for h in page.headings if re.fullmatch(r"[a-z]{2}\d{3}", h.id or "")]
    assert sections == [rule.code.lower() for rule in RULES]


def test_each_part_of_a_rule_section_is_there():
    for language in LANGUAGES:
        text = (ROOT / f"docs/{language}/{RULES_PAGE}").read_text("utf-8")
        for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
            assert len(section.strip().splitlines()) > 2, section
