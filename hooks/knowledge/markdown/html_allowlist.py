"""Allowlist of raw HTML: elements and attributes that neither run nor load anything.

Answers: is this tag or attribute list allowed? Whatever is not listed is rejected, so that new
browser features need no new rule. `disallowed_markup` applies the same lists to built pages.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.markdown.html_tags import Element, attributes_of, name_of, tags
from knowledge.markdown.urls import is_dangerous, is_foreign

ELEMENTS = frozenset(
    "a b bdi blockquote br caption cite code col colgroup dd details div dl dt em figcaption "
    "figure hr i img kbd li mark p pre q samp section span strong sub summary sup table tbody td "
    "tfoot th thead time tr u ul var wbr".split()
)
"""Elements allowed in sources: none that says one thing and shows, numbers or reads another."""
SHRINKING = frozenset({"sub", "sup"})
"""Elements that make text smaller at every level of nesting."""
MAX_SHRINKING = 2
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
ENDED_BY_PARENT = frozenset("dd dt li p tbody td tfoot th thead tr".split())
"""Elements whose end tag may be omitted before that of their parent (HTML standard)."""
ATTRIBUTES = frozenset(
    "align alt class colspan datetime headers height href hreflang id lang loading markdown name "
    "open rel rowspan scope span src srcset translate width xml:lang".split()
)
ADDRESSES = frozenset({"href", "src", "srcset"})
"""Allowed in a tag, where the rules check their targets, but not in an attribute list."""
SIZES = frozenset({"height", "width"})
COUNTS = SIZES | {"colspan", "rowspan"}
COUNT = re.compile(r"1?\d{1,3}")
"""Pixels or cells, below 2,000."""
MARKDOWN = "markdown"
PARSED = ("", "1", "block")
"""Values of `markdown` with which the content is blocks of Markdown; with any other one it is one
run of text or none, and readers see signs."""
VALUE_MARKUP = re.compile(r"[<>\"'`=]")
"""Forbidden in values: a build step or a browser could parse it as markup."""
AUTHOR_CLASSES = frozenset(
    "answer dont fine folded panel printout say say-meaning say-sound say-words triage "
    "triage--first warning".split()
)
"""Classes allowed in sources, admonition types included: those that the components page shows.
Any other class of ours could hide a warning or imitate text of the build."""
TAG_OR_COMMENT = re.compile(r"(<[a-zA-Z/](?:[^>\"']|\"[^\"]*\"|'[^']*')*+>)|<!--.*?-->", re.DOTALL)
"""Tags are matched too, because a comment cannot begin inside one."""
BUILT_ELEMENTS = ELEMENTS | frozenset("abbr h1 h2 h3 h4 h5 h6 ol rp rt ruby small".split())
BUILT_ATTRIBUTES = ATTRIBUTES | {"data-head", "role", "start", "title"}
"""Allowed in built pages: also what Python-Markdown and its extensions generate."""
BUILT_CLASSES = {
    "admonition": "div",
    "admonition-title": "p",
    "change-list": "div",
    "glossary": "dl",
    "headerlink": "a",
    "highlight": "div pre",
    "page-reviewed": "p",
    "reuse": "div",
    "source-list": "div",
    "term-names": "dl",
}
"""Classes that the extensions and our data lists generate, with the elements they may be on."""
LANGUAGE_PREFIX = "language-"
"""Prefix of the class that names the language of a code block."""


def is_allowed(element: Element) -> bool:
    """Whether an element is allowed; `unsafe_attributes` checks its attributes."""
    if not element.is_whole or not element.is_plain:
        return False
    return not element.name or element.name.removeprefix("/") in ELEMENTS


def unsafe_attributes(element: Element) -> Iterator[tuple[str, str]]:
    """Yield name and value of every attribute that is not allowed on an element."""
    for name, value in element.attributes:
        is_misplaced = name in ADDRESSES if not element.name else _is_misplaced(element.name, name)
        is_forbidden = name == "class" and not AUTHOR_CLASSES.issuperset(value.split())
        is_forbidden |= name in ("id", "name") and (not value or value.startswith("__"))
        is_forbidden |= name in COUNTS and not COUNT.fullmatch(value)
        is_forbidden |= name == MARKDOWN and value not in PARSED
        is_markup = name not in ADDRESSES and VALUE_MARKUP.search(value) is not None
        if name not in ATTRIBUTES or is_misplaced or is_forbidden or is_markup:
            yield name, value


def _is_misplaced(element: str, attribute: str) -> bool:
    """Whether an attribute is not allowed on this element, although it is on others.

    `name` on anything but `a` can shadow a property of `document` (DOM clobbering); a size on
    anything but an image or a column could push the text away.
    """
    is_size = attribute in SIZES and element not in ("img", "col")
    return (attribute == "name" and element != "a") or is_size


def _is_disallowed_class(name: str, element: str) -> bool:
    is_known = name in AUTHOR_CLASSES or element in BUILT_CLASSES.get(name, "").split()
    return not is_known and not name.startswith(LANGUAGE_PREFIX)


def unbalanced(elements: Iterable[Element]) -> Iterator[tuple[Element, bool]]:
    """Yield unclosed or too deeply nested start tags (True), and stray end tags (False)."""
    open_elements: list[Element] = []
    for element in elements:
        name = element.name
        if not element.is_whole or not name or name.removeprefix("/") not in ELEMENTS - VOID:
            continue
        if not name.startswith("/"):
            open_elements.append(element)
            if (
                name in SHRINKING
                and sum(each.name in SHRINKING for each in open_elements) > MAX_SHRINKING
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
    """Remove the comments of a page's HTML, so that no later step inserts anything into one."""
    return TAG_OR_COMMENT.sub(lambda found: found[1] or "", html)


def disallowed_markup(html: str) -> tuple[str, ...]:
    """Elements (`<x>`), attributes (`x=`) and classes of rendered Markdown that are not allowed."""
    found: list[str] = []
    for tag, content in tags(html):
        found += [tag] if content is None else _disallowed_in(tag)
    return tuple(dict.fromkeys(found))


def why_refused(found: Iterable[str], path: str) -> str:
    """The error message for disallowed markup in a page, from its source or from a template."""
    return (
        f"No page may hold {', '.join(found)}, as {path} does. Where a template of a list in"
        " overrides/components makes a class, add it to BUILT_CLASSES of"
        " hooks/knowledge/markdown/html_allowlist.py"
    )


@lru_cache(maxsize=8192)
def _disallowed_in(tag: str) -> tuple[str, ...]:
    name = name_of(tag)
    found = [] if name in BUILT_ELEMENTS else [f"<{name}>"]
    for attribute, value in attributes_of(tag):
        is_script = attribute in ADDRESSES and is_dangerous(value)
        is_script |= attribute in ("src", "srcset") and is_foreign(value)
        is_class = attribute == "class" and any(
            _is_disallowed_class(each, name) for each in value.split()
        )
        is_forbidden = attribute in ("id", "name") and value.startswith("__")
        is_forbidden |= _is_misplaced(name, attribute)
        if attribute not in BUILT_ATTRIBUTES or is_script or is_class or is_forbidden:
            found.append(f'<{name} class="{value}">' if is_class else f"{attribute}=")
    return tuple(found)
