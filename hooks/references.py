"""Door: typed links become telephone links, cards, citations and explained words."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from knowledge.render.printout import printed_alone
from knowledge.render.typed_links import resolved, with_appendix, with_sources
from shown_page import source_of, view_of


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give cards and lists their places."""
    return with_appendix(markdown, source_of(page, config), view_of(page, config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Resolve every typed link, and list what the page cites."""
    view = view_of(page, config)
    html = resolved(printed_alone(html, view), view)
    return with_sources(html, source_of(page, config), view)
