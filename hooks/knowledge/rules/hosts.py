"""Whether addresses of others stand in the data alone, where one correction reaches every page.

Answers: does a page for readers link to an address of its own, or does it or the data show one to
be typed: an address, a mailbox, a name behind `@`, a host that the data does not have?
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding
from knowledge.markdown.source import Form, Source
from knowledge.markdown.urls import is_dangerous, is_outside, shortened
from knowledge.site.hosts import SIGNS, TARGET, known_hosts, shown_addresses
from knowledge.site.site import Site

WHOLE = re.compile(r"(?:https?://|mailto:)\S+$")


def outside_addresses(site: Site) -> Iterator[Finding]:
    """SF019: a page for readers with an address of its own instead of one of the data."""
    urls = {source.url.rstrip("/"): source.id for source in site.data.sources.values()}
    hosts = known_hosts(site.data)
    for source in site.sources.values():
        if not site.languages.is_for_readers(source.path):
            continue
        for link in source.links:
            is_ours = link.is_loaded or link.form is Form.REFERENCE or not is_outside(link.target)
            if is_ours or is_dangerous(link.target):
                continue
            found = urls.get(link.target.rstrip("/"))
            yield Finding(
                source.path,
                link.line,
                "SF019",
                f"'{shortened(link.target)}' is an address of this page alone; those that readers "
                "open stand in the data",
                f"Write '[...](source:{found})'"
                if found
                else f"Add it to {DATA}/sources.yml and link to it: '[...](source:...)'",
            )
        if not source.excess:
            yield from _shown_addresses(source, urls, hosts)
    yield from _shown_in_data(site, hosts)


def _shown_in_data(site: Site, hosts: frozenset[str]) -> Iterator[Finding]:
    """Addresses among the words of the data, where pages show them and nothing opens them."""
    for name, found in site.data.trees.items():
        for scalar in yaml_tree.strings(found):
            is_address = WHOLE.match(scalar.text) is not None
            shown = "" if is_address else _first(scalar.text, hosts)
            if shown:
                message = f"the words hold '{shortened(shown)}', which readers may type"
                remedy = "Name who it is; addresses stand in fields of their own"
                yield Finding(f"{DATA}/{name}", scalar.line, "SF019", message, remedy)


def _shown_addresses(
    source: Source, urls: Mapping[str, str], hosts: frozenset[str]
) -> Iterator[Finding]:
    """Addresses, mailboxes, names on other sites and hosts that a reader would type."""
    in_links = {link.line for link in source.links if is_outside(link.target)}
    text = SIGNS.sub("", TARGET.sub("](", source.content.decode("utf-8", errors="replace")))
    # Most pages have none, which one look at all of it tells.
    for number, line in enumerate(text.split("\n") if _first(text, hosts) else (), 1):
        shown = "" if number in in_links else _first(line, hosts)
        if shown:
            yield Finding(
                source.path,
                number,
                "SF019",
                f"the page shows '{shortened(shown)}', which readers may type",
                f"Write '[...](source:{known})'"
                if (known := urls.get(shown.rstrip("/")))
                else f"Name who it is, or add it to {DATA}/sources.yml or to 'hosts' in prose.yml",
            )


def _first(text: str, hosts: frozenset[str]) -> str:
    return next(shown_addresses(text, hosts), "")
