"""Sentences and headings of the real pages that make sense on any page.

Answers: which sentences can be moved to a generated page without breaking a rule, such as a
missing link, an unexplained term or a reading grade that is too high?
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.markdown.sentences import passages
from knowledge.rules.figure_parity import COUNTED
from knowledge.rules.prose import prose_pages
from knowledge.rules.readability import grade
from knowledge.site.site import Site
from knowledge.writing_systems import COMPLETE, of_language

MARKUP = re.compile(r"[\[\]{}<>|*_`\\#:&\"“”「」()（）/@]|\d|https?")
FIGURE = re.compile(rf"\b(?:{'|'.join(COUNTED)})\b")
"""A number word, which the check also expects on the page in the other language."""
GAP = re.compile(r"\s[.,;?!]")
"""What is left of code at the end of a sentence, or before a comma."""
MAX_TITLE_LENGTH = 24
"""Maximum characters of a Japanese heading; twice as many in other languages."""
MAX_GRADE = 7.0
"""Maximum Flesch-Kincaid grade of a sentence, below the limit of a page."""


@dataclass(frozen=True)
class PhraseBook:
    """The building blocks of pages in one language."""

    language: str
    sentences: tuple[str, ...]
    titles: tuple[str, ...]
    terms: dict[str, str]
    """The word of each term, by its id."""
    see: str
    """A sentence with `{}` in place of a link to another page."""

    @property
    def separator(self) -> str:
        """Separator between two sentences: a space, or nothing in Japanese."""
        return " " if of_language(self.language).has_spaces else ""


def phrase_book(site: Site, language: str) -> PhraseBook:
    """Collect the unique sentences and headings of a language's pages, in page order."""
    needing = tuple(_needing(site, language))
    asides = re.compile(r"\s*[(（].*?[)）]")
    terms = site.data.terms.items()
    return PhraseBook(
        language=language,
        sentences=tuple(dict.fromkeys(_sentences(site, language, needing))),
        titles=tuple(dict.fromkeys(_titles(site, language, needing))),
        terms={i: asides.sub("", term.term.text((language,))) for i, term in terms},
        see="See {}." if of_language(language).has_spaces else "{}を見てください。",
    )


def _needing(site: Site, language: str) -> Iterator[str]:
    """Lower-case words that need a link, an explanation or a reason: hard terms, absolute words."""
    style = site.data.prose
    for phrase in (*style.links, *style.absolute):
        if phrase.language == language:
            yield phrase.words.lower()
    for term in site.data.terms.values():
        if term.is_hard:
            yield re.sub(r"\s*\(.*\)$", "", term.term.text((language,))).lower()


def _sentences(site: Site, language: str, needing: tuple[str, ...]) -> Iterator[str]:
    limit = site.data.prose.limit("", (language,))
    for source in prose_pages(site):
        for passage in passages(source, language) if site.language_of(source) == language else ():
            for sentence in passage.sentences:
                text = sentence.text
                size = of_language(language).length(text)
                fits = limit is None or size <= limit.sentence
                if fits and _is_whole(text, language) and _stands_alone(text, needing):
                    yield text


def _titles(site: Site, language: str, needing: tuple[str, ...]) -> Iterator[str]:
    longest = MAX_TITLE_LENGTH * (2 if of_language(language).has_spaces else 1)
    vague = {phrase.words for phrase in site.data.prose.vague}  # no text of a link
    subjects = site.data.settings.search.subjects.get(language, ())  # in no title of one page
    for source in prose_pages(site):
        for heading in source.headings if site.language_of(source) == language else ():
            is_vague = heading.text.lower() in vague
            fits = len(heading.text) <= longest and not is_vague
            if fits and _stands_alone(heading.text, (*needing, *map(str.lower, subjects))):
                yield heading.text


def _is_whole(text: str, language: str) -> bool:
    """Whether a text is like a complete sentence of its language; code in it has been left out."""
    begins = not of_language(language).has_spaces or ("A" <= text[0] <= "Z" and text.isascii())
    return begins and COMPLETE.search(text) is not None and not GAP.search(text)


def _stands_alone(text: str, needing: tuple[str, ...]) -> bool:
    lower = text.lower()
    is_plain = not MARKUP.search(text) and not any(words in lower for words in needing)
    return is_plain and not FIGURE.search(lower) and grade([text]) <= MAX_GRADE
