"""Door: one search index for each language, and the engine that searches it."""

from pathlib import Path
from typing import cast

from jinja2 import Environment
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from cut_page import cut_by_us
from knowledge.assets import SCRIPTS
from knowledge.search_files import box, engine, script_path, written
from knowledge.search_help import search_help
from knowledge.search_index import SHARED, entries_by_folder, search_index
from shown_page import site_of, tree_language
from this_build import is_whole, language_folders


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates the folder of the language that is built, and what the search consists of."""
    language, scripts = tree_language(config), _scripts(config)
    env.globals["language_folder"] = language_folders(config)[language]
    env.globals["search_engine"] = script_path("engine", engine(scripts))
    env.globals["search_box"] = script_path("box", box(scripts))
    env.globals["search_help"] = search_help(site_of(config), language)
    cut_by_us(cast(SearchPlugin, config.plugins["material/search"]).search_index)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search, once every language is built (i18n joins their entries at -100)."""
    shared = Path(config.site_dir, SHARED)
    if not is_whole(config) or not shared.is_file():
        return
    site, scripts = site_of(config), _scripts(config)
    folders = language_folders(config)
    entries = entries_by_folder(shared.read_text("utf-8"), folders.values())
    indexes = {code: search_index(entries[folder], site, code) for code, folder in folders.items()}
    built = (("engine", engine(scripts)), ("box", box(scripts)))
    contents = [(script_path(name, script), script) for name, script in built]
    stubs = written(indexes, folders, site.data.interface, contents[0][0])
    for place, content in (*contents, *stubs):
        write_file(content.encode(), str(Path(config.site_dir, place)))


def _scripts(config: MkDocsConfig) -> Path:
    return Path(str(config.theme.custom_dir), SCRIPTS)
