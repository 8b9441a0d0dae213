"""The HTML of a glossary term: a link with a tooltip, or an entry of the glossary page.

Answers: how is an entry of glossary.yml rendered? Its labels come from interface.yml.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from knowledge.data.glossary import Term
from knowledge.data.texts import ShownText
from knowledge.kana import RUN, Reading, aligned
from knowledge.render.page_context import PageContext
from knowledge.site.typed_links import GLOSSARY_PAGE, ROW_PREFIX, TERM_PREFIX
from knowledge.writing_systems import JAPANESE, of_language

KANA_ROWS = "あかさたなはまやらわ"
"""The first kana of each row of the Japanese syllabary."""
Written = tuple[tuple[str, str], ...]
"""The parts of a word, each with its reading in kana if it contains kanji, else an empty string."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term as the glossary page shows it."""

    term: Term
    name: Written
    other_names: tuple[tuple[str, Markup, Written], ...]
    """The term's reading and its names in other languages: label, attributes `lang` and `dir`, and
    name."""


def link(term: Term, text: Markup, context: PageContext, occurrence: int) -> Markup:
    """A link to the glossary whose tooltip shows the meaning on hover, focus and tap.

    `occurrence` is its 0-based position among the page's term links, for a unique id.
    """
    return context.html(
        "term",
        "link",
        url=context.link_to(GLOSSARY_PAGE, term.id),
        id=f"{TERM_PREFIX}{occurrence + 1}",
        text=text,
        meaning=term.meaning,
        context=context,
    )


def entries(terms: Iterable[Term], context: PageContext) -> str:
    """The body of the glossary page: Markdown with a heading and an HTML list per letter.

    Terms are sorted by kana in Japanese (one heading per row of the syllabary), and alphabetically
    in other languages.
    """
    ordered = sorted(terms, key=lambda term: _order(term, context))
    parts: list[str] = []
    for row, group in groupby(ordered, key=lambda term: _row(term, context)):
        found = [_entry(term, context) for term in group]
        listed = context.html("term", "list", entries=found, context=context)
        parts += [f"## {row} {{#{ROW_PREFIX}{ord(row):x}}}", listed]
    return "\n\n".join(parts)


def _entry(term: Term, context: PageContext) -> GlossaryEntry:
    name = term.term.shown(context.order)
    return GlossaryEntry(term, _written(term, name, context), tuple(_other_names(term, context)))


def _other_names(term: Term, context: PageContext) -> Iterator[tuple[str, Markup, Written]]:
    shown = term.term.shown(context.order)
    if _is_japanese(shown.language, context) and not RUN.search(shown.text):
        attributes = context.languages.attributes(shown.language, context.language)
        yield context.text("glossary-reading"), attributes, ((term.reading, ""),)
    for code, name in term.term.others(shown.language):
        label = context.languages.name_in(code, context.language)
        attributes = context.languages.attributes(code, context.language)
        yield label, attributes, _written(term, ShownText(name, code), context)


def _written(term: Term, name: ShownText, context: PageContext) -> Written:
    """Split a name into parts with readings; text in parentheses after the word gets none."""
    if not (_is_japanese(name.language, context) and RUN.search(name.text)):
        return ((name.text, ""),)
    word, bracket, rest = name.text.partition("（")
    parts: list[tuple[str, str]] = []
    end = 0
    for each in aligned(word, term.reading) or (Reading(0, len(word), term.reading),):
        parts += ((word[end : each.start], ""), (word[each.start : each.end], each.kana))
        end = each.end
    parts.append((word[end:] + bracket + rest, ""))
    return tuple(part for part in parts if part[0])


def _order(term: Term, context: PageContext) -> str:
    by_kana = _is_japanese(context.language, context)
    return _plain(term.reading) if by_kana else term.term.text(context.order).lower()


def _row(term: Term, context: PageContext) -> str:
    first = _order(term, context)[0]
    if not _is_japanese(context.language, context):
        return first.upper()
    return max((row for row in KANA_ROWS if row <= first), default=first)


def _is_japanese(code: str, context: PageContext) -> bool:
    """Whether a language is written in kanji and kana, as the readings of the terms are."""
    return of_language(context.languages.tag(code)) is JAPANESE


def _plain(reading: str) -> str:
    """A reading without its voicing marks, so that が sorts with か."""
    return unicodedata.normalize("NFD", reading).replace("\u3099", "").replace("\u309a", "")
