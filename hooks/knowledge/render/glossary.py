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
from markupsafe import Markup

from knowledge.data.glossary import Term
from knowledge.render.page_context import View
from knowledge.site.typed_links import GLOSSARY_PAGE

"""The page that explains every term."""

LINK = Markup(
    '<span class="term" data-term><a class="term__word" href="{url}" aria-describedby="{id}">{text}'
    '</a><span class="term__meaning" role="tooltip" id="{id}">{meaning}</span>'
    "</span>"
)
LIST = Markup('<dl class="glossary">\n{entries}\n</dl>')
ENTRY = Markup(
    '<dt id="{id}">{term}</dt><dd><p>{meaning}</p><dl class="term-names">{names}</dl></dd>'
)
NAME = Markup('<div><dt>{label}</dt><dd lang="{language}">{name}</dd></div>')
RUBY = Markup("<ruby>{name}<rp> (</rp><rt>{reading}</rt><rp>)</rp></ruby>")
KANJI = re.compile("[\u3400-\u9fff]")
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
    """Every term in the order of the language, as Markdown: a list for each row, with the ids."""
    ordered = sorted(terms, key=lambda term: _order(term, view))
    parts: list[str] = []
    for row, group in groupby(ordered, key=lambda term: _row(term, view)):
        found = Markup("\n").join(_entry(term, view) for term in group)
        parts += [f"## {row} {{#row-{ord(row):x}}}", LIST.format(entries=found)]
    return "\n\n".join(parts)


def _entry(term: Term, view: View) -> Markup:
    names = Markup("").join(
        NAME.format(label=label, language=language, name=name)
        for label, language, name in _other_names(term, view)
    )
    return ENTRY.format(
        id=term.id,
        term=_name(term, view),
        meaning=term.meaning.in_language(view.language),
        names=names,
    )


def _name(term: Term, view: View) -> Markup:
    name = Markup.escape(term.term.in_language(view.language))
    return _read(term, name) if view.language == view.languages.default else name


def _other_names(term: Term, view: View) -> Iterator[tuple[str, str, Markup]]:
    """How else the word is written or said: label, language and name."""
    default = view.languages.default
    if view.language == default and not KANJI.search(term.term.in_language(default)):
        yield view.text("glossary-reading"), default, Markup.escape(term.reading)
    for language, name in term.term.others(view.language):
        label = Locale.parse(language).get_language_name(view.language) or language
        written = Markup.escape(name)
        yield label, language, _read(term, written) if language == default else written


def _read(term: Term, name: Markup) -> Markup:
    """A word of the default language with its reading above it, where its letters hide that."""
    return RUBY.format(name=name, reading=term.reading) if KANJI.search(name) else name


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
