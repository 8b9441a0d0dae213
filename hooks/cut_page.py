"""How the theme's search plugin gets its entries: from our own cut, which parses no tags."""

from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.pages import Page

from knowledge.search_entries import search_entries


def cut_by_us(index: SearchIndex) -> None:
    """Let the index of a language take what we cut out of each page."""

    def add(page: Page) -> None:
        if not page.meta.get("search", {}).get("exclude"):
            title = str(page.meta.get("title", page.title))
            index.entries += [
                {"location": entry.location, "title": entry.title, "text": entry.text}
                for entry in search_entries(page.url, title, page.content or "")
            ]

    index.add_entry_from_context = add
