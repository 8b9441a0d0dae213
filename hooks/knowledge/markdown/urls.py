"""Parse link targets as a browser does.

Answers: is this URL dangerous, does it point to another host, and to which? Entities are resolved,
white space and invisible characters removed. No request is made.
"""

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
"""Characters that a browser strips from a URL, or that are invisible in one."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
WEB = ("http", "https")
PLAIN_PATH = re.compile(r"[\w.#-][\w.#/-]*")
"""A relative path with nothing in it that a browser reads in another way."""


def is_dangerous(target: str) -> bool:
    """Whether a URL has a scheme with which a browser runs code, unpacks data or opens a file."""
    match = SCHEME.match(as_browser_sees(target))
    return match is not None and match[1] in DANGEROUS


def is_foreign(target: str) -> bool:
    """Whether a URL points to another origin."""
    seen = as_browser_sees(target).replace("\\", "/")
    match = SCHEME.match(seen)
    return seen.startswith("//") or (match is not None and match[1] in (*WEB, "ftp"))


def is_relative(target: str) -> bool:
    """Whether a link target is a path from its file: no URL, typed link or path from the root."""
    if PLAIN_PATH.fullmatch(target):
        return True
    seen = as_browser_sees(target)
    return bool(seen) and not seen.startswith(("/", "\\")) and SCHEME.match(seen) is None


def is_from_root(target: str) -> bool:
    """Whether a link target is a path from the root of its host: `/guide.html`."""
    return as_browser_sees(target).startswith(("/", "\\")) and not is_foreign(target)


def is_outside(target: str) -> bool:
    """Whether a URL points to another origin or is a `mailto:`."""
    return is_foreign(target) or as_browser_sees(target).startswith("mailto:")


@lru_cache(maxsize=65536)
def as_browser_sees(target: str) -> str:
    """Normalize a URL: lower case, without the characters that a browser ignores.

    Source: WHATWG URL standard, "basic URL parser", steps 1 to 3.
    """
    return IGNORED.sub("", unescape(unescape(target))).lower()


def host_of(target: str) -> str:
    """The host of an http(s) URL, in lower case; empty if there is none."""
    seen = as_browser_sees(target)
    if not seen.startswith(("http:", "https:")):
        return ""
    try:
        return urlsplit(seen).hostname or ""
    except ValueError:
        return ""


def resolved_links(source: Source) -> Iterator[tuple[Link, str]]:
    """Yield every link with its target; of a reference, the target of its label, or empty."""
    labels = {
        link.text.lower(): link.target for link in source.links if link.form is Form.DEFINITION
    }
    for link in source.links:
        if link.form is Form.REFERENCE:
            yield link, labels.get(link.target.lower(), "")
        elif link.form is not Form.DEFINITION:
            yield link, link.target


def shortened(target: str) -> str:
    """Shorten a URL for a message: 80 characters at most, invisible ones escaped."""
    plain = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in target)
    return plain if len(plain) <= 80 else f"{plain[:79]}…"  # noqa: PLR2004
