"""Door: where pages are published: canonical, counterparts, sitemap, and what moved."""

from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from knowledge.moved_page import moved_pages, with_old_anchors
from knowledge.publication import ADDRESSES, canonical_url, counterparts, sitemap
from shown_page import original_of, page_path_of, site_of, tree_language


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give the sitemap its entries."""
    env.globals["sitemap_entries"] = list(sitemap(site_of(config), config.site_url or ""))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep old anchors."""
    return with_old_anchors(html, original_of(page, config))


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Say under which addresses the page and its counterparts are published."""
    place = site_of(config), page_path_of(page, config)
    page.canonical_url = canonical_url(*place, tree_language(config), config.site_url or "")
    found = {ADDRESSES: counterparts(*place, config.site_url or "")}
    return cast(TemplateContext, {**context, **found})


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages at old addresses of the language that was built."""
    pages = moved_pages(site_of(config), tree_language(config), config.site_url or "")
    for url, html in pages:
        write_file(html.encode(), str(Path(config.site_dir, url)))
