"""Check that sources, front matter and data contain no unsafe or broken markup.

Answers: is all raw HTML on the allowlist, and is every element and code fence closed? URLs are
checked in urls.py, characters in characters.py, files in files.py.
"""

import re

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA
from knowledge.markdown.fences import without_fences
from knowledge.markdown.html_allowlist import (
    ATTRIBUTES,
    AUTHOR_CLASSES,
    ELEMENTS,
    MARKDOWN,
    VALUE_MARKUP,
    is_allowed,
    unbalanced,
    unsafe_attributes,
)
from knowledge.markdown.html_blocks import BLOCK_TAG, VOID_TAGS
from knowledge.markdown.source import Element, Form, Source
from knowledge.rules.rule import Breaks, Faults, PlacedFaults, site_rule, source_rule
from knowledge.site.mkdocs_yml import CONFIGURATION, shown_texts
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean

MARKUP = re.compile(r"[<>\"]|&#?\w+;")
TAG_IN_DATA = re.compile(r"<[a-zA-Z/!?]|&#?\w{1,31};")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
HIDEABLE = re.compile(
    r"\[[^\[\]\n]*\]\([^()\n]*\)|^[ ]*(?:[-*+]|\d+\.|#{1,6})[ ].*"
    r"|[^\s。！？][^\n。！？]*[。！？]|[^\W\d_][^\n]*\w[.!?](?=\s|$)",
    re.MULTILINE,
)
"""What a comment may hide from readers: a link, an item of a list, a heading, a sentence."""
WITHIN = re.compile(r"\w.*<!--(.*?)-->[^\n]*\w")
"""A comment between the words of a line: it may hide a part of their sentence."""
SNIPPET = re.compile(r"\s*;?-{1,}8<-{1,}")
QUOTE_REMEDY = "Write it in plain words; for a quotation use “ ” or 「」"


@source_rule("SR008", "open-fence", breaks=Breaks.REST)
def open_fences(source: Source, _: Site) -> Faults:
    """A code fence that nothing closes."""
    for fence in source.open_fences:
        fact = f"the code fence '{fence.fence}' is never closed, so what follows is not code"
        if fence.next_line:
            fact = f"the code fence '{fence.fence}' goes on over the one on line {fence.next_line}"
        remedy = f"Add a line '{fence.fence}', indented like this one, behind the code"
        yield fence.line, fact, remedy


@source_rule("SF001", "unknown-element", stops_build=True)
def unknown_elements(source: Source, site: Site) -> Faults:
    """Raw HTML with an element or syntax that is not on the allowlist."""
    opened = {element.name for element in source.elements}
    for element in source.elements:
        # Do not report the end tag of an element whose start tag is reported.
        is_new = element.name[:1] != "/" or element.name[1:] not in opened
        if is_new and not is_allowed(element) and not _swallows(source, element):
            yield element.line, *_fault_of_element(element)
    if site.languages.is_for_readers(source.path):
        yield from _hidden_markdown(source)


@source_rule("SF002", "unsafe-attribute", stops_build=True)
def unsafe_attributes_in(source: Source, site: Site) -> Faults:
    """An attribute or a value that is not on the allowlist, or a title of a link."""
    languages = sorted({tag.partition("-")[0] for tag in site.languages.tags})
    for element in source.elements:
        for name, value in unsafe_attributes(element) if is_allowed(element) else ():
            yield element.line, *_fault_of_attribute(name, value)
        tag = dict(element.attributes).get("lang", "")
        if tag and tag.partition("-")[0].lower() not in languages:
            fact = f"'lang={tag}' marks a language that nobody here may be able to review"
            remedy = f"Write it in a language of the site: {', '.join(languages)}"
            yield element.line, fact, f"{remedy}; what helps in others belongs in {DATA}/site.yml"
    yield from _titles(source)


def _titles(source: Source) -> Faults:
    """The titles of links, of which Markdown makes the attribute `title`."""
    used = {link.target.lower() for link in source.links if link.form is Form.REFERENCE}
    for link in source.links:
        is_seen = link.form is not Form.DEFINITION or link.text.lower() in used
        if link.title is not None and is_seen:
            fact = f"the title '{link.title}' of a link is shown to a mouse only"
            yield link.line, fact, "Delete it, or say it in the text"


