"""Door: runs every source check once a build and logs what it finds.

An error is logged as a warning, so that `--strict` fails; a notice as information. A file that
cannot be read at all ends the build here, before mkdocs meets it in a way of its own.
"""

import logging
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs_static_i18n.plugin import I18n

from knowledge.finding import format_finding
from knowledge.languages import ConfigurationError
from knowledge.rules import NOTICES, UNREADABLE, findings
from knowledge.site import loaded

log = logging.getLogger("mkdocs.hooks.checks")


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Check all sources before the first language is built."""
    if cast(I18n, config.plugins["i18n"]).building:
        return
    loaded.cache_clear()
    try:
        site = loaded(Path(config.config_file_path).parent)
    except ConfigurationError as error:
        raise PluginError(str(error)) from error
    found = findings(site)
    for finding in found:
        level = logging.INFO if finding.code in NOTICES else logging.WARNING
        log.log(level, "%s", format_finding(finding))
    if any(finding.code in UNREADABLE for finding in found):
        raise PluginError("The files named above cannot be read, so nothing is built.")
