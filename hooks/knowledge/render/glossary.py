"""The HTML of a glossary term: a link with a tooltip, or an entry of the glossary page.

Answers: how is an entry of glossary.yml rendered? Its labels come from interface.yml.
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
"""A word, and its reading in kana if it contains kanji, else an empty string."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term as the glossary page shows it."""

    term: Term
    name: Written
    other_names: tuple[tuple[str, str, Written], ...]
    """The term's reading and its names in other languages: label, language and name."""


def link(term: Term, text: Markup, view: View, occurrence: int) -> Markup:
    """A link to the glossary whose tooltip shows the meaning on hover, focus and tap.

    Args:
        term: of glossary.yml.
        text: the link's text.
        view: the page that shows it.
        occurrence: 0-based position among the page's term links; makes the tooltip's id unique.
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
    """The body of the glossary page: Markdown with a heading and an HTML list per letter.

    Terms are sorted by kana in the default language (one heading per row of the syllabary), and
    alphabetically in the others.
    """
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
    """A reading without its voicing marks, so that が sorts with か."""
    return unicodedata.normalize("NFD", reading).replace("\u3099", "").replace("\u309a", "")
