"""The outline of a shape as line segments.

Answers: where does the line around a rectangle, a circle, a polygon or a path go? Curves and arcs
are sampled, so that one through a word is found as a straight line is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import acos, cos, hypot, pi, radians, sin, sqrt

from knowledge.data.svg_places import NUMBER, PATH_COMMAND, PATH_NUMBERS, Box, box_of, number

Point = tuple[float, float]
PIECES = 16
"""Line segments for a curve, an arc, or half of an ellipse."""


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
        yield from ((*start, *end) for start, end in pairwise(closed))


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
    at, begin, control, last = (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), ""
    for letter, numbers in PATH_COMMAND.findall(path):
        command, given = letter.upper(), [float(each) for each in NUMBER.findall(numbers)]
        if command == "Z":
            yield (*at, *begin)
            at = begin
        size = PATH_NUMBERS.get(command, 0)
        for start in range(0, len(given) - size + 1, size) if size else ():
            points = _absolute(command, given[start : start + size], letter.islower(), at)
            end = points[-1]
            if command == "M" and not start:
                begin = end
            elif command == "A":
                yield from _segments([at, *_arc(at, given[start : start + size], end)])
            else:
                if command in "ST":  # the first control point mirrors the last one before it
                    is_smooth = last in ("CS" if command == "S" else "QT")
                    mirrored = (2 * at[0] - control[0], 2 * at[1] - control[1])
                    points = [mirrored if is_smooth else at, *points]
                yield from _segments(_curve([at, *points]))
            control, at, last = (points[-2] if len(points) > 1 else end), end, command


def _absolute(command: str, given: list[float], is_relative: bool, at: Point) -> list[Point]:
    """The points of one path command; of an arc, only its end."""
    x, y = at if is_relative else (0.0, 0.0)
    if command == "H":
        return [(x + given[0], at[1])]
    if command == "V":
        return [(at[0], y + given[0])]
    pairs = given[-2:] if command == "A" else given
    return [(x + a, y + b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)]


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


def _arc(start: Point, given: list[float], end: Point) -> Iterator[Point]:
    """Points along an elliptical arc (SVG 1.1, F.6.5: from its ends to its centre)."""
    rx, ry, turn, is_large, is_clockwise = (
        abs(given[0]), abs(given[1]), radians(given[2]), bool(given[3]), bool(given[4])
    )  # fmt: skip
    if not rx or not ry or start == end:
        yield end
        return
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x = cos(turn) * half_x + sin(turn) * half_y
    y = cos(turn) * half_y - sin(turn) * half_x
    grow = max(1.0, sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    rest = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    scale = sqrt(max(0.0, rest / ((rx * y) ** 2 + (ry * x) ** 2)))
    scale *= -1 if is_large == is_clockwise else 1
    cx, cy = scale * rx * y / ry, -scale * ry * x / rx
    first = _angle((1.0, 0.0), ((x - cx) / rx, (y - cy) / ry))
    sweep = _angle(((x - cx) / rx, (y - cy) / ry), ((-x - cx) / rx, (-y - cy) / ry))
    sweep += 2 * pi * ((sweep < 0) if is_clockwise else -(sweep > 0))
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    for i in range(1, PIECES + 1):
        angle = first + sweep * i / PIECES
        on_x, on_y = rx * cos(angle) + cx, ry * sin(angle) + cy
        yield (
            cos(turn) * on_x - sin(turn) * on_y + middle[0],
            sin(turn) * on_x + cos(turn) * on_y + middle[1],
        )


def _angle(one: Point, other: Point) -> float:
    """The signed angle between two vectors, in radians."""
    lengths = hypot(*one) * hypot(*other)
    share = (one[0] * other[0] + one[1] * other[1]) / lengths if lengths else 1.0
    angle = acos(max(-1.0, min(1.0, share)))
    return -angle if one[0] * other[1] < one[1] * other[0] else angle


def _segments(points: list[Point]) -> Iterator[Box]:
    return ((*start, *end) for start, end in pairwise(points))
