"""Whether the text of a link says truly where it leads.

Answers: does the text name a host or a telephone number, and does the link lead there? Asked of the
sources, where a line can be told, and of the finished pages, whatever a source looked like.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape

from knowledge.address import host_of, resolved_links, shortened
from knowledge.data import Contact, Data
from knowledge.finding import Finding
from knowledge.outside_address import SIGNS, named_hosts
from knowledge.site import Site
from knowledge.source import Form
from knowledge.telephone import LOOK_ALIKE, digits, in_plain_signs, known_numbers

UNSEEN = re.compile(r"[\xad\u200b-\u200f\u2060-\u206f\ufeff]")
"""What nobody sees in a text."""
NUMBER = re.compile(r"\d(?:[- ]?\d)*", re.ASCII)
"""Digits that are read as one number."""
ALIKE = re.compile(r"[#*]?(?=[^0-9]*[0-9])[0-9OoIl\u25cb\u25ef -]+")
"""A number in which letters may stand for 0 and 1."""
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
"""A link of a finished page, whose tags are plain (element.PLAIN_TAG)."""


def misleading_links(site: Site) -> Iterator[Finding]:
    """SF005: a link whose text names one host or number, and which leads to another."""
    known, names = known_numbers(site.data), _names(site.data)
    for source in site.sources.values():
        for link, target in resolved_links(source):
            if link.is_loaded:
                continue
            if link.form is Form.HTML_LINK and target.lower().startswith("https:"):
                yield Finding(
                    source.path,
                    link.line,
                    "SF005",
                    f"a link in raw HTML leads to '{host_of(target)}', and its text is not "
                    "looked at",
                    f"Write it in Markdown: '[text]({shortened(target)})'",
                )
            leads_to = _leads_to(target, site.data)
            if fault := wrong_host(link.text, host_of(leads_to)):
                host = host_of(leads_to)
                remedy = f"Write '{host}', or what the reader will find there"
                yield Finding(source.path, link.line, "SF005", fault, remedy)
            if other := _other_name(target, link.text, names):
                message = f"the text is the name of '{other}', and the link leads to '{target}'"
                remedy = f"Link to '{other}', or write what the reader will find there"
                yield Finding(source.path, link.line, "SF005", message, remedy)
            contact = _contact(target, site.data)
            is_name = contact is not None and target in names.get(_folded(link.text), ())
            if (
                contact
                and not is_name
                and (named := wrong_number(link.text, known, named_by(contact)))
            ):
                message = f"the text names the number '{named}', which '{target}' does not have"
                remedy = "Write the contact's own number or name, or link to the one you mean"
                yield Finding(source.path, link.line, "SF005", message, remedy)


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


def _names(data: Data) -> dict[str, set[str]]:
    """The contacts that carry a name or id, as links to them, by the name."""
    found: dict[str, set[str]] = {}
    for contact in data.contacts.values():
        for name in (contact.id, *(text for _, text in contact.name.texts)):
            found.setdefault(_folded(name), set()).add(f"contact:{contact.id}")
    return found


def _folded(text: str) -> str:
    """A text as a reader sees it, capital letters and spaces apart."""
    plain = UNSEEN.sub("", unescape(SIGNS.sub("", text)))
    return "".join(unicodedata.normalize("NFKC", plain).casefold().split())


def _other_name(target: str, text: str, names: Mapping[str, set[str]]) -> str:
    """The contact whose name is all that a link to another one says."""
    said = _folded(text)
    own = names.get(said, set()) if target.startswith("contact:") else set()
    own_names = [name for name, links in names.items() if target in links]
    is_other = own_names and not any(said in name for name in own_names)
    return min(own) if own and is_other else ""


def _leads_to(target: str, data: Data) -> str:
    """The outside address to which a link leads by itself or by the data."""
    scheme, _, found = target.partition(":")
    if scheme == "source" and found in data.sources:
        return data.sources[found].url
    contact = _contact(target, data)
    return contact.page if contact else target


def _contact(target: str, data: Data) -> Contact | None:
    scheme, _, found = target.partition(":")
    return data.contacts.get(found) if scheme == "contact" else None


def _is_same_site(shown: str, host: str) -> bool:
    shown, host = shown.removeprefix("www."), host.removeprefix("www.")
    return host == shown or host.endswith(f".{shown}")
