"""Door: runs every source check once a build.

A fault that would break the build in a way of its own, or reach a reader, ends it before anything
is built.
"""

from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

import one_build
from findings_log import log_findings
from knowledge.markdown.html_allowlist import strangers, without_comments
from knowledge.site.languages import ConfigurationError
from knowledge.site.site import loaded
from shown_page import root_of
from this_build import is_preview, is_whole


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Check all sources; end the build if it could not go well."""
    if cast(I18n, config.plugins["i18n"]).building:
        return
    one_build.begin(config)
    loaded.cache_clear()
    try:
        site = loaded(root_of(config))
    except ConfigurationError as error:
        raise PluginError(str(error)) from error
    if stopping := log_findings(site, config, is_preview=is_preview()):
        raise PluginError(f"Nothing is built while there are findings of {', '.join(stopping)}.")


@event_priority(-400)
def on_post_build(config: MkDocsConfig) -> None:
    """Let the next build in."""
    if is_whole(config):
        one_build.end()


def on_build_error(error: Exception) -> None:
    """Let the next build in."""
    one_build.end()


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hold the rendered text against the list of what a page may hold, whatever its source."""
    if found := strangers(html):
        raise PluginError(f"{page.file.src_uri}: no page may hold {', '.join(found)}")
    return without_comments(html)
