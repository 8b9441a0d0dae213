"""Where a line of Japanese may break: between phrases, not inside a word.

Answers: what is a page's HTML with its phrases marked? Japanese has no spaces, and most browsers
break a line between any two letters. In headings, buttons, lists and tables, where lines are short,
a `<wbr>` stands between phrases (a word with the particles and endings behind it); style sheets
forbid other breaks there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.kana import RUN
from knowledge.render.furigana import INLINE, TextNode, tags_with_text
from knowledge.site.japanese_readings import tokens

SHORT_LINES = frozenset("button dt figcaption h1 h2 h3 h4 label li summary td th".split())
"""Elements whose text is marked, besides the first paragraph below the title."""
NAME = 'class="contact-card__name"'
TITLES = ('class="admonition-title"', NAME)
"""Attributes of paragraphs that are titles, whose text is marked too."""
NARROW = frozenset(("h1", "h2", "h3", "summary", "td", "th"))
"""Elements with narrow lines."""
CELLS = frozenset(("td", "th"))
TILES = '<div class="triage'
"""Beginning of an element whose list items are tiles, side by side."""
ATTACHED = frozenset(("助詞", "助動詞", "接尾辞", "補助記号", "空白"))
"""Parts of speech that belong to the word before them."""
NOUN, VERB, ADVERB, PREFIX, SUFFIX = "名詞", "動詞", "副詞", "接頭辞", "接尾辞"
OPENING, DEPENDENT, CONJUNCTIVE = "括弧開", "非自立可能", "接続助詞"
MAX_AUXILIARY_LENGTH = 2
"""Maximum letters of an auxiliary verb, or of an adverb, that is kept with the verb beside it:
おどされている is one phrase."""
BREAK = "<wbr>"
FEW_LINKS = ('class="urgent"', 'class="action-bar"')
"""Attributes of the `nav` elements whose text is marked: they have few links, side by side."""
OPENERS = tuple("「『（〈《【〔［")
CLOSERS = tuple("、。」』）〉》】〕］・")
STOP = re.compile(rf"[{''.join(CLOSERS)}]+")
"""What closes a sentence or a bracket, at the beginning of a text."""
BREAKING = frozenset((*OPENERS, *CLOSERS))
"""Signs around which WebKit and Firefox break a line although the style sheet forbids it."""
FEW = 9
"""Maximum letters of a phrase that never breaks in a cell, or in the name of a contact; the column
is as wide as that. A longer one breaks as any text does."""
LONG_WORD = 5
"""Minimum letters of a one-phrase table cell that may not break, to widen its column."""
MAX_LENGTH, MAX_NARROW_LENGTH, MAX_ANSWER_LENGTH = 20, 40, 240
"""Maximum letters of a text that is marked: longer ones wrap anyway, and marks take bytes. Lines of
headings, cells, titles and tiles are narrow; what is read most is the first paragraph of a page."""


def with_phrases(html: str, tag: str) -> str:
    """Mark the phrases of Japanese text in elements with short lines.

    A marked text is wrapped as a whole, so that it stays one item of a flexible box. Text without a
    `lang` is in the language `tag`.
    """
    found: list[str] = []
    end = 0
    for nodes, longest, is_cell in _lines(html, tag):
        line = "".join(html[node.start : node.end] for node in nodes)
        places = phrase_starts(line) if len(line) <= longest else ()
        if is_cell and not places and len(nodes) == 1 and LONG_WORD <= len(line) <= FEW:
            found += (html[end : nodes[0].start], f"<span>{BREAK}<span>{line}</span></span>")
            end = nodes[0].end
        begin = 0
        for node in nodes:
            text = html[node.start : node.end]
            own = [place - begin for place in places if begin <= place < begin + len(text)]
            begin += len(text)
            if own:
                cuts = zip([0, *own], [*own, len(text)], strict=True)
                marked = BREAK.join(_unbroken(text[a:b], is_cell) for a, b in cuts)
                found += (html[end : node.start], f"<span>{marked}</span>")
                end = node.end
            elif places and begin > len(text) and (stop := STOP.match(text)):
                found += (html[end : node.start], _unbroken(stop[0], is_cell))
                end = node.start + stop.end()
    return "".join((*found, html[end:]))


def _unbroken(phrase: str, is_cell: bool) -> str:
    """A phrase, wrapped in an element if a browser could break it and should not.

    It could at its punctuation, and in a cell anywhere, where what is long may break. A part that
    goes on in the next element, as before a link, is not wrapped: a line could end behind it. What
    ends a sentence behind a link stays in the line of the link.
    """
    if phrase.startswith(CLOSERS):
        return f'<span class="stop">{phrase}</span>'
    is_wrapped = len(phrase) <= FEW if is_cell else bool(BREAKING & set(phrase))
    return f"<span>{phrase}</span>" if is_wrapped and not phrase.endswith(OPENERS) else phrase


@lru_cache(maxsize=20_000)
def phrase_starts(text: str) -> tuple[int, ...]:
    """The 0-based offsets at which phrases of a text begin, without the first one."""
    return tuple(_starts(text))


def _starts(text: str) -> Iterator[int]:
    before, last, word = ("", ""), "", ""
    for start, surface, kinds in tokens(text):
        kind, detail = kinds
        is_stem = before[0] == VERB and bool(RUN.fullmatch(last))  # 居 of 居場所
        is_compound = is_stem or (kind == NOUN and before[0] in (NOUN, SUFFIX))
        is_attachable = before[0] == NOUN or (
            before[1] == CONJUNCTIVE and len(surface) <= MAX_AUXILIARY_LENGTH
        )
        is_auxiliary = kind == VERB and detail == DEPENDENT and is_attachable
        starts_phrase = detail == OPENING or not (kind in ATTACHED or is_compound or is_auxiliary)
        is_after_adverb = (
            before[0] == ADVERB and len(word) <= MAX_AUXILIARY_LENGTH and kind == VERB
        )  # どうします
        is_bound_to_previous = before[1] == OPENING or before[0] == PREFIX or is_after_adverb
        if start and starts_phrase and not is_bound_to_previous and surface.strip():
            yield start
        before, last, word = kinds, surface[-1:], surface


def _lines(html: str, tag: str) -> Iterator[tuple[list[TextNode], int, bool]]:
    """For each element with short lines: text nodes, maximum letters, whether it is a cell."""
    nodes: list[TextNode] = []
    menus: list[bool] = []  # for each open `nav`, whether its text is left unmarked
    depth, is_first, is_below_title, longest, is_cell = 0, False, False, MAX_LENGTH, False
    are_tiles = False
    for found in tags_with_text(html, tag):
        name = found.name
        if name not in INLINE:
            if nodes:
                yield nodes, longest, is_cell
                nodes = []
            is_cell = (name in CELLS or NAME in found.text) and not found.is_closing
            is_title = is_below_title or any(each in found.text for each in TITLES)
            is_first = is_title and name == "p" and not found.is_closing
            are_tiles = found.text.startswith(TILES) if name == "div" else are_tiles
            is_narrow = is_title or name in NARROW or (are_tiles and name == "li")
            longest = MAX_LENGTH if found.is_closing else _longest(name, is_below_title, is_narrow)
            is_below_title = name == "h1" and found.is_closing
            step = -1 if found.is_closing else 1
            depth += step * (name in SHORT_LINES)
            if name == "nav" and found.is_closing:
                del menus[-1:]
            elif name == "nav":
                menus.append(not any(each in found.text for each in FEW_LINKS))
        if found.node and not any(menus) and (depth > 0 or is_first):
            nodes.append(found.node)
    if nodes:
        yield nodes, longest, is_cell


def _longest(name: str, is_below_title: bool, is_narrow: bool) -> int:
    """Maximum letters of the text of an element that is marked."""
    if name == "p" and is_below_title:
        return MAX_ANSWER_LENGTH
    return MAX_NARROW_LENGTH if is_narrow else MAX_LENGTH
