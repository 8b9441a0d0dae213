"""Which raw HTML a page may hold: elements and attributes that neither run nor load anything.

Answers: what is wrong with this tag, or with this attribute list? What is not listed here is not
let through, so that what a browser learns next year needs no new rule. The same lists hold the
built page (`strangers`), whatever the source looked like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.markdown.html_tags import Element, attributes_of, name_of, tags
from knowledge.markdown.urls import is_dangerous, is_foreign

ELEMENTS = frozenset(
    "a abbr b bdi blockquote br caption cite code col colgroup dd details dfn div dl dt em "
    "figcaption figure hr i img kbd li mark ol p pre q rp rt ruby samp section small span "
    "strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""The elements that contributed text may hold."""
SHRINKING = frozenset({"small", "sub", "sup"})
"""Elements that make text smaller each time that they stand in one another."""
MOST_SHRUNK = 2
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
ENDED_BY_PARENT = frozenset("dd dt li p rp rt tbody td tfoot th thead tr".split())
"""Elements whose end tag may be left out before that of what is around them (HTML standard)."""
ATTRIBUTES = frozenset(
    "abbr align alt class colspan datetime headers height href hreflang id lang loading "
    "markdown name open rel reversed rowspan scope span src srcset start title translate width "
    "xml:lang".split()
)
ADDRESSES = frozenset({"href", "src", "srcset"})
"""They may stand in a tag, where their targets are checked, and not in an attribute list."""
SIZES = frozenset({"height", "width"})
COUNTS = SIZES | {"colspan", "rowspan", "start"}
COUNT = re.compile(r"1?\d{1,3}")
"""Pixels or cells, below 2,000."""
VALUE_MARKUP = re.compile(r"[<>\"'`=]")
"""What no value may hold: a step that writes it, or a browser, could take it for markup."""
AUTHOR_CLASSES = frozenset(
    "printout say say-meaning say-sound say-words triage triage--first warning".split()
)
"""The classes that pages may use, types of admonitions among them: those that the page of
components shows. Any other one of ours could hide a warning or imitate the build's own words."""
TAG_OR_COMMENT = re.compile(r"(<[a-zA-Z/](?:[^>\"']|\"[^\"]*\"|'[^']*')*+>)|<!--.*?-->", re.DOTALL)
"""A comment begins outside of a tag only."""
BUILT_ELEMENTS = ELEMENTS | {"h1", "h2", "h3", "h4", "h5", "h6"}
BUILT_ATTRIBUTES = ATTRIBUTES | {"role"}
"""What Python-Markdown and its extensions write beside what contributors may."""
BUILT_CLASSES = {
    "admonition": "div",
    "admonition-title": "p",
    "footnote": "div",
    "footnote-backref": "a",
    "footnote-ref": "a",
    "glossary": "dl",
    "headerlink": "a",
    "highlight": "div pre",
    "page-reviewed": "p",
    "source-list": "div",
    "term-names": "dl",
}
"""The classes that they and our lists write beside those of pages, and on which elements."""
LANGUAGE = "language-"
"""How the class begins that names the language of code."""


def is_allowed(element: Element) -> bool:
    """Whether the element itself may stand in a page; its attributes are another question."""
    if not element.is_whole or not element.is_plain:
        return False
    return not element.name or element.name.removeprefix("/") in ELEMENTS


def unsafe_attributes(element: Element) -> Iterator[tuple[str, str]]:
    """The attributes that may not stand there, each with its value; a class as `class`."""
    for name, value in element.attributes:
        is_misplaced = name in ADDRESSES if not element.name else _is_misplaced(element.name, name)
        is_taken = name == "class" and not AUTHOR_CLASSES.issuperset(value.split())
        is_taken |= name in ("id", "name") and value.startswith("__")
        is_taken |= name in COUNTS and not COUNT.fullmatch(value)
        is_markup = name not in ADDRESSES and VALUE_MARKUP.search(value) is not None
        if name not in ATTRIBUTES or is_misplaced or is_taken or is_markup:
            yield name, value


def _is_misplaced(element: str, attribute: str) -> bool:
    """Whether an attribute does something else there.

    A name on anything but an anchor stands in a script for something of the document's own; what is
    no picture needs no size, with which it could push the text away.
    """
    is_size = attribute in SIZES and element not in ("img", "col")
    return (attribute == "name" and element != "a") or is_size


def _is_strange_class(name: str, element: str) -> bool:
    is_known = name in AUTHOR_CLASSES or element in BUILT_CLASSES.get(name, "").split()
    return not is_known and not name.startswith(LANGUAGE)


def unbalanced(elements: Iterable[Element]) -> Iterator[tuple[Element, bool]]:
    """Tags that open and are not closed (True), and those that close what is not open (False)."""
    open_elements: list[Element] = []
    for element in elements:
        name = element.name
        if not element.is_whole or not name or name.removeprefix("/") not in ELEMENTS - VOID:
            continue
        if not name.startswith("/"):
            open_elements.append(element)
            if (
                name in SHRINKING
                and sum(each.name in SHRINKING for each in open_elements) > MOST_SHRUNK
            ):
                yield element, True
            continue
        names = [opened.name for opened in open_elements]
        if name[1:] not in names:
            yield element, False
            continue
        while (closed := open_elements.pop()).name != name[1:]:
            if closed.name not in ENDED_BY_PARENT:
                yield closed, True
    yield from ((opened, True) for opened in open_elements)


def without_comments(html: str) -> str:
    """A built page's text without its comments, in which what edits it later could end."""
    return TAG_OR_COMMENT.sub(lambda found: found[1] or "", html)


def strangers(html: str) -> tuple[str, ...]:
    """The elements and attributes of a built page's text that no page may hold.

    Args:
        html: what Python-Markdown made of a source, before anything is added to it.
    """
    found: list[str] = []
    for tag, content in tags(html):
        found += [tag] if content is None else _strange_in(tag)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _strange_in(tag: str) -> tuple[str, ...]:
    name = name_of(tag)
    found = [] if name in BUILT_ELEMENTS else [f"<{name}>"]
    for attribute, value in attributes_of(tag):
        is_script = attribute in ADDRESSES and is_dangerous(value)
        is_script |= attribute in ("src", "srcset") and is_foreign(value)
        is_class = attribute == "class" and any(
            _is_strange_class(each, name) for each in value.split()
        )
        is_taken = attribute in ("id", "name") and value.startswith("__")
        is_taken |= _is_misplaced(name, attribute)
        if attribute not in BUILT_ATTRIBUTES or is_script or is_class or is_taken:
            found.append(f"{attribute}=")
    return tuple(found)
