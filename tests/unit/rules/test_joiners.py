"""A zero-width joiner is a fault in scripts where it has no effect on the letters."""

import pytest

from knowledge.rules.characters import invisible_characters
from knowledge.site.site import load
from support.cases_site import copy_tiny_site

BLOCK = """\
        - locale: fa
          name: fa
          extra: {partial: true}
markdown_extensions:
"""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("가\u200d나", 1),
        ("с\u200dлово", 1),
        ("ก\u200cก", 1),
        ("漢\u200d字", 1),
        ("wo\u200drd", 1),
        ("می\u200cخواهم", 0),
        ("क्\u200dष", 0),
    ],
)
def test_where_a_joiner_hides(tmp_path, text, count):
    folder = copy_tiny_site(tmp_path / "site", is_built=False)
    path = folder / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("markdown_extensions:\n", BLOCK), "utf-8")
    (folder / "docs/fa").mkdir()
    (folder / "docs/fa/case.md").write_text(f"# {text}\n", "utf-8")
    found = [each.problem for each in invisible_characters.find(load(folder))]
    assert sum("nobody sees" in problem for problem in found) == count
