"""Door: runs every source check once a build and logs what it finds.

An error is logged as a warning, so that `--strict` fails; a notice as information. A fault that
would break the build in a way of its own, or reach a reader, ends it before anything is built.
"""

import logging
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

from knowledge.changes import Memory, format_changes
from knowledge.finding import format_finding
from knowledge.languages import ConfigurationError
from knowledge.markup import strangers, without_comments
from knowledge.rules import NOTICES, STOPPING, findings
from knowledge.site import loaded
from shown_page import root_of
from this_build import is_preview

_memory = Memory()
log = logging.getLogger("mkdocs.hooks.checks")


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Check all sources before the first language is built."""
    if cast(I18n, config.plugins["i18n"]).building:
        return
    loaded.cache_clear()
    try:
        site = loaded(root_of(config))
    except ConfigurationError as error:
        raise PluginError(str(error)) from error
    found = findings(site)
    since = _memory.since(found) if is_preview() and not config.strict else None
    if since:
        log.info("%s", format_changes(since))
    # What keeps the site from being built is said each time.
    for finding in (f for f in found if not since or f in since.new or f.code in STOPPING):
        level = logging.INFO if finding.code in NOTICES else logging.WARNING
        log.log(level, "%s", format_finding(finding))
    if stopping := sorted({finding.code for finding in found} & STOPPING):
        raise PluginError(f"Nothing is built while there are findings of {', '.join(stopping)}.")


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hold the rendered text against the list of what a page may hold, whatever its source."""
    if found := strangers(html):
        raise PluginError(f"{page.file.src_uri}: no page may hold {', '.join(found)}")
    return without_comments(html)
