"""The table of contents: its position, and which pages have one."""

import pytest

from knowledge.render.page_contents import (
    MAX_ENTRIES,
    MIN_HEADINGS,
    PageHeading,
    opening_and_rest,
    toc_entries,
)

ANSWER = "<h1>Q</h1><p>A</p>"
MANY_SECTIONS = tuple(PageHeading(f"#s{number}", f"S{number}") for number in range(MIN_HEADINGS))


@pytest.mark.parametrize(
    ("html", "opening"),
    [
        (f"{ANSWER}<h2 id=a>B</h2><p>C</p>", ANSWER),
        (f"{ANSWER}<div><p>x</p></div><h2>B</h2>", f"{ANSWER}<div><p>x</p></div>"),
        (
            f"{ANSWER}<div class=t><h2>B</h2></div><h2>C</h2>",
            f"{ANSWER}<div class=t><h2>B</h2></div>",
        ),
        (f"<div lang=ja>{ANSWER}<h2>B</h2></div>", f"<div lang=ja>{ANSWER}"),
        (ANSWER, ANSWER),
        ("", ""),
    ],
)
def test_where_the_opening_ends(html, opening):
    found, rest = opening_and_rest(html)
    assert found == opening
    assert found + rest == html


def test_a_long_page_lists_its_headings():
    assert toc_entries(MANY_SECTIONS, ANSWER, "<h2>B</h2>") == MANY_SECTIONS


@pytest.mark.parametrize(("more", "is_whole"), [(0, True), (1, False)])
def test_headings_in_folded_sections_are_listed_where_they_are_few(more, is_whole):
    count = MAX_ENTRIES - MIN_HEADINGS + more
    inside = tuple(PageHeading(f"#q{number}", f"Q{number}") for number in range(count))
    folded = PageHeading("#questions", "Questions", inside)
    listed = toc_entries((folded, *MANY_SECTIONS[1:]), ANSWER, "<h2>B</h2>")
    assert listed[0].folded == (inside if is_whole else ())
    assert [entry.url for entry in listed[1:]] == [each.url for each in MANY_SECTIONS[1:]]


@pytest.mark.parametrize(
    ("sections", "opening", "rest"),
    [
        (MANY_SECTIONS[1:], ANSWER, "<h2>B</h2>"),
        (MANY_SECTIONS, f"{ANSWER}<div><h2>B</h2></div>", "<h2>C</h2>"),
        (MANY_SECTIONS, ANSWER, ""),
    ],
)
def test_a_short_page_and_one_of_choices_do_not(sections, opening, rest):
    assert toc_entries(sections, opening, rest) == ()
