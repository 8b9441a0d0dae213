"""The outline of a shape as line segments.

Answers: where does the line around a rectangle, a circle, a polygon or a path go? Curves are
sampled, so that one through a word is found as a straight line is.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import cos, pi, sin

from knowledge.data.svg_places import NUMBER, PATH_COMMAND, PATH_NUMBERS, Box, box_of, number

Point = tuple[float, float]
PIECES = 16
"""Line segments for a curve, or half of an ellipse."""


def outline_of(element: str, attributes: Mapping[str, str]) -> Iterator[Box]:
    """The line segments around a shape, or along a line or path."""
    if element == "line":
        x1, y1, x2, y2 = (number(attributes, name) for name in ("x1", "y1", "x2", "y2"))
        yield x1, y1, x2, y2
    elif element == "path":
        yield from _path(attributes.get("d", ""))
    else:
        points = list(_corners(element, attributes))
        closed = points if element == "polyline" else [*points, *points[:1]]
        yield from _segments(closed)


def _corners(element: str, attributes: Mapping[str, str]) -> Iterator[Point]:
    if element == "rect":
        left, top, right, bottom = box_of(element, attributes)
        yield from ((left, top), (right, top), (right, bottom), (left, bottom))
    elif element in ("circle", "ellipse"):
        cx, cy, r = (number(attributes, name) for name in ("cx", "cy", "r"))
        rx, ry = number(attributes, "rx", r), number(attributes, "ry", r)
        for i in range(2 * PIECES):
            yield cx + rx * cos(pi * i / PIECES), cy + ry * sin(pi * i / PIECES)
    else:
        given = [float(each) for each in NUMBER.findall(attributes.get("points", ""))]
        yield from zip(given[::2], given[1::2], strict=False)


def _path(path: str) -> Iterator[Box]:
    """The segments of a path, its closing lines included."""
    at = begin = (0.0, 0.0)
    for letter, numbers in PATH_COMMAND.findall(path):
        command, given = letter.upper(), [float(each) for each in NUMBER.findall(numbers)]
        if command == "Z":
            yield (*at, *begin)
            at = begin
        size = PATH_NUMBERS.get(command, 0)
        for start in range(0, len(given) - size + 1, size) if size else ():
            points = _absolute(command, given[start : start + size], letter.islower(), at)
            if command == "M" and not start:
                begin = points[-1]
            else:
                yield from _segments(_curve([at, *points]))
            at = points[-1]


def _absolute(command: str, given: list[float], is_relative: bool, at: Point) -> list[Point]:
    """The points of one path command."""
    x, y = at if is_relative else (0.0, 0.0)
    if command == "H":
        return [(x + given[0], at[1])]
    if command == "V":
        return [(at[0], y + given[0])]
    return [(x + a, y + b) for a, b in zip(given[::2], given[1::2], strict=True)]


def _curve(points: list[Point]) -> list[Point]:
    """Points along a Bezier curve of any degree; a line has two control points."""
    if not points[1:-1]:
        return points
    return [_on_curve(points, i / PIECES) for i in range(PIECES + 1)]


def _on_curve(points: list[Point], share: float) -> Point:
    """De Casteljau's algorithm: the point at a share of the way along a curve."""
    while len(points) > 1:
        points = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in pairwise(points)
        ]
    return points[0]


def _segments(points: list[Point]) -> Iterator[Box]:
    return ((*start, *end) for start, end in pairwise(points))
