"""Door: what stands around a page's text: the list of its headings, and what every page offers."""

from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from knowledge.render.language_spans import with_languages
from knowledge.render.page_contents import PageHeading, listed, opening_and_rest
from knowledge.render.quick_links import offered
from knowledge.site.languages import text_direction
from shown_page import site_of, tree_language


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates what every page offers, and which way its language runs."""
    language, site = tree_language(config), site_of(config)
    env.globals["urgent"] = offered(site.data.urgent, site, language)
    env.globals["actions"] = offered(site.data.actions, site, language)
    env.globals["text_direction"] = text_direction(language)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say of each word of another language which one it is."""
    return with_languages(html, tree_language(config), site_of(config).languages.codes)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Take a page apart where the list of its headings belongs."""
    title = next(iter(page.toc), None)
    language, codes = tree_language(config), site_of(config).languages.codes
    sections = [
        PageHeading(each.url, with_languages(each.title, language, codes))
        for each in (title.children if title else ())
    ]
    opening, rest = opening_and_rest(page.content or "")
    found = {
        "page_opening": opening,
        "page_rest": rest,
        "page_sections": listed(sections, opening, rest),
    }
    return cast(TemplateContext, {**context, **found})
