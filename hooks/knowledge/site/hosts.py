"""Find URLs and host names in visible text.

Answers: which URLs, e-mail addresses, @handles and hosts does a text show, and which hosts are
allowed? They are reported in rules/ and in publish/page_check.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from knowledge.data.all_data import Data
from knowledge.markdown.urls import host_of

LETTERS = "a-z\u00df-\u024f\u0370-\u052f"
"""Letters of host names: Latin, and the scripts with look-alikes (Greek, Cyrillic)."""
HOST = rf"(?:[{LETTERS}0-9-]+\.)+(?:xn--[a-z0-9-]+|[{LETTERS}]{{2,}})"
FILE_ENDINGS = frozenset(
    "css csv exe gif gz html jpeg jpg js json lock md mp4 pdf png ps py sh svg toml ts txt webp "
    "xml yaml yml zip".split()
)
"""Endings of file names that look like the end of a host."""
HOST_START = rf"(?<![{LETTERS}0-9@.-])"
"""Lookbehind: a host name does not start inside a word or another host name."""
SHOWN_ADDRESS = re.compile(
    rf"(?=[@{LETTERS}0-9_.+\[-])(?:https?:/[!-~]*"
    rf"|[{LETTERS}]\s?[\[({{]\s?\.\s?[\])}}]\s?[{LETTERS}]"
    r"|(?<![\w.:])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|\[[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]"
    rf"|{HOST_START}www\.{HOST}|[{LETTERS}0-9_.+-]+@{HOST}"
    rf"|{HOST_START}(?P<host>{HOST})(?=[/:][{LETTERS}0-9])"
    rf"|(?<![{LETTERS}0-9@./_-])@[a-z0-9_][a-z0-9_.-]{{2,}})"
)
"""A URL with a scheme or path, a host with a dot in brackets, an IP address, an e-mail address, an
@handle."""
DOT = re.compile(r"dot|ドット|\s\.\s")
"""Found where a dot may be said, which few texts do."""
SAID_DOT = re.compile(
    r"(?<=[a-z0-9])\s+(?:dot|ドット)\s+(?=[a-z0-9])|(?<=[a-z0-9])\s+\.\s+(?=[a-z]{2})"
)
SAID_HYPHEN = re.compile(r"(?<=[a-z0-9])\s+(?:dash|hyphen)\s+(?=[a-z0-9-]+\.[a-z])")
SPELLED = re.compile(r"(?:\b[a-z0-9]\b[ ,-]{1,3}){2,20}dot[ ,-]{1,3}(?:\b[a-z]\b[ ,-]{0,3}){2,6}")
"""A host that is said letter by letter: r, e, f, dot, c, o, m."""
EAST = r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e01-\u0e4e]"
WIDE_HOST = re.compile(
    rf"(?=[.\u3002\uff0e])(?:(?<={EAST})[.\uff0e]{EAST}{{2,}}|(?<={EAST})\u3002{EAST}{{2,10}}/[a-z]+)"
)
"""The end of a host in letters of East Asia: no sentence there ends with a Latin full stop."""
NAMED_HOST = re.compile(rf"{HOST_START}{HOST}(?![{LETTERS}0-9-])")
TARGET = re.compile(r"\]\([^()\s]*")
"""The target of a Markdown link, after its text."""
SIGNS = re.compile(r"<[^<>\n]*>|[*`\\]")
"""Markup in a text."""


def shown_addresses(text: str, hosts: frozenset[str]) -> Iterator[str]:
    """Yield the URLs, e-mail addresses, @handles and unknown hosts that a text shows.

    Args:
        text: as written, with markup and entities.
        hosts: the allowed hosts and their parent domains, from `known_hosts`.
    """
    yield from (match[0] for match in WIDE_HOST.finditer(text))
    plain = _plain(text)
    if DOT.search(plain):
        yield from (match[0] for match in SPELLED.finditer(plain))
    for match in SHOWN_ADDRESS.finditer(plain):
        if not match["host"] or match["host"].rpartition(".")[2] not in FILE_ENDINGS:
            yield match[0]
    yield from (host for host in named_hosts(text) if host not in hosts)


def known_hosts(data: Data) -> frozenset[str]:
    """The hosts that texts may show: those in the data with parent domains, those in prose.yml."""
    addresses = [source.url for source in data.sources.values()]
    addresses += [contact.page for contact in data.contacts.values()]
    parts = (host_of(address).split(".") for address in addresses)
    ends = (".".join(each[i:]) for each in parts for i in range(len(each) - 1))
    return frozenset(ends) | frozenset(data.prose.hosts)


def _plain(text: str) -> str:
    """Normalize a text: entities resolved, NFKC, lower case, `。` and "dot" as a dot."""
    plain = unicodedata.normalize("NFKC", unescape(text)).lower().replace("\u3002", ".")
    return SAID_HYPHEN.sub("-", SAID_DOT.sub(".", plain)) if DOT.search(plain) else plain


def named_hosts(text: str) -> list[str]:
    """The hosts that a text shows; file names are left out."""
    found = NAMED_HOST.findall(_plain(text))
    return [host for host in found if host.rpartition(".")[2] not in FILE_ENDINGS]
