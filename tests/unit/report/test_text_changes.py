"""What pages say otherwise, in the list of changes: each sentence, as it is read."""

import re
from itertools import product

import markdown
import pytest

from knowledge.report.change import format_data_change
from knowledge.report.data_changes import data_changes
from knowledge.report.text_changes import shortened

LIST, TABLE = "- three\n- four\n", "| 5 | 6 |\n|---|---|\n| 7 | 8 |\n"
PAGE = f"---\ntitle: a\n---\n\n# A {{#a}}\n\nOne. Two.\n\n{LIST}\n{TABLE}"
PATH = "docs/en/a.md"
LONG = "Somebody who has a card of this library and brings it may borrow {} books for eight days."


def said(before: str, now: str, path: str = PATH) -> list[str]:
    """Lines of the report for the sentences of a page."""
    changes = data_changes({path: before.encode()}, {path: now.encode()})
    lines = [format_data_change(each) for each in changes if each.is_text]
    return [re.sub(r" text(?: in #\w+)?:", "", line.removeprefix(f"{path}:")) for line in lines]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("Two.", "Three.", ["7: 'Two.' -> 'Three.'"]),
        ("Two.", "Two. Three.", ["7: nothing -> 'Three.'"]),
        ("One. ", "", ["7: '¶ One.' -> '¶ Two.'", "0: 'Two.' -> nothing"]),
        ("One. ", "一つ。二つ。", ["7: '¶ One.' -> '¶ 一つ。'", "7: nothing -> '二つ。'"]),
        ("One. Two.", "One.\n\nTwo.", ["9: 'Two.' -> '¶ Two.'"]),
        ("- three", "    - three\nfour", ["9: '- three' -> '    - three ⏎four'"]),
        ("- three\n- four", "- four\n- three",
         ["9: nothing -> '- four'", "0: '- four' -> nothing"]),
        ("- three", "- three{.no}", ["9: '- three' -> '- three{.no}'"]),
        ("# A {#a}", "# A {#a .folded}", ["5: '# A {#a}' -> '# A {#a .folded}'"]),
        ("- three\n- four", "- three - four",
         ["9: '- three' -> '- three - four'", "0: '- four' -> nothing"]),
        ("- three", "-\nthree", ["9: '- three' -> '- ⏎three'"]),
        ("Two.\n\n- three", "Two.\n- three", ["8: '- three' -> '⏎- three'"]),
        ("| 7 | 8 |", "| 7 |\n8 |", ["14: '| 7 | 8 |' -> '| 7 | ⏎8 |'"]),
        ("| 5 | 6 |", "| 6 | 5 |", ["12: '¶ | 5 | 6 |' -> '¶ | 6 | 5 |'"]),
        ("One.", "**O**ne.", ["7: '¶ One.' -> '¶ **O**ne.'"]),
        ("Two.", "`Two`.", ["7: 'Two.' -> '`Two`.'"]),
        ("Two.", "Two.\n{: lang=ko }", ["8: nothing -> '{: lang=ko }'"]),
        ("- four", "    - four", ["10: '- four' -> '    - four'"]),
        ("One.", "<details>\n\nOne.", ["7: nothing -> '<details>'"]),
        ("Two.", 'Two [x](b.md "Six").', ["7: 'Two.' -> 'Two [x](b.md \"Six\").'"]),
        ("Two.", "Two\u200b.", [r"7: 'Two.' -> 'Two\u200b.'"]),
        ("Two.", "Do <!-- not --> pay.", ["7: 'Two.' -> 'Do <!-- not --> pay.'"]),
        ("Two.", "`<!-- Two -->`", ["7: 'Two.' -> '`<!-- Two -->`'"]),
        ("Two.", "`[x](b.md)`", ["7: 'Two.' -> '`[x](b.md)`'"]),
        ("Two.", "[x](data:text) [y](#a).", ["7: 'Two.' -> '[x](data:text) [y](#a).'"]),
        ("Two.", "Two.\n\n```\n[x](b.md)\n```",
         ["9: nothing -> '```'", "10: nothing -> '[x](b.md)'", "11: nothing -> '```'"]),
    ],
)  # fmt: skip
def test_what_is_read_otherwise_is_told(old, new, lines):
    assert said(PAGE, PAGE.replace(old, new, 1)) == lines


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One. Two.", "One.\nTwo."),
        ("\n- four", "\n\n- four"),
        ("One. Two.", "One.  Two."),
        ("title: a", "title: b"),
    ],
)
def test_what_is_read_the_same_is_not_told(old, new):
    assert said(PAGE, PAGE.replace(old, new, 1)) == []


def test_where_a_link_leads_is_not_told_twice():
    page = PAGE + "\n[x](b.md) and [y](source:law)\n"
    assert said(page, page.replace("b.md", "d.md")) == []


def test_links_whose_words_go_over_the_end_of_a_sentence_are_told():
    page = PAGE + "\n[Stop. Go](b.md) or [Stop. Go](d.md).\n"
    now = PAGE + "\n[Stop. Go](d.md) or [Stop. Go](b.md).\n"
    assert said(page, now) == [f"16: '¶ {page.splitlines()[-1]}' -> '¶ {now.splitlines()[-1]}'"]


SIGNS = ("", " ", "  ", "\n", "\n\n", "    ")


@pytest.mark.parametrize("kind", ["wrapped", "indented"])
def test_white_space_that_changes_what_a_page_shows_is_told(kind):
    """Against the parser itself: lines that are wrapped or indented in many places."""
    page = PAGE + '\n!!! warning "Five"\n\n    Six six. Six.\n\n    1. seven seven\n    2. eight\n'
    shown = markdown.Markdown(extensions=["admonition", "attr_list", "tables"]).convert
    body = page.partition("---\n\n")[2]
    places = [m.start() for m in re.finditer(" " if kind == "wrapped" else r"(?<=\n)(?=\S)", body)]
    missed = []
    for place, sign in product(places, SIGNS):
        now = body[:place] + sign + body[place + (kind == "wrapped") :]
        is_shown = squeezed(shown(body)) != squeezed(shown(now))
        if is_shown and not said(page, page.replace(body, now)):
            missed.append(now)
    assert missed == []


def squeezed(html: str) -> str:
    """HTML without white space that browsers do not show, and without paragraphs."""
    return re.sub(r"\s*(</?[^>]*>)\s*", r"\1", re.sub(r"\s+|</?p>", " ", html))


def test_of_a_long_sentence_what_differs_stands_among_its_neighbours():
    assert shortened(LONG.format("two"), LONG.format("ten")) == (
        "…d brings it may borrow two books for eight days.",
        "…d brings it may borrow ten books for eight days.",
    )
    assert shortened("a" * 90, "a" * 91) == ("…" + "a" * 24, "…" + "a" * 25)
    assert shortened("", LONG) == ("", LONG)


def test_a_page_that_is_gone_is_one_change():
    (gone,) = data_changes({PATH: PAGE.encode()}, {})
    assert (gone.what, gone.before, gone.after) == ("page", "8 sentences", "")


def test_of_a_page_with_another_name_what_differs_is_told():
    now = PAGE.replace("Two.", "Three.").encode()
    changes = data_changes({"docs/en/old.md": PAGE.encode(), PATH: None}, {PATH: now})
    assert {(each.path, each.before, each.after) for each in changes} == {
        (PATH, "docs/en/old.md", PATH),
        (PATH, "Two.", "Three."),
    }
