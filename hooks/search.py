"""Door: one search index for each language, and the engine that searches it."""

from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file
from mkdocs_static_i18n.plugin import I18n

from knowledge.search_files import ONLY_PARTS, SCRIPTS, box, engine, script_path, written
from knowledge.search_help import search_help
from knowledge.search_index import SHARED, entries_by_folder, search_index
from shown_page import site_of


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Publish what the engine consists of as the engine alone."""
    for file in list(files):
        if file.src_uri.startswith(ONLY_PARTS):
            files.remove(file)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates the folder of the language that is built, and what the search consists of."""
    i18n = cast(I18n, config.plugins["i18n"])
    env.globals["language_folder"] = _folder(i18n, i18n.current_language)
    scripts = _scripts(config)
    env.globals["search_engine"] = script_path("engine", engine(scripts))
    env.globals["search_box"] = script_path("box", box(scripts))
    env.globals["search_help"] = search_help(site_of(config), str(i18n.current_language))


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search, once every language is built (i18n joins their entries at -100)."""
    i18n = cast(I18n, config.plugins["i18n"])
    shared = Path(config.site_dir, SHARED)
    if i18n.building or not shared.is_file():
        return
    site, scripts = site_of(config), _scripts(config)
    folders = {language: _folder(i18n, language) for language in i18n.build_languages}
    entries = entries_by_folder(shared.read_text("utf-8"), folders.values())
    indexes = {code: search_index(entries[folder], site, code) for code, folder in folders.items()}
    built = (("engine", engine(scripts)), ("box", box(scripts)))
    contents = [(script_path(name, script), script) for name, script in built]
    for place, content in (*contents, *written(indexes, folders, site.data.interface)):
        write_file(content.encode(), str(Path(config.site_dir, place)))


def _scripts(config: MkDocsConfig) -> Path:
    return Path(str(config.theme.custom_dir), SCRIPTS)


def _folder(i18n: I18n, language: str) -> str:
    """Where a language is built, from the site's root."""
    return "" if language == i18n.default_language else f"{language}/"
