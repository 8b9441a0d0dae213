"""How the doors say what the checks found: in the log, where `--strict` counts warnings.

An error is logged as a warning, a notice as information. What takes long is looked for beside the
build, and said once it is asked for.
"""

import logging

from knowledge.beside import Beside
from knowledge.changes import Memory, format_changes
from knowledge.finding import Finding, format_finding
from knowledge.rules import NOTICES, STOPPING, findings
from knowledge.site import Site

log = logging.getLogger("mkdocs.hooks.checks")
_memory = Memory()
_begun: list[Beside[list[Finding]]] = []


def begin(site: Site) -> None:
    """Look for all findings of a site beside what follows."""
    _begun.append(Beside(lambda: findings(site)))


def say_what_was_begun() -> None:
    """Say what has been looked for, once."""
    while _begun:
        say(_begun.pop().result())


def say(found: list[Finding], *, only_new: bool = False) -> None:
    """Say findings; again, if only new ones are asked for, what keeps the site from being built."""
    since = _memory.since(found) if only_new else None
    if since:
        log.info("%s", format_changes(since))
    for finding in (f for f in found if not since or f in since.new or f.code in STOPPING):
        level = logging.INFO if finding.code in NOTICES else logging.WARNING
        log.log(level, "%s", format_finding(finding))
