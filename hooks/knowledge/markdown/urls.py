"""The target of a link as a browser reads it.

Answers: does a browser run this address, does it lead to another host, and to which? Entities are
resolved, white space and signs that nobody sees are taken out. Nothing is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

from knowledge.markdown.source import Form, Link, Source

DANGEROUS = frozenset(
    "about blob data file filesystem intent javascript livescript mocha vbscript view-source ws "
    "wss".split()
)
"""Schemes that run, unpack or open something."""
IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
"""What a browser leaves out of an address, or what nobody sees in one."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
WEB = ("http", "https")


def is_dangerous(target: str) -> bool:
    """Whether a browser would run an address, unpack it, or open it from the disk."""
    match = SCHEME.match(as_browser_sees(target))
    return match is not None and match[1] in DANGEROUS


def is_foreign(target: str) -> bool:
    """Whether an address leads to another origin."""
    seen = as_browser_sees(target).replace("\\", "/")
    match = SCHEME.match(seen)
    return seen.startswith("//") or (match is not None and match[1] in (*WEB, "ftp"))


def is_outside(target: str) -> bool:
    """Whether an address leads to another host, or to somebody's mailbox."""
    return is_foreign(target) or as_browser_sees(target).startswith("mailto:")


@lru_cache(maxsize=65536)
def as_browser_sees(target: str) -> str:
    """An address without what a browser leaves out, in lower case.

    Source: WHATWG URL standard, "basic URL parser", steps 1 to 3.
    """
    return IGNORED.sub("", unescape(unescape(target))).lower()


def host_of(target: str) -> str:
    """The host of an address of the web, in lower case; empty where there is none."""
    seen = as_browser_sees(target)
    if not seen.startswith(("http:", "https:")):
        return ""
    try:
        return urlsplit(seen).hostname or ""
    except ValueError:
        return ""


def resolved_links(source: Source) -> Iterator[tuple[Link, str]]:
    """Every link with its target, that of its label where it has one."""
    labels = {
        link.text.lower(): link.target for link in source.links if link.form is Form.DEFINITION
    }
    for link in source.links:
        if link.form is Form.REFERENCE:
            yield link, labels.get(link.target.lower(), "")
        elif link.form is not Form.DEFINITION:
            yield link, link.target


def shortened(target: str) -> str:
    """An address in a message: short, on one line, nothing invisible in it."""
    plain = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in target)
    return plain if len(plain) <= 80 else f"{plain[:79]}…"  # noqa: PLR2004
