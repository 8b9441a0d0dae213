"""Door: typed links become telephone links, cards, citations and explained words."""

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

from knowledge.site import Site, loaded
from knowledge.source import Source
from knowledge.typed_link import appendix, resolved
from knowledge.view import View


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Append the lists that the page asks for, and the list of what it cites."""
    return markdown + appendix(_source(page, config), _view(page, config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Resolve every typed link."""
    return resolved(html, _view(page, config))


def _site(config: MkDocsConfig) -> Site:
    return loaded(Path(config.config_file_path).parent)


def _source_path(page: Page, config: MkDocsConfig) -> str:
    root = Path(config.config_file_path).parent
    return Path(str(page.file.abs_src_path)).relative_to(root).as_posix()


def _source(page: Page, config: MkDocsConfig) -> Source:
    return _site(config).sources[_source_path(page, config)]


def _view(page: Page, config: MkDocsConfig) -> View:
    site = _site(config)
    return View(
        language=site.languages.of(_source_path(page, config)) or site.languages.default,
        tree_language=cast(I18n, config.plugins["i18n"]).current_language,
        url=page.url,
        languages=site.languages,
        data=site.data,
        today=site.today,
    )
