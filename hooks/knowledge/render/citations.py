"""How a source is cited on a page: a link in the text, an entry in the page's own list.

Answers: what was read, who issued it, how old is it, has anybody opened the address? All of it
comes from sources.yml and interface.yml.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from knowledge.data.records import CitedSource
from knowledge.render.page_context import View
from knowledge.site.typed_links import SOURCES_ID

PLACE = '<div class="source-list"></div>'
"""Where the list goes in a page's HTML."""


def link(source: CitedSource, text: Markup, view: View) -> Markup:
    """The words that cite a source, as a link to its entry on the same page."""
    return view.html("source-list", "link", anchor=anchor(source.id), text=text)


def heading(view: View) -> str:
    """The heading of the list, with its id, and the place of the list, as Markdown."""
    return f"## {view.text('sources-title')} {{#{SOURCES_ID}}}\n\n{PLACE}"


def source_list(sources: Iterable[CitedSource], view: View) -> Markup:
    """The list of what a page cites. It is HTML already, and no Markdown has to be made of it."""
    entries = [(anchor(source.id), source) for source in sources]
    return view.html("source-list", "list", sources=entries, view=view)


def anchor(found: str) -> str:
    """The id of a source's entry in the list."""
    return f"source-{found}"
