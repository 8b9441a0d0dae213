"""Whether an SVG holds shapes, text and paint, and nothing that acts, loads or grows.

Answers: which element, attribute or reference of a drawing is more than a shape, and does its text
show a telephone number? It is shown as a picture, where browsers run no script; opened by itself it
is a page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from knowledge.rules.files import BEGINNINGS, LARGEST, LONGEST
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.phone_numbers import whole_numbers, with_ascii_digits
from knowledge.site.site import Site

ELEMENTS = frozenset(
    "circle clipPath defs desc ellipse g line linearGradient marker mask metadata path pattern "
    "polygon polyline radialGradient rect stop svg symbol text textPath title tspan use "
    "view".split()
)
"""Shapes, text and paint: no scripts, styles, other documents, animation, filters or choices."""
COSTLY = frozenset({"marker", "marker-mid", "stroke-dasharray", "filter"})
"""Attributes that draw something at every point of a line, or each point of an area anew."""
MISLEADING = frozenset(
    "direction unicode-bidi writing-mode glyph-orientation-vertical rotate systemLanguage "
    "requiredExtensions requiredFeatures".split()
)
"""Attributes with which readers see another text, or in another order, than reviewers read."""
GRADIENTS = frozenset({"linearGradient", "radialGradient", "stop"})
"""Paint without shapes: it may be named from anywhere, and costs nothing."""
FOREIGN_PAINT = re.compile(r"url\((?!\s*['\"]?#)", re.IGNORECASE)
REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")\s]*)", re.IGNORECASE)
LENGTH = re.compile(r"\s*([\d.]+(?:e\d+)?)\s*(?:px|pt|pc|mm|cm|in|Q|em|ex|rem)?\s*", re.IGNORECASE)
MOST_DRAWN = 20_000
"""Elements that a drawing may draw by naming others, each as often as it is named."""
COSTS = {"mask": 100, "pattern": 100}
"""Elements that need as long as so many shapes, each time that they are named."""
DEEPEST = 64
"""Elements inside of one another."""
RUN = re.compile(r"(?<![0-9])[0-9](?:[^\w\n]?[0-9]){8,14}(?![0-9])")
"""More digits than a date has, also if they are drawn in another order."""
GROUPS = re.compile(r"(?<![\d-])0\d{1,4}-\d{1,4}-\d{3,4}(?![\d-])", re.ASCII)
ALONE = re.compile(r"^(\d+)\n(?=\d+$)", re.MULTILINE | re.ASCII)
"""A text of digits alone, before another one."""
SHOWING_TEXT = frozenset({"text", "title", "desc"})


@site_rule("SF013", "active-picture", stops_build=True)
def active_pictures(site: Site) -> PlacedFaults:
    """An SVG that holds more than shapes, text and paint."""
    for path, content in site.assets.items():
        if path.lower().endswith(".svg") and BEGINNINGS[".svg"].match(content):
            for line, fact in _faults_of(content) if len(content) <= LARGEST else ():
                remedy = (
                    "Use shapes with plain attributes such as fill and stroke, or export it as PNG"
                )
                yield path, line, fact, remedy


def _faults_of(content: bytes) -> list[tuple[int, str]]:
    """What an SVG holds beside shapes: 1-based line and problem."""
    reader = _Reader()
    return [*reader.read(content), *reader.grown(), *reader.numbers()]


class _StopError(Exception):
    """What follows a document type is not looked at: it may mean anything."""


class _Reader:
    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self.open: list[tuple[str, str, int]] = []
        """The elements around this place: name, id, and how many stand before it."""
        self.count = 0
        self.sizes: dict[str, int] = {}
        """How much drawing what has an id costs, in elements."""
        self.references: list[tuple[int, str, tuple[str, ...]]] = []
        """Line, the id that is named, and the ids around it."""
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
        except (LookupError, ValueError):  # an encoding that Python does not have, or takes apart
            self.found.append((1, "this is not UTF-8"))
        return self.found

    def grown(self) -> Iterator[tuple[int, str]]:
        """References to what refers on, or to too much: a few of them fill a browser's memory."""
        drawn = [each for each in self.references if each[1] not in self.paint]
        refer_on = {around for _, _, ids in drawn for around in ids}
        for line, named, _ in drawn:
            if named in refer_on:
                yield line, f"'#{named}' is used here and itself uses another part of the drawing"
        total = sum(self.sizes.get(named, 0) for _, named, _ in drawn)
        if total > MOST_DRAWN:
            yield 0, f"its references draw {total:,} elements; {MOST_DRAWN:,} are the most"

    def numbers(self) -> Iterator[tuple[int, str]]:
        """The telephone numbers that its text shows."""
        found = [number for text in self.texts for number in whole_numbers(text)]
        # Groups of a number may stand in texts of their own; so do the figures of a scale.
        found += GROUPS.findall(ALONE.sub(r"\1-", "\n".join(map(with_ascii_digits, self.texts))))
        found += [run for text in map(with_ascii_digits, self.texts) for run in RUN.findall(text)]
        for number in dict.fromkeys(found):
            yield 0, f"its text shows the telephone number '{number}'"

    def report(self, problem: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, problem))

    def element(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        self.open.append((element, attributes.get("id", ""), self.count))
        self.count += 1
        if len(self.open) > DEEPEST:
            self.report(f"elements stand {len(self.open)} deep inside of one another")
            raise _StopError
        if element in SHOWING_TEXT:
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
                self.report(f"{attribute} {value}; {LONGEST:,} pixels are the most")
            named = [value[1:]] if attribute == "href" else REFERENCE.findall(value)
            if element not in GRADIENTS:
                line = self.parser.CurrentLineNumber
                self.references += [(line, each, around) for each in named]

    def end(self, _: str) -> None:
        name, found, before = self.open.pop()
        if found:
            self.sizes[found] = self.count - before + COSTS.get(name, 0)

    def text(self, text: str) -> None:
        if self.texts and any(name in SHOWING_TEXT for name, _, _ in self.open):
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
    return length is not None and float(length[1]) > LONGEST


def _fault_of_attribute(name: str, value: str) -> str:
    if name.lower().startswith("on"):
        return f"the attribute '{name}' runs code"
    if name in ("href", "src") and not value.startswith("#"):
        return f"the attribute '{name}' leads out of the drawing"
    if name in COSTLY:
        return f"the attribute '{name}' can keep a browser busy for long"
    if name in MISLEADING:
        return f"the attribute '{name}' shows readers another text than reviewers"
    if name in ("style", "cursor") or FOREIGN_PAINT.search(value) or "\\" in value:
        return f"the attribute '{name}' can load or hide something"
    return ""
