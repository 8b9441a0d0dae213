"""Whether a finished page does only what the build's own templates and data let it do.

Answers: does every tag of this page mean the same to every parser, does a script run in it that no
template has, does it lead on by itself, show, call or open a number or host that the data does not
have, or another one than its text says?
The last look before a page is published: whatever a source looked like, and whatever a step made
of it. Which elements and classes a text may hold is markup.py's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.data.all_data import Data
from knowledge.markdown.html_tags import ID, attributes_of, name_of, tags
from knowledge.markdown.urls import host_of, is_foreign
from knowledge.site.hosts import known_hosts, shown_addresses
from knowledge.site.link_texts import contact_digits, faults_of_links
from knowledge.site.phone_numbers import digits, known_numbers, whole_numbers
from knowledge.site.typed_links import contact_id

DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
FORBIDDEN = frozenset(
    "applet audio base embed frame frameset iframe math noembed noframes noscript object plaintext "
    "portal style template textarea video xmp".split()
)
"""Elements that no template has: they act, load, or are read in a way of their own."""
ACTING = frozenset({"style", "srcdoc", "formaction", "ping"})
"""Attributes that act, beside those that begin with `on`."""
LEADING = frozenset({"href", "xlink:href", "action", "src"})
"""Attributes with an address."""
SCHEMES = frozenset({"", "https", "http", "tel", "mailto"})
"""What an address may begin with; empty inside the site."""
PLAIN_ADDRESS = re.compile(
    r"(?:https?://[a-zA-Z0-9.-]+(?::[0-9]+)?(?=[/?#]|$)|(?!//)(?![a-zA-Z][a-zA-Z0-9+.-]*:)"
    r"|(?:tel|mailto):)[^\x00-\x20\x7f\\]*"
)
"""What is read alike everywhere: a whole address, a path in the site, a number or a mailbox."""
MAILBOX = "mailto"
DATA_TYPES = ("application/json", "application/ld+json")
LOADS = frozenset({"src", "srcset", "data", "poster"})
REFRESH = re.compile(r"^[\s\d.]*[;,]?\s*(?:url\s*=)?[\s'\"]*", re.IGNORECASE)
"""What stands before the address of a page that leads on."""
ARTICLE, ARTICLE_END = "<article", "</article>"
CELL = re.compile(r"</t[dh]>")
WITHIN_LINES = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong"
    r"|sub|sup|time|u|var|wbr)\b[^>]*>"
)
TAG = re.compile(r"<[^>]*>")
READING = re.compile(r"<(r[tp])\b[^>]*>.*?</\1>", re.DOTALL)
PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
LAST_CELL = re.compile(r"\|\s*\n")
BLANK_LINES = re.compile(r"\s*\n\s*")
ALONE = re.compile(r"^([+\d][\d ()-]*)\n(?=[\d ()-]+$)", re.MULTILINE)
"""A block of digits alone, before another one: they are read as one number."""
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
PIECE = re.compile(r"[^\s'\"<>=&;]{4,}")
"""A part of a message that stands in the source as it is."""
SHOWN = 60
"""Characters of a tag that a message shows."""
TEMPLATE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the pages of a site may run, call and open."""

    scripts: frozenset[str]
    """The inline scripts of the templates, as text."""
    numbers: frozenset[str]
    """The telephone numbers of the data, as they are dialled."""
    hosts: frozenset[str]
    """The hosts of the data and of the site's own settings."""
    mailboxes: frozenset[str] = frozenset()
    """The addresses of the data that begin with `mailto:`."""
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The digits that the text of a link may name: by `tel:` and number, `#` and anchor."""
    digits: frozenset[str] = frozenset()
    """The digits of every number of the data."""
    named: frozenset[str] = frozenset()
    """The hosts that a text may name."""


def allowed_by(data: Data, templates: Iterable[str], settings: Iterable[str]) -> Allowed:
    """What a site's pages may do.

    Args:
        data: its numbers and addresses.
        templates: the text of each template.
        settings: addresses of mkdocs.yml, and texts with links of its own.
    """
    addresses = [source.url for source in data.sources.values()]
    addresses += [contact.page for contact in data.contacts.values()]
    addresses += [data.report, *(part for text in settings for part in ADDRESS.findall(text))]
    return Allowed(
        scripts=template_scripts(templates),
        numbers=frozenset(n.text for each in data.contacts.values() for n in each.numbers),
        hosts=frozenset(filter(None, map(_host, addresses))),
        mailboxes=frozenset(each for each in addresses if _scheme(each) == MAILBOX),
        names={
            address: contact_digits(contact)
            for contact in data.contacts.values()
            for address in (
                f"#{contact_id(contact.id)}",
                *(f"tel:{number.text}" for number in contact.numbers),
            )
        },
        digits=known_numbers(data),
        named=known_hosts(data),
    )


def template_scripts(templates: Iterable[str]) -> frozenset[str]:
    """The inline scripts of templates: the same text on every page, without a placeholder."""
    found = (script for template in templates for script in TEMPLATE_SCRIPT.findall(template))
    return frozenset(script for script in found if "{{" not in script and "{%" not in script)


def place_in(text: str, fault: str) -> int:
    """The 1-based line of a source from which a fault of its page comes; 0 where none can be told.

    Args:
        text: of the source.
        fault: as faults_of_page words it.
    """
    lines = text.split("\n")
    pieces = sorted(PIECE.findall(fault.partition("'")[2]), key=len, reverse=True)
    found = (n for piece in pieces for n, line in enumerate(lines, start=1) if piece in line)
    return next(found, 0)


def faults_of_page(html: str, allowed: Allowed, *, has_any_host: bool) -> Iterator[str]:
    """What a finished page must not hold: each fault as the middle of a sentence.

    Args:
        html: the whole page, as the templates wrote it.
        allowed: what may be run, called and opened.
        has_any_host: whether its links may open hosts that the data does not have.
    """
    is_ours = ARTICLE in html
    is_plain = True
    for tag, content in tags(DOCTYPE.sub("", html, count=1)):
        if content is None:
            is_plain = False
            yield f"parsers differ on '{_shown(tag)}'"
            continue
        yield from _faults_of_tag(tag, is_ours)
        for target in _targets(tag):
            yield from _faults_of_target(target, allowed, has_any_host)
        if content and _runs(tag) and content not in allowed.scripts:
            yield f"a script runs that no template has: '{_shown(content)}'"
    twice = [found for found, count in Counter(ID.findall(html)).items() if count > 1]
    yield from (f"the id '{found}' stands twice" for found in twice)
    if is_plain:
        yield from faults_of_links(html, allowed.digits, allowed.names)
        yield from () if has_any_host else _foreign_words(html, allowed)


def _foreign_words(html: str, allowed: Allowed) -> Iterator[str]:
    """The numbers and addresses that a page's text shows and the data does not have."""
    article = html.partition(ARTICLE)[2].partition(ARTICLE_END)[0]
    text = _text_of(article)
    text = LAST_CELL.sub("\n", text)
    text = ALONE.sub(r"\1-", BLANK_LINES.sub("\n", text))
    for number in whole_numbers(text):
        if digits(number) not in allowed.digits:
            yield f"it shows the number '{number}', which is no number of the data"
    for shown in shown_addresses(_text_of(PRE.sub("", article)), allowed.named):
        if not allowed.hosts & {_host(shown), shown.removeprefix("www.")}:
            yield f"it shows '{shown}', which is no host of the data"


