"""Door: every page says what a browser may do with it, and a file for hosts says it too."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import write_file

from knowledge.policy import HEADERS, headers_file, with_policy
from this_build import is_preview, is_whole


@event_priority(-250)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the policy into every page, once all are there; live reload would not get past it."""
    if not is_whole(config) or is_preview():
        return
    paths = sorted(Path(config.site_dir).rglob("*.html"))
    pages = [path.read_text("utf-8") for path in paths]
    for path, html in zip(paths, pages, strict=True):
        try:
            write_file(with_policy(html).encode(), str(path))
        except ValueError as error:
            raise PluginError(f"{path.relative_to(config.site_dir)}: {error}") from error
    write_file(headers_file(pages).encode(), str(Path(config.site_dir, HEADERS)))
