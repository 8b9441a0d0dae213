"""The HTML of a page with its typed links resolved, and the lists that the build appends.

Answers: what does `[188](contact:hotline-188)` become on this page? Ids without an entry stay as
they are: references.py has reported them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from markupsafe import Markup

from knowledge import citation, contact_card, glossary
from knowledge.references import LIST_KEY, cited
from knowledge.source import Source
from knowledge.view import View

LINK = re.compile(
    r'<a href="(?P<scheme>contact|source|term):(?P<id>[^"]*)"[^>]*>(?P<text>.*?)</a>', re.DOTALL
)
ALONE = re.compile(r'<p><a href="contact:(?P<id>[^"]*)"[^>]*>(?:(?!</a>).)*</a></p>', re.DOTALL)


def appendix(source: Source, view: View) -> str:
    """What the build adds below a page's own text, as Markdown; empty where there is nothing."""
    parts: list[str] = []
    wanted = source.meta(LIST_KEY)
    if wanted == "contacts":
        parts += [f"[{found}](contact:{found})" for found in view.data.contacts]
    elif wanted == "glossary":
        parts.append(glossary.entries(view.data.terms.values(), view))
    sources = [view.data.sources[i] for i in cited(source) if i in view.data.sources]
    if sources:
        parts.append(citation.source_list(sources, view))
    return "".join(f"\n\n{part}" for part in parts) + ("\n" if parts else "")


def resolved(html: str, view: View) -> str:
    """A page's HTML with every typed link turned into what a reader can use."""
    html = ALONE.sub(_cards(view), html)
    return LINK.sub(_links(view), html)


def _cards(view: View) -> Callable[[re.Match[str]], str]:
    seen: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        contact = view.data.contacts.get(unescape(match["id"]))
        if contact is None:
            return match.group()
        is_first = contact.id not in seen
        seen.add(contact.id)
        return str(contact_card.card(contact, view, has_anchor=is_first))

    return replace


def _links(view: View) -> Callable[[re.Match[str]], str]:
    term_count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal term_count
        found, text = unescape(match["id"]), Markup(match["text"])
        if match["scheme"] == "contact" and (contact := view.data.contacts.get(found)):
            return str(contact_card.link(contact, text, view))
        if match["scheme"] == "source" and (source := view.data.sources.get(found)):
            return str(citation.link(source, text))
        if match["scheme"] == "term" and (term := view.data.terms.get(found)):
            term_count += 1
            return str(glossary.link(term, text, view, term_count - 1))
        return match.group()

    return replace
