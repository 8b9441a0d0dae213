"""Security check of a built page, the last one before it is published.

Answers: do all parsers read the page's tags alike, does it run a script that no template has, does
it redirect, does it show or link a telephone number or host that is not in the data, does a link's
text name another one than its target? Looks only at the output, so it also catches what a rule
missed or a plugin added. rules/markup.py checks which elements and classes a source may use.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.data.all_data import Data
from knowledge.finding import excerpt
from knowledge.markdown.html_tags import ID, attributes_of, name_of, tags
from knowledge.markdown.urls import host_of, is_foreign
from knowledge.publish.drawing_check import faults_of_drawings
from knowledge.site.hosts import known_hosts, shown_addresses
from knowledge.site.link_texts import contact_digits, faults_of_links
from knowledge.site.phone_numbers import digits, known_numbers, whole_numbers
from knowledge.site.typed_links import contact_id

DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
FORBIDDEN_ELEMENTS = frozenset(
    "applet audio base embed frame frameset iframe math noembed noframes noscript object plaintext "
    "portal style template textarea video xmp".split()
)
"""Elements that no template has: they run or load something, or change how the rest is parsed."""
FORBIDDEN_ATTRIBUTES = frozenset({"style", "srcdoc", "formaction", "ping"})
"""Attributes that can run or load something, besides event handlers (`on...`)."""
URL_ATTRIBUTES = frozenset({"href", "xlink:href", "action", "src"})
"""Attributes that hold a link or form target."""
SCHEMES = frozenset({"", "https", "http", "tel", "mailto"})
"""Allowlist of URL schemes; empty for relative URLs."""
PLAIN_ADDRESS = re.compile(
    r"(?:https?://[a-zA-Z0-9.-]+(?::[0-9]+)?(?=[/?#]|$)|(?!//)(?![a-zA-Z][a-zA-Z0-9+.-]*:)"
    r"|(?:tel|mailto):)[^\x00-\x20\x7f\\]*"
)
"""URLs that every browser parses alike: absolute, relative to the site, `tel:` or `mailto:`."""
MAILBOX = "mailto"
DATA_TYPES = ("application/json", "application/ld+json")
LOADING_ATTRIBUTES = frozenset({"src", "srcset", "data", "poster"})
"""Attributes whose URL the browser loads with the page."""
REFRESH = re.compile(r"^[\s\d.]*[;,]?\s*(?:url\s*=)?[\s'\"]*", re.IGNORECASE)
"""The part of a meta refresh before its URL: `0; url=`."""
ARTICLE, ARTICLE_END = "<article", "</article>"
CELL = re.compile(r"</t[dh]>")
INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong"
    r"|sub|sup|time|u|var|wbr)\b[^>]*>"
)
TAG = re.compile(r"<[^>]*>")
BLANK_LINES = re.compile(r"\s*\n\s*")
RUBY_READING = re.compile(r"<(r[tp])\b[^>]*>.*?</\1>", re.DOTALL)
PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
PIECE = re.compile(r"[^\s'\"<>=&;]{4,}")
"""A part of a fault's quotation that can be looked up in the source."""
TEMPLATE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The allowlists of a site: scripts, telephone numbers, hosts and mail addresses."""

    scripts: frozenset[str]
    """Source text of the inline scripts in the templates."""
    numbers: frozenset[str]
    """Telephone numbers of the data, as in a `tel:` URL."""
    hosts: frozenset[str]
    """Hosts, without `www.`, that links may open: those of the data and of mkdocs.yml."""
    mailboxes: frozenset[str] = frozenset()
    """The `mailto:` URLs of the data."""
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By link target (`tel:` and number, `#` and a card's anchor), the digits its text may name."""
    digits: frozenset[str] = frozenset()
    """All telephone numbers of the data, digits only."""
    named: frozenset[str] = frozenset()
    """Hosts that text may name."""


def allowed_by(data: Data, templates: Iterable[str], settings: Iterable[str]) -> Allowed:
    """Collect the allowlists of a site: data, templates, and URLs and texts of mkdocs.yml."""
    addresses = [source.url for source in data.sources.values()]
    addresses += [contact.page for contact in data.contacts.values()]
    addresses += [
        data.settings.report,
        *(part for text in settings for part in ADDRESS.findall(text)),
    ]
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
    """The inline scripts of the templates; those with a Jinja placeholder are not allowed."""
    found = (script for template in templates for script in TEMPLATE_SCRIPT.findall(template))
    return frozenset(script for script in found if "{{" not in script and "{%" not in script)


