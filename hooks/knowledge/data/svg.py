"""The SVG of a drawing: the small part of SVG that a page may contain inline.

Answers: what is the HTML of an SVG file, where do its words go, and what in it is not allowed?
Whatever is not listed is rejected: colours come from classes, words from drawings.yml, and there
are no ids, so that nothing in a drawing can meet something else on its page. No shape may cover a
word, and no word may be moved, shrunk or painted out of sight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

NAMESPACE = "http://www.w3.org/2000/svg"
WIDTH = 320
"""Width of a drawing in its own units: that of the text on a small phone, in CSS pixels."""
LARGEST_DRAWING = 12 * 1024
"""Size limit of the file in bytes: every page that shows it loads it."""
VIEW_BOX = re.compile(rf"0 0 {WIDTH} [1-9]\d{{1,2}}")
ELEMENTS = frozenset("circle ellipse g line path polygon polyline rect text".split())
"""Elements allowed inside the root."""
ATTRIBUTES = frozenset(
    "class cx cy d height points r rx ry text-anchor transform width x x1 x2 y y1 y2".split()
)
SHAPE_CLASSES = frozenset("accent alarm caution dot lead quiet solid surface".split())
WORD_CLASSES = frozenset("act big on red soft strong".split())
CLASSES = SHAPE_CLASSES | WORD_CLASSES
"""The classes of drawing.css."""
WORD = "data-word"
"""Attribute of a `text` with the key of its word."""
ON, SOLID, DOT = "on", "solid", "dot"
"""Class of a word in the colour of the page, and those of the shapes that it can be read on."""
MAX_SHAPES = 60
"""Shapes of a drawing, each new start of a path being one: what has more may be a QR code."""
VALUE = re.compile(r"[A-Za-z0-9 .,()-]*")
FIGURE = r"-?\d+(?:\.\d+)?"
SHAPE_VALUES = {
    "d": re.compile(rf"(?:[MLTHVQSCAZ]|{FIGURE}(?![\d.])|[ ,])*", re.IGNORECASE | re.ASCII),
    "points": re.compile(rf"(?:{FIGURE}(?![\d.])|[ ,])*", re.ASCII),
    **dict.fromkeys(("class", "text-anchor", "transform"), VALUE),
}
"""What each attribute may hold; every other one holds a number. Numbers are written in one way,
so that nobody reads another place than a browser does."""
DIRECT = 2
"""Number of open elements at a child of the root."""
MAX_HEIGHT_PER_WORD, MAX_EMPTY_HEIGHT = 80, 240
"""Height of a drawing for each of its words, and of one with few: a tall one that says nothing
pushes the text off the screen."""
LETTER_HEIGHT, LETTER_WIDTH = 8, 6
"""Words that begin nearer to one another, in the drawing's own units, cover one another."""
THIN = 6
"""Height of a rectangle that is a line, or of a line that is level."""
NUMBER = re.compile(FIGURE, re.ASCII)
PATH_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
PATH_NUMBERS = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "Q": 4, "S": 4, "C": 6, "A": 7}
"""How many numbers each command of a path takes; Z takes none."""
Box = tuple[float, float, float, float]
"""The left, top, right and bottom of a shape."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The parsed SVG of a drawing."""

    view_box: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    """Pieces of HTML, each with the key of the word that follows; the last key is empty."""
    words: Mapping[str, int] = field(default_factory=dict)
    """The keys of the words, each with the 1-based line of its first use."""
    elements: tuple[tuple[int, str, str], ...] = ()
    """Each element inside the root: 1-based line, which word or shape it is, and its attributes."""
    faults: tuple[tuple[int, str], ...] = ()
    """What is not allowed: 1-based line and problem."""


def read_shapes(content: bytes) -> Shapes:
    """Parse an SVG file; the shapes of one with faults are not complete."""
    return _ShapesReader().read(content)


class _RefusedError(Exception):
    """Raised to stop parsing at a document type, which can define text without limit."""


