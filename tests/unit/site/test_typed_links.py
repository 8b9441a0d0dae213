"""A contact alone in its paragraph is a card: the same one for rules, pages and the search."""

import random
import re

import markdown
import pytest

from knowledge.markdown.source import read
from knowledge.site.typed_links import CARD_MARK, cards, with_cards, with_drawings, with_marks
from support.cases_site import ROOT
from support.check_each import check_each

EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables"]
EXTENSIONS += ["pymdownx.superfences"]
SEED = 20261126
CARD = "[desk](contact:desk)"
CARDS = [
    CARD,
    f"  {CARD}  ",
    f"> {CARD}",
    f"> quoted\n>\n> {CARD}\n>\n> more",
    f"- item\n\n    {CARD}\n\n- item",
    f'!!! warning "Title"\n\n    {CARD}\n\n    text',
    f"## Heading {{#heading}}\n{CARD}",
    f"<div markdown>\n\n{CARD}\n\n</div>",
    "[`code` and *more*](contact:desk)",
]
OTHERS = [
    f"Ask the {CARD}.",
    f"{CARD}\n{CARD}",
    f"- {CARD}\n- {CARD}",
    f"- {CARD}\n\n- {CARD}",
    f"{CARD}\n:   description",
    f"a | b\n--|--\n{CARD}",
    f"`{CARD}`",
    f"    {CARD}",
    f"```md\n{CARD}\n```",
    f"<!-- {CARD} -->",
    f"<div>\n{CARD}\n</div>",
    r"\[desk](contact:desk)",
    "[desk](contact:desk){: lang=en }",
    '[desk](contact:desk "title")',
    "[![door](door.png)](contact:desk)",
    "[desk][ref]\n\n[ref]: contact:desk",
    "![desk](contact:desk)",
    "[desk](source:desk)",
]
MISREAD = [f"{CARD}\n- item", f"[^1]: {CARD}"]
"""These change how Markdown reads the following text, so they are tested alone."""
BESIDE = [
    "A paragraph\non two lines.",
    "1. item\n\n    paragraph\n\n        code",
    "> quoted",
    "| a | b |\n|---|---|\n| c | d |",
    "Under line\n----------",
    "~~~\nfenced\n~~~",
    "text <!-- comment -->",
]


def source_of(body):
    return read("docs/en/a.md", f"---\ntitle: A\n---\n\n{body}\n".encode())


@pytest.mark.parametrize("text", CARDS)
def test_a_contact_alone_in_its_paragraph_is_a_card(text):
    (card,) = cards(source_of(f"# T {{#t}}\n\n{text}\n\nend"))
    assert card.id == "desk"


@pytest.mark.parametrize("text", [*OTHERS, *MISREAD])
def test_other_text_is_not_a_card(text):
    assert not list(cards(source_of(f"# T {{#t}}\n\n{text}\n\nend")))


def test_a_card_has_its_line():
    assert [card.line for card in cards(source_of(f"a\n\n{CARD}"))] == [7]


def rendered(source):
    """Render the body of a source as mkdocs does."""
    marked = with_marks(source.body.lstrip("\n"), source, {"contact": {"desk"}})
    return markdown.markdown(marked, extensions=EXTENSIONS)


@pytest.mark.parametrize("part", range(4))
def test_every_card_has_a_paragraph_in_the_html(part):
    def check(number):
        pick = random.Random(SEED + number)
        pieces = [pick.choice([*BESIDE, *CARDS, *OTHERS]) for _ in range(pick.randint(2, 9))]
        text = "\n\n".join(pieces)
        source = source_of(text)
        html = rendered(source)
        found = len(list(cards(source)))
        assert html.count(CARD_MARK) == found, text
        assert with_cards(html, lambda *_: "CARD").count("CARD") == found, text

    check_each(range(part, 200, 4), check)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_every_card_of_a_real_page_has_one(path):
    source = read(path.relative_to(ROOT).as_posix(), path.read_bytes())
    found = [card.id for card in cards(source)]
    marked = with_marks(source.body.lstrip("\n"), source, {"contact": found})
    html = markdown.markdown(marked, extensions=EXTENSIONS)
    assert not re.search('<p><a href="contact:[^>]*>[^<]*</a></p>', html)
    seen = []

    def card(contact, _):
        seen.append(contact)
        return ""

    with_cards(html, card)
    assert seen == found


def test_the_first_place_of_a_contact_is_told_apart():
    html = "".join(f'<p>{CARD_MARK}<a href="contact:{each}">x</a></p>' for each in "aba")
    assert with_cards(html, lambda contact, is_first: f"{contact}{is_first} ") == (
        "aTrue bTrue aFalse "
    )


def test_a_mark_in_another_place_is_taken_out():
    html = f'<pre>{CARD_MARK}x</pre><p>{CARD_MARK}<a href="contact:a">x</a> y</p>'
    assert with_cards(html, lambda *_: "CARD") == html.replace(CARD_MARK, "")


def test_a_text_that_another_plugin_has_changed_keeps_its_cards():
    source = source_of(f"a\n\n{CARD}")
    marked = with_marks(f"```\n{CARD}\n```\n\n{CARD}", source, {"contact": {"desk"}})
    assert marked == f"```\n{CARD}\n```\n\n{CARD_MARK}{CARD}"


def test_a_contact_that_nobody_knows_stays_a_link():
    source = source_of("[x](contact:nobody)")
    assert 'href="contact:nobody"' in rendered(source)


def test_a_drawing_alone_in_its_paragraph_is_drawn_and_no_other_is():
    drawing = "[a door](drawing:door)"
    source = source_of(f"{drawing}\n\nSee {drawing}.\n\n[a room](drawing:room)")
    marked = with_marks(source.body.lstrip("\n"), source, {"drawing": {"door"}})
    html = with_drawings(markdown.markdown(marked), lambda found, name: f"<{found}: {name}>")
    assert html == (
        "<door: a door>\n"
        '<p>See <a href="drawing:door">a door</a>.</p>\n'
        '<p><a href="drawing:room">a room</a></p>'
    )
