"""Whether addresses of others stand in the data alone, where one correction reaches every page.

Answers: does a page for readers link to an address of its own, or does it or the data show one to
be typed: an address, a mailbox, a name behind `@`, a host that the data does not have?
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape

from knowledge import tree
from knowledge.address import host_of, is_dangerous, is_outside, shortened
from knowledge.data import Data
from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.site import Site
from knowledge.source import Form, Source

LETTERS = "a-z\u00df-\u024f\u0370-\u052f"
"""What hosts are written with: Latin, and the scripts whose letters look like it."""
HOST = rf"(?:[{LETTERS}0-9-]+\.)+[{LETTERS}]{{2,}}"
FILE_ENDINGS = frozenset(
    "css csv exe gif gz html jpeg jpg js json lock md mp4 pdf png ps py sh svg toml ts txt webp "
    "xml yaml yml zip".split()
)
"""Endings of file names that look like the end of a host."""
ALONE = rf"(?<![{LETTERS}0-9@.-])"
"""Before the beginning of a host."""
SHOWN_ADDRESS = re.compile(
    r"https?:/[!-~]*"
    rf"|[{LETTERS}]\s?[\[({{]\s?\.\s?[\])}}]\s?[{LETTERS}]"
    rf"|{ALONE}www\.{HOST}|[{LETTERS}0-9_.+-]+@{HOST}"
    rf"|{ALONE}(?P<host>{HOST})(?=[/:][{LETTERS}0-9])"
    rf"|(?<![{LETTERS}0-9@./_-])@[a-z0-9_][a-z0-9_.-]{{2,}}"
)
"""An address with its scheme or path or a dot in brackets, a mailbox, a name behind `@`."""
WHOLE = re.compile(r"(?:https?://|mailto:)\S+$")
NAMED_HOST = re.compile(rf"{ALONE}{HOST}(?![{LETTERS}0-9-])")
TARGET = re.compile(r"\]\([^()\s]*")
"""Where a link leads, behind its text."""
SIGNS = re.compile(r"<[^<>\n]*>|[*`\\]")
"""Markup in a text."""


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
        for scalar in tree.strings(found):
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


def shown_addresses(text: str, hosts: frozenset[str]) -> Iterator[str]:
    """The addresses that a text shows to be typed.

    Args:
        text: as it is written.
        hosts: the hosts that may be named, and those below which they lie.
    """
    for match in SHOWN_ADDRESS.finditer(_plain(text)):
        if not match["host"] or match["host"].rpartition(".")[2] not in FILE_ENDINGS:
            yield match[0]
    yield from (host for host in named_hosts(text) if host not in hosts)


def known_hosts(data: Data) -> frozenset[str]:
    """The hosts that texts may name: those of the data, what these end in, those of prose.yml."""
    addresses = [source.url for source in data.sources.values()]
    addresses += [contact.page for contact in data.contacts.values()]
    parts = (host_of(address).split(".") for address in addresses)
    ends = (".".join(each[i:]) for each in parts for i in range(len(each) - 1))
    return frozenset(ends) | frozenset(data.prose.hosts)


def _plain(text: str) -> str:
    """A text as a reader types it."""
    return unicodedata.normalize("NFKC", unescape(text)).lower().replace("\u3002", ".")


def named_hosts(text: str) -> list[str]:
    """The hosts that a text names, without names of files."""
    found = NAMED_HOST.findall(_plain(text))
    return [host for host in found if host.rpartition(".")[2] not in FILE_ENDINGS]


def _first(text: str, hosts: frozenset[str]) -> str:
    return next(shown_addresses(text, hosts), "")
