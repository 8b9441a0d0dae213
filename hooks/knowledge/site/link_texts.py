"""What the text of a link promises, compared with where the link leads.

Answers: does the text name a host or a telephone number that the target does not have? Asked of the
sources, where a line can be told, and of the finished pages, whatever a source looked like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape

from knowledge.data.contacts import Contact
from knowledge.markdown.urls import host_of
from knowledge.site.hosts import SIGNS, named_hosts
from knowledge.site.phone_numbers import LOOK_ALIKE, digits, in_plain_signs

UNSEEN = re.compile(r"[\xad\u200b-\u200f\u2060-\u206f\ufeff]")
"""What nobody sees in a text."""
NUMBER = re.compile(r"\d(?:[- ]?\d)*", re.ASCII)
"""Digits that are read as one number."""
ALIKE = re.compile(r"[#*]?(?=[^0-9]*[0-9])[0-9OoIl\u25cb\u25ef -]+")
"""A number in which letters may stand for 0 and 1."""
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
"""A link of a finished page, whose tags are plain (element.PLAIN_TAG)."""


def faults_of_links(
    html: str, known: frozenset[str], names: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """The links of a finished page whose text names another host or number than they lead to.

    Args:
        html: a page whose tags are plain.
        known: the digits of every number of the data.
        names: the digits that the text of a link to a contact may name, by the end of its address:
            the number (`tel:123`) or the anchor (`#contact-desk`).
    """
    for address, text in dict.fromkeys(LINK.findall(html)):
        target = unescape(address)
        if fault := wrong_host(text, host_of(target)):
            yield fault
        start = max(target.find("tel:"), target.find("#"), 0)
        allowed = names.get(target[start:])
        if allowed is not None and (named := wrong_number(text, known, allowed)):
            yield f"the text names the number '{named}', and the link leads to '{target}'"


def named_by(contact: Contact) -> frozenset[str]:
    """The digits that a link to a contact may name; those in its name, if it has no number."""
    texts = [number.text for number in contact.numbers]
    if not texts:
        texts = [found for _, name in contact.name.texts for found in NUMBER.findall(name)]
    return frozenset(map(digits, texts))


def wrong_host(text: str, host: str) -> str:
    """What is wrong where a text names another host than the one it leads to; else empty."""
    shown = host_in(text) if host else ""
    if not shown or _is_same_site(shown, host):
        return ""
    return f"the text shows '{shown}', and the link leads to '{host}'"


def wrong_number(text: str, known: frozenset[str], allowed: frozenset[str]) -> str:
    """The number that a text names and may not: one of the data, or all that the text says."""
    named, is_all = _numbers_in(text)
    wrong = (each for each in named if each not in allowed and (is_all or each in known))
    return next(wrong, "")


@lru_cache(maxsize=8192)
def _numbers_in(text: str) -> tuple[tuple[str, ...], bool]:
    """The numbers that a text names, and whether one of them is all that it says."""
    plain = UNSEEN.sub("", in_plain_signs(SIGNS.sub("", text))).strip()
    if ALIKE.fullmatch(plain):
        plain = plain.translate(LOOK_ALIKE)
    named = tuple(map(digits, NUMBER.findall(plain)))
    return named, NUMBER.fullmatch(plain.lstrip("#*")) is not None


@lru_cache(maxsize=8192)
def host_in(text: str) -> str:
    """The host that a link's text shows; empty where it shows none."""
    return next(iter(named_hosts(UNSEEN.sub("", unescape(SIGNS.sub("", text))))), "")


def _is_same_site(shown: str, host: str) -> bool:
    shown, host = shown.removeprefix("www."), host.removeprefix("www.")
    return host == shown or host.endswith(f".{shown}")
