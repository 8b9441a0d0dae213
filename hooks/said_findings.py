"""How the doors say what the checks found: in the log, where `--strict` counts warnings.

An error is logged as a warning, a notice as information. What takes long is looked for beside.
"""

import logging

from mkdocs.config.defaults import MkDocsConfig

from knowledge.beside import Beside
from knowledge.changes import Memory, format_changes
from knowledge.finding import Finding, format_finding
from knowledge.rules import NOTICES, STOPPING, STOPPING_RULES, findings
from knowledge.site import Site

log = logging.getLogger("mkdocs.hooks.checks")
_memory = Memory()
_begun: list[Beside[list[Finding]]] = []


def check_at_once(site: Site, config: MkDocsConfig) -> list[str]:
    """Say what is new, and all if warnings count; the codes that keep the site from being built."""
    found = findings(site)
    _say(found, only_new=not config.strict)
    return _stopping(found)


def check_beside(site: Site) -> list[str]:
    """Look for what keeps the site from being built, whose codes are given, and begin the rest."""
    stopping = _stopping(findings(site, STOPPING_RULES))
    if stopping:
        _say(findings(site))
    else:
        _begun.append(Beside(lambda: findings(site), gives_way=True))
    return stopping


def say_what_was_begun() -> None:
    """Say what has been looked for, once."""
    while _begun:
        _say(_begun.pop().result())


def forget_what_was_begun() -> None:
    """Leave it to the process that began it."""
    _begun.clear()


def _stopping(found: list[Finding]) -> list[str]:
    return sorted({finding.code for finding in found} & STOPPING)


def _say(found: list[Finding], *, only_new: bool = False) -> None:
    """Say findings; again, if only new ones are asked for, what keeps the site from being built."""
    since = _memory.since(found) if only_new else None
    if since:
        log.info("%s", format_changes(since))
    for finding in (f for f in found if not since or f in since.new or f.code in STOPPING):
        level = logging.INFO if finding.code in NOTICES else logging.WARNING
        log.log(level, "%s", format_finding(finding))
