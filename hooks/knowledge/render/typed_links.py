"""The HTML of a page with its typed links resolved, and the lists that the build appends.

Answers: what does `[123](contact:front-desk)` become on this page? Ids without an entry stay as
they are: references.py has reported them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape

from markupsafe import Markup

from knowledge.data.sources import CitedSource
from knowledge.markdown.source import Source
from knowledge.render import citations, contact_cards, glossary
from knowledge.render.holidays import closed_days
from knowledge.render.page_context import View
from knowledge.site.review_dates import PAGE_MONTHS, is_older, reviewed_on
from knowledge.site.typed_links import LIST_KEY, cited

LINK = re.compile(
    r'<a href="(?P<scheme>contact|source|term):(?P<id>[^"]*)"[^>]*>(?P<text>.*?)</a>', re.DOTALL
)
CLOSED_DAYS = Markup('<span data-closed-days="{days}" hidden></span>')
REVIEWED = Markup('<p class="page-reviewed">{text}{old}</p>')
OLD = Markup(" <strong>{text}</strong>")
COPY = Markup('<span data-say-copy="{copy}" data-say-copied="{copied}" hidden></span>')
SAY = 'class="admonition say"'
PRINTED = '<div class="printout">'
PRINTOUT = re.compile(
    r'^(?P<before>.*)(?P<table><div class="printout">.*?</div>)(?P<after>.*)$', re.DOTALL
)
HEADING = re.compile(r"<h2[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h2>", re.DOTALL)
CAPTION = Markup('<caption class="printout__title">{title}</caption>')
ALONE = re.compile(r'<p><a href="contact:(?P<id>[^"]*)"[^>]*>(?:(?!</a>).)*</a></p>', re.DOTALL)


def appendix(source: Source, view: View) -> str:
    """What the build adds below a page's own text, as Markdown; empty where there is nothing."""
    parts: list[str] = []
    wanted = source.meta(LIST_KEY)
    if wanted == "contacts":
        parts += [f"[{found}](contact:{found})" for found in view.data.contacts]
    elif wanted == "glossary":
        parts.append(glossary.entries(view.data.terms.values(), view))
    if _sources(source, view):
        parts.append(citations.heading(view))
    if (day := reviewed_on(source)) is not None:
        parts.append(_review_line(day, view))
    return "".join(f"\n\n{part}" for part in parts) + ("\n" if parts else "")


def with_sources(html: str, source: Source, view: View) -> str:
    """A page's HTML with the list of what it cites in its place."""
    if citations.PLACE not in html:
        return html
    return html.replace(citations.PLACE, citations.source_list(_sources(source, view), view), 1)


def resolved(html: str, view: View) -> str:
    """A page's HTML with every typed link turned into what a reader can use."""
    html = LINK.sub(_links(view), ALONE.sub(_cards(view), html))
    printed = PRINTOUT.sub(_printed_alone, html) if PRINTED in html else html
    return printed + _texts_for_scripts(html, view)


def _sources(source: Source, view: View) -> list[CitedSource]:
    """What a page cites, as far as it is known."""
    return [view.data.sources[i] for i in cited(source) if i in view.data.sources]


def _texts_for_scripts(html: str, view: View) -> str:
    """What the scripts of a page need to know, as hidden elements."""
    found: list[Markup] = []
    if "data-open=" in html:
        days = " ".join(day.isoformat() for day in closed_days(view.today.year))
        found.append(CLOSED_DAYS.format(days=days))
    if SAY in html:
        found.append(COPY.format(copy=view.text("say-copy"), copied=view.text("say-copied")))
    return "".join(map(str, found))


def _printed_alone(match: re.Match[str]) -> str:
    """A page with a printout: on paper the table stands alone, under the heading above it."""
    headings = HEADING.findall(match["before"])
    title = Markup(headings[-1]).striptags() if headings else ""
    caption = CAPTION.format(title=title)
    table = match["table"].replace("<table>", f"<table>{caption}", 1)
    return f"{_not_printed(match['before'])}{table}{_not_printed(match['after'])}"


def _not_printed(html: str) -> str:
    return f'<div class="not-printed">{html}</div>'


def _review_line(day: date, view: View) -> str:
    is_old = is_older(day, view.today, PAGE_MONTHS)
    old = OLD.format(text=view.text("page-old")) if is_old else ""
    shown = view.text("page-reviewed", date=view.date(day.isoformat()))
    return REVIEWED.format(text=shown, old=old)


def _cards(view: View) -> Callable[[re.Match[str]], str]:
    seen: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        contact = view.data.contacts.get(unescape(match["id"]))
        if contact is None:
            return match.group()
        is_first = contact.id not in seen
        seen.add(contact.id)
        return str(contact_cards.card(contact, view, has_anchor=is_first))

    return replace


def _links(view: View) -> Callable[[re.Match[str]], str]:
    term_count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal term_count
        found, text = unescape(match["id"]), Markup(match["text"])
        if match["scheme"] == "contact" and (contact := view.data.contacts.get(found)):
            return str(contact_cards.link(contact, text, view))
        if match["scheme"] == "source" and (source := view.data.sources.get(found)):
            return str(citations.link(source, text))
        if match["scheme"] == "term" and (term := view.data.terms.get(found)):
            term_count += 1
            return str(glossary.link(term, text, view, term_count - 1))
        return match.group()

    return replace
