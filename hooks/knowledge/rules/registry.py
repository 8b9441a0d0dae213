"""The table of all rules, and a function that runs them.

Answers: which rules exist, which of them are notices, and which stop the build? A rule is a
function with a decorator of rule.py in any module of this package; it is not listed elsewhere.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from knowledge.finding import Finding
from knowledge.rules.rule import Rule
from knowledge.site.site import Site

FAMILIES = ("SR", "LK", "PA", "FR", "AL", "SF", "DA", "PR", "TE", "RV")
"""Prefixes of the codes, in the order of the page that explains them."""


def _registered() -> Iterator[Rule]:
    for module in iter_modules([str(Path(__file__).parent)], f"{__package__}."):
        if module.name != __name__:
            found = vars(import_module(module.name)).values()
            yield from (each for each in found if isinstance(each, Rule))


RULES = tuple(sorted(_registered(), key=lambda each: (FAMILIES.index(each.code[:2]), each.code)))
NOTICES = frozenset(rule.code for rule in RULES if rule.is_notice)
STOPPING = frozenset(rule.code for rule in RULES if rule.stops_build)
RULES_PAGE = "contributing/rules.md"
"""Path of the page that explains the codes, inside its language."""


def findings(site: Site, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Run the rules on a site; the findings without duplicates, sorted by path, line and code."""
    return sorted({finding for rule in rules for finding in rule.find(site)})
