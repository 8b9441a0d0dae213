"""Check that pages link hard words to the glossary, and that every glossary term is linked.

Answers: is the first use of a hard word on a page a link to its meaning, does some page link to
each term, and can its reading be that of its word? The ids of these links are checked in
typed_links.py.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.data.glossary import Term
from knowledge.data.yaml_files import DATA
from knowledge.kana import JAPANESE, hiragana
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.sentences import TextBlock, page_text, passages
from knowledge.markdown.source import Source
from knowledge.rules.prose import prose_pages
from knowledge.rules.rule import Faults, PlacedFaults, site_rule, source_rule
from knowledge.site.japanese_readings import can_be_read, ends_like
from knowledge.site.site import Site
from knowledge.site.typed_links import typed_links
from knowledge.writing_systems import is_in, of_language

NOT_READ = re.compile(r"[（(][^（()）]*[)）]|[・･\s]")
"""Parts of a word that its reading leaves out: brackets, middle dots, spaces."""
LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ0-9#]+")
"""Letters and figures, whose own readings cannot be checked."""
FIGURES = str.maketrans("0123456789", "〇一二三四五六七八九")
"""Figures as kanji, in which the dictionary has the words that begin with one."""
PARENTHESIS = re.compile(r"\s*\(.*\)$")


class HardWords(NamedTuple):
    """The glossary terms that pages have to link, in one language."""

    terms: dict[str, tuple[str, Term]]
    """The word as written and its term, by the word in lower case."""
    pattern: re.Pattern[str]
    """Matches any of the words, the longest first; its first group is the word."""

    def found_in(self, text: str) -> list[str]:
        """The words in a text, in lower case and in their order."""
        # IGNORECASE equates some letters that lower() keeps apart.
        found = (match[1].lower() for match in self.pattern.finditer(text))
        return [word for word in found if word in self.terms]


@source_rule("TE001", "unlinked-hard-term", sources=prose_pages, is_notice=True)
def unlinked_hard_terms(source: Source, site: Site) -> Faults:
    """A hard word whose first use on a page is not linked to its meaning."""
    if source.meta(Key.LIST) == DataList.GLOSSARY:
        return
    hard = _hard_words(site)[site.language_of(source)]
    for found, passage in _first_uses(hard, source, site.tag_of(source)):
        word, term = hard.terms[found]
        # A word inside another link leads to a page that explains it.
        is_in_link = any(found in hard.found_in(link.text) for link in passage.links)
        if not is_in_link and f"term:{term.id}" not in passage.targets:
            fact = f"'{word}' stands here for the first time and does not say what it means"
            yield passage.line, fact, f"Write '[{word}](term:{term.id})'"


@site_rule("TE002", "unused-term")
def unused_terms(site: Site) -> PlacedFaults:
    """A term of the glossary that no page links to."""
    used = {
        found
        for source in site.every_source()
        for _, scheme, found in typed_links(source)
        if scheme == "term"
    }
    for term in site.data.terms.values():
        if term.id not in used:
            fact = f"no page links to the term '{term.id}'"
            remedy = f"Link to it where it is used: '[...](term:{term.id})', or take the entry out"
            yield f"{DATA}/glossary.yml", term.line, fact, remedy


@site_rule("TE003", "unfit-reading")
def unfit_readings(site: Site) -> PlacedFaults:
    """A reading in the data that does not fit its word, perhaps that of another one."""
    for term in site.data.terms.values():
        for language, name in term.term.texts:
            word, reading = NOT_READ.sub("", name), NOT_READ.sub("", term.reading)
            if is_in(site.languages.tag(language), JAPANESE) and not _is_reading(word, reading):
                fact = f"'{term.reading}' is no reading of '{name}'"
                remedy = "Write the reading of this word: kana of the word stand in it as they are"
                yield f"{DATA}/glossary.yml", term.line, fact, remedy
    for each in site.data.readings:
        if not _is_reading(each.word, each.reading):
            fact = f"'{each.reading}' is no reading of '{each.word}' that the dictionary knows"
            remedy = "Mend it; if it is right, write this word in kana on the pages"
            yield f"{DATA}/readings.yml", each.line, fact, remedy


def _is_reading(word: str, reading: str) -> bool:
    """Whether a reading can be that of a word; what is before and behind letters or figures."""
    kana, parts = hiragana(reading), LATIN.split(word)
    if len(parts) == 1:
        return can_be_read(word, kana)
    begins = any(can_be_read(parts[0], kana[:end]) for end in range(len(kana) + 1))
    ends = any(can_be_read(parts[-1], kana[start:]) for start in range(len(kana) + 1))
    # 1人: the figure changes how the rest is read.
    return (begins and ends) or ends_like(word.translate(FIGURES), LATIN.sub("", kana))


@lru_cache(maxsize=1)
def _hard_words(site: Site) -> dict[str, HardWords]:
    """Hard words by language."""
    hard = [term for term in site.data.terms.values() if term.is_hard]
    return {code: _of_language(hard, code, site) for code in site.languages.codes}


def _of_language(hard: list[Term], language: str, site: Site) -> HardWords:
    order = site.languages.order(language)
    words = sorted(((_word(term, order), term) for term in hard), key=lambda each: -len(each[0]))
    system = of_language(site.languages.tag(language))
    ending = "s?" if system.has_spaces else ""
    pattern = system.word_pattern(*(word for word, _ in words), ending=ending)
    return HardWords({word.lower(): (word, term) for word, term in words}, pattern)


def _first_uses(hard: HardWords, source: Source, tag: str) -> Iterator[tuple[str, TextBlock]]:
    """Each hard word on a page, in lower case, with the first passage that uses it."""
    page = page_text(source, tag)
    used = [word for word in hard.terms if word in page]
    seen: set[str] = set()
    for passage in passages(source, tag) if used else ():
        lower = passage.text.lower()
        if any(word in lower for word in used):
            for word in hard.found_in(passage.text):
                if word not in seen:
                    seen.add(word)
                    yield word, passage


def _word(term: Term, order: Sequence[str]) -> str:
    return PARENTHESIS.sub("", term.term.text(order))
