"""Whether pages explain the hard words they use, and the glossary only what pages use.

Answers: is the first use of a hard word on a page linked to its meaning; is every term linked to
from somewhere? That the id of a link exists is references.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from knowledge.data.glossary import Term
from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding
from knowledge.markdown.sentences import Passage, is_counted_in_characters, page_text, passages
from knowledge.markdown.source import Source
from knowledge.rules.prose import prose_pages
from knowledge.site.site import Site
from knowledge.site.typed_links import LIST_KEY, typed_links

# A neighbour of this kind makes a word part of a longer compound.
COMPOUND = re.compile(r"[\u4e00-\u9fff\u30a0-\u30ff々ー]")
SIGN = "\0"
NOTE = re.compile(r"\s*\(.*\)$")


class HardWord(NamedTuple):
    """A term that asks for its meaning, and the word for it in a language."""

    term: Term
    word: str


def unlinked_hard_terms(site: Site) -> Iterator[Finding]:
    """TE001: a hard word whose first use on a page does not lead to its meaning."""
    hard = {language: _hard_words(site, language) for language in site.languages.codes}
    for source, language in prose_pages(site):
        if source.meta(LIST_KEY) == "glossary":
            continue
        for (term, word), passage in _first_uses(hard[language], source, language):
            # Inside a link the word leads to a passage that explains it.
            is_in_link = any(_has(link.text, word, language) for link in passage.links)
            if not is_in_link and f"term:{term.id}" not in passage.targets:
                yield Finding(
                    source.path,
                    passage.line,
                    "TE001",
                    f"'{word}' stands here for the first time and does not say what it means",
                    f"Write '[{word}](term:{term.id})'",
                )


def unused_terms(site: Site) -> Iterator[Finding]:
    """TE002: a term of the glossary that no page links to."""
    used = {
        found
        for source in site.sources.values()
        for _, scheme, found in typed_links(source)
        if scheme == "term"
    }
    for term in site.data.terms.values():
        if term.id not in used:
            yield Finding(
                f"{DATA}/glossary.yml",
                term.line,
                "TE002",
                f"no page links to the term '{term.id}'",
                f"Link to it where it is used: '[...](term:{term.id})', or take the entry out",
            )


def _hard_words(site: Site, language: str) -> list[HardWord]:
    """The hard terms with their words, the longest first."""
    hard = (term for term in site.data.terms.values() if term.is_hard)
    words = [HardWord(term, _word(term, language)) for term in hard]
    return sorted(words, key=lambda each: len(each.word), reverse=True)


def _first_uses(
    hard: list[HardWord], source: Source, language: str
) -> Iterator[tuple[HardWord, Passage]]:
    """Each hard word of a page with the passage that uses it first; the longest word wins."""
    page = page_text(source, language)
    used = [(each, each.word.lower()) for each in hard if each.word.lower() in page]
    seen: set[str] = set()
    for passage in passages(source, language) if used else ():
        text = passage.text
        lower = text.lower()
        for each, word in used:
            # What is taken out below leaves no word that was not there.
            if word not in lower:
                continue
            before, text = text, _marked(text, each.word, language)
            if text != before and each.term.id not in seen:
                seen.add(each.term.id)
                yield each, passage


def _word(term: Term, language: str) -> str:
    return NOTE.sub("", term.term.in_language(language))


def _has(text: str, word: str, language: str) -> bool:
    return _marked(text, word, language) != text


def _marked(text: str, word: str, language: str) -> str:
    """A text in which a sign stands for a word wherever that is not a part of a longer one."""
    if not is_counted_in_characters(language):
        return _pattern(word).sub(SIGN, text)
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if COMPOUND.match(text, end) or (start and COMPOUND.match(text, start - 1)):
            end = start + 1
        else:
            text = text[:start] + SIGN + text[end:]
            end = start + len(SIGN)
        start = text.find(word, end)
    return text


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}s?(?![\w-])", re.IGNORECASE)
