"""Check that no paragraph stands twice on its page.

Answers: does a longer paragraph say, word for word, what another one above it says? List items,
rows of tables and code are left out, and short paragraphs, such as the card of a contact.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.markdown.inline import Text
from knowledge.markdown.sentences import plain
from knowledge.markdown.source import Source
from knowledge.rules.prose import prose_pages
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site

MIN_LENGTH = 40
"""Characters that readers see of a paragraph: a shorter one may stand twice."""


@source_rule("PR013", "repeated-paragraph", sources=prose_pages)
def repeated_paragraphs(source: Source, _: Site) -> Faults:
    """A paragraph that stands on its page already."""
    first: dict[str, int] = {}
    for line, text in _paragraphs(source):
        above = first.setdefault(text, line)
        if above != line:
            fact = f"this paragraph stands on line {above} already"
            yield line, fact, "Take one of them out, or say here what is different"


def _paragraphs(source: Source) -> Iterator[tuple[int, str]]:
    """The longer paragraphs in the order of the page: 1-based line, and text without white space.

    As they are written, because two that differ in code or in the target of a link are two.
    """
    found = sorted(source.texts, key=lambda text: text.lines[0][0])
    for text in found:
        written = "\n".join(line for _, line in text.lines)
        if _is_paragraph(text, written) and len(plain(written)) >= MIN_LENGTH:
            yield text.lines[0][0], "".join(written.split())


def _is_paragraph(text: Text, written: str) -> bool:
    return text.is_paragraph and text.is_markdown and not written.startswith("|")
