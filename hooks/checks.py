"""Run every source check once a build, before anything is built, and log the findings.

An error is logged as a warning, which `--strict` counts; a notice as information. A finding that
would break the build in a way of its own, or reach a reader, ends it.
"""

import logging
import os

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from knowledge.finding import format_finding
from knowledge.report.finding_changes import Memory, format_changes
from knowledge.rules.registry import NOTICES, STOPPING, findings
from knowledge.site.build_time import EPOCH_VARIABLE, build_moment
from knowledge.site.languages import ConfigurationError
from knowledge.site.site import Site, loaded
from mkdocs_state import is_first_language, is_preview, root_of

log = logging.getLogger("mkdocs.hooks.checks")
_previous = Memory()
"""The findings of the last build of this preview."""
_set_here: list[str] = []
"""The moment that this process has put into the environment itself."""


def on_config(config: MkDocsConfig) -> None:
    """Set SOURCE_DATE_EPOCH, which mkdocs reads too, so that a commit builds the same bytes."""
    if not config.repo_url:  # mkdocs 1.6.1 warns of an edit link that is relative
        config.edit_uri = ""
    given = os.environ.get(EPOCH_VARIABLE, "")
    if given in _set_here and not is_first_language(config):
        return
    environment = {} if given in _set_here else {EPOCH_VARIABLE: given}
    moment = build_moment(root_of(config), environment)
    if environment.get(EPOCH_VARIABLE) and moment.origin != "environment":
        log.warning("%s=%s is no whole number of seconds from 1980 to 2106", EPOCH_VARIABLE, given)
    if moment.origin == "clock":
        log.info("No commit gives this build its time, so it is the clock's.")
    os.environ[EPOCH_VARIABLE] = str(moment.seconds)
    if moment.origin != "environment":
        _set_here[:] = [str(moment.seconds)]


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Check all sources; end the build if it could not go well."""
    if not is_first_language(config):
        return
    loaded.cache_clear()
    try:
        site = loaded(root_of(config))
    except ConfigurationError as error:
        raise PluginError(str(error)) from error
    if stopping := _log_findings(site, only_new=is_preview() and not config.strict):
        raise PluginError(f"Nothing is built while there are findings of {', '.join(stopping)}.")


def _log_findings(site: Site, *, only_new: bool) -> list[str]:
    """Log every finding, or in a preview those that are new since the last build.

    Returns:
        The codes of the findings that keep the site from being built.
    """
    found = findings(site)
    since = _previous.since(found) if only_new else None
    if since:
        log.info("%s", format_changes(since))
    for finding in (f for f in found if not since or f in since.new or f.code in STOPPING):
        level = logging.INFO if finding.code in NOTICES else logging.WARNING
        log.log(level, "%s", format_finding(finding))
    return sorted({finding.code for finding in found} & STOPPING)