def _text_of(article: str) -> str:
    """What a page's text says, a line for each block."""
    return TAG.sub("\n", WITHIN_LINES.sub("", CELL.sub("|", READING.sub("", article))))


@lru_cache(maxsize=8192)
def _faults_of_tag(tag: str, is_ours: bool) -> tuple[str, ...]:
    return (*_acting_attributes(tag), *_acting_elements(tag, is_ours))


def _acting_attributes(tag: str) -> Iterator[str]:
    attributes = attributes_of(tag)
    if len(dict(attributes)) != len(attributes):
        yield f"an attribute stands twice in '{_shown(tag)}'"
    for name, value in attributes:
        if name.startswith("on") or name in ACTING:
            yield f"the attribute '{name}' acts in '{_shown(tag)}'"
        elif name in LOADS and is_foreign(value):
            yield f"'{_shown(tag)}' loads something from elsewhere"
        elif name in LEADING and _scheme(value) not in SCHEMES:
            yield f"'{_shown(tag)}' leads to something else than a page"


def _acting_elements(tag: str, is_ours: bool) -> Iterator[str]:
    name = name_of(tag)
    if name in FORBIDDEN:
        yield f"'{_shown(tag)}' stands in it"
    attributes = dict(attributes_of(tag)) if name == "meta" else {}
    if attributes.get("http-equiv", "").lower() == "refresh":
        goes_to = REFRESH.sub("", attributes.get("content", ""))
        if is_ours or _scheme(goes_to) or is_foreign(goes_to):
            yield f"'{_shown(tag)}' leads every reader elsewhere"


def _faults_of_target(target: str, allowed: Allowed, has_any_host: bool) -> Iterator[str]:
    scheme = _scheme(target)
    if not PLAIN_ADDRESS.fullmatch(target):
        yield f"browsers differ on the address '{target}'"
    elif scheme == MAILBOX and target not in allowed.mailboxes and not has_any_host:
        yield f"a link writes to '{target}', which is no address of the data"
    elif scheme == "tel" and target.partition(":")[2] not in allowed.numbers:
        yield f"a link calls '{target}', which is no number of the data"
    elif (host := _host(target)) and host not in allowed.hosts and not has_any_host:
        yield f"a link opens '{host}', which is no host of the data"


@lru_cache(maxsize=8192)
def _targets(tag: str) -> tuple[str, ...]:
    """Where the tag leads."""
    return tuple(value for name, value in attributes_of(tag) if name in LEADING)


def _runs(tag: str) -> bool:
    attributes = dict(attributes_of(tag))
    is_script = tag[:7].lower() == "<script"
    return is_script and "src" not in attributes and attributes.get("type") not in DATA_TYPES


def _host(address: str) -> str:
    """The host of an address, with or without its `www.`."""
    return host_of(address).removeprefix("www.")


def _scheme(address: str) -> str:
    """As a browser reads it: without what it leaves out of an address."""
    plain = re.sub(r"[\x00-\x20]", "", address)
    match = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    return match[1].lower() if match else ""


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}..."
