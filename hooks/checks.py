"""Run all rules once per build, before anything is rendered, and log the findings.

Errors are logged as warnings, notices as information. In a strict build any error ends the build
before a page is written; else, as in a preview, only findings of rules with `stops_build` do.
"""

import gc
import logging
import os
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from knowledge.finding import Finding
from knowledge.report.causes import by_cause, format_cause
from knowledge.report.finding_changes import changes, format_changes
from knowledge.rules.registry import NOTICES, STOPPING, findings
from knowledge.site.build_time import EPOCH_VARIABLE, build_moment
from knowledge.site.languages import ConfigurationError
from knowledge.site.site import Site, loaded
from mkdocs_state import is_first_language, is_preview, root_of

log = logging.getLogger("mkdocs.hooks.checks")
_previous: list[list[Finding]] = []
"""The findings of the last build of this preview; empty list at first."""
_own_epoch: list[str] = []
"""The value of SOURCE_DATE_EPOCH that this process has set itself; empty list if none."""


def on_startup(*, command: str, dirty: bool) -> None:
    """Collect garbage less often: a build makes millions of objects, and nearly all stay."""
    gc.set_threshold(100_000, 20, 20)


def on_config(config: MkDocsConfig) -> None:
    """Check `site_url`; set SOURCE_DATE_EPOCH, which mkdocs also reads, for reproducible builds."""
    _check_address(config)
    if not config.repo_url:  # mkdocs 1.6.1 warns about a relative edit link
        config.edit_uri = ""
    given = os.environ.get(EPOCH_VARIABLE, "")
    if given in _own_epoch and not is_first_language(config):
        return
    environment = {} if given in _own_epoch else {EPOCH_VARIABLE: given}
    moment = build_moment(root_of(config), environment)
    if environment.get(EPOCH_VARIABLE) and moment.origin != "environment":
        log.warning("%s=%s is no whole number of seconds from 1980 to 2106", EPOCH_VARIABLE, given)
    if moment.origin == "clock":
        log.info("No commit gives this build its time, so it is the clock's.")
    os.environ[EPOCH_VARIABLE] = str(moment.seconds)
    if moment.origin != "environment":
        _own_epoch[:] = [str(moment.seconds)]


def _check_address(config: MkDocsConfig) -> None:
    """Raise PluginError if `site_url` is empty; log a note if its host is an example domain."""
    if not config.site_url:
        raise PluginError(
            "The site has no address: site_url is empty. Set SITE_URL to the address, such as "
            "https://guide.example.org/, or do not set SITE_URL at all."
        )
    if is_first_language(config) and f"{urlsplit(config.site_url).hostname}".endswith(".example"):
        log.info(
            "The address is an example (%s): the sitemap, feeds and shared links lead nowhere. "
            "Set SITE_URL before the site is published.",
            config.site_url,
        )


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Check the site and log the findings; raise PluginError if they stop the build."""
    if not is_first_language(config):
        return
    loaded.cache_clear()
    try:
        site = loaded(root_of(config))
    except ConfigurationError as error:
        raise PluginError(str(error)) from error
    is_lenient = is_preview() or not config.strict
    codes = _log_findings(site, only_new=is_preview() and not config.strict) - NOTICES
    if stopping := sorted(codes & STOPPING if is_lenient else codes):
        raise PluginError(f"Nothing is built while there are findings of {', '.join(stopping)}.")


def _log_findings(site: Site, *, only_new: bool) -> set[str]:
    """Log all findings, or in a preview only those that are new since the last build.

    Returns:
        The codes of all findings.
    """
    found = findings(site)
    since = changes(_previous[0], found) if only_new and _previous else None
    _previous[:] = [found]
    if since:
        log.info("%s", format_changes(since))
    for cause in by_cause(found):
        code = cause.finding.code
        if not since or code in STOPPING or {cause.finding, *cause.follows} & set(since.new):
            level = logging.INFO if code in NOTICES else logging.WARNING
            log.log(level, "%s", format_cause(cause))
    return {finding.code for finding in found}
