"""Check that a translation has the boxes and signs of the original: elements with certain classes.

Answers: does each section have the same warnings, answers, words to say and signs, in the same
order, and are the words to say also there in the original's language? parity.py compares headings
that fold.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from knowledge.markdown.sections import section_at
from knowledge.markdown.source import Source
from knowledge.rules.boxes import classes_of, marked_paragraphs
from knowledge.rules.rule import Faults, pair_rule
from knowledge.site.counterparts import PagePair
from knowledge.site.site import Site

WORDS = "say-words"
MAX_QUOTED = 20
"""Characters of the words that a message quotes."""
QUOTES = re.compile('[「」『』“”"]')
COMPARED = frozenset({"answer", "dont", "fine", "printout", "say", "triage--first", "warning"})
"""Classes of boxes and signs; those of single lines in a box may differ."""
_Box = tuple[int, str]
"""1-based line and class of a box or a sign."""
_NO_BOX: _Box = (0, "")


@pair_rule("PA011", "different-box")
def different_boxes(pair: PagePair, _: Site) -> Faults:
    """A box or a sign that one page of a pair lacks, or has at another place of its section."""
    there, here = _by_section(pair.original), _by_section(pair.translation)
    comparable = pair.comparable_sections()
    for section in (each for each in dict.fromkeys((*there, *here)) if each in comparable):
        (line, wanted), (own_line, found) = _first_difference(
            there.get(section, []), here.get(section, [])
        )
        place = f"{pair.original.path}:{line or pair.original_lines.get(section, 1)}"
        if wanted and found:
            fact = f"'{found}' stands here, where {place} has '{wanted}'"
        elif wanted:
            fact = f"the '{wanted}' of {place} is missing here"
        else:
            fact = f"'{found}' stands here and not in the section at {place}"
        if wanted or found:
            yield own_line or pair.translated_lines.get(section, 1), fact, "Write the same in both"


def _first_difference(there: list[_Box], here: list[_Box]) -> tuple[_Box, _Box]:
    """The first marks in which two sections differ; `_NO_BOX` for a side that lacks one.

    If a side has fewer marks, this is the missing mark, not the correct one that comes after it.
    """
    if len(there) == len(here):
        pairs = zip(there, here, strict=True)
        return next((pair for pair in pairs if pair[0][1] != pair[1][1]), (_NO_BOX, _NO_BOX))
    names = [name for _, name in there], [name for _, name in here]
    for kind, start, _, own_start, _ in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if kind == "replace":
            return there[start], here[own_start]
        if kind == "delete":
            return there[start], _NO_BOX
        if kind == "insert":
            return _NO_BOX, here[own_start]
    return _NO_BOX, _NO_BOX


@pair_rule("PA012", "different-words-to-say")
def different_words(pair: PagePair, site: Site) -> Faults:
    """Words to say in the language of the original that only one page of a pair has."""
    tag = site.languages.tag(site.languages.default)
    if pair.is_abridged:
        return
    # Compare words without their marks: a wrong mark in the original has a finding of its own.
    paragraphs = (
        "".join(content for _, content in text.lines if not content.startswith("{:"))
        for text in pair.original.texts
    )
    there = set(map(_bare, paragraphs))
    here: dict[str, set[str]] = {}
    for line, text in _words_to_say(pair.translation, site, tag):
        here.setdefault(section_at(pair.translation, line), set()).add(_bare(text))
        if _bare(text) not in there:
            fact = f"'{text[:MAX_QUOTED]}...' is none of the words to say in {pair.original.path}"
            yield line, fact, "Copy them from there: few who review this page can read them"
    if _has_words_of_original(site, site.language_of(pair.translation)):
        yield from _words_left_out(pair, site, here)


def _words_left_out(pair: PagePair, site: Site, here: Mapping[str, set[str]]) -> Faults:
    """Faults for words to say that the original has and the translation (`here`) lacks."""
    there: dict[str, dict[str, int]] = {}
    for line, text in _words_to_say(pair.original, site, site.tag_of(pair.original)):
        there.setdefault(section_at(pair.original, line), {})[_bare(text)] = line
    for section in pair.comparable_sections() & there.keys():
        own = here.get(section, set())
        # Words that differ are reported above; each counts as the counterpart of a missing one.
        missing = [line for text, line in there[section].items() if text not in own]
        for line in missing[: len(there[section]) - len(own)]:
            fact = f"the words to say of {pair.original.path}:{line} are missing here"
            remedy = "Copy them: readers say or show them in that language, marked with 'lang='"
            yield pair.translated_lines.get(section, 1), fact, remedy


@lru_cache(maxsize=8)
def _has_words_of_original(site: Site, language: str) -> bool:
    """Whether any page of a language has words to say in the language of the original."""
    tag = site.languages.tag(site.languages.default)
    return any(
        True for source in site.in_language(language) for _ in _words_to_say(source, site, tag)
    )


def _words_to_say(source: Source, site: Site, tag: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of the class `say-words` in a language: 1-based line and text."""
    found = marked_paragraphs(source, site, frozenset({WORDS}))
    return ((line, text.replace("\n", "")) for line, _, own_tag, text in found if own_tag == tag)


def _bare(text: str) -> str:
    """A text without quotation marks, which depend on the surrounding text."""
    return QUOTES.sub("", text)


def _by_section(source: Source) -> dict[str, list[_Box]]:
    """The boxes and signs by the id of their section: 1-based line and class."""
    found: dict[str, list[_Box]] = {}
    for element in source.elements:
        for name in classes_of(element):
            if name in COMPARED:
                found.setdefault(section_at(source, element.line), []).append((element.line, name))
    return found
