"""Door: what every page gets once all are there: its styles, and what a browser may do with it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import write_file

from knowledge.assets import STYLE_PLACE, THEME_STYLE, own_styles, style_sheet
from knowledge.policy import HEADERS, headers_file, with_policy
from this_build import is_preview, is_whole, own_folder, theme_folders


@event_priority(-250)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish every page; live reload would not get past the policy."""
    if not is_whole(config) or is_preview():
        return
    folder = Path(config.site_dir)
    pages = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}
    folders = theme_folders(config)
    theme = next(path for each in folders for path in each.glob(THEME_STYLE)).read_text("utf-8")
    style, content = style_sheet(theme, own_styles(own_folder(config)), pages.values())
    write_file(content.encode(), str(folder / style))
    for path, html in pages.items():
        try:
            write_file(with_policy(html.replace(STYLE_PLACE, style)).encode(), str(path))
        except ValueError as error:
            raise PluginError(f"{path.relative_to(folder)}: {error}") from error
    write_file(headers_file(pages.values()).encode(), str(folder / HEADERS))
