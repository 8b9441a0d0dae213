"""What a preview keeps from one build to the next: pages and templates.

Only what depends on nothing else that a save can change: the HTML of a page on its Markdown, as the
doors have left it, on which files there are, and on how Markdown is configured.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

KEPT = ("content", "toc", "_title_from_render", "present_anchor_ids")
"""What rendering gives a page (mkdocs 1.6.1), but for the links that our own checks follow."""
_pages: dict[str, tuple[object, dict[str, object]]] = {}


class CompiledTemplates(BytecodeCache):
    """Compiled templates, in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from the same text."""
        if code := self._kept.get(f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


def rendered(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render a page as mkdocs does, or give it what its Markdown was rendered to before."""
    extensions = repr((config.markdown_extensions, config.mdx_configs))
    paths = frozenset((file.src_uri, file.url) for file in files)
    key = (page.markdown, paths, extensions)
    known, kept = _pages.get(page.url, (None, {}))
    if known != key:
        Page.render(page, config, files)
        kept = {name: getattr(page, name) for name in KEPT}
        _pages[page.url] = key, kept
    for name, value in kept.items():
        setattr(page, name, value)
