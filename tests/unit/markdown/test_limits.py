"""The limits on a page: what is too much, and on which line."""

import pytest

from knowledge.markdown.limits import MAX_CODE_LINES, excess_of

PROSE = ["One short line."] * (MAX_CODE_LINES + 1)
CODE = ["x"] * MAX_CODE_LINES


def found(lines):
    return [(each.line, each.what) for each in excess_of(lines, 0, 0)]


@pytest.mark.parametrize(
    "lines",
    [
        ["```", "one", "```", *PROSE],
        ["```", *CODE, "```", "", "```text", *CODE, "```"],
        ["~~~", "```", "~~~", *PROSE],
        ["> ```", "> one", "> ```", *PROSE],
        ["Text with ```code``` in it", *PROSE],
    ],
)
def test_what_stands_outside_of_a_code_block_is_no_code(lines):
    assert found(lines) == []


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["", "```", *CODE, "x", "```"], 2),
        (["```", "one", "```", "```python", *CODE, "x", "```"], 4),
        (["~~~", *CODE, "```"], 1),
        (["````", "```", *CODE], 1),
    ],
)
def test_a_long_code_block_is_reported_at_its_beginning(lines, line):
    assert found(lines) == [(line, "lines of code")]
