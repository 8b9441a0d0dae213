"""Targets and titles of links: the parser finds those that Python-Markdown finds."""

import re

import markdown
import pytest

from knowledge.markdown.link_destinations import destination_at

INSIDE = [
    "desk.md",
    "<desk.md>",
    'desk.md "Closed"',
    "desk.md 'Closed'",
    'desk.md"Closed"',
    "desk.md\n'Closed'",
    '<desk.md> "Closed"',
    "desk.md 'Monday\"s'",
    'o\'clock.md "Closed"',
    "o'clock.md",
    "day's'end.md",
    "desk(1).md",
    "'",
]


@pytest.mark.parametrize("inside", INSIDE)
def test_the_parser_agrees_with_python_markdown(inside):
    html = markdown.markdown(f"[a]({inside})")
    title = re.search(r'title="([^"]*)"', html)
    found = destination_at(f"({inside})", 0)
    assert found is not None
    assert f'href="{found.target}"' in html
    assert (found.title or "").replace('"', "&quot;") == (title[1] if title else "")


def test_a_title_with_a_parenthesis_is_found():
    found = destination_at('(desk.md "Closed) since March")', 0)
    assert found is not None
    assert (found.target, found.title) == ("desk.md", "Closed")
