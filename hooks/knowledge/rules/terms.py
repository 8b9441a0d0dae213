"""Check that pages link hard words to the glossary, and that every glossary term is linked.

Answers: is the first use of a hard word on a page a link to its meaning, and does some page link to
each term? The ids of these links are checked in typed_links.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.data.glossary import Term
from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.sentences import TextBlock, page_text, passages
from knowledge.markdown.source import Source
from knowledge.rules.prose import prose_pages
from knowledge.rules.rule import Faults, PlacedFaults, site_rule, source_rule
from knowledge.site.site import Site
from knowledge.site.typed_links import typed_links
from knowledge.writing_systems import of_language

PLACEHOLDER = "\0"
PARENTHESIS = re.compile(r"\s*\(.*\)$")


class HardWord(NamedTuple):
    """A glossary term that pages have to link, and its word in one language."""

    term: Term
    word: str


@source_rule("TE001", "unlinked-hard-term", sources=prose_pages, is_notice=True)
def unlinked_hard_terms(source: Source, site: Site) -> Faults:
    """A hard word whose first use on a page is not linked to its meaning."""
    if source.meta(Key.LIST) == DataList.GLOSSARY:
        return
    hard, tag = _hard_words(site)[site.language_of(source)], site.tag_of(source)
    for (term, word), passage in _first_uses(hard, source, tag):
        # A word inside another link leads to a page that explains it.
        is_in_link = any(_has(link.text, word, tag) for link in passage.links)
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


@lru_cache(maxsize=1)
def _hard_words(site: Site) -> dict[str, list[HardWord]]:
    """Hard words by language, the longest first."""
    hard = [term for term in site.data.terms.values() if term.is_hard]
    orders = {code: site.languages.order(code) for code in site.languages.codes}
    words = {code: [HardWord(t, _word(t, order)) for t in hard] for code, order in orders.items()}
    for found in words.values():
        found.sort(key=lambda each: len(each.word), reverse=True)
    return words


def _first_uses(
    hard: list[HardWord], source: Source, tag: str
) -> Iterator[tuple[HardWord, TextBlock]]:
    """Each hard word on a page with the first passage that uses it; the longest word wins."""
    page = page_text(source, tag)
    used = [(each, each.word.lower()) for each in hard if each.word.lower() in page]
    seen: set[str] = set()
    for passage in passages(source, tag) if used else ():
        text = passage.text
        lower = text.lower()
        for each, word in used:
            # Replacing words below never creates a new one, so this fast check stays valid.
            if word not in lower:
                continue
            before, text = text, _marked(text, each.word, tag)
            if text != before and each.term.id not in seen:
                seen.add(each.term.id)
                yield each, passage


def _word(term: Term, order: Sequence[str]) -> str:
    return PARENTHESIS.sub("", term.term.text(order))


def _has(text: str, word: str, tag: str) -> bool:
    return _marked(text, word, tag) != text


def _marked(text: str, word: str, tag: str) -> str:
    """A text with each whole-word match of a word replaced by a placeholder."""
    system = of_language(tag)
    return system.word_pattern(word, "s?" if system.has_spaces else "").sub(PLACEHOLDER, text)