@site_rule("SF009", "markup-in-value", stops_build=True)
def markup_in_values(site: Site) -> PlacedFaults:
    """Front matter, data or settings that contain markup."""
    for source in site.every_source():
        # The theme writes front matter into the page without escaping it.
        for scalar in yaml_tree.strings(yaml_tree.value_of(source.front_matter)):
            if found := MARKUP.search(scalar.text):
                fact = f"the front matter holds '{found[0]}', which the page would take for markup"
                yield source.path, scalar.line, fact, QUOTE_REMEDY
    read = {f"{DATA}/{name}": yaml_tree.texts(found) for name, found in site.data.trees.items()}
    read[CONFIGURATION] = shown_texts(site.configuration)
    for path, texts in read.items():
        for scalar in texts:
            if found := TAG_IN_DATA.search(scalar.text):
                fact = f"the data holds '{found[0]}', which a page would take for markup"
                yield path, scalar.line, fact, "Write it in plain words"


@source_rule("SF014", "snippet", stops_build=True)
def snippets(source: Source, _: Site) -> Faults:
    """A snippet line, which would include another file."""
    for text in source.texts:
        for number, line in text.lines:
            if SNIPPET.match(line):
                fact = "this line asks for another file to be put in, which no page does"
                yield number, fact, "Write the text here, or link to the page that has it"


@source_rule("SF016", "unbalanced-element", stops_build=True, breaks=Breaks.REST)
def unbalanced_elements(source: Source, _: Site) -> Faults:
    """A tag that is never closed, or an end tag without a start tag."""
    for element, is_open in unbalanced(source.elements):
        name = element.name.removeprefix("/")
        if is_open:
            fact = f"'<{name}>' is opened here and never closed"
            yield element.line, fact, f"Add '</{name}>' where it ends"
        else:
            yield element.line, f"'</{name}>' closes something that is not open", "Delete it"
    for element in source.elements:
        if not is_allowed(element) and _swallows(source, element):
            fact = f"'<{element.name}>' is opened here and never closed, and no page may hold it"
            yield element.line, fact, "Take it out"


def _swallows(source: Source, element: Element) -> bool:
    """Whether an unclosed block-level element swallows the rest of the page."""
    block = BLOCK_TAG.match(source.line(element.line))
    if not block or block[1].lower() != element.name or element.name in VOID_TAGS:
        return False
    ends = (each.line for each in source.elements if each.name == f"/{element.name}")
    return not any(line >= element.line for line in ends)


def _hidden_markdown(source: Source) -> Faults:
    """Comments that hide content: a link, a list item, a heading, or words of a sentence."""
    if source.excess or "<!--" not in source.body:
        return
    numbered = enumerate(source.body.split("\n"), start=max(source.front_matter_end, 0) + 1)
    _, _, lines = without_fences(list(numbered))
    text = "\n".join(line for _, line in lines)
    for comment in COMMENT.finditer(text):
        index = text.count("\n", 0, comment.start())
        line, written = lines[index]
        hidden, within = HIDEABLE.search(comment[1]), WITHIN.search(written)
        words = hidden[0] if hidden else within[1] if within else ""
        if words.strip():
            fact = f"this comment hides '{words.strip()}' from readers"
            yield line, fact, "Delete it, or take '<!--' and '-->' out"


def _fault_of_element(element: Element) -> tuple[str, str]:
    """Fact and remedy for an element that is not allowed."""
    name = element.name
    if name == "!--":
        fact = "'<!--' opens a comment that nothing closes"
        if element.is_whole:
            fact = "a browser ends this comment elsewhere than the build, and shows the rest"
        return fact, "Close it with '-->', and write neither '>' first nor '--!>' in it"
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


def _fault_of_attribute(name: str, value: str) -> tuple[str, str]:
    """Fact and remedy for an attribute that is not allowed."""
    if name in ATTRIBUTES and (found := VALUE_MARKUP.search(value)):
        fact = f"the value of '{name}' holds '{found[0]}', which can be taken for markup"
        return fact, QUOTE_REMEDY
    fact = f"the attribute '{name}' may not stand in a page"
    remedy = "Delete it; a page needs ids, classes of its own and languages only"
    if name == MARKDOWN:
        fact = f"with '{name}={value}' readers see the signs of Markdown in this element"
        remedy = f"Write '{name}' alone"
    if name == "class":
        fact = f"the class '{value}' is none that pages use: {', '.join(sorted(AUTHOR_CLASSES))}"
        remedy = did_you_mean(value, AUTHOR_CLASSES, remedy)
    return fact, remedy
