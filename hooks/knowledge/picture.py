"""Whether a file beside the pages is a picture, and only that.

Answers: may a file of this kind be published, is it what its name says, and does an SVG hold
anything that runs or loads? Does not look at what a picture shows.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from xml.parsers import expat

from knowledge.finding import Finding
from knowledge.navigation import OTHER_ENDINGS
from knowledge.site import Site

BEGINNINGS: dict[str, re.Pattern[bytes]] = {
    ".avif": re.compile(rb".{4}ftypavi[fs]", re.DOTALL),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    ".svg": re.compile(rb"(?:\xef\xbb\xbf)?\s*<"),
}
"""The kinds of files that may stand beside pages, and how each begins."""
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")
"""What the name of a published file may be, with its folders."""
SVG_ELEMENTS = frozenset(
    "circle clipPath defs desc ellipse feBlend feColorMatrix feComposite feFlood feGaussianBlur "
    "feMerge feMergeNode feOffset filter g line linearGradient marker mask metadata path "
    "pattern polygon polyline radialGradient rect stop svg switch symbol text textPath title "
    "tspan use view".split()
)
"""Shapes, text and paint: no scripts, no styles, no other documents, no animation."""
FOREIGN_PAINT = re.compile(r"url\((?!\s*['\"]?#)", re.IGNORECASE)
LARGEST_SVG = 256 * 1024
"""Bytes."""


def symbolic_links(site: Site) -> Iterator[Finding]:
    """SF011: a symbolic link; mkdocs would publish what it leads to."""
    for path in site.symbolic_links:
        yield Finding(
            path,
            0,
            "SF011",
            "this is a symbolic link, and the build would publish what it leads to",
            "Put the file itself here",
        )


def unpublished_kinds(site: Site) -> Iterator[Finding]:
    """SF012: a file that is no page and no picture, is not what its name says, or is misnamed."""
    for path in (*site.sources, *site.assets):
        if not NAME.fullmatch(path):
            yield Finding(
                path,
                0,
                "SF012",
                "the name of this file holds more than letters, digits, hyphens and dots",
                "Rename it in ASCII: an address, a zip file and every system can then carry it",
            )
    for path, content in site.assets.items():
        ending = posixpath.splitext(path)[1].lower()
        if path.endswith(OTHER_ENDINGS):
            continue
        beginning = BEGINNINGS.get(ending)
        if beginning is None:
            yield Finding(
                path,
                0,
                "SF012",
                "a file of this kind is not published",
                f"Use pages (.md) and pictures ({', '.join(sorted(BEGINNINGS))}), or delete it",
            )
        elif not beginning.match(content):
            yield Finding(
                path,
                0,
                "SF012",
                f"the name ends in '{ending}', and the content is something else",
                "Save the picture anew in that format, or correct the ending",
            )


def active_pictures(site: Site) -> Iterator[Finding]:
    """SF013: an SVG that holds more than shapes, text and paint."""
    for path, content in site.assets.items():
        if path.lower().endswith(".svg") and BEGINNINGS[".svg"].match(content):
            for line, problem in _faults_of_svg(content):
                yield Finding(
                    path,
                    line,
                    "SF013",
                    problem,
                    "Use shapes with plain attributes such as fill and stroke, or export it as PNG",
                )


def _faults_of_svg(content: bytes) -> list[tuple[int, str]]:
    """What an SVG holds beside shapes: 1-based line and problem."""
    if len(content) > LARGEST_SVG:
        return [(0, f"the drawing has {len(content):,} bytes; {LARGEST_SVG:,} are the most")]
    return _SvgReader().read(content)


class _StopError(Exception):
    """What follows a document type is not looked at: it may mean anything."""


class _SvgReader:
    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.element
        self.parser.StartDoctypeDeclHandler = self.document_type
        self.parser.ProcessingInstructionHandler = self.instruction

    def read(self, content: bytes) -> list[tuple[int, str]]:
        try:
            self.parser.Parse(content, True)
        except _StopError:
            pass
        except expat.ExpatError as error:
            self.found.append((error.lineno, "this is no well-formed SVG"))
        return self.found

    def report(self, problem: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, problem))

    def element(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        if element not in SVG_ELEMENTS:
            self.report(f"the element '<{element}>' is more than a shape")
        for key, value in attributes.items():
            if problem := _fault_of_attribute(key.rpartition(" ")[2], value):
                self.report(problem)

    def document_type(self, *_: object) -> None:
        self.report("a document type can define more than shapes")
        raise _StopError

    def instruction(self, target: str, _: str) -> None:
        self.report(f"the instruction '<?{target}' asks for another file")


def _fault_of_attribute(name: str, value: str) -> str:
    if name.lower().startswith("on"):
        return f"the attribute '{name}' runs code"
    if name in ("href", "src") and not value.startswith("#"):
        return f"the attribute '{name}' leads out of the drawing"
    if name in ("style", "cursor") or FOREIGN_PAINT.search(value) or "\\" in value:
        return f"the attribute '{name}' can load or hide something"
    return ""
