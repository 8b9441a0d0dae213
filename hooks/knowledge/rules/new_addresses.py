"""Check that what every page leads to does not change together with anything else.

Answers: do the settings in mkdocs.yml or site.yml name a host that they did not name in the merge
base? A host of the data counts as new too: anybody may have a page there. The address of the site,
of its repository and of those who take reports of mistakes belongs to whoever keeps the site.
"""

import re
from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.all_data import SITE
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.mkdocs_yml import CONFIGURATION, parse
from knowledge.site.site import Site

HOST = re.compile(
    r"(?:https?:)?//([^\s\"'<>/?#]+)|\bmailto:[^\s\"'<>@]*@([^\s\"'<>?]+)", re.IGNORECASE
)
"""The host of a URL, or of a mailbox, in a setting that may hold HTML."""
REMEDY = "Who keeps the site commits it on the default branch, or lists the host in prose.yml first"


@site_rule("RV008", "new-address")
def new_addresses(site: Site) -> PlacedFaults:
    """A setting that leads readers of every page to a host that was not there."""
    settings, allowed = f"{DATA}/{SITE}", frozenset(site.data.prose.hosts)
    if old_configuration := site.changed_since_merge_base.get(CONFIGURATION):
        before = {host for _, host in _hosts(parse(old_configuration))}
        yield from _new(CONFIGURATION, site.configuration, allowed | before)
    if old_settings := site.data_at_merge_base(settings):
        before = {host for _, host in _hosts(old_settings)}
        yield from _new(settings, site.data.trees.get(SITE), allowed | before)


def _new(path: str, tree: yaml_tree.Tree | None, known: frozenset[str]) -> PlacedFaults:
    for line, host in _hosts(tree):
        if host not in known:
            yield path, line, f"'{host}' is new here, and every page would lead there", REMEDY


def _hosts(tree: yaml_tree.Tree | None) -> Iterator[tuple[int, str]]:
    """The hosts that settings name: 1-based line, host in lower case."""
    for scalar in yaml_tree.strings(tree):
        for url, mailbox in HOST.findall(scalar.text):
            yield scalar.line, (url or mailbox).lower()
