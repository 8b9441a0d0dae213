"""Drawings: the SVG becomes HTML with places for words; what else it holds is a fault."""

from datetime import date

import pytest

from knowledge.data.drawings import read_drawings, width_of
from knowledge.data.reader import Reader
from knowledge.data.svg import read_shapes
from knowledge.yaml_tree import Fault, parse

ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80">{}</svg>'
FAULTS = {
    "a style": '<rect style="fill:red"/>',
    "a colour": '<rect fill="red"/>',
    "an id": '<rect id="a"/>',
    "a handler": '<rect onclick="alert(1)"/>',
    "a script": "<script/>",
    "an image": '<image width="1"/>',
    "HTML": '<p xmlns="http://www.w3.org/1999/xhtml"/>',
    "a reference": '<use href="#a"/>',
    "a class of something else": '<rect class="site-header"/>',
    "markup in a value": '<rect x="&lt;b&gt;"/>',
    "an attribute of another kind": '<rect xml:space="preserve"/>',
    "words": "<text data-word='a'>a</text>",
    "words beside a shape": "<rect>a</rect>",
    "a group": "<g/>",
    "a text without a word": "<text/>",
    "no end": "<rect>",
    "a shape that may cover a word": '<text x="1" y="9" data-word="a"/><path d="M0 0h320v80"/>',
    "a word outside": '<text x="-90" y="9" data-word="a"/>',
    "a word below": '<text x="1" y="900" data-word="a"/>',
    "a word without a place": '<text x="1 2" y="9" data-word="a"/>',
    "a shrunk word": '<text x="1" y="9" transform="scale(.01)" data-word="a"/>',
    "a dark shape of another kind": '<ellipse class="dot" cx="9" cy="9" rx="9" ry="9"/>',
    "a moved shape": '<rect width="9" height="9" transform="scale(9)"/>',
    "a word in the colour of the page": '<text class="on" x="1" y="9" data-word="a"/>',
    "a word beside its ground": '<circle class="solid" cx="40" cy="9" r="9"/>'
    '<text class="on" x="1" y="9" data-word="a"/>',
    "a word in the colour of a shape": '<text class="quiet" x="1" y="9" data-word="a"/>',
    "a line through a word, short": '<path d="M.5 6h80"/><text x="9" y="9" data-word="a"/>',
    "a line through a word": '<path d="M1 6h80"/><text x="9" y="9" data-word="a"/>',
    "a slanted line through a word": '<path d="M1 1L30 16"/><text x="9" y="9" data-word="a"/>',
    "a number with an exponent": '<path d="M1e1 60h80"/>',
    "a place in words": '<rect x="one"/>',
    "a curve that is not whole": '<path d="M1 9q5 5 0"/>',
    "an arc": '<path d="M1 9a5 5 0 0 1 10 10"/>',
    "a curve that goes on from another": '<path d="M1 9t5 5"/>',
    "a line without numbers": '<path d="M1 9h"/>',
    "a word twice": '<text x="1" y="9" data-word="a"/><text x="1" y="39" data-word="a"/>',
}


def test_the_shapes_become_html_with_places_for_the_words():
    svg = ROOT.format('\n <rect class="alarm" x="1"/>\n <text x="2" y="9" data-word="a"/>')
    shapes = read_shapes(svg.encode())
    assert shapes.faults == ()
    assert shapes.view_box == "0 0 320 80"
    assert shapes.words == {"a": 3}
    assert shapes.parts == (
        ('<rect class="alarm" x="1"></rect><text x="2" y="9">', "a"),
        ("</text>", ""),
    )


def test_a_word_in_the_colour_of_the_page_stands_on_a_solid_shape():
    ground = '<circle class="solid" cx="9" cy="9" r="9"/><rect class="solid" x="20" width="9" {}/>'
    words = '<text class="on" x="9" y="14" data-word="a"/><text class="on" x="24" y="9" {}/>'
    inside = ground.format('height="20"') + words.format('data-word="b"')
    assert read_shapes(ROOT.format(inside).encode()).faults == ()


@pytest.mark.parametrize("inside", FAULTS.values(), ids=FAULTS)
def test_anything_else_is_a_fault_with_its_line(inside):
    faults = read_shapes(ROOT.format(f"\n{inside}").encode()).faults
    assert {line for line, _ in faults} == {2}, faults


@pytest.mark.parametrize(
    "svg",
    [
        ROOT.replace("320", "640"),
        ROOT.replace("<svg", '<svg width="320"'),
        ROOT.replace(' xmlns="http://www.w3.org/2000/svg"', ""),
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + ROOT,
        "\ufffd",
        "",
    ],
)
def test_a_root_that_is_no_plain_one_is_a_fault(svg):
    assert [line for line, _ in read_shapes(svg.format("").encode()).faults] == [1]


def test_wide_characters_count_two():
    assert width_of("aé1") == 3
    assert width_of("本1") == 3


@pytest.mark.parametrize(
    ("shapes", "word", "fact"),
    [
        ("", 'x="250" y="26"', "this word leaves the drawing"),
        ('<path d="M60 30L150 10"/>', 'x="20" y="26"', "a line goes through this word"),
        (
            '<rect class="dot" x="90" y="0" width="90" height="40"/>',
            'x="20" y="26"',
            "a dark shape covers this word",
        ),
        (
            '<circle class="solid" cx="140" cy="20" r="12"/>',
            'class="on" text-anchor="end" x="150" y="26"',
            "this word leaves its dark shape",
        ),
        ('<rect x="9" y="4" width="200" height="40"/>', 'x="20" y="26"', ""),
    ],
)
def test_a_word_is_read_as_a_whole(shapes, word, fact):
    svg = ROOT.format(f'{shapes}<text {word} data-word="a"/>').encode()
    assert read_shapes(svg).faults == ()
    languages = ("ja", "en")
    reader = Reader("docs/_data/drawings.yml", languages, languages, date(2026, 11, 24))
    entry = "- {id: b, words: [{key: a, max: 40, text: {ja: 押さないで, en: Do not press it}}]}"
    tree = parse(entry)
    assert not isinstance(tree, Fault)
    read_drawings(tree, reader, frozenset({"b"}), {"drawings/b.svg": svg})
    facts = [each.problem for each in reader.findings if each.path.endswith(".svg")]
    assert [each.partition(":")[0] for each in facts] == ([fact] if fact else [])
