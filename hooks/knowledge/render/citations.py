"""How a source is cited on a page: a link in the text, an entry in the page's own list.

Answers: what was read, who issued it, how old is it, has anybody opened the address? All of it
comes from sources.yml and interface.yml.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from knowledge.data.dates import shown_date
from knowledge.data.interface import Interface
from knowledge.data.sources import CitedSource
from knowledge.render.page_context import View
from knowledge.site.typed_links import SOURCES_ID

LINK = Markup('<a class="source-link" href="#{anchor}">{text}</a>')
LIST = Markup('<div class="source-list"><p>{intro}</p><ol>\n{entries}\n</ol></div>')
PLACE = '<div class="source-list"></div>'
"""Where the list goes in a page's HTML."""
ENTRY = Markup(
    '<li id="{anchor}"><a href="{url}" rel="noreferrer">{title}</a> '
    '<span class="source-list__issuer">{issuer}</span> '
    '<span class="source-list__read">{read}</span>{note}</li>'
)
NOTE = Markup(' <span class="source-list__note">{note}</span>')


def link(source: CitedSource, text: Markup) -> Markup:
    """The words that cite a source, as a link to its entry on the same page."""
    return LINK.format(anchor=anchor(source.id), text=text)


def heading(view: View) -> str:
    """The heading of the list, with its id, and the place of the list, as Markdown."""
    return f"## {view.text('sources-title')} {{#{SOURCES_ID}}}\n\n{PLACE}"


def source_list(sources: Iterable[CitedSource], view: View) -> Markup:
    """The list of what a page cites. It is HTML already, and no Markdown has to be made of it."""
    interface = view.data.interface
    entries = Markup("\n").join(_entry(source, view.language, interface) for source in sources)
    return LIST.format(intro=view.text("sources-intro"), entries=entries)


def anchor(found: str) -> str:
    """The id of a source's entry in the list."""
    return f"source-{found}"


@lru_cache(maxsize=4096)
def _entry(source: CitedSource, language: str, interface: Interface) -> Markup:
    """The entry, the same on every page of a language."""
    opened = (
        interface.text("opened-on", language, date=shown_date(source.opened, language, interface))
        if source.opened
        else interface.text("opened-never", language)
    )
    as_of = shown_date(source.as_of, language, interface)
    return ENTRY.format(
        anchor=anchor(source.id),
        url=source.url,
        title=source.title.in_language(language),
        issuer=source.issuer.in_language(language),
        read=interface.text("source-read", language, date=as_of, opened=opened),
        note=NOTE.format(note=source.note.in_language(language)) if source.note else "",
    )
