"""How a term looks on a page: a word with its meaning, an entry of the glossary.

Answers: what does this word mean, without leaving the page? All of it comes from glossary.yml
and interface.yml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from babel import Locale
from markupsafe import Markup, escape

from knowledge.data import Term
from knowledge.view import View

GLOSSARY_PAGE = "glossary.md"
"""The page that explains every term."""

LINK = Markup(
    '<span class="term" data-term><a class="term__word" href="{url}" aria-describedby="{id}">{text}'
    '</a><span class="term__meaning" role="tooltip" id="{id}" data-search-exclude>{meaning}</span>'
    "</span>"
)
ENTRY = Markup('<p>{meaning}</p><dl class="term-names">{names}</dl>')
NAME = Markup('<div><dt>{label}</dt><dd lang="{language}">{name}</dd></div>')
MARKDOWN_SIGN = re.compile(r"[\\`*_{}\[\]()#!|]")
KANA_ROWS = "あかさたなはまやらわ"
"""The first kana of each row of the Japanese syllabary."""


def link(term: Term, text: Markup, view: View, occurrence: int) -> Markup:
    """A word that shows its meaning on hover, focus and tap, and leads to the glossary.

    Args:
        term: what the word is.
        text: the word as the sentence has it.
        view: the page.
        occurrence: how many terms precede this one on the page; it keeps the ids apart.
    """
    return LINK.format(
        url=view.link_to(GLOSSARY_PAGE, term.id),
        id=f"term-{occurrence + 1}",
        text=text,
        meaning=term.meaning.in_language(view.language),
    )


def entries(terms: Iterable[Term], view: View) -> str:
    """Every term in the order of the language, as Markdown; each heading is the term's id."""
    ordered = sorted(terms, key=lambda term: _order(term, view))
    parts: list[str] = []
    for row, group in groupby(ordered, key=lambda term: _row(term, view)):
        parts.append(f"## {row} {{#row-{ord(row):x}}}")
        parts.extend(_entry(term, view) for term in group)
    return "\n\n".join(parts)


def _entry(term: Term, view: View) -> str:
    names = Markup("").join(
        NAME.format(label=label, language=language, name=name)
        for label, language, name in _other_names(term, view)
    )
    html = ENTRY.format(meaning=term.meaning.in_language(view.language), names=names)
    heading = MARKDOWN_SIGN.sub(r"\\\g<0>", term.term.in_language(view.language))
    return f"### {escape(heading)} {{#{term.id}}}\n\n{html}"


def _other_names(term: Term, view: View) -> Iterator[tuple[str, str, str]]:
    """How else the word is written or said: label, language and name."""
    default = view.languages.default
    if view.language == default:
        yield view.text("glossary-reading"), default, term.reading
    for language, name in term.term.others(view.language):
        label = Locale.parse(language).get_language_name(view.language) or language
        yield label, language, f"{name} ({term.reading})" if language == default else name


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
