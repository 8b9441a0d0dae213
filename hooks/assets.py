"""Door: our scripts, joined, and nothing of the theme that nobody asks for."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from knowledge.assets import (
    SCRIPTS,
    STYLE_PLACE,
    STYLES,
    THEME_SCRIPT,
    THEME_STYLE,
    is_left_out,
    own_styles,
    page_script,
    theme_file,
)
from this_build import is_preview, is_whole, own_folder, theme_folders


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out what is published joined, and what is not used."""
    for file in list(files):
        if is_left_out(file.src_uri, is_preview=is_preview()):
            files.remove(file)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates under which names styles and scripts stand."""
    folders = theme_folders(config)
    theme_style = [STYLES + theme_file(folders, THEME_STYLE).name] if is_preview() else []
    env.globals["styles"] = [*theme_style, STYLE_PLACE]
    env.globals["site_script"] = page_script(own_folder(config))[0]
    env.globals["theme_script"] = SCRIPTS + theme_file(folders, THEME_SCRIPT).name


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the scripts, once every language is built; a preview has our styles as they are."""
    if not is_whole(config):
        return
    folder = own_folder(config)
    path, content = page_script(folder)
    write_file(content.encode(), str(Path(config.site_dir, path)))
    if is_preview():
        write_file(own_styles(folder).encode(), str(Path(config.site_dir, STYLE_PLACE)))
