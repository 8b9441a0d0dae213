"""Check that no paragraph and no step stands twice on its page.

Answers: does a longer paragraph or list item say, word for word, what another one above it says?
Rows of tables and code are left out, and short texts, such as the card of a contact.
"""

import re
from collections.abc import Iterator

from knowledge.markdown.sentences import plain
from knowledge.markdown.source import Source
from knowledge.rules.prose import prose_pages
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site
from knowledge.writing_systems import UNSPACED

MIN_LENGTH = 40
"""Minimum length of a text that must not be repeated, in visible characters; a letter of a script
without spaces counts as two."""
DENSE = re.compile(f"[{UNSPACED}]")


@source_rule("PR013", "repeated-paragraph", sources=prose_pages)
def repeated_paragraphs(source: Source, _: Site) -> Faults:
    """A paragraph or a list item that stands on its page already."""
    first: dict[str, int] = {}
    for line, text in _paragraphs(source):
        above = first.setdefault(text, line)
        if above != line:
            fact = f"this text stands on line {above} already"
            yield line, fact, "Take one of them out, or say here what is different"


def _paragraphs(source: Source) -> Iterator[tuple[int, str]]:
    """The longer paragraphs in the order of the page: 1-based line, and text without white space.

    The text is Markdown, because paragraphs that differ in code or in a link's target may repeat.
    """
    for text in sorted(source.texts, key=lambda text: text.lines[0][0]):
        written = "\n".join(line for _, line in text.lines)
        if text.is_markdown and not written.startswith("|"):
            shown = plain(written)
            if len(shown) + len(DENSE.findall(shown)) >= MIN_LENGTH:
                yield text.lines[0][0], "".join(written.split())
