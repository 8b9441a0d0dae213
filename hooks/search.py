"""Door: one search index for each language, where its own pages look for it."""

from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file
from mkdocs_static_i18n.plugin import I18n

from knowledge.search_index import SEARCH_INDEX, divided


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates the folder of the language that is built."""
    i18n = cast(I18n, config.plugins["i18n"])
    env.globals["language_folder"] = _folder(i18n, i18n.current_language)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Divide the shared index, once every language is built (i18n joins them at -100)."""
    i18n = cast(I18n, config.plugins["i18n"])
    shared = Path(config.site_dir, SEARCH_INDEX)
    if i18n.building or not shared.is_file():
        return
    folders = [_folder(i18n, language) for language in i18n.build_languages]
    for place, index in divided(shared.read_text("utf-8"), folders):
        write_file(index.encode(), str(Path(config.site_dir, place)))


def _folder(i18n: I18n, language: str) -> str:
    """Where a language is built, from the site's root."""
    return "" if language == i18n.default_language else f"{language}/"
