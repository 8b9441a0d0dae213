"""The addresses and hosts that a text shows to be typed.

Answers: which addresses, mailboxes, names behind `@` and hosts stand in a text, and which hosts may
be named? Whether they may stand there is judged by the rules and by the check of built pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from knowledge.data.all_data import Data
from knowledge.markdown.urls import host_of

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
NAMED_HOST = re.compile(rf"{ALONE}{HOST}(?![{LETTERS}0-9-])")
TARGET = re.compile(r"\]\([^()\s]*")
"""Where a link leads, behind its text."""
SIGNS = re.compile(r"<[^<>\n]*>|[*`\\]")
"""Markup in a text."""


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
