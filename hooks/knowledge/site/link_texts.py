"""Compare the text of a link with its target.

Answers: does the text show a host or a telephone number that the target does not have? Used for
sources, where findings have a line, and again for built pages.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape

from knowledge.data.contacts import Contact
from knowledge.markdown.urls import host_of
from knowledge.site.digit_normalization import with_ascii_digits
from knowledge.site.hosts import MARKUP, named_hosts
from knowledge.site.phone_numbers import LOOK_ALIKE, digits

INVISIBLE = re.compile(r"[\xad\u200b-\u200f\u2060-\u206f\ufeff]")
"""Invisible characters."""
NUMBER = re.compile(r"\d(?:[- ]?\d)*", re.ASCII)
"""Digits that are read as one number."""
LOOK_ALIKE_NUMBER = re.compile(r"[#*]?(?=[^0-9]*[0-9])[0-9OoIl\u25cb\u25ef -]+")
"""A number in which look-alikes may replace 0 and 1."""
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
"""A link of a built page, whose tags are plain (html_tags.PLAIN_TAG)."""


def faults_of_links(
    html: str, known: frozenset[str], names: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Describe every link of a built page whose text shows another host or number than its target.

    The tags of the page are plain. `known` are the digits of all telephone numbers; `names` are
    those that the text of a link to a contact may show, by its target: `tel:123`, `#contact-desk`.
    """
    for address, text in dict.fromkeys(LINK.findall(html)):
        target = unescape(address)
        if fault := wrong_host(text, host_of(target)):
            yield fault
        start = max(target.find("tel:"), target.find("#"), 0)
        allowed = names.get(target[start:])
        if allowed is not None and (named := wrong_number(text, known, allowed)):
            yield f"the text names the number '{named}', and the link leads to '{target}'"


def contact_digits(contact: Contact) -> frozenset[str]:
    """The digits of a contact's numbers, or else of the numbers in its name."""
    texts = [number.text for number in contact.numbers]
    if not texts:
        texts = [found for _, name in contact.name.texts for found in NUMBER.findall(name)]
    return frozenset(map(digits, texts))


def wrong_host(text: str, host: str) -> str:
    """Describe a text that shows another host than that of the link; empty if it does not."""
    shown = host_in(text) if host else ""
    if not shown or _is_same_site(shown, host):
        return ""
    return f"the text shows '{shown}', and the link leads to '{host}'"


def wrong_number(text: str, known: frozenset[str], allowed: frozenset[str]) -> str:
    """The first number in a text that it must not show; empty if there is none.

    That is a number that is not allowed, and either is known or is the whole text.
    """
    named, is_all = _numbers_in(text)
    wrong = (each for each in named if each not in allowed and (is_all or each in known))
    return next(wrong, "")


@lru_cache(maxsize=8192)
def _numbers_in(text: str) -> tuple[tuple[str, ...], bool]:
    """The numbers in a text, and whether one number is the whole text."""
    plain = INVISIBLE.sub("", with_ascii_digits(MARKUP.sub("", text))).strip()
    if LOOK_ALIKE_NUMBER.fullmatch(plain):
        plain = plain.translate(LOOK_ALIKE)
    named = tuple(map(digits, NUMBER.findall(plain)))
    return named, NUMBER.fullmatch(plain.lstrip("#*")) is not None


@lru_cache(maxsize=8192)
def host_in(text: str) -> str:
    """The first host that a link's text shows; empty if it shows none."""
    return next(iter(named_hosts(INVISIBLE.sub("", unescape(MARKUP.sub("", text))))), "")


def _is_same_site(shown: str, host: str) -> bool:
    shown, host = shown.removeprefix("www."), host.removeprefix("www.")
    return host == shown or host.endswith(f".{shown}")
