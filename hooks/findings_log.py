"""How the doors log what the checks found: an error as a warning, a notice as information.

`--strict` counts warnings.
"""

import logging

from mkdocs.config.defaults import MkDocsConfig

from knowledge.finding import format_finding
from knowledge.report.finding_changes import Memory, format_changes
from knowledge.rules.registry import NOTICES, STOPPING, findings
from knowledge.site.site import Site

log = logging.getLogger("mkdocs.hooks.checks")
_memory = Memory()


def log_findings(site: Site, config: MkDocsConfig, *, is_preview: bool) -> list[str]:
    """Log every finding; in a preview that is not strict, what came since the last build.

    Returns:
        The codes of the findings that keep the site from being built.
    """
    found = findings(site)
    since = _memory.since(found) if is_preview and not config.strict else None
    if since:
        log.info("%s", format_changes(since))
    for finding in (f for f in found if not since or f in since.new or f.code in STOPPING):
        level = logging.INFO if finding.code in NOTICES else logging.WARNING
        log.log(level, "%s", format_finding(finding))
    return sorted({finding.code for finding in found} & STOPPING)
