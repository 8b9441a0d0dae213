"""Whether a source holds only text, or something that acts on a reader's device.

Answers: does raw HTML, an attribute, a snippet or the front matter of this page do more than show
text; and is there so much of something that it slows the build? Addresses are address.py's,
characters character.py's, files picture.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA, LARGEST_DATA
from knowledge.finding import Finding
from knowledge.markdown.html_allowlist import (
    ATTRIBUTES,
    AUTHOR_CLASSES,
    ELEMENTS,
    VALUE_MARKUP,
    is_allowed,
    unbalanced,
    unsafe_attributes,
)
from knowledge.markdown.source import Element, Source
from knowledge.rules.pictures import heavy_pictures
from knowledge.site.freshness import KEY as TRANSLATES
from knowledge.site.mkdocs_yml import CONFIGURATION, shown_texts
from knowledge.site.redirects import KEY as ALIASES
from knowledge.site.review_dates import KEY as REVIEWED
from knowledge.site.site import Site
from knowledge.site.typed_links import LIST_KEY
from knowledge.suggestion import did_you_mean

KEYS = ("title", "description", REVIEWED, TRANSLATES, LIST_KEY, ALIASES)
"""What the front matter of a page may say. The theme knows more keys: some of them choose another
template, redirect the reader or hide the page from the navigation and the search."""
MARKUP = re.compile(r"[<>\"]|&#?\w+;")
TAG_IN_DATA = re.compile(r"<[a-zA-Z/!?]|&#?\w{1,31};")
HIDDEN_RUBY = re.compile(r"<rp\b[^<>]*>(?!\s*[()\uff08\uff09\[\]\uff3b\uff3d]\s*</rp>)", re.I)
"""Browsers show nothing of this element, which is there for brackets."""
SNIPPET = re.compile(r"\s*;?-{1,}8<-{1,}")


def unknown_elements(site: Site) -> Iterator[Finding]:
    """SF001: raw HTML that is more than text."""
    for source in site.sources.values():
        opened = {element.name for element in source.elements}
        yield from _hidden_ruby(source) if "rp" in opened else ()
        for element in source.elements:
            # The end tag of an element that is reported already says nothing new.
            is_new = element.name[:1] != "/" or element.name[1:] not in opened
            if is_new and not is_allowed(element):
                yield Finding(source.path, element.line, "SF001", *_words_on(element))


def _hidden_ruby(source: Source) -> Iterator[Finding]:
    for number, line in enumerate(source.body.split("\n"), start=source.front_matter_end + 1):
        if HIDDEN_RUBY.search(line):
            problem = "browsers hide what stands in '<rp>'"
            yield Finding(source.path, number, "SF001", problem, "Write one bracket in it")


def unsafe_attributes_in(site: Site) -> Iterator[Finding]:
    """SF002: an attribute that runs code, changes the look, or is unknown."""
    for source in site.sources.values():
        for element in source.elements:
            for name, value in unsafe_attributes(element) if is_allowed(element) else ():
                yield Finding(
                    source.path,
                    element.line,
                    "SF002",
                    *_words_on_attribute(name, value),
                )


def markup_in_values(site: Site) -> Iterator[Finding]:
    """SF009: front matter, data or settings that carry markup, however they are written."""
    yield from _markup_in_front_matter(site)
    read = {
        f"{DATA}/{name}": list(yaml_tree.texts(found)) for name, found in site.data.trees.items()
    }
    read[CONFIGURATION] = list(shown_texts(site.configuration))
    for path, texts in read.items():
        for scalar in texts:
            if found := TAG_IN_DATA.search(scalar.text):
                yield Finding(
                    path,
                    scalar.line,
                    "SF009",
                    f"the data holds '{found[0]}', which a page would take for markup",
                    "Write it in plain words",
                )


def _markup_in_front_matter(site: Site) -> Iterator[Finding]:
    """The theme writes front matter into the page as it is."""
    for source in site.sources.values():
        for scalar in yaml_tree.strings(_front_matter(source)):
            if found := MARKUP.search(scalar.text):
                yield Finding(
                    source.path,
                    scalar.line,
                    "SF009",
                    f"the front matter holds '{found[0]}', which the page would take for markup",
                    "Write it in plain words; for a quotation use “ ” or 「」",
                )


def unknown_keys(site: Site) -> Iterator[Finding]:
    """SF010: a key in the front matter that this site does not use."""
    for source in site.sources.values():
        for pair in _pairs(source):
            if pair.key not in KEYS:
                yield Finding(
                    source.path,
                    pair.line,
                    "SF010",
                    f"the front matter has a key '{pair.key}', which this site does not use",
                    did_you_mean(pair.key, KEYS, f"Use one of: {', '.join(KEYS)}"),
                )


def snippets(site: Site) -> Iterator[Finding]:
    """SF014: a line that asks for another file to be put in."""
    for source in site.sources.values():
        for text in source.texts:
            for number, line in text.lines:
                if SNIPPET.match(line):
                    yield Finding(
                        source.path,
                        number,
                        "SF014",
                        "this line asks for another file to be put in, which no page does",
                        "Write the text here, or link to the page that has it",
                    )


def heavy_sources(site: Site) -> Iterator[Finding]:
    """SF015: more of something than any page needs, which makes the build slow."""
    for source in site.sources.values():
        for excess in source.excess:
            yield Finding(
                source.path,
                excess.line,
                "SF015",
                f"{excess.count:,} {excess.what}; {excess.most:,} are the most",
                "Take out what no reader needs, break a long line, or split a long page",
            )
    for path, problem in heavy_pictures(site):
        remedy = "Make it smaller: a photo of 1,200 pixels as WebP, a diagram as SVG"
        yield Finding(path, 0, "SF015", problem, remedy)
    for name, content in site.data_files.items():
        if len(content) > LARGEST_DATA:
            yield Finding(
                f"{DATA}/{name}",
                0,
                "SF015",
                f"{len(content):,} bytes; {LARGEST_DATA:,} are the most",
                "Take out what no page refers to",
            )


def unbalanced_elements(site: Site) -> Iterator[Finding]:
    """SF016: a tag that is never closed, or closes what is not open."""
    for source in site.sources.values():
        for element, is_open in unbalanced(source.elements):
            name = element.name.removeprefix("/")
            yield Finding(
                source.path,
                element.line,
                "SF016",
                f"'<{name}>' is opened here and never closed"
                if is_open
                else f"'</{name}>' closes something that is not open",
                f"Add '</{name}>' where it ends" if is_open else "Delete it",
            )


def _words_on(element: Element) -> tuple[str, str]:
    """What is wrong with an element, and what mends it."""
    name = element.name
    if name == "!--":
        return (
            "a browser ends this comment elsewhere than the build, and shows the rest"
            if element.is_whole
            else "'<!--' opens a comment that nothing closes"
        ), "Close it with '-->', and write neither '>' first nor '--!>' in it"
    if name in ("?", "!"):
        return f"'<{name}' begins something that is neither text nor an element", "Write '&lt;'"
    if name.removeprefix("/") not in ELEMENTS:
        return (
            f"'<{name}>' is not among the elements that a page may hold",
            "Write it in Markdown; if you write about it, put it between backticks",
        )
    if not element.is_plain:
        return (
            f"the tag '<{name}' is not written plainly, and browsers may read something else",
            "Write attributes as name=\"value\", with a space before each, no '<' or '>', and '&' "
            "as '&amp;'",
        )
    return f"the tag '<{name}' has no '>'", "Close it, or write '&lt;' for the sign alone"


def _words_on_attribute(name: str, value: str) -> tuple[str, str]:
    """What is wrong with an attribute, and what mends it."""
    if name in ATTRIBUTES and (found := VALUE_MARKUP.search(value)):
        return (
            f"the value of '{name}' holds '{found[0]}', which can be taken for markup",
            "Write it in plain words; for a quotation use “ ” or 「」",
        )
    return (
        f"the class '{value}' is none that pages use: {', '.join(sorted(AUTHOR_CLASSES))}"
        if name == "class"
        else f"the attribute '{name}' may not stand in a page"
    ), "Delete it; a page needs ids, classes of its own, languages and titles only"


def _front_matter(source: Source) -> yaml_tree.Tree | None:
    return None if isinstance(source.front_matter, yaml_tree.Fault) else source.front_matter


def _pairs(source: Source) -> tuple[yaml_tree.Pair, ...]:
    front_matter = _front_matter(source)
    return front_matter.pairs if isinstance(front_matter, yaml_tree.Mapping) else ()
