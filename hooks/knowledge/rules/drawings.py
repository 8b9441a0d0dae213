"""Check that an SVG holds only shapes, text and paint.

Answers: does a drawing run code, load something, grow without limit, or show a telephone number?
In an `img` browsers run no script of an SVG, but opened by its own URL it is a document. Drawings
in docs/_data become part of a page, and may hold less: data/svg.py lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from knowledge.data.drawings import FILE
from knowledge.data.svg import read_shapes
from knowledge.data.yaml_files import DATA
from knowledge.rules.files import MAGIC_BYTES, MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.phone_numbers import whole_numbers
from knowledge.site.site import Site
from knowledge.site.written_digits import with_ascii_digits

ELEMENTS = frozenset(
    "circle clipPath defs desc ellipse g line linearGradient marker mask metadata path pattern "
    "polygon polyline radialGradient rect stop svg symbol text textPath title tspan use "
    "view".split()
)
"""Allowed elements: no scripts, styles, embedded documents, animation, filters or `switch`."""
SLOW_ATTRIBUTES = frozenset({"marker", "marker-mid", "stroke-dasharray", "filter"})
"""Attributes that are slow to render: they repeat a shape along a line or filter an area."""
MISLEADING_ATTRIBUTES = frozenset(
    "direction unicode-bidi writing-mode glyph-orientation-vertical rotate systemLanguage "
    "requiredExtensions requiredFeatures".split()
)
"""Attributes that make the displayed text differ from the one in the file, or reorder it."""
GRADIENTS = frozenset({"linearGradient", "radialGradient", "stop"})
"""Elements without shapes: references to them are cheap and always allowed."""
EXTERNAL_URL = re.compile(r"url\((?!\s*['\"]?#)", re.IGNORECASE)
REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")\s]*)", re.IGNORECASE)
LENGTH = re.compile(r"\s*([\d.]+(?:e\d+)?)\s*(?:px|pt|pc|mm|cm|in|Q|em|ex|rem)?\s*", re.IGNORECASE)
MAX_DRAWN_ELEMENTS = 20_000
"""Elements that all references of a drawing may draw in total."""
COSTS = {"mask": 100, "pattern": 100}
"""Rendering cost of one reference to such an element, in shapes."""
MAX_DEPTH = 64
"""Levels of nested elements."""
DIGIT_RUN = re.compile(r"(?<![0-9])[0-9](?:[^\w\n]?[0-9]){8,14}(?![0-9])")
"""More digits in a row than a date has."""
TEXT_ELEMENTS = frozenset({"text", "title", "desc"})

PLAIN_SHAPES = "Use shapes with the classes of drawing.css, above all words named by 'data-word'"


@site_rule("SF013", "active-picture", stops_build=True)
def active_pictures(site: Site) -> PlacedFaults:
    """An SVG that holds more than shapes, text and paint."""
    for path, content in site.assets.items():
        if path.lower().endswith(".svg") and MAGIC_BYTES[".svg"].match(content):
            for line, fact in _faults_of(content) if len(content) <= MAX_PICTURE_BYTES else ():
                remedy = (
                    "Use shapes with plain attributes such as fill and stroke, or export it as PNG"
                )
                yield path, line, fact, remedy
    for name, content in site.data_files.items():
        if FILE.fullmatch(name):
            for line, fact in _faults_of(content) or read_shapes(content).faults:
                yield f"{DATA}/{name}", line, fact, PLAIN_SHAPES


def _faults_of(content: bytes) -> list[tuple[int, str]]:
    """Everything in an SVG that is not allowed: 1-based line and problem."""
    reader = _Reader()
    return [*reader.read(content), *reader.excessive_references(), *reader.numbers()]


class _StopError(Exception):
    """Raised to stop parsing after a fault that leaves the rest without a sure meaning."""


class _Reader:
    """Collects what is not allowed while expat parses an SVG."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self.open: list[tuple[str, str, int]] = []
        """Stack of open elements: name, id, and the number of elements before it."""
        self.count = 0
        self.sizes: dict[str, int] = {}
        """Rendering cost of each element with an id, in elements, by id."""
        self.references: list[tuple[int, str, tuple[str, ...]]] = []
        """1-based line, the referenced id, and the ids of the elements around it."""
        self.paint: set[str] = set()
        """The ids of gradients."""
        self.texts: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.element
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.document_type
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.XmlDeclHandler = self.declaration

    def read(self, content: bytes) -> list[tuple[int, str]]:
        try:
            self.parser.Parse(content, True)
        except _StopError:
            pass
        except expat.ExpatError as error:
            self.found.append((error.lineno, "this is no well-formed SVG"))
        except (LookupError, ValueError):  # an encoding that Python does not have or cannot decode
            self.found.append((1, "this is not UTF-8"))
        return self.found

    def excessive_references(self) -> Iterator[tuple[int, str]]:
        """Nested or too many references, which can exhaust a browser's memory."""
        drawn = [each for each in self.references if each[1] not in self.paint]
        nested = {around for _, _, ids in drawn for around in ids}
        for line, named, _ in drawn:
            if named in nested:
                yield line, f"'#{named}' is used here and itself uses another part of the drawing"
        total = sum(self.sizes.get(named, 0) for _, named, _ in drawn)
        if total > MAX_DRAWN_ELEMENTS:
            yield 0, f"its references draw {total:,} elements; {MAX_DRAWN_ELEMENTS:,} are the most"

    def numbers(self) -> Iterator[tuple[int, str]]:
        """Telephone numbers in the text."""
        # The groups of a number may stand in several texts, as the labels of an axis do.
        found = [number.text for number in whole_numbers("\n".join(self.texts))]
        found += DIGIT_RUN.findall("\n".join(map(with_ascii_digits, self.texts)))
        for number in dict.fromkeys(found):
            yield 0, f"its text shows the telephone number '{number}'"

    def report(self, problem: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, problem))

    def element(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        self.open.append((element, attributes.get("id", ""), self.count))
        self.count += 1
        if len(self.open) > MAX_DEPTH:
            self.report(f"elements stand {len(self.open)} deep inside of one another")
            raise _StopError
        if element in TEXT_ELEMENTS:
            self.texts.append("")
        if element in GRADIENTS:
            self.paint.add(attributes.get("id", ""))
        if element not in ELEMENTS:
            self.report(f"the element '<{element}>' is more than a shape")
        self.attributes(element, attributes)

    def attributes(self, element: str, attributes: dict[str, str]) -> None:
        around = tuple(found for _, found, _ in self.open if found)
        for key, value in attributes.items():
            attribute = key.rpartition(" ")[2]
            if problem := _fault_of_attribute(attribute, value):
                self.report(problem)
            elif len(self.open) == 1 and attribute in ("width", "height") and _is_long(value):
                self.report(f"{attribute} {value}; {MAX_PICTURE_PIXELS:,} pixels are the most")
            named = [value[1:]] if attribute == "href" else REFERENCE.findall(value)
            if element not in GRADIENTS:
                line = self.parser.CurrentLineNumber
                self.references += [(line, each, around) for each in named]

    def end(self, _: str) -> None:
        name, found, before = self.open.pop()
        if found:
            self.sizes[found] = self.count - before + COSTS.get(name, 0)

    def text(self, text: str) -> None:
        if self.texts and any(name in TEXT_ELEMENTS for name, _, _ in self.open):
            self.texts[-1] += text

    def document_type(self, *_: object) -> None:
        self.report("a document type can define more than shapes")
        raise _StopError

    def declaration(self, _: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.lower() != "utf-8":
            self.report("this is not UTF-8")
            raise _StopError

    def instruction(self, target: str, _: str) -> None:
        self.report(f"the instruction '<?{target}' asks for another file")


def _is_long(value: str) -> bool:
    length = LENGTH.fullmatch(value)
    return length is not None and float(length[1]) > MAX_PICTURE_PIXELS


def _fault_of_attribute(name: str, value: str) -> str:
    if name.lower().startswith("on"):
        return f"the attribute '{name}' runs code"
    if name in ("href", "src") and not value.startswith("#"):
        return f"the attribute '{name}' leads out of the drawing"
    if name in SLOW_ATTRIBUTES:
        return f"the attribute '{name}' can keep a browser busy for long"
    if name in MISLEADING_ATTRIBUTES:
        return f"the attribute '{name}' shows readers another text than reviewers"
    if name in ("style", "cursor") or EXTERNAL_URL.search(value) or "\\" in value:
        return f"the attribute '{name}' can load or hide something"
    return ""
