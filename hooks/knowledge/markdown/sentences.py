"""The sentences that a reader reads, without the signs of Markdown and HTML.

Answers: which sentences stand on which lines of a source, to what do they link, and which of them
are seen without a tap? Code is left out; the text of a link counts, its target does not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from knowledge.markdown.front_matter import Key
from knowledge.markdown.inline import HIDDEN, Link, Text
from knowledge.markdown.source import Source, read
from knowledge.writing_systems import of_language

LINK_TEXT = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
CITATION = re.compile(r"[ ]?[（(](?:\[[^\[\]]*\]\(source:[^()]*\)[、,;]?[ ]?)+[）)]")
"""A pair of brackets that holds sources only: no part of the sentence for whoever reads it."""
CODE = re.compile(r"(`+).+?\1")
MARKUP = re.compile(r"\*\*|__|\\(?=[\W_])|<!--.*?-->|<[^<>]*>|\{[^{}]*\}|\[\^[^\]]*\]")
SIGN = re.compile(r"[\[`*_\\<{]")
"""Without one of these a text has no markup."""
FOLDED = frozenset({"details", "small", "sub", "sup"})
"""Elements whose text is not shown at first, or is shown small."""
WORD_SIGN = re.compile(r"[^\W_]")
FOOTNOTE = "[^"
SHOWN_KEYS = (Key.TITLE, Key.DESCRIPTION)
"""What readers see of the front matter."""


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

    def seen_targets(self, unseen: frozenset[int]) -> frozenset[str]:
        """Where its links lead that a reader sees as words.

        Args:
            unseen: lines that are not seen where they stand.
        """
        return frozenset(
            link.target for link in self.links if link.line not in unseen and _says(link.text)
        )


def _says(text: str) -> bool:
    """Whether the text of a link is words, not a sign or a picture."""
    is_picture = text.lstrip().startswith("![")
    return not is_picture and len(WORD_SIGN.findall(plain(text))) > 1


def passages(source: Source, language: str) -> tuple[Passage, ...]:
    """The passages of a source, in the order of the text; headings are not among them."""
    return _passages(source.path, source.content, language)


@lru_cache(maxsize=8192)
def _page_text(path: str, content: bytes, language: str) -> str:
    texts = [passage.text for passage in _passages(path, content, language)]
    texts += [sentence.text for sentence in beside_the_text(read(path, content))]
    return normalized("\n".join(texts)).lower()


def normalized(text: str) -> str:
    """A text with one sign for all that are the same letter (Unicode, NFKC)."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def beside_the_text(source: Source) -> tuple[Sentence, ...]:
    """What is read of a page beside its passages: title, description and headings."""
    shown = [(source.meta_line(key), source.meta(key)) for key in SHOWN_KEYS]
    shown += [(heading.line, heading.text) for heading in source.headings]
    return tuple(Sentence(line, plain(text)) for line, text in shown if text)


def unseen_lines(source: Source) -> frozenset[int]:
    """The lines that are not seen where they stand: folded, small, or notes at the end."""
    lines = source.body.split("\n")
    first = source.front_matter_end + 1
    unseen: set[int] = set()
    is_note = False
    for number, line in enumerate(lines, first):
        is_begun = line.lstrip().startswith(FOOTNOTE)
        # A note goes on until a line that stands at the margin again, after a blank one.
        is_note = is_begun or (is_note and not (line[:1].strip() and not lines[number - first - 1]))
        if is_note:
            unseen.add(number)
    opened: list[int] = []
    for element in source.elements:
        is_open = ("open", "") in element.attributes
        if element.name in FOLDED and not (element.name == "details" and is_open):
            opened.append(element.line)
        elif element.name.removeprefix("/") in FOLDED and element.name[0] == "/" and opened:
            unseen |= set(range(opened.pop(), element.line + 1))
    return frozenset(unseen)


def page_text(source: Source, language: str) -> str:
    """All that a page says, in lower case, a line for each passage."""
    return _page_text(source.path, source.content, language)


# Many rules ask for the same passages; the bytes are the key, because they keep their hash.
@lru_cache(maxsize=8192)
def _passages(path: str, content: bytes, language: str) -> tuple[Passage, ...]:
    source = read(path, content)
    pairs = zip(source.texts, source.text_links, strict=True)
    found = (_passage(text, links, language) for text, links in pairs)
    return tuple(passage for passage in found if passage is not None)


def without_code(line: str) -> str:
    """A line of Markdown without its code spans."""
    return CODE.sub("", line) if "`" in line else line


def plain(markdown: str) -> str:
    """A text without the signs of Markdown and without its citations."""
    text = _without_markup(markdown) if SIGN.search(markdown) else markdown
    text = unescape(text) if "&" in text else text
    return " ".join(text.replace(HIDDEN, "").split())


def _without_markup(text: str) -> str:
    """A text without the signs of Markdown; most lines have one kind of them, if any."""
    if "](source:" in text:
        text = CITATION.sub("", text)
    text = without_code(text)
    for _ in range(2):  # a picture may be the text of a link
        text = LINK_TEXT.sub(r"\1", text) if "[" in text else text
    return MARKUP.sub("", text) if SIGN.search(text) else text


def _passage(text: Text, links: tuple[Link, ...], language: str) -> Passage | None:
    """What a text says; None where it says nothing."""
    if _is_row(text):
        line, row = text.lines[0]
        found = [Sentence(line, plain(cell)) for cell in row.strip("| ").split("|")]
    else:
        found = _sentences(text, language)
    sentences = tuple([sentence for sentence in found if sentence.text.strip("-: ")])
    if not sentences:
        return None
    joined = " ".join([sentence.text for sentence in sentences])
    return Passage(sentences[0].line, joined, sentences, links)


def _is_row(text: Text) -> bool:
    return len(text.lines) == 1 and text.lines[0][1].startswith("|")


def _sentences(text: Text, language: str) -> list[Sentence]:
    """The sentences of a paragraph; one that runs over a line end belongs to its first line."""
    system = of_language(language)
    separator = " " if system.has_spaces else ""
    found: list[Sentence] = []
    for number, line in text.lines:
        pieces = system.ends.split(plain(line))
        if found and not system.complete.search(found[-1].text):
            begun = found.pop()
            found.append(Sentence(begun.line, f"{begun.text}{separator}{pieces.pop(0)}"))
        found += [Sentence(number, piece) for piece in pieces if piece]
    return found
