"""Door: our styles and scripts, joined, and nothing of the theme that nobody asks for."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from knowledge.publish.bundles import (
    THEME_SCRIPT,
    THEME_STYLE,
    is_left_out,
    page_script,
    style_sheet,
    theme_file,
)
from knowledge.site.published_names import SCRIPTS
from shown_page import site_of
from this_build import is_whole, own_folder, theme_folders


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out what is published joined, and what is not used."""
    for file in list(files):
        if is_left_out(file.src_uri):
            files.remove(file)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates under which names styles and scripts stand."""
    folder, folders = own_folder(config), theme_folders(config)
    theme = theme_file(folders, THEME_STYLE)
    env.globals["site_style"] = style_sheet(theme, folder, site_of(config).languages.codes)[0]
    env.globals["site_script"] = page_script(folder)[0]
    env.globals["theme_script"] = SCRIPTS + theme_file(folders, THEME_SCRIPT).name


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the joined files, once every language is built."""
    if not is_whole(config):
        return
    folder = own_folder(config)
    theme = theme_file(theme_folders(config), THEME_STYLE)
    style = style_sheet(theme, folder, site_of(config).languages.codes)
    for path, content in (style, page_script(folder)):
        write_file(content.encode(), str(Path(config.site_dir, path)))
