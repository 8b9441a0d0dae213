"""Furigana: the reading of every kanji, as ruby text.

Answers: what is a page's HTML with readings? Where they come from is up to
site/japanese_readings.py.
"""

from collections.abc import Iterator
from typing import NamedTuple

from knowledge.kana import JAPANESE, Reading
from knowledge.markdown.html_allowlist import VOID
from knowledge.render.language_spans import TAG
from knowledge.site.japanese_readings import JapaneseReadings
from knowledge.writing_systems import is_in

READING_HTML = '<rt aria-hidden="true">{}</rt>'
"""HTML of a reading, hidden from screen readers: they read the kanji itself."""
LEFT_ALONE = frozenset(
    "code kbd option pre rp rt ruby samp script style svg textarea title".split()
)
"""Elements whose text gets no readings."""
INLINE = frozenset(
    "a abbr b bdi cite del dfn em i ins mark q s small span strong sub sup time u var wbr".split()
)
"""Elements inside a sentence; every other one ends it."""


class TextNode(NamedTuple):
    """A text between two tags: its offsets in the HTML."""

    start: int
    end: int


class TagWithText(NamedTuple):
    """A tag, and the Japanese text node after it."""

    name: str
    """Name of the element, in lower case."""
    is_closing: bool
    node: TextNode | None
    """None if the text after the tag is empty, in another language, or inside LEFT_ALONE."""
    text: str
    """The tag itself."""


def with_furigana(html: str, furigana: JapaneseReadings, tag: str) -> str:
    """Write the readings of Japanese text into HTML, as ruby text.

    A text with readings is wrapped as a whole, so that it stays one item of a flexible box. Alone
    in a plain `<span>`, it is one already. Text without a `lang` is in the language `tag`.
    """
    found: list[str] = []
    end = 0
    for node, readings in read_nodes(html, furigana, tag):
        if readings:
            read = _with_rubies(html[node.start : node.end], readings)
            is_wrapped = html.endswith("<span>", end, node.start)
            is_wrapped = is_wrapped and html.startswith("</span>", node.end)
            found += (html[end : node.start], read if is_wrapped else f"<span>{read}</span>")
            end = node.end
    return "".join((*found, html[end:]))


def read_nodes(
    html: str, furigana: JapaneseReadings, tag: str
) -> Iterator[tuple[TextNode, tuple[Reading, ...]]]:
    """Every Japanese text node with kanji, and its readings, whose offsets count from its start."""
    for nodes in _sentences(html, tag):
        parts = tuple(html[start:end] for start, end in nodes)
        for node, readings in zip(nodes, furigana.of_parts(parts), strict=True):
            if readings is not None:
                yield node, readings


def _sentences(html: str, tag: str) -> Iterator[list[TextNode]]:
    """The Japanese text nodes of HTML, grouped by the block element that contains them."""
    nodes: list[TextNode] = []
    for found in tags_with_text(html, tag):
        if found.name not in INLINE and nodes:
            yield nodes
            nodes = []
        nodes += [found.node] if found.node else []
    if nodes:
        yield nodes


def tags_with_text(html: str, tag: str) -> Iterator[TagWithText]:
    """Every tag of HTML, with the text node after it if its text is Japanese."""
    above: list[tuple[str, str]] = []  # stack of open elements: name, language outside of it
    language, name, is_closing, end, text = tag, "span", False, 0, ""
    for found in TAG.finditer(html):
        start = found.start()
        node = _node(end, start, language) if start > end else None
        yield TagWithText(name, is_closing, node, text)
        end, name, is_closing = found.end(), found[2] or "span", bool(found[1])
        text = found[0]
        if is_closing and above and above[-1][0] == name:
            language = above.pop()[1]
        elif not is_closing and found[2] and name not in VOID:
            inside = _language_inside(found[0], name, language)
            if inside != language or (above and above[-1][0] == name):
                above.append((name, language))
                language = inside
    last = _node(end, len(html), language) if len(html) > end else None
    yield TagWithText(name, is_closing, last, text)


def _node(start: int, end: int, language: str) -> TextNode | None:
    return TextNode(start, end) if is_in(language, JAPANESE) else None


def _language_inside(tag: str, name: str, around: str) -> str:
    """The language of an element's text; empty if it gets no readings."""
    if name in LEFT_ALONE or not around:
        return ""
    _, has_lang, rest = tag.partition(' lang="')
    return rest.partition('"')[0] if has_lang else around


def _with_rubies(text: str, readings: tuple[Reading, ...]) -> str:
    """A text with its readings, as HTML."""
    found: list[str] = []
    end = 0
    for each in _rubies(readings):
        pairs = (f"{text[r.start : r.end]}{READING_HTML.format(r.kana)}" for r in each)
        found += (text[end : each[0].start], f"<ruby>{''.join(pairs)}</ruby>")
        end = each[-1].end
    return "".join((*found, text[end:]))


def _rubies(readings: tuple[Reading, ...]) -> list[list[Reading]]:
    """Readings that follow each other without a gap, in one group."""
    groups: list[list[Reading]] = []
    for each in readings:
        if groups and groups[-1][-1].end == each.start:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups
