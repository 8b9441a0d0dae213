"""Drawings: the SVG becomes HTML with places for words; what else it holds is a fault."""

import pytest

from knowledge.data.drawings import width_of
from knowledge.data.svg import read_shapes

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
    "words beside a shape": "<g>a</g>",
    "a text without a word": "<text/>",
    "no end": "<g>",
}


def test_the_shapes_become_html_with_places_for_the_words():
    svg = ROOT.format('\n <g class="red">\n  <rect x="1"/></g><text x="2" data-word="a"/>')
    shapes = read_shapes(svg.encode())
    assert shapes.faults == ()
    assert shapes.view_box == "0 0 320 80"
    assert shapes.words == {"a": 3}
    assert shapes.parts == (
        ('<g class="red"><rect x="1"></rect></g><text x="2">', "a"),
        ("</text>", ""),
    )


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
