"""The HTML of a page with its typed links resolved, and the lists that the build appends.

Answers: what does `[123](contact:front-desk)` become on this page? Links whose id has no entry are
left unchanged: rule LK015 reports them.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from html import unescape

from markupsafe import Markup

from knowledge.data.sources import CitedSource
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.source import Source
from knowledge.render import contact_cards, glossary
from knowledge.render.changes import CHANGES_PLACE, with_changes
from knowledge.render.page_context import BuiltPage, PageContext
from knowledge.render.reuse import REUSE_PLACE, with_reuse
from knowledge.site.review_dates import PAGE_MONTHS, is_older, reviewed_on
from knowledge.site.typed_links import (
    CARD_MARK,
    SCHEMES,
    SOURCE_PREFIX,
    SOURCES_ID,
    cited,
    with_cards,
    with_marks,
)

LINK = re.compile(
    rf'<a href="(?P<scheme>{"|".join(SCHEMES)}):(?P<id>[^"]*)"[^>]*>(?P<text>.*?)</a>', re.DOTALL
)
SAY = 'class="admonition say"'
PLACES = {DataList.CHANGES: CHANGES_PLACE, DataList.REUSE: REUSE_PLACE}
"""By value of `list:`, the placeholder of a list that is not indexed for the search."""
SOURCES_PLACE = '<div class="source-list"></div>'
"""Placeholder for the list of sources."""


def with_appendix(markdown: str, source: Source, context: PageContext) -> str:
    """Mark cards and drawings in a page's Markdown, and append what the build adds below it."""
    known = {"contact": context.data.contacts, "drawing": context.data.drawings}
    return with_marks(markdown, source, known) + appendix(source, context)


def appendix(source: Source, context: PageContext) -> str:
    """Markdown below a page's own text: list of contacts or terms, sources, date of the review.

    Empty if there is nothing to add.
    """
    parts: list[str] = []
    wanted = source.meta(Key.LIST)
    if wanted == DataList.CONTACTS:
        parts += (f"{CARD_MARK}[{found}](contact:{found})" for found in context.data.contacts)
    elif wanted == DataList.GLOSSARY:
        parts.append(glossary.entries(context.data.terms.values(), context))
    elif wanted in PLACES:
        parts.append(PLACES[DataList(wanted)])
    if _sources(source, context):
        parts.append(f"## {context.text('sources-title')} {{#{SOURCES_ID}}}\n\n{SOURCES_PLACE}")
    if (day := reviewed_on(source)) is not None:
        parts.append(_review_line(day, context))
    return "".join(f"\n\n{part}" for part in parts) + ("\n" if parts else "")


def with_links_and_lists(html: str, built: BuiltPage) -> str:
    """Resolve typed links, fill in the lists that no search finds, append the page's changes."""
    html = with_sources(resolved(html, built.context), built.source, built.context)
    return with_changes(with_reuse(html, built), built)


def with_sources(html: str, source: Source, context: PageContext) -> str:
    """Replace the placeholder in a page's HTML by the list of cited sources."""
    if SOURCES_PLACE not in html:
        return html
    sources = [(f"{SOURCE_PREFIX}{each.id}", each) for each in _sources(source, context)]
    # Inserted after Markdown has run: the list is HTML, and parsing it would only cost time.
    return html.replace(
        SOURCES_PLACE, context.html("source-list", "list", sources=sources, context=context), 1
    )


def resolved(html: str, context: PageContext) -> str:
    """Replace the typed links and contact cards in a page's HTML by their components."""
    html = LINK.sub(_links(context), with_cards(html, partial(_card, context)))
    return html + _texts_for_scripts(html, context)


def _sources(source: Source, context: PageContext) -> list[CitedSource]:
    """The cited sources of a page, in order; ids without an entry are left out."""
    return [context.data.sources[i] for i in cited(source) if i in context.data.sources]


def _texts_for_scripts(html: str, context: PageContext) -> str:
    """Hidden elements with data for the page's scripts: closed days, texts of the copy button."""
    found: list[Markup] = []
    if "data-open=" in html:
        days = " ".join(day.isoformat() for day in contact_cards.closed_days(context.today.year))
        found.append(context.html("contact-card", "closed_days", days=days, context=context))
    if SAY in html:
        found.append(context.html("say", "texts", context=context))
    return "".join(found)


def _review_line(day: date, context: PageContext) -> str:
    old = context.text("page-old") if is_older(day, context.today, PAGE_MONTHS) else ""
    text = context.text("page-reviewed", date=context.date(day.isoformat()))
    return context.html("page-notice", "reviewed", text=text, old=old)


def _card(context: PageContext, contact: str, is_first: bool) -> str:
    return contact_cards.card(context.data.contacts[contact], context, has_anchor=is_first)


def _links(context: PageContext) -> Callable[[re.Match[str]], str]:
    term_count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal term_count
        found, text = unescape(match["id"]), Markup(match["text"])
        if match["scheme"] == "contact" and (contact := context.data.contacts.get(found)):
            return contact_cards.link(contact, text, context)
        if match["scheme"] == "source" and (source := context.data.sources.get(found)):
            return context.html(
                "source-list", "link", anchor=f"{SOURCE_PREFIX}{source.id}", text=text
            )
        if match["scheme"] == "term" and (term := context.data.terms.get(found)):
            term_count += 1
            return glossary.link(term, text, context, term_count - 1)
        return match.group()

    return replace
