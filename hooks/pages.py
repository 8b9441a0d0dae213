"""Process each page in the order of the build: Markdown, HTML, template context.

Answers: which steps change a page, and in which order?
"""

from collections.abc import Callable
from typing import cast

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

import mkdocs_state as state
from knowledge.markdown.html_allowlist import disallowed_markup, why_refused, without_comments
from knowledge.publish.redirect_pages import with_old_anchors
from knowledge.publish.structured_data import structured_data
from knowledge.publish.urls import canonical_url, counterparts
from knowledge.render.drawings import with_figures, with_search_text
from knowledge.render.help_lines import help_lines
from knowledge.render.language_spans import with_languages
from knowledge.render.page_contents import headings_of, opening_and_rest, toc_entries
from knowledge.render.page_context import BuiltPage
from knowledge.render.page_notices import with_notice
from knowledge.render.page_tree import add_column_headings, fold
from knowledge.render.paper import paper_of, qr_code
from knowledge.render.phrases import with_phrases
from knowledge.render.printout import with_caption
from knowledge.render.typed_links import with_appendix, with_links_and_lists
from knowledge.render.white_space import with_joined_lines, without_indentation
from knowledge.search.passages import passages
from knowledge.site.git_history import last_days
from knowledge.site.languages import HOME


class TreeProcessors(Extension):  # type: ignore[misc]  # Python-Markdown has no types
    """Register our tree processors, which change a page before it is serialized to HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: D102, N802
        # After attr_list (8) and before toc (5).
        for name, run, priority in (("heads", add_column_headings, 7), ("fold", fold, 6)):
            step = Treeprocessor(md)
            step.run = run
            md.treeprocessors.register(step, name, priority)


def on_config(config: MkDocsConfig) -> None:
    """Register our Python-Markdown extension; on_config runs again for each language."""
    others = [each for each in config.markdown_extensions if not isinstance(each, TreeProcessors)]
    config.markdown_extensions = [*others, TreeProcessors()]


def on_pre_build(config: MkDocsConfig) -> None:
    """Clear the search passages of the language."""
    state.search_passages[state.build_language(config)] = {}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark cards and drawings, and append the generated lists that the front matter names."""
    built = state.built_page(page, config)
    return with_appendix(markdown, built.source, built.context)


def _allowed_html(html: str, built: BuiltPage) -> str:
    """Reject HTML that is not on the allowlist."""
    if found := disallowed_markup(html):
        raise PluginError(why_refused(found, built.source.path))
    return without_comments(html)


def _language_spans(html: str, built: BuiltPage) -> str:
    """Add `lang` to words in other languages, then insert the drawings, which have it already."""
    html = with_languages(html, built.context.build_tag, built.site.languages.tags)
    return with_figures(html, built.context)


def _old_anchors(html: str, built: BuiltPage) -> str:
    """Add anchors with the former ids of headings."""
    return with_old_anchors(html, built.original)


Step = Callable[[str, BuiltPage], str]
STEPS: tuple[Step, ...] = (
    with_caption,
    with_links_and_lists,
    with_notice,
    _language_spans,
    _old_anchors,
)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Run the rendered HTML of a page through all steps, and collect its search passages."""
    built = state.built_page(page, config)
    html = with_joined_lines(_allowed_html(html, built))
    _add_to_search(html, page, built, config)
    for step in STEPS:
        html = step(html, built)
    return html


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Add the parts of the page, its URLs and its structured data to the template context."""
    built = state.built_page(page, config)
    site, language = built.site, built.context.build_language
    site_url, place = config.site_url or "", (site, built.page_path)
    page.canonical_url = canonical_url(*place, language, site_url)
    home = state.site_title(config), canonical_url(site, HOME, language, site_url)
    day = last_days(state.root_of(config)).get(built.source.path, "")
    sections = [each for top in list(page.toc)[:1] for each in headings_of(top.children, built)]
    opening, rest = opening_and_rest(page.content or "")
    state.correct_edit_url(page, built.source)
    found = {
        "help_lines": help_lines(site, language, built.page_path),
        "page_code": qr_code(page.canonical_url),
        "page_addresses": counterparts(*place, language, site_url),
        "page_language": built.context.language,
        "structured_data": structured_data(site, built.source, page.canonical_url, home, day),
        "page_opening": opening,
        "paper": paper_of(built, lambda path, code: canonical_url(site, path, code, site_url)),
        "page_rest": rest,
        "page_sections": toc_entries(sections, opening, rest),
    }
    return cast(TemplateContext, {**context, **found})


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mark Japanese phrases, add furigana or collect it for the switch, and shorten the page."""
    built = state.built_page(page, config)
    site, language = built.site, built.context.language
    html = with_phrases(output, site.languages.tag(language))
    return without_indentation(state.page_readings.with_furigana(html, page.url, site, language))


def _add_to_search(html: str, page: Page, built: BuiltPage, config: MkDocsConfig) -> None:
    """Store the passages of a page for the search, unless it is a fallback page."""
    context = built.context
    if context.language == context.build_language:
        url = page.url.removeprefix(state.language_folders(config)[context.language])
        found = passages(with_search_text(html, context), str(page.meta.get("title", page.title)))
        state.search_passages[context.language][url] = found
