"""Door: where pages are published: canonical, counterparts, sitemap, and what moved."""

from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from knowledge.publish.redirect_pages import moved_pages, with_old_anchors
from knowledge.publish.structured_data import STRUCTURED_DATA, structured_data
from knowledge.publish.urls import ADDRESSES, HOME, canonical_url, counterparts, sitemap
from knowledge.site.git_history import last_days
from shown_page import (
    components_of,
    original_of,
    page_path_of,
    root_of,
    site_of,
    source_of,
    tree_language,
)
from this_build import site_title


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give the sitemap its entries."""
    days = last_days(root_of(config))
    env.globals["sitemap_entries"] = list(sitemap(site_of(config), config.site_url or "", days))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep old anchors."""
    return with_old_anchors(html, original_of(page, config))


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Say under which addresses the page and its counterparts are published."""
    site, site_url, source = site_of(config), config.site_url or "", source_of(page, config)
    place, language = (site, page_path_of(page, config)), tree_language(config)
    page.canonical_url = canonical_url(*place, language, site_url)
    home = site_title(config), canonical_url(site, HOME, language, site_url)
    day = last_days(root_of(config)).get(source.path, "")
    found = {
        ADDRESSES: counterparts(*place, site_url),
        STRUCTURED_DATA: structured_data(site, source, page.canonical_url, home, day),
    }
    return cast(TemplateContext, {**context, **found})


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages at old addresses of the language that was built."""
    pages = moved_pages(
        site_of(config), tree_language(config), config.site_url or "", components_of(config)
    )
    for url, html in pages:
        place = Path(config.site_dir, url)
        if place.exists() or ".." in place.parts or not place.is_relative_to(config.site_dir):
            raise PluginError(f"The old address '{url}' would take the place of something else")
        write_file(html.encode(), str(place))
