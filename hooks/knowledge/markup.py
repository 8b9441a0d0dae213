"""Which raw HTML a page may hold: elements and attributes that neither run nor load anything.

Answers: what is wrong with this tag, or with this attribute list? What is not listed here is not
let through, so that what a browser learns next year needs no new rule. The same lists hold the
built page (`strangers`), whatever the source looked like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser

from knowledge.address import is_dangerous, is_foreign
from knowledge.element import Attributes, Element, ends_early

ELEMENTS = frozenset(
    "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure hr i img ins kbd li mark ol p pre q rt ruby s samp section small span "
    "strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""The elements that contributed text may hold."""
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
ATTRIBUTES = frozenset(
    "abbr align alt cite class colspan datetime headers height href hreflang id lang loading "
    "markdown name open rel reversed rowspan scope span src srcset start title translate width "
    "xml:lang".split()
)
ADDRESSES = frozenset({"cite", "href", "src", "srcset"})
"""They may stand in a tag, where their targets are checked, and not in an attribute list."""
THEME_CLASSES = ("md-", "js", "no-js", "mermaid", "tabbed-")
"""Classes that the theme's styles and scripts act on: with them text can cover a page."""
VALUE_MARKUP = re.compile(r"[<>\"'`=]")
"""What no value may hold: a step that writes it, or a browser, could take it for markup."""
AUTHOR_CLASSES = frozenset(
    "printout say say-meaning say-sound say-words triage triage--first warning".split()
)
"""The classes that pages may use, types of admonitions among them: those that the page of
components shows. Any other one of ours could hide a warning or imitate the build's own words."""
TAG_OR_COMMENT = re.compile(r"(<[a-zA-Z/](?:[^>\"']|\"[^\"]*\"|'[^']*')*+>)|<!--.*?-->", re.DOTALL)
"""A comment begins outside of a tag only."""
SIMPLE_TAG = re.compile(r"</?[a-z][a-z0-9]*(?: [a-z][a-z:-]*(?:=\"[^\"<>]*\")?)* ?/?>")
"""A tag that means the same wherever it stands."""
BUILT_ELEMENTS = ELEMENTS | {"h1", "h2", "h3", "h4", "h5", "h6"}
BUILT_ATTRIBUTES = ATTRIBUTES | {"role"}
"""What Python-Markdown and its extensions write beside what contributors may."""


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
        is_markup = name not in ADDRESSES and VALUE_MARKUP.search(value) is not None
        if name not in ATTRIBUTES or is_misplaced or is_taken or is_markup:
            yield name, value


def _is_misplaced(element: str, attribute: str) -> bool:
    """A name on anything but an anchor stands in a script for something of the document's own."""
    return attribute == "name" and element != "a"


def _is_themes(classes: str) -> bool:
    """Whether one of the classes acts by the theme's styles or scripts."""
    return any(name.startswith(THEME_CLASSES) for name in classes.lower().split())


def unbalanced(elements: Iterable[Element]) -> Iterator[tuple[Element, bool]]:
    """Tags that open and are not closed (True), and those that close what is not open (False)."""
    open_elements: list[Element] = []
    for element in elements:
        name = element.name
        if not element.is_whole or not name or name.removeprefix("/") not in ELEMENTS - VOID:
            continue
        if not name.startswith("/"):
            open_elements.append(element)
            continue
        names = [opened.name for opened in open_elements]
        if name[1:] not in names:
            yield element, False
            continue
        while (closed := open_elements.pop()).name != name[1:]:
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
    tags = SIMPLE_TAG.findall(html)
    # Nearly every page is made of a few plain tags, many times each: those need one look.
    if len(tags) == html.count("<") and not any(map(_is_strange, set(tags))):
        return ()
    return _parsed(html)


@lru_cache(maxsize=4096)
def _is_strange(tag: str) -> bool:
    return bool(_parsed(tag))


def _parsed(html: str) -> tuple[str, ...]:
    """The same, by a parser of the whole text."""
    parser = _Strangers()
    try:
        parser.feed(html)
        parser.close()
    except AssertionError:  # html.parser up to Python 3.13 does so at an unknown `<![`
        parser.found.append("<![")
    return tuple(dict.fromkeys(parser.found))


class _Strangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in BUILT_ELEMENTS:
            self.found.append(f"<{tag}>")
        given: Attributes = tuple((name, value or "") for name, value in attributes)
        for name, value in given:
            is_script = name in ADDRESSES and is_dangerous(value)
            is_script |= name in ("src", "srcset") and is_foreign(value)
            is_themes = name == "class" and _is_themes(value)
            is_taken = name in ("id", "name") and value.startswith("__")
            is_taken |= _is_misplaced(tag, name)
            if name not in BUILT_ATTRIBUTES or is_script or is_themes or is_taken:
                self.found.append(f"{name}=")

    def handle_comment(self, data: str) -> None:
        if ends_early(data):
            self.found.append("<!--")

    def handle_pi(self, data: str) -> None:
        self.found.append("<?")

    def handle_decl(self, decl: str) -> None:
        self.found.append("<!")

    def unknown_decl(self, data: str) -> None:
        self.found.append("<![")
