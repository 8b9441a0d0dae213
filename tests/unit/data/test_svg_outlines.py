"""The outlines of shapes: which of them go through a word, and where curves are."""

from math import hypot, pi

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


def test_a_half_circle_of_two_curves_stays_on_it_and_ends_where_it_must():
    half = "M-7 0c0 -3.87 3.13 -7 7 -7c3.87 0 7 3.13 7 7"
    lines = list(outline_of("path", {"d": half}))
    assert lines[-1][2:] == pytest.approx((7, 0))
    for x, y, _, _ in lines:
        assert hypot(x, y) == pytest.approx(7, abs=0.01)
    assert sum(hypot(x2 - x1, y2 - y1) for x1, y1, x2, y2 in lines) == pytest.approx(7 * pi, 0.001)
