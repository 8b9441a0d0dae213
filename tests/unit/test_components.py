"""Component templates: lines are joined, values are escaped."""

import re

import pytest
from jinja2 import UndefinedError

from knowledge.components import FOLDER, components_in
from support.cases_site import ROOT

COMPONENTS = sorted((ROOT / "overrides" / FOLDER).glob("*.html"))
TEMPLATE = """\
{#- A card. -#}
{% macro card(name, is_old) %}
  <div class="card"
    data-name="{{ name }}">
    {% if is_old %}
      <b>old</b>{{ " " }}
    {% endif %}
    <p>{{ name }} and
      more</p>
  </div>
{% endmacro %}
"""


@pytest.fixture
def components(tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "card.html").write_text(TEMPLATE, "utf-8")
    return components_in(tmp_path)


def test_indented_lines_are_joined_and_values_escaped(components):
    assert components.html("card", "card", name="<x>", is_old=True) == (
        '<div class="card" data-name="&lt;x&gt;"><b>old</b> <p>&lt;x&gt; and more</p></div>'
    )


def test_a_value_that_is_missing_is_an_error(components):
    with pytest.raises(UndefinedError):
        components.html("card", "card", name="x")


def test_a_changed_template_is_read_again(components, tmp_path):
    (tmp_path / FOLDER / "page.html").write_text("one\n", "utf-8")
    assert components.page("page") == "one\n"
    (tmp_path / FOLDER / "page.html").write_text("another\n", "utf-8")
    assert components.page("page") == "another\n"


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_on_our_pages_has_a_style_sheet_of_its_name(path):
    is_on_our_pages = "{% macro" in path.read_text("utf-8")
    style = ROOT / f"overrides/assets/stylesheets/{path.stem}.css"
    assert style.is_file() is is_on_our_pages


def test_no_component_is_written_in_python():
    for path in (ROOT / "hooks/knowledge").rglob("*.py"):
        assert not re.search(r"Markup\(\s*[f]?['\"]+<", path.read_text("utf-8")), path
