"""What the doors ask about the build that runs: its languages, its names, how far it is."""

from pathlib import Path
from typing import cast

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_static_i18n.plugin import I18n

from shown_page import site_of, tree_language


def site_title(config: MkDocsConfig) -> str:
    """What the site is called in titles, in the language that is built."""
    return site_of(config).data.names.title_in(tree_language(config), config.site_name)


def language_folders(config: MkDocsConfig) -> dict[str, str]:
    """Where each language that is built is published, from the site's root, the first at it."""
    i18n = cast(I18n, config.plugins["i18n"])
    default = str(i18n.default_language)
    others = {code: f"{code}/" for code in i18n.build_languages if code != default}
    return {default: "", **others}


def language_names(config: MkDocsConfig) -> dict[str, str]:
    """What each language that is built calls itself."""
    i18n = cast(I18n, config.plugins["i18n"])
    return {each.locale: each.name for each in i18n.config.languages if each.build}


def is_preview() -> bool:
    """Whether `mkdocs serve` asks: what only a published site needs would be in its way."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def is_whole(config: MkDocsConfig) -> bool:
    """Whether every language is built, in an event at a priority below i18n's (-100)."""
    return not cast(I18n, config.plugins["i18n"]).building


def own_folder(config: MkDocsConfig) -> Path:
    """Where what we change of the theme is."""
    return Path(str(config.theme.custom_dir))


def theme_folders(config: MkDocsConfig) -> list[Path]:
    """Where the theme's files are, what we change of it first."""
    return [Path(folder) for folder in config.theme.dirs]
