"""What the doors ask about the page that mkdocs is working on: its source, its site, its view."""

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

from knowledge.components import Components, components_in
from knowledge.markdown.source import Source
from knowledge.render.page_context import View
from knowledge.site.files import folder_of, path_from_root
from knowledge.site.languages import source_in
from knowledge.site.site import Site, loaded


def site_of(config: MkDocsConfig) -> Site:
    """The site that is built."""
    return loaded(root_of(config))


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return folder_of(str(config.config_file_path))


def components_of(config: MkDocsConfig) -> Components:
    """The templates of our components."""
    return components_in(Path(str(config.theme.custom_dir)))


def tree_language(config: MkDocsConfig) -> str:
    """The language whose pages are being built."""
    return str(cast(I18n, config.plugins["i18n"]).current_language)


def source_of(page: Page, config: MkDocsConfig) -> Source:
    """The source that the page shows: another language's where it stands in."""
    path = path_from_root(root_of(config), str(page.file.abs_src_path))
    return site_of(config).sources[path]


def page_path_of(page: Page, config: MkDocsConfig) -> str:
    """The page inside its language: `guide.md`."""
    return site_of(config).languages.page_path(source_of(page, config).path)


def original_of(page: Page, config: MkDocsConfig) -> Source:
    """The default language's source of the page."""
    site = site_of(config)
    return site.sources[source_in(site.languages.default, page_path_of(page, config))]


def view_of(page: Page, config: MkDocsConfig) -> View:
    """How the page is shown."""
    site = site_of(config)
    return View(
        language=site.languages.of(source_of(page, config).path) or site.languages.default,
        tree_language=tree_language(config),
        url=page.url,
        languages=site.languages,
        data=site.data,
        today=site.today,
        components=components_of(config),
    )
