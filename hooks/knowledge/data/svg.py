"""The SVG of a drawing: the small part of SVG that a page may contain inline.

Answers: what is the HTML of an SVG file, where do its words go, and what in it is not allowed?
Whatever is not listed is rejected: colours come from classes, words from drawings.yml, and there
are no ids, so that nothing in a drawing can meet something else on its page. No shape may cover a
word, and no word may be moved, shrunk or painted out of sight.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from knowledge.data.svg_outlines import outline_of
from knowledge.data.svg_places import (
    FIGURE,
    LETTER_HEIGHT,
    LETTER_WIDTH,
    NUMBER,
    Box,
    Place,
    box_of,
    goes_through,
    is_whole,
    number,
)

NAMESPACE = "http://www.w3.org/2000/svg"
WIDTH = 320
"""Width of a drawing in its own units: that of the text on a small phone, in CSS pixels."""
MAX_DRAWING_BYTES = 12 * 1024
"""Size limit of the file in bytes: every page that shows it loads it."""
VIEW_BOX = re.compile(rf"0 0 {WIDTH} [1-9]\d{{1,2}}")
ELEMENTS = frozenset("circle ellipse line path polygon polyline rect text".split())
"""Elements allowed inside the root."""
ATTRIBUTES = frozenset(
    "class cx cy d height points r rx ry text-anchor width x x1 x2 y y1 y2".split()
)
SHAPE_CLASSES = frozenset("accent alarm caution dot lead quiet solid surface".split())
WORD_CLASSES = frozenset("act big on red soft strong".split())
CLASSES = SHAPE_CLASSES | WORD_CLASSES
"""The classes of drawing.css."""
WORD = "data-word"
"""Attribute of a `text` element with the key of its word in drawings.yml."""
ON, BIG, SOLID, DOT = "on", "big", "solid", "dot"
"""Classes: of a word on a dark shape, of a big word, and of the two kinds of dark shapes."""
DARK_ELEMENTS = frozenset(("circle", "rect"))
"""Elements that may be dark, because `box_of` can compute their bounds."""
MIN_WORD_WIDTH = 2
"""Minimum width of a word, in narrow characters."""
MAX_SHAPES = 60
"""Maximum number of shapes, counting each subpath: more could draw a QR code."""
VALUE = re.compile(r"[A-Za-z0-9 .,()-]*")
SHAPE_VALUES = {
    "d": re.compile(rf"(?:[MLHVQCZ]|{FIGURE}(?![\d.])|[ ,])*", re.IGNORECASE | re.ASCII),
    "points": re.compile(rf"(?:{FIGURE}(?![\d.])|[ ,])*", re.ASCII),
    **dict.fromkeys(("class", "text-anchor"), VALUE),
}
"""Allowed values by attribute; every other attribute takes a number. Only one number format is
allowed, so that our parser and every browser read the same position."""
MAX_HEIGHT_PER_WORD, MAX_EMPTY_HEIGHT = 80, 240
"""Maximum height of a drawing for each of its words, and of one with few words: a tall drawing
without words pushes the text off the screen."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The parsed SVG of a drawing."""

    view_box: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    """Pieces of HTML, each with the key of the word that follows; the last key is empty."""
    words: Mapping[str, int] = field(default_factory=dict)
    """The keys of the words, each with the 1-based line of its first use."""
    places: tuple[Place, ...] = ()
    """Position and style of each word."""
    dark: tuple[Box, ...] = ()
    """The solid circles and rectangles."""
    lines: tuple[Box, ...] = ()
    """The line segments around and along all shapes."""
    elements: tuple[tuple[int, str, str], ...] = ()
    """Each element inside the root: 1-based line, which word or shape it is, and its attributes."""
    faults: tuple[tuple[int, str], ...] = ()
    """What is not allowed: 1-based line and problem."""


def read_shapes(content: bytes) -> Shapes:
    """Parse an SVG file; the result is incomplete if it has faults."""
    return _ShapesReader().read(content)


class _RefusedError(Exception):
    """Raised to stop parsing at a DOCTYPE, whose entities can expand without limit."""


class _ShapesReader:
    """Collects the HTML of an SVG while expat parses it."""

    def __init__(self) -> None:
        self.view_box = self.html = ""
        self.height = 0
        self.parts: list[tuple[str, str]] = []
        self.words: dict[str, int] = {}
        self.places: list[Place] = []
        self.elements: list[tuple[int, str, str]] = []
        self.faults: list[tuple[int, str]] = []
        self.open: list[str] = []
        self.dark: list[Box] = []
        self.lines: list[Box] = []
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
        return Shapes(
            self.view_box,
            parts,
            self.words,
            tuple(self.places),
            tuple(self.dark),
            tuple(self.lines),
            tuple(self.elements),
            tuple(self.faults),
        )

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
            self.place(attributes.get(WORD, ""), plain)
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
        if not is_whole(attributes.get("d", "")):
            self.report("a command of this path has too many or too few numbers")
        if {SOLID, DOT} & set(attributes.get("class", "").split()):
            if element not in DARK_ELEMENTS:
                self.report(f"only a circle or a rectangle has the class '{SOLID}' or '{DOT}'")
            self.dark.append(box_of(element, attributes))
        else:
            self.lines += outline_of(element, attributes)

    def place(self, key: str, attributes: dict[str, str]) -> None:
        """Store the place of a word; report it if it is outside, overlaps or cannot be read."""
        x, y = number(attributes, "x", -1), number(attributes, "y", -1)
        classes = attributes.get("class", "").split()
        anchor = attributes.get("text-anchor", "start")
        line = self.parser.CurrentLineNumber
        if not (0 <= x <= WIDTH and 0 <= y <= self.height):
            self.report("this word has no place inside the drawing: 'x' and 'y' in numbers")
        near = (abs(x - e.x) < LETTER_WIDTH and abs(y - e.y) < LETTER_HEIGHT for e in self.places)
        if any(near):
            self.report("this word stands on another one")
        is_on = ON in classes
        self.places.append(Place(key, line, x, y, anchor, is_on, BIG in classes))
        is_dark = any(a <= x <= c and b <= y <= d for a, b, c, d in self.dark)
        if is_on and not is_dark:
            self.report(f"a word of the class '{ON}' can be read on a '{SOLID}' shape only")
        if is_dark and not is_on:
            self.report(f"on a '{SOLID}' or '{DOT}' shape, only a word of the class '{ON}' is read")
        if any(goes_through(each, self.places[-1].box(MIN_WORD_WIDTH)) for each in self.lines):
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
