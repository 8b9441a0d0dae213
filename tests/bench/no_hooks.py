"""Stands in for our hooks: templates get nothing where they ask for what the doors tell them.

Copied beside mkdocs.yml by growth.py; the same theme, overrides, plugins and Markdown
extensions are then measured without what our hooks add.
"""

from types import SimpleNamespace

from jinja2 import ChainableUndefined, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


class Nothing(ChainableUndefined):
    """What is not there, whatever is asked of it; also as JSON."""

    def __call__(self, *_: object, **__: object) -> "Nothing":
        return self

    def __add__(self, other: object) -> object:
        return other

    __radd__ = __add__

    def __fspath__(self) -> str:
        return ""


def on_config(config: MkDocsConfig) -> None:
    """Do without edit links, as the door does where nobody says whose host it is."""
    config.edit_uri = ""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let no template fail."""
    env.undefined = Nothing
    env.globals["interface_text"] = lambda key, *_, **__: key
    env.globals["is_preview"] = False
    assets = ("search_engine", "search_box", "site_style", "site_script", "theme_script")
    for name in (*assets, "web_manifest"):
        env.globals[name] = f"assets/{name}"
    env.globals["languages"] = SimpleNamespace(page_url=lambda page_path, _: page_path)
    for name in ("site_title", "tree_language", "language_folder", "offline_copy", "worker"):
        env.globals[name] = name


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Show the whole text of a page, which a door takes apart."""
    return {**context, "page_opening": page.content}
