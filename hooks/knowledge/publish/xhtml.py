"""The main text of a built page as XHTML for a book.

Answers: what of a page makes sense in a book, and where do its links lead there? Elements and
attributes are on an allowlist. The page has passed page_check: all parsers read its tags alike.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, TreeBuilder, tostring

from knowledge.data import svg
from knowledge.markdown.html_allowlist import BUILT_ELEMENTS, VOID
from knowledge.markdown.html_tags import attributes_of, name_of

ARTICLE, ARTICLE_END = "<article", "</article>"
TAG_OR_COMMENT = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
SHAPES = svg.ELEMENTS | {"svg", "tspan"}
RENAMED = dict.fromkeys(("details", "summary", "figure", "figcaption"), "div")
"""Elements that become a `div`: a book must not collapse `details`, and XHTML restricts where a
`figcaption` may be."""
WRITTEN = {name: name for name in (*BUILT_ELEMENTS, *SHAPES, "article", "aside")} | RENAMED
"""By element of a page, the element in a book; of any other element only the content is kept."""
EMPTY = VOID | {"input", "link", "meta"}
LEFT_OUT = frozenset("button form input nav script select style template textarea".split())
"""Interactive and technical elements, which are left out with their content."""
LEFT_OUT_CLASSES = frozenset(
    "headerlink page-address page-mistakes page-tools paper-codes term__meaning".split()
)
"""Classes of elements for the web or for paper only; in a book, terms link to the glossary."""
OPENED_CLASSES = frozenset({"contact-card__more", "drawing__text", "help-lines"})
"""Classes of `details` whose `summary` is left out: in a book they are always open."""
GLOBAL_ATTRIBUTES = frozenset("class dir id lang".split())
ATTRIBUTES = GLOBAL_ATTRIBUTES | frozenset(
    "abbr alt aria-hidden aria-label colspan datetime headers href hreflang reversed role rowspan "
    "scope src start title translate".split()
)
SVG_ATTRIBUTES = svg.ATTRIBUTES | {"aria-describedby", "aria-labelledby", "role"}


@dataclass(frozen=True, slots=True)
class Article:
    """The main text of a page."""

    root: Element
    ids: frozenset[str]

    def has(self, name: str) -> bool:
        """Whether it has an element with a name."""
        return next(self.root.iter(name), None) is not None

    def xhtml(self) -> str:
        """The element as XML without a namespace: it inherits that of the document."""
        return tostring(self.root, encoding="unicode")

    def rewrite_urls(self, target: Callable[[str], str], picture: Callable[[str], str]) -> None:
        """Replace the addresses of links and pictures, in place.

        With an empty new address, a link leads nowhere, and of a picture only its text stays.
        """
        for link in self.root.iter("a"):
            if "href" in link.attrib and (address := target(link.attrib.pop("href"))):
                link.set("href", address)
        for image in list(self.root.iter("img")):
            if address := picture(image.attrib.pop("src", "")):
                image.set("src", address)
            else:
                image.tag, image.text = "span", image.attrib.pop("alt", "")


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag or a comment of a page."""

    name: str
    """Empty for a comment."""
    is_end: bool
    is_empty: bool
    """Whether the element has no content and no end tag."""
    classes: frozenset[str]
    is_left_out: bool
    """Whether the element is left out with its content."""
    written: str
    """Name of the element in the book; empty if only its content is in it."""
    attributes: Mapping[str, str]
    """Of the element in the book."""


def article_of(html: str, left_out: frozenset[str] = frozenset()) -> Article:
    """The main text of a whole built page; `left_out` are more classes of what it leaves out.

    Raises:
        ValueError: the page has no article.
    """
    start, end = html.find(ARTICLE), html.rfind(ARTICLE_END)
    if start < 0 or end < 0:
        raise ValueError("the page has no article")
    builder = _ArticleBuilder(left_out)
    builder.read(html[start : end + len(ARTICLE_END)])
    root = builder.tree.close()
    root.attrib.clear()
    root.text = (root.text or "").lstrip()
    ids = (element.get("id") for element in root.iter())
    return Article(root, frozenset(filter(None, ids)))


class _ArticleBuilder:
    """Builds the tree of the book's XHTML from a page's HTML."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self.tree = TreeBuilder()
        self._left_out = LEFT_OUT_CLASSES | left_out
        self._open: list[_Tag] = []
        self._depth_left_out = 0
        """1-based depth of the outermost open element that is left out; 0 if there is none."""

    def read(self, html: str) -> None:
        pieces = TAG_OR_COMMENT.split(html)
        for text, markup in zip(pieces[::2], pieces[1::2], strict=False):
            if text and not self._depth_left_out:
                self.tree.data(unescape(text))
            tag = _read(markup)
            if tag.is_end:
                self._end(tag.name)
            elif tag.name:
                self._start(tag)

    def _start(self, tag: _Tag) -> None:
        if not tag.is_empty:
            self._open.append(tag)
        if self._depth_left_out:
            return
        is_label = tag.name == "summary" and bool(OPENED_CLASSES & self._open[-2].classes)
        if is_label or tag.is_left_out or not self._left_out.isdisjoint(tag.classes):
            self._depth_left_out = 0 if tag.is_empty else len(self._open)
        elif tag.written:
            self.tree.start(tag.written, dict(tag.attributes))
            if tag.is_empty:
                self.tree.end(tag.written)

    def _end(self, name: str) -> None:
        """End an element, and those inside it whose end tags are missing."""
        if name != self._open[-1].name and name not in [each.name for each in self._open]:
            return
        closed = ""
        while closed != name:
            tag = self._open.pop()
            closed = tag.name
            if not self._depth_left_out and tag.written:
                self.tree.end(tag.written)
            elif len(self._open) < self._depth_left_out:
                self._depth_left_out = 0


@lru_cache(maxsize=8192)
def _read(tag: str) -> _Tag:
    name, attributes = name_of(tag), dict(attributes_of(tag))
    is_icon = name == "svg" and attributes.get("role") != "img"
    return _Tag(
        name=name,
        is_end=tag.startswith("</"),
        is_empty=name in EMPTY or (name in SHAPES and tag.endswith("/>")),
        classes=frozenset(attributes.get("class", "").split()),
        is_left_out=name in LEFT_OUT or is_icon or "hidden" in attributes,
        written=WRITTEN.get(name, ""),
        attributes=_svg_attributes(name, attributes)
        if name in SHAPES
        else _attributes(name, attributes),
    )


def _svg_attributes(name: str, attributes: Mapping[str, str]) -> dict[str, str]:
    written = {key: value for key, value in attributes.items() if key in SVG_ATTRIBUTES}
    if "lang" in attributes:
        written["xml:lang"] = attributes["lang"]
    if name == "svg":  # attributes_of converts names to lower case
        written |= {"xmlns": svg.NAMESPACE, "viewBox": attributes.get("viewbox", "")}
    return written


def _attributes(name: str, attributes: Mapping[str, str]) -> dict[str, str]:
    allowed = GLOBAL_ATTRIBUTES if name in RENAMED else ATTRIBUTES
    written = {key: value for key, value in attributes.items() if key in allowed}
    if "lang" in written:
        written["xml:lang"] = written["lang"]
    if side := attributes.get("align"):  # no attribute of XHTML
        written["class"] = f"{written.get('class', '')} align-{side}".strip()
    if name == "figure":
        written["role"] = name
    return written
