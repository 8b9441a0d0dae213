"""Security check of the drawings in a built page.

Answers: has every SVG only elements and attributes that are allowed in drawings or template icons?
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.data.svg import ATTRIBUTES, CLASSES, ELEMENTS
from knowledge.markdown.html_tags import attributes_of, name_of

FIGURE_CLASS = "drawing"
MAX_QUOTE_LENGTH = 60
"""Maximum length of a quotation in a message, in characters."""
IN_DRAWINGS = ELEMENTS | {"tspan"}
IN_ICONS = frozenset({"path"})
DRAWN = IN_DRAWINGS | {"svg"}
ROOT_ATTRIBUTES = frozenset({"viewbox", "role", "aria-labelledby", "aria-describedby"})
WORD_ATTRIBUTES = frozenset({"lang", "dir"})
ICON_ATTRIBUTES = frozenset({"xmlns", "viewbox", "d", "stroke"})
"""Allowed attributes, in lower case, as html_tags.py gives them."""


def faults_of_drawings(tags: Iterable[str]) -> Iterator[str]:
    """The SVG tags of a page that are not on the allowlists, as messages like faults_of_page."""
    is_drawing = is_svg = False
    for tag in tags:
        name = name_of(tag)
        if name == "figure":
            attributes = dict(attributes_of(tag))
            is_drawing = not tag.startswith("</") and attributes.get("class") == FIGURE_CLASS
        if name == "svg":
            is_svg = not tag.startswith("</")
        if (is_svg or name in DRAWN) and not _is_allowed(tag, is_drawing=is_drawing, is_svg=is_svg):
            yield f"'{tag[:MAX_QUOTE_LENGTH]}' stands in it, which is no part of a drawing"


@lru_cache(maxsize=8192)
def _is_allowed(tag: str, *, is_drawing: bool, is_svg: bool) -> bool:
    """Whether a tag is on the allowlist; the child elements of an SVG are only allowed in one."""
    name, attributes = name_of(tag), dict(attributes_of(tag))
    if name == "svg":
        return attributes.keys() <= (ROOT_ATTRIBUTES if is_drawing else ICON_ATTRIBUTES)
    if not is_svg:
        return False
    if not is_drawing:
        return name in IN_ICONS and attributes.keys() <= ICON_ATTRIBUTES
    allowed = WORD_ATTRIBUTES if name == "tspan" else ATTRIBUTES
    has_own_classes = CLASSES.issuperset(attributes.get("class", "").split())
    return name in IN_DRAWINGS and attributes.keys() <= allowed and has_own_classes
