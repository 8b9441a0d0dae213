"""Plain-text sentences of a source, without Markdown and HTML markup.

Answers: which sentences are on which lines of a source, what do they link to, and which of them are
visible without a tap? Code is left out; the text of a link counts, its target does not.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from knowledge.markdown.blocks import Heading
from knowledge.markdown.front_matter import Key
from knowledge.markdown.inline import HIDDEN, Link, Text
from knowledge.markdown.source import Source
from knowledge.writing_systems import of_language

LINK_TEXT = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
OVER_LINES = re.compile(r"!?\[([^\[\]]*)\]\(([^()]*\n[^()]*)\)|(`+)([^`]*\n[^`]*)\3(?!`)")
"""A link whose target has a line break, or a code span with one."""
CITATION = re.compile(r"[ ]?[（(](?:\[[^\[\]]*\]\(source:[^()]*\)[、,;]?[ ]?)+[）)]")
"""Parentheses with nothing but citations in them, which are not part of the sentence."""
CODE = re.compile(r"(`+).+?\1")
MARKUP = re.compile(r"\*\*|__|\\(?=[\W_])|<!--.*?-->|<[^<>]*>|\{[^{}]*\}|\[\^[^\]]*\]")
ANY_MARKUP = re.compile(r"[\[`*_\\<{]")
"""A text without any of these has no markup."""
FOLDED = frozenset({"details", "small", "sub", "sup"})
"""Elements whose text is collapsed at first, or small."""
FOLDED_CLASS = "folded"
"""Class of a heading whose subsections are collapsed at first."""
WORD_SIGN = re.compile(r"[^\W_]")
SHOWN_KEYS = (Key.TITLE, Key.DESCRIPTION)
"""Front matter that readers see."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading or table cell as a whole."""

    line: int
    """1-based line of the file on which it begins."""
    text: str
    """Without markup, white space collapsed."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, list item or table row."""

    line: int
    text: str
    """Without markup: its sentences joined by a space, in Japanese too, or the cells of its row."""
    sentences: tuple[Sentence, ...]
    links: tuple[Link, ...]

    @property
    def targets(self) -> frozenset[str]:
        """The targets of its links, as written."""
        return frozenset(link.target for link in self.links)

    def seen_targets(self, unseen: frozenset[int]) -> frozenset[str]:
        """The targets of its links that have words as their text and are on no unseen line."""
        return frozenset(
            link.target for link in self.links if link.line not in unseen and _has_words(link.text)
        )


def _has_words(text: str) -> bool:
    """Whether the text of a link has words, not just a symbol or an image."""
    is_picture = text.lstrip().startswith("![")
    return not is_picture and len(WORD_SIGN.findall(plain(text))) > 1


@lru_cache(maxsize=8192)
def passages(source: Source, language: str) -> tuple[TextBlock, ...]:
    """The passages of a source, in the order of the text; headings are not among them."""
    pairs = zip(source.texts, source.text_links, strict=True)
    found = (_passage(text, links, language) for text, links in pairs)
    return tuple(passage for passage in found if passage is not None)


def sentences(source: Source, language: str) -> Iterator[Sentence]:
    """The sentences of the passages of a source, in the order of the text."""
    return (each for passage in passages(source, language) for each in passage.sentences)


