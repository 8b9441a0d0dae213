"""Speed up `mkdocs serve`: poll more often, and reuse what has not changed.

Answers: which pages have to be rendered again after a save, and how soon is a save noticed?
"""

import socket
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_state import is_preview, rendered_state, restore_rendered, theme_folders, watches_theme

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

POLLING_INTERVAL = 0.15
"""Seconds between two checks for changed files; mkdocs 1.6.1 uses 0.5."""
_rendered: dict[str, tuple[str, dict[str, object]]] = {}
"""Cache by page URL: the key of the Markdown, and the attributes that rendering set."""
_settings_key: list[str] = [""]
"""Hash of what rendering depends on besides the text: Markdown settings and the list of files."""
_reused: set[str] = set()
"""URLs of the pages of this build that are taken from the cache."""


class CompiledTemplates(BytecodeCache):
    """Cache of compiled Jinja templates in memory."""

    def __init__(self) -> None:
        self._bytecode: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template from the cache if its source has not changed."""
        checksum, code = self._bytecode.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a compiled template."""
        self._bytecode[bucket.key] = bucket.checksum, bucket.bytecode_to_string()


_templates = CompiledTemplates()


def on_config(config: MkDocsConfig) -> None:
    """Stop before the first build if another program has the port.

    Raises:
        Abort: the port is in use.
    """
    if not is_preview() or _settings_key[0]:
        return
    host, port = config.dev_addr
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            advice = f"'make serve PORT={port + 1}', or 'mkdocs serve -a {host}:{port + 1}'"
            raise Abort(f"Port {port} is in use ({error.strerror}). Call {advice}.") from error


@event_priority(-300)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Compute the hash of what rendering depends on besides a page's own text."""
    if is_preview():
        paths = sorted((file.src_uri, file.url) for file in files)
        settings = repr((config.markdown_extensions, config.mdx_configs, paths))
        _settings_key[:] = [sha256(settings.encode()).hexdigest()]


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Skip rendering (return no Markdown) if the cache has the result of the same text."""
    if not is_preview() or _rendered.get(page.url, ("", {}))[0] != _key(markdown):
        return markdown
    _reused.add(page.url)
    return ""


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Restore the cached result of a page, or store the new one."""
    if not is_preview():
        return html
    if page.url in _reused:
        _reused.discard(page.url)
        restore_rendered(page, _rendered[page.url][1])
    else:
        _rendered[page.url] = _key(page.markdown or ""), rendered_state(page)
    return str(page.content)


def _key(markdown: str) -> str:
    """Cache key of a page's Markdown."""
    return sha256((_settings_key[0] + markdown).encode()).hexdigest()


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Cache compiled templates between builds."""
    if is_preview():
        env.bytecode_cache = _templates


def on_serve(
    server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., None]
) -> "LiveReloadServer":
    """Watch the same files with a shorter polling interval."""
    # Imported only here because the import is slow, and a build does not need it.
    from watchdog.observers.polling import PollingObserver  # noqa: PLC0415

    theme = theme_folders(config) if watches_theme() else []
    watched = [str(each) for each in (config.docs_dir, config.config_file_path, *theme) if each]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=POLLING_INTERVAL)
    for path in watched:
        server.watch(path)
    return server
