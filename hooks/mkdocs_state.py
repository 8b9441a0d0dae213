"""The state of the build in mkdocs, Material and static-i18n.

Answers: which site, language, page and folder is mkdocs building? The only file that reads the
internals of these packages (mkdocs 1.6.1, static-i18n 1.3.1).
"""

from pathlib import Path
from typing import cast

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

from knowledge.components import components_in
from knowledge.markdown.source import Source
from knowledge.publish.publish_context import PublishContext
from knowledge.render.furigana_lexicon import PageReadings
from knowledge.render.page_context import BuiltPage, PageContext
from knowledge.search.passages import Passage
from knowledge.site.files import folder_of, path_from_root
from knowledge.site.languages import DOCS, source_in
from knowledge.site.site import Site, loaded
from knowledge.site.site_names import title

RENDERED_ATTRIBUTES = ("content", "toc", "_title_from_render", "present_anchor_ids")
"""The attributes that `Page.render` sets, except for links, which our own rules check."""

search_passages: dict[str, dict[str, tuple[Passage, ...]]] = {}
"""Passages for the search by language and page URL inside its folder, collected page by page."""
page_readings = PageReadings()
"""The kanji readings for the pages with a furigana switch, collected page by page."""


def built_page(page: Page, config: MkDocsConfig) -> BuiltPage:
    """The sources and the render context of a page that mkdocs is rendering."""
    site = site_of(config)
    source = site.sources[path_from_root(root_of(config), str(page.file.abs_src_path))]
    page_path = site.languages.page_path(source.path)
    context = PageContext(
        language=site.language_of(source),
        build_language=build_language(config),
        url=page.url,
        languages=site.languages,
        data=site.data,
        today=site.today,
        components=components_in(overrides_folder(config)),
    )
    original = site.sources.get(source_in(site.languages.default, page_path), source)
    return BuiltPage(site, source, original, page_path, context, config.site_url or "")


def rendered_state(page: Page) -> dict[str, object]:
    """The values of the attributes that rendering has set on a page, by name."""
    return {name: getattr(page, name) for name in RENDERED_ATTRIBUTES}


def restore_rendered(page: Page, state: dict[str, object]) -> None:
    """Set the attributes that rendering set on a page in an earlier build."""
    for name, value in state.items():
        setattr(page, name, value)


def site_of(config: MkDocsConfig) -> Site:
    """The site that is being built, loaded once per build."""
    return loaded(root_of(config))


def publish_context(config: MkDocsConfig) -> PublishContext:
    """What the files beside the pages are made from."""
    site, url, folders = site_of(config), config.site_url or "", language_folders(config)
    parts = components_in(overrides_folder(config))
    return PublishContext(site, url, folders, parts, site_name=config.site_name)


def root_of(config: MkDocsConfig) -> Path:
    """The folder that contains mkdocs.yml."""
    return folder_of(str(config.config_file_path))


def build_language(config: MkDocsConfig) -> str:
    """Code of the language that static-i18n is building now."""
    return str(_i18n(config).current_language)


def site_title(config: MkDocsConfig) -> str:
    """The site's name for titles, in the language that is being built."""
    return title(site_of(config), build_language(config), config.site_name).text


def use_fallbacks(files: Files, config: MkDocsConfig) -> None:
    """Let each page be read from the source to show (`Site.shown`), perhaps a fallback.

    Its `src_uri` and URL do not change.
    """
    root, site, language = root_of(config), site_of(config), build_language(config)
    for file in files.documentation_pages():
        path = path_from_root(root, str(file.abs_src_path))
        page_path = site.languages.page_path(path) if site.languages.of(path) else ""
        if page_path and (shown := site.shown(page_path, language)):
            file.abs_src_path = str(root / shown.path)


def correct_edit_url(page: Page, source: Source) -> None:
    """Point a page's edit link at its own source; mkdocs has the path of another language's."""
    if page.edit_url:
        path = source.path.removeprefix(f"{DOCS}/")
        page.edit_url = page.edit_url.removesuffix(page.file.src_uri) + path


def language_folders(config: MkDocsConfig) -> dict[str, str]:
    """Folder of each language by its code, from the site's root: `en/`; empty for the default."""
    default = str(_i18n(config).default_language)
    others = {code: f"{code}/" for code in _i18n(config).build_languages if code != default}
    return {default: "", **others}


def is_first_language(config: MkDocsConfig) -> bool:
    """Whether the default language is being built; i18n builds the others during that build.

    In events with a priority below i18n's (-100), all languages are built then.
    """
    return not _i18n(config).building


def is_preview() -> bool:
    """Whether `mkdocs serve` is running."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def watches_theme() -> bool:
    """Whether `mkdocs serve --watch-theme` is running."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.params.get("watch_theme"))


def overrides_folder(config: MkDocsConfig) -> Path:
    """The theme's custom_dir."""
    return Path(str(config.theme.custom_dir))


def theme_folders(config: MkDocsConfig) -> list[Path]:
    """The folders of the theme's files, our overrides first."""
    return [Path(folder) for folder in config.theme.dirs]


def _i18n(config: MkDocsConfig) -> I18n:
    return cast(I18n, config.plugins["i18n"])
