"""Whether pages explain the hard words they use, and the glossary only what pages use.

Answers: is the first use of a hard word on a page linked to its meaning; is every term linked to
from somewhere? That the id of a link exists is references.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.data import Term
from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.prose import prose_pages
from knowledge.references import LIST_KEY, typed_links
from knowledge.sentence import Passage, is_counted_in_characters, passages
from knowledge.site import Site

# A neighbour of this kind makes a word part of a longer compound.
COMPOUND = r"[\u4e00-\u9fff\u30a0-\u30ff々ー]"
NOTE = re.compile(r"\s*\(.*\)$")


def unlinked_hard_terms(site: Site) -> Iterator[Finding]:
    """TE001: a hard word whose first use on a page does not lead to its meaning."""
    for source, language in prose_pages(site):
        if source.meta(LIST_KEY) == "glossary":
            continue
        found = passages(source, language)
        for term, passage in _first_uses(site, found, language):
            word = _word(term, language)
            pattern = _pattern(word, language)
            # Inside a link the word leads to a passage that explains it.
            is_in_link = any(pattern.search(link.text) for link in passage.links)
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


def _first_uses(
    site: Site, found: tuple[Passage, ...], language: str
) -> Iterator[tuple[Term, Passage]]:
    """Each hard term of a page with the passage that uses it first; the longest term wins."""
    hard = [term for term in site.data.terms.values() if term.is_hard]
    hard.sort(key=lambda term: len(_word(term, language)), reverse=True)
    seen: set[str] = set()
    for passage in found:
        text = passage.text
        for term in hard:
            word = _word(term, language)
            if word.lower() not in text.lower():
                continue
            pattern = _pattern(word, language)
            if pattern.search(text):
                text = pattern.sub("\0", text)
                if term.id not in seen:
                    seen.add(term.id)
                    yield term, passage


def _word(term: Term, language: str) -> str:
    return NOTE.sub("", term.term.in_language(language))


@lru_cache(maxsize=1024)
def _pattern(word: str, language: str) -> re.Pattern[str]:
    if is_counted_in_characters(language):
        return re.compile(rf"(?<!{COMPOUND}){re.escape(word)}(?!{COMPOUND})")
    return re.compile(rf"(?<![\w-]){re.escape(word)}s?(?![\w-])", re.IGNORECASE)
