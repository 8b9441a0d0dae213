"""The outlines of shapes: which of them go through a word, and where curves and arcs are."""

from math import hypot

import pytest

from knowledge.data.svg_outlines import outline_of
from knowledge.data.svg_places import goes_through

WORD = (90.0, 98.0, 180.0, 106.0)
"""Left, top, right and bottom of a word."""


@pytest.mark.parametrize(
    ("element", "attributes"),
    [
        ("line", {"x1": "86", "y1": "104", "x2": "190", "y2": "100"}),
        ("ellipse", {"cx": "140", "cy": "104", "rx": "52", "ry": "0.5"}),
        ("circle", {"cx": "135", "cy": "302", "r": "200"}),
        ("rect", {"x": "88", "y": "104", "width": "100", "height": "7"}),
        ("rect", {"x": "88", "y": "102", "width": "100", "height": "1"}),
        ("polygon", {"points": "192,104 310,104 310,2 50,2 50,92 86,104"}),
        ("polyline", {"points": "86,90 86,104 192,104"}),
        ("path", {"d": "M86 104C220 103 220 106 86 105"}),
        ("path", {"d": "M86 130Q135 74 190 130"}),
        ("path", {"d": "M60 130Q70 102 86 102T190 102"}),
        ("path", {"d": "M86 104A60 0.5 0 1 1 86 104.2"}),
        ("path", {"d": "M192 104H312V2H52V90L86 104Z"}),
        ("path", {"d": "m86 104h100"}),
    ],
)
def test_a_shape_through_a_word_is_found(element, attributes):
    assert any(goes_through(line, WORD) for line in outline_of(element, attributes))


@pytest.mark.parametrize(
    ("element", "attributes"),
    [
        ("rect", {"x": "80", "y": "90", "width": "120", "height": "24"}),
        ("circle", {"cx": "135", "cy": "102", "r": "60"}),
        ("ellipse", {"cx": "135", "cy": "102", "rx": "80", "ry": "30"}),
        ("polyline", {"points": "192,104 310,104 310,2 50,2 50,92 86,104"}),
        ("path", {"d": "M80 110H200"}),
        ("path", {"d": "M86 130Q135 120 190 130"}),
    ],
)
def test_a_shape_around_or_beside_a_word_is_none(element, attributes):
    assert not any(goes_through(line, WORD) for line in outline_of(element, attributes))


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1"])
def test_an_arc_of_a_circle_stays_on_it_and_ends_where_it_must(flags):
    lines = list(outline_of("path", {"d": f"M10 0A10 10 0 {flags} 0 10"}))
    assert (round(lines[-1][2], 6), round(lines[-1][3], 6)) == (0, 10)
    centre = (0, 0) if flags in ("0 1", "1 0") else (10, 10)
    for x, y, _, _ in lines:
        assert hypot(x - centre[0], y - centre[1]) == pytest.approx(10)
    turned = sum(hypot(x2 - x1, y2 - y1) for x1, y1, x2, y2 in lines)
    assert turned == pytest.approx(47 if flags.startswith("1") else 15.7, rel=0.02)
