"""Geometry of the words and shapes of a drawing.

Answers: does a line go through a word, and does the word stand on a dark shape? Numbers are units
of the drawing. The lines around shapes are in svg_outlines.py. What is allowed is decided in
svg.py for the place of a word, and in drawings.py for its whole length.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

FIGURE = r"-?\d+(?:\.\d+)?"
NUMBER = re.compile(FIGURE, re.ASCII)
PATH_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
PATH_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6}
"""How many numbers each command of a path takes; Z takes none."""
LETTER_HEIGHT, LETTER_WIDTH = 8, 6
"""Minimum size of a letter; two words that start closer together than this overlap."""
CHARACTER, BIG_CHARACTER = 6.4, 8.2
"""Width of a narrow character, normal and big (drawing.css); a wide character takes twice that."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom; or for a line segment, x and y of its start and of its end."""


@dataclass(frozen=True, slots=True)
class Place:
    """Position and style of a word."""

    key: str
    line: int
    x: float
    y: float
    anchor: str
    """`text-anchor` in SVG: which part of the word is at x: `start`, `middle` or `end`."""
    is_on: bool
    """Whether it has the text colour for dark shapes (class `on`)."""
    is_big: bool

    def box(self, width: float) -> Box:
        """The bounding box of a text at this place; its width is in narrow characters."""
        size = width * (BIG_CHARACTER if self.is_big else CHARACTER)
        left = self.x - {"middle": size / 2, "end": size}.get(self.anchor, 0)
        return left, self.y - LETTER_HEIGHT, left + size, self.y


def number(attributes: Mapping[str, str], name: str, otherwise: float = 0) -> float:
    """The number in an attribute; `otherwise` if there is none."""
    value = attributes.get(name, "")
    return float(value) if NUMBER.fullmatch(value) else otherwise


def box_of(element: str, attributes: Mapping[str, str]) -> Box:
    """The bounding box of a circle or a rectangle."""
    x, y, width, height, cx, cy, r = (
        number(attributes, name) for name in ("x", "y", "width", "height", "cx", "cy", "r")
    )
    if element == "circle":
        return cx - r, cy - r, cx + r, cy + r
    return x, y, x + width, y + height


def goes_through(line: Box, box: Box) -> bool:
    """Whether a line segment crosses the inside of a box."""
    x1, y1, x2, y2 = line
    left, top, right, bottom = box
    first, last = 0.0, 1.0
    for start, way, least, most in ((x1, x2 - x1, left, right), (y1, y2 - y1, top, bottom)):
        if not way:
            if not least < start < most:
                return False
            continue
        a, b = sorted(((least - start) / way, (most - start) / way))
        first, last = max(first, a), min(last, b)
    return first < last


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def contains_horizontally(one: Box, other: Box) -> bool:
    """Whether `other` lies within `one` horizontally."""
    return one[0] <= other[0] and other[2] <= one[2]


def is_whole(path: str) -> bool:
    """Whether every command of a path has the right number of arguments, or a multiple of it."""
    sizes = (
        (len(NUMBER.findall(numbers)), PATH_NUMBERS.get(letter.upper(), 0))
        for letter, numbers in PATH_COMMAND.findall(path)
    )
    return all(given % size == 0 and given if size else not given for given, size in sizes)