class _ShapesReader:
    """Collects the HTML of an SVG while expat parses it."""

    def __init__(self) -> None:
        self.view_box = self.html = ""
        self.height = 0
        self.parts: list[tuple[str, str]] = []
        self.words: dict[str, int] = {}
        self.places: list[tuple[float, float]] = []
        """Where each word begins, ends or has its middle."""
        self.elements: list[tuple[int, str, str]] = []
        self.faults: list[tuple[int, str]] = []
        self.open: list[str] = []
        self.solid: list[Box] = []
        """The solid circles and rectangles."""
        self.level: list[Box] = []
        """The level lines."""
        self.shapes = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.refuse

    def read(self, content: bytes) -> Shapes:
        try:
            self.parser.Parse(content, True)
        except _RefusedError:
            self.report("a document type can define more than shapes")
        except (expat.ExpatError, LookupError, ValueError):
            self.report("this is no well-formed SVG")
        most = max(MAX_EMPTY_HEIGHT, MAX_HEIGHT_PER_WORD * len(self.words))
        if self.height > most:
            self.faults.append(
                (0, f"its height is {self.height}; for so few words, {most} is the most")
            )
        if self.shapes > MAX_SHAPES:
            self.faults.append((0, f"it has {self.shapes} shapes; {MAX_SHAPES} are the most"))
        parts = (*self.parts, (self.html, ""))
        return Shapes(self.view_box, parts, self.words, tuple(self.elements), tuple(self.faults))

    def report(self, problem: str) -> None:
        self.faults.append((self.parser.CurrentLineNumber, problem))

    def refuse(self, *_: object) -> None:
        raise _RefusedError

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        self.open.append(element)
        if len(self.open) == 1:
            self.root(name, attributes)
            return
        written = " ".join(f'{key}="{value}"' for key, value in attributes.items())
        what = f"word '{attributes[WORD]}'" if WORD in attributes else f"shape {element}"
        self.elements.append((self.parser.CurrentLineNumber, what, written))
        if namespace != NAMESPACE or element not in ELEMENTS:
            self.report(f"the element '<{element}>' cannot stand in a page")
        plain = {key: value for key, value in attributes.items() if key != WORD}
        for key, value in plain.items():
            self.attribute(key, value, WORD_CLASSES if element == "text" else SHAPE_CLASSES)
        tag = "".join(f' {key}="{escape(value)}"' for key, value in plain.items())
        if element == "text":
            self.place(plain)
            self.word(attributes.get(WORD, ""), f"<text{tag}>")
        else:
            self.shape(element, plain)
            self.html += f"<{element}{tag}>"

    def root(self, name: str, attributes: dict[str, str]) -> None:
        self.view_box = attributes.get("viewBox", "")
        is_plain = name == f"{NAMESPACE} svg" and set(attributes) == {"viewBox"}
        if VIEW_BOX.fullmatch(self.view_box):
            self.height = int(self.view_box.split()[-1])
        if not is_plain or not self.height:
            self.report(f'its root is not \'xmlns="{NAMESPACE}" viewBox="0 0 {WIDTH} (height)"\'')

    def attribute(self, name: str, value: str, classes: frozenset[str]) -> None:
        if name not in ATTRIBUTES or not SHAPE_VALUES.get(name, NUMBER).fullmatch(value):
            self.report(f"the attribute '{name}=\"{value}\"' cannot stand in a page")
        elif name == "class":
            for unknown in sorted({*value.split()} - classes):
                kind = "words" if classes is WORD_CLASSES else "shapes"
                self.report(f"there is no class '{unknown}' for the {kind} of drawings")

    def shape(self, element: str, attributes: dict[str, str]) -> None:
        if self.words:
            self.report(f"this '<{element}>' comes after words, which it could cover")
        self.shapes += max(1, attributes.get("d", "").lower().count("m"))
        if not _is_whole(attributes.get("d", "")):
            self.report("a command of this path has too many or too few numbers")
        is_plain = len(self.open) == DIRECT and "transform" not in attributes
        if is_plain and {SOLID, DOT} & set(attributes.get("class", "").split()):
            self.solid.append(_box(element, attributes))
        if is_plain:
            self.level += _level_lines(element, attributes)

    def place(self, attributes: dict[str, str]) -> None:
        """Report a word that begins outside of the drawing, or in the colour of the page."""
        if len(self.open) > DIRECT or "transform" in attributes:
            self.report("a word stands directly in the root, and is not transformed")
        x, y = _number(attributes, "x", -1), _number(attributes, "y", -1)
        if not (0 <= x <= WIDTH and 0 <= y <= self.height):
            self.report("this word has no place inside the drawing: 'x' and 'y' in numbers")
        if any(abs(x - a) < LETTER_WIDTH and abs(y - b) < LETTER_HEIGHT for a, b in self.places):
            self.report("this word stands on another one")
        self.places.append((x, y))
        is_on = ON in attributes.get("class", "").split()
        is_dark = any(a <= x <= c and b <= y <= d for a, b, c, d in self.solid)
        if is_on and not is_dark:
            self.report(f"a word of the class '{ON}' can be read on a '{SOLID}' shape only")
        if is_dark and not is_on:
            self.report(f"on a '{SOLID}' or '{DOT}' shape, only a word of the class '{ON}' is read")
        shift = {"middle": 0, "end": -LETTER_WIDTH}.get(
            attributes.get("text-anchor", ""), LETTER_WIDTH
        )
        if any(
            a <= x + shift <= c and y - LETTER_HEIGHT < b and d < y for a, b, c, d in self.level
        ):
            self.report("a line goes through this word")

    def word(self, key: str, tag: str) -> None:
        if not key:
            self.report(f"this text has no '{WORD}'")
        elif key in self.words:
            self.report(f"the word '{key}' stands twice")
        else:
            self.words.setdefault(key, self.parser.CurrentLineNumber)
        self.parts.append((self.html + tag, key))
        self.html = ""

    def end(self, _: str) -> None:
        if element := self.open.pop() if len(self.open) > 1 else "":
            self.html += f"</{element}>"

    def text(self, text: str) -> None:
        if text.strip():
            self.report(f"the words '{text.strip()}' stand in the drawing itself")