def guess_line(text: str, fault: str) -> int:
    """Guess which line of a source's text is behind a message of faults_of_page.

    1-based; 0 if none is found.
    """
    lines = text.split("\n")
    pieces = sorted(PIECE.findall(fault.partition("'")[2]), key=len, reverse=True)
    found = (n for piece in pieces for n, line in enumerate(lines, start=1) if piece in line)
    return next(found, 0)


def faults_of_page(html: str, allowed: Allowed, *, has_any_host: bool) -> Iterator[str]:
    """The faults of a built page, each as a clause without capital letter and full stop.

    With `has_any_host`, its links may open hosts that are not on the allowlist.
    """
    has_article = ARTICLE in html
    is_plain = True
    found = list(tags(DOCTYPE.sub("", html, count=1)))
    for tag, content in dict.fromkeys(found):
        if content is None:
            is_plain = False
            yield f"parsers differ on '{excerpt(tag)}'"
            continue
        yield from _faults_of_tag(tag, has_article)
        for target in _targets(tag):
            yield from _faults_of_target(target, allowed, has_any_host)
        if content and _is_inline_script(tag) and content not in allowed.scripts:
            yield f"a script runs that no template has: '{excerpt(content)}'"
    twice = [name for name, count in Counter(ID.findall(html)).items() if count > 1]
    yield from (f"the id '{name}' stands twice" for name in twice)
    if is_plain:
        yield from faults_of_drawings(tag for tag, _ in found)
        yield from faults_of_links(html, allowed.digits, allowed.names)
        yield from () if has_any_host else _faults_of_text(html, allowed)


def _faults_of_text(html: str, allowed: Allowed) -> Iterator[str]:
    """Telephone numbers and hosts in a page's text that are not on the allowlists."""
    article = html.partition(ARTICLE)[2].partition(ARTICLE_END)[0]
    for number in whole_numbers(BLANK_LINES.sub("\n", _text_of(article))):
        if digits(number.text) not in allowed.digits:
            yield f"it shows the number '{number.text}', which is no number of the data"
    for shown in shown_addresses(_text_of(PRE.sub("", article)), allowed.named):
        if not allowed.hosts & {_host(shown), shown.removeprefix("www.")}:
            yield f"it shows '{shown}', which is no host of the data"


def _text_of(article: str) -> str:
    """The plain text of an article, one line per block, `|` after each table cell."""
    return TAG.sub("\n", INLINE_TAG.sub("", CELL.sub("|", RUBY_READING.sub("", article))))


@lru_cache(maxsize=8192)
def _faults_of_tag(tag: str, has_article: bool) -> tuple[str, ...]:
    return (*_faults_of_attributes(tag), *_faults_of_element(tag, has_article))


def _faults_of_attributes(tag: str) -> Iterator[str]:
    attributes = attributes_of(tag)
    if len(dict(attributes)) != len(attributes):
        yield f"an attribute stands twice in '{excerpt(tag)}'"
    for name, value in attributes:
        if name.startswith("on") or name in FORBIDDEN_ATTRIBUTES:
            yield f"the attribute '{name}' acts in '{excerpt(tag)}'"
        elif name in LOADING_ATTRIBUTES and is_foreign(value):
            yield f"'{excerpt(tag)}' loads something from elsewhere"
        elif name in URL_ATTRIBUTES and _scheme(value) not in SCHEMES:
            yield f"'{excerpt(tag)}' leads to something else than a page"


def _faults_of_element(tag: str, has_article: bool) -> Iterator[str]:
    name = name_of(tag)
    if name in FORBIDDEN_ELEMENTS:
        yield f"'{excerpt(tag)}' stands in it"
    attributes = dict(attributes_of(tag)) if name == "meta" else {}
    if attributes.get("http-equiv", "").lower() == "refresh":
        goes_to = REFRESH.sub("", attributes.get("content", ""))
        if has_article or _scheme(goes_to) or is_foreign(goes_to):
            yield f"'{excerpt(tag)}' leads every reader elsewhere"


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
    """The URLs that a tag links to or loads."""
    return tuple(value for name, value in attributes_of(tag) if name in URL_ATTRIBUTES)


def _is_inline_script(tag: str) -> bool:
    attributes = dict(attributes_of(tag))
    is_script = tag[:7].lower() == "<script"
    return is_script and "src" not in attributes and attributes.get("type") not in DATA_TYPES


def _host(address: str) -> str:
    """The host of a URL, without `www.`."""
    return host_of(address).removeprefix("www.")


@lru_cache(maxsize=8192)
def _scheme(address: str) -> str:
    """The scheme of a URL as a browser parses it, ignoring spaces and control characters."""
    plain = re.sub(r"[\x00-\x20]", "", address)
    match = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    return match[1].lower() if match else ""
