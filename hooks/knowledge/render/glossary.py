"""How a term looks on a page: a word with its meaning, an entry of the glossary.

Answers: what does this word mean, without leaving the page? All of it comes from glossary.yml
and interface.yml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from babel import Locale
from markupsafe import Markup

from knowledge.data.glossary import Term
from knowledge.render.page_context import View
from knowledge.site.typed_links import GLOSSARY_PAGE, ROW_PREFIX

KANJI = re.compile("[\u3400-\u9fff]")
KANA_ROWS = "あかさたなはまやらわ"
"""The first kana of each row of the Japanese syllabary."""
Written = tuple[str, str]
"""A word, and its reading where its letters hide that, else nothing."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term as the glossary lists it."""

    term: Term
    name: Written
    other_names: tuple[tuple[str, str, Written], ...]
    """How else the word is written or said: label, language and name."""


def link(term: Term, text: Markup, view: View, occurrence: int) -> Markup:
    """A word that shows its meaning on hover, focus and tap, and leads to the glossary.

    Args:
        term: what the word is.
        text: the word as the sentence has it.
        view: the page.
        occurrence: how many terms precede this one on the page; it keeps the ids apart.
    """
    return view.html(
        "term",
        "link",
        url=view.link_to(GLOSSARY_PAGE, term.id),
        id=f"term-{occurrence + 1}",
        text=text,
        meaning=term.meaning.in_language(view.language),
    )


def entries(terms: Iterable[Term], view: View) -> str:
    """Every term in the order of the language, as Markdown: a list for each row, with the ids."""
    ordered = sorted(terms, key=lambda term: _order(term, view))
    parts: list[str] = []
    for row, group in groupby(ordered, key=lambda term: _row(term, view)):
        found = [_entry(term, view) for term in group]
        listed = view.html("term", "list", entries=found, view=view)
        parts += [f"## {row} {{#{ROW_PREFIX}{ord(row):x}}}", listed]
    return "\n\n".join(parts)


def _entry(term: Term, view: View) -> GlossaryEntry:
    default = view.languages.default
    name = term.term.in_language(view.language)
    return GlossaryEntry(
        term=term,
        name=_with_reading(term, name) if view.language == default else (name, ""),
        other_names=tuple(_other_names(term, view)),
    )


def _other_names(term: Term, view: View) -> Iterator[tuple[str, str, Written]]:
    default = view.languages.default
    if view.language == default and not KANJI.search(term.term.in_language(default)):
        yield view.text("glossary-reading"), default, (term.reading, "")
    for language, name in term.term.others(view.language):
        label = Locale.parse(language).get_language_name(view.language) or language
        yield label, language, _with_reading(term, name) if language == default else (name, "")


def _with_reading(term: Term, name: str) -> Written:
    return name, term.reading if KANJI.search(name) else ""


def _order(term: Term, view: View) -> str:
    is_default = view.language == view.languages.default
    return _plain(term.reading) if is_default else term.term.in_language(view.language).lower()


def _row(term: Term, view: View) -> str:
    first = _order(term, view)[0]
    if view.language != view.languages.default:
        return first.upper()
    return max((row for row in KANA_ROWS if row <= first), default=first)


def _plain(reading: str) -> str:
    """A reading without its voicing marks, so that が stands among か."""
    return unicodedata.normalize("NFD", reading).replace("\u3099", "").replace("\u309a", "")
