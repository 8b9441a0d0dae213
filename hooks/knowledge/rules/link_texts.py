"""Whether the text of a link says truly where it leads.

Answers: does the text name a host or a telephone number, and does the link lead there? Asked of the
sources, where a line can be told, and of the finished pages, whatever a source looked like.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape

from knowledge.data.all_data import Data
from knowledge.data.contacts import Contact
from knowledge.finding import Finding
from knowledge.markdown.source import Form
from knowledge.markdown.urls import host_of, resolved_links, shortened
from knowledge.site.hosts import SIGNS
from knowledge.site.link_texts import UNSEEN, named_by, wrong_host, wrong_number
from knowledge.site.phone_numbers import known_numbers
from knowledge.site.site import Site


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
