"""The sentences that a reader reads, without the signs of Markdown.

Answers: which sentences stand on which lines of a source, and to what do they link? Code is left
out; the text of a link counts, its target does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.inline import HIDDEN, Link, Text, scan
from knowledge.source import Source, read

LINK_TEXT = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
CITATION = re.compile(r"[ ]?[（(](?:\[[^\[\]]*\]\(source:[^()]*\)[、,;]?[ ]?)+[）)]")
"""A pair of brackets that holds sources only: no part of the sentence for whoever reads it."""
CODE = re.compile(r"(`+).+?\1")
MARKUP = re.compile(r"\*\*|__|\\(?=[\W_])|<!--.*?-->|<[^<>]*>|\{[^{}]*\}|\[\^[^\]]*\]")
ENDS = {
    # A full stop inside a quotation does not end the sentence around it.
    "ja": re.compile(r"(?<=[。？！])(?![」』）])"),
    "en": re.compile(r"(?<=[.?!])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9「])"),
}

COMPLETE = re.compile(r"[。？！.?!][」』）\"”’)]*$")
IN_CHARACTERS = frozenset({"ja"})
"""Languages without spaces between words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one heading, list item or table cell that is not more than one."""

    line: int
    """1-based line of the file on which it begins."""
    text: str
    """Without markup, white space folded."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or table row."""

    line: int
    text: str
    """Without markup, its lines joined."""
    sentences: tuple[Sentence, ...]
    links: tuple[Link, ...]

    @property
    def targets(self) -> frozenset[str]:
        """Where its links lead, as written."""
        return frozenset(link.target for link in self.links)


def passages(source: Source, language: str) -> tuple[Passage, ...]:
    """The passages of a source, in the order of the text; headings are not among them."""
    return _passages(source.path, source.content, language)


# Many rules ask for the same passages; the bytes are the key, because they keep their hash.
@lru_cache(maxsize=8192)
def _passages(path: str, content: bytes, language: str) -> tuple[Passage, ...]:
    texts = read(path, content).texts
    return tuple(passage for text in texts for passage in _passage(text, language))


def is_counted_in_characters(language: str) -> bool:
    """Whether the length of a sentence is its characters rather than its words."""
    return language in IN_CHARACTERS


def without_code(line: str) -> str:
    """A line of Markdown without its code spans."""
    return CODE.sub("", line)


def plain(markdown: str) -> str:
    """A text without the signs of Markdown and without its citations."""
    text = without_code(CITATION.sub("", markdown))
    without_links = LINK_TEXT.sub(r"\1", LINK_TEXT.sub(r"\1", text))
    return " ".join(MARKUP.sub("", without_links).replace(HIDDEN, "").split())


def _passage(text: Text, language: str) -> Iterator[Passage]:
    if not text.is_markdown:
        return
    cells = text.lines[0][1].strip("| ").split("|") if _is_row(text) else None
    if cells is not None:
        line = text.lines[0][0]
        found = [Sentence(line, plain(cell)) for cell in cells]
    else:
        found = list(_sentences(text, language))
    sentences = tuple(sentence for sentence in found if sentence.text.strip("-: "))
    if sentences:
        joined = " ".join(sentence.text for sentence in sentences)
        links = tuple(found for found in scan(text) if isinstance(found, Link))
        yield Passage(sentences[0].line, joined, sentences, links)


def _is_row(text: Text) -> bool:
    return len(text.lines) == 1 and text.lines[0][1].startswith("|")


def _sentences(text: Text, language: str) -> Iterator[Sentence]:
    """The sentences of a paragraph; one that runs over a line end belongs to its first line."""
    separator = "" if is_counted_in_characters(language) else " "
    begun: Sentence | None = None
    for number, line in text.lines:
        for index, piece in enumerate(ENDS.get(language, ENDS["en"]).split(plain(line))):
            goes_on = begun is not None and index == 0 and not COMPLETE.search(begun.text)
            if begun is not None and goes_on:
                begun = Sentence(begun.line, f"{begun.text}{separator}{piece}")
            elif piece:
                if begun is not None:
                    yield begun
                begun = Sentence(number, piece)
    if begun is not None:
        yield begun