def normalized(text: str) -> str:
    """Normalize a text to NFKC: one character for all forms of the same letter."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def metadata_and_headings(source: Source) -> tuple[Sentence, ...]:
    """Title, description and headings of a page, which are not among its passages."""
    shown = [(source.meta_line(key), source.meta(key)) for key in SHOWN_KEYS]
    shown += [(heading.line, heading.text) for heading in source.headings]
    return tuple(Sentence(line, plain(text)) for line, text in shown if text)


def unseen_lines(source: Source) -> frozenset[int]:
    """The 1-based lines that are not visible in place: collapsed or small."""
    unseen: set[int] = set()
    opened: list[int] = []
    for element in source.elements:
        is_open = ("open", "") in element.attributes
        if element.name in FOLDED and not (element.name == "details" and is_open):
            opened.append(element.line)
        elif element.name.removeprefix("/") in FOLDED and element.name[0] == "/" and opened:
            unseen |= set(range(opened.pop(), element.line + 1))
    return frozenset(unseen)


def folded_headings(source: Source) -> frozenset[int]:
    """The 1-based lines of the headings whose text is collapsed at first."""
    found: set[int] = set()
    above: list[tuple[Heading, bool]] = []  # with whether its subsections are folded
    for heading in source.headings:
        while above and above[-1][0].level >= heading.level:
            above.pop()
        if above and (above[-1][1] or above[-1][0].line in found):
            found.add(heading.line)
        above.append((heading, folds(heading)))
    return frozenset(found)


def folds(heading: Heading) -> bool:
    """Whether the text of the subsections of this heading is collapsed at first."""
    classes = (value.split() for name, value in heading.attributes if name == "class")
    return any(FOLDED_CLASS in each for each in classes)


@lru_cache(maxsize=8192)
def page_text(source: Source, language: str) -> str:
    """The whole text of a page in lower case, one line per passage."""
    texts = [passage.text for passage in passages(source, language)]
    texts += [sentence.text for sentence in metadata_and_headings(source)]
    return normalized("\n".join(texts)).lower()


def without_code(line: str) -> str:
    """A line of Markdown without its code spans."""
    return CODE.sub("", line) if "`" in line else line


def plain(markdown: str) -> str:
    """Strip markup and citations from Markdown; a single `*` or `_` stays."""
    text = _without_markup(markdown) if ANY_MARKUP.search(markdown) else markdown
    text = unescape(text) if "&" in text else text
    return " ".join(text.replace(HIDDEN, "").split())


def _without_markup(text: str) -> str:
    """Strip markup, testing for each kind first: most lines have one kind, if any."""
    if "](source:" in text:
        text = CITATION.sub("", text)
    text = without_code(text)
    for _ in range(2):  # an image may be the text of a link
        text = LINK_TEXT.sub(r"\1", text) if "[" in text else text
    return MARKUP.sub("", text) if ANY_MARKUP.search(text) else text


def _passage(text: Text, links: tuple[Link, ...], language: str) -> TextBlock | None:
    """The passage of a text; None if it is empty."""
    if _is_row(text):
        line, row = text.lines[0]
        found = [Sentence(line, plain(cell)) for cell in row.strip("| ").split("|")]
    else:
        found = _sentences(text, language)
    sentences = tuple([sentence for sentence in found if sentence.text.strip("-: ")])
    if not sentences:
        return None
    joined = " ".join([sentence.text for sentence in sentences])
    return TextBlock(sentences[0].line, joined, sentences, links)


def _is_row(text: Text) -> bool:
    return len(text.lines) == 1 and text.lines[0][1].startswith("|")


def _whole_lines(text: Text) -> Iterable[tuple[int, str]]:
    """The lines of a text, without link targets and code that contain a line break."""
    joined = "\n".join(line for _, line in text.lines)
    if not OVER_LINES.search(joined):
        return text.lines
    kept = OVER_LINES.sub(_words_and_line_ends, joined).split("\n")
    return zip((number for number, _ in text.lines), kept, strict=True)


def _words_and_line_ends(markup: re.Match[str]) -> str:
    words = markup[1] or ""
    return words + "\n" * (markup[0].count("\n") - words.count("\n"))


def _sentences(text: Text, language: str) -> list[Sentence]:
    """Split a paragraph into sentences; one over several lines has the number of the first."""
    system = of_language(language)
    separator = " " if system.has_spaces else ""
    found: list[Sentence] = []
    for number, line in _whole_lines(text):
        pieces = system.ends.split(plain(line))
        if found and not system.complete.search(found[-1].text):
            begun = found.pop()
            found.append(Sentence(begun.line, f"{begun.text}{separator}{pieces.pop(0)}"))
        found += [Sentence(number, piece) for piece in pieces if piece]
    return found
