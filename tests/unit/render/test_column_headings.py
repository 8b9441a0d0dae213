"""The head of its column in each cell of a wide table."""

from markdown import Markdown

from pages import TreeProcessors

WIDE = "| Name | Old | *New* |\n|---|---|---|\n| a | 1 | 2 |\n"


def html_of(markdown):
    return Markdown(extensions=["tables", TreeProcessors()]).convert(markdown)


def test_each_cell_has_the_words_of_its_head():
    assert '<td data-head="Old">1</td>\n<td data-head="New">2</td>' in html_of(WIDE)


def test_a_table_of_two_columns_has_them_for_large_letters():
    assert '<td data-head="Old">1</td>' in html_of("| Name | Old |\n|---|---|\n| a | 1 |\n")


def test_a_list_in_one_column_needs_none():
    assert "data-head" not in html_of("| Name |\n|---|\n| a |\n")


def test_a_column_without_a_head_has_none():
    assert "<td>1</td>" in html_of("| Name | | New |\n|---|---|---|\n| a | 1 | 2 |\n")
