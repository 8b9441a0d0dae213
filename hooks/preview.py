"""Door: a preview shows a save soon, because what has not changed is not made again."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from rendered_page import CompiledTemplates, rendered
from this_build import is_preview

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_templates = CompiledTemplates()
LOOKS = 0.15
"""Seconds between two looks for a save; mkdocs 1.6.1 has 0.5."""


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let a page whose Markdown is the same as before keep its HTML."""
    if is_preview():
        page.render = partial(rendered, page)  # type: ignore[method-assign]
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Keep compiled templates."""
    if is_preview():
        env.bytecode_cache = _templates


def on_serve(
    server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., None]
) -> "LiveReloadServer":
    """Look for saves more often."""
    # Here and not above: it takes a build longer to import than any of our doors.
    from watchdog.observers.polling import PollingObserver  # noqa: PLC0415

    watched = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOKS)
    for path in watched:
        server.watch(path)
    return server