def _number(attributes: Mapping[str, str], name: str, otherwise: float = 0) -> float:
    """The number in an attribute; another value if there is none."""
    value = attributes.get(name, "")
    return float(value) if NUMBER.fullmatch(value) else otherwise


def _box(element: str, attributes: Mapping[str, str]) -> Box:
    """Where a circle or a rectangle is."""
    x, y, width, height, cx, cy, r = (
        _number(attributes, name) for name in ("x", "y", "width", "height", "cx", "cy", "r")
    )
    if element == "circle":
        return cx - r, cy - r, cx + r, cy + r
    return x, y, x + width, y + height


def _level_lines(element: str, attributes: Mapping[str, str]) -> Iterator[Box]:
    """The level lines of a shape: a thin rectangle, a line, or those of a path."""
    if element == "rect":
        points = iter([_box(element, attributes)])
    elif element == "line":
        x1, y1, x2, y2 = (_number(attributes, name) for name in ("x1", "y1", "x2", "y2"))
        points = iter([(x1, y1, x2, y2)])
    else:
        points = _segments(attributes.get("d") or f"M{attributes.get('points', '')}")
    for x1, y1, x2, y2 in points:
        if abs(y2 - y1) <= THIN:
            yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _is_whole(path: str) -> bool:
    """Whether every command of a path has as many numbers as it takes, or several times as many."""
    sizes = (
        (len(NUMBER.findall(numbers)), PATH_NUMBERS.get(letter.upper(), 0))
        for letter, numbers in PATH_COMMAND.findall(path)
    )
    return all(given % size == 0 and given if size else not given for given, size in sizes)


def _segments(path: str) -> Iterator[Box]:
    """Where each line or curve of a path begins and ends."""
    x, y = 0.0, 0.0
    for letter, numbers in PATH_COMMAND.findall(path):
        command, given = letter.upper(), [float(each) for each in NUMBER.findall(numbers)]
        size = PATH_NUMBERS.get(command, 0)
        for start in range(0, len(given) - size + 1, size) if size else ():
            end_x, end_y = _end(command, given[start : start + size], letter, x, y)
            if command != "M" or start:
                yield x, y, end_x, end_y
            x, y = end_x, end_y


def _end(command: str, given: list[float], letter: str, x: float, y: float) -> tuple[float, float]:
    """Where a command of a path ends; a small letter counts from where it begins, x and y."""
    from_x, from_y = (x, y) if letter.islower() else (0.0, 0.0)
    if command == "H":
        return from_x + given[0], y
    if command == "V":
        return x, from_y + given[0]
    return from_x + given[-2], from_y + given[-1]
