"""Typed links: `contact:`, `source:` and `term:`, the one way in which pages share facts.

Answers: does the id of a typed link have an entry, and which ids does the build itself add to a
page? How a typed link looks on the page is contact_card.py's, citation.py's and glossary.py's.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data import FILES, Data
from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.site import Site
from knowledge.source import Form, Link, Source
from knowledge.suggest import did_you_mean

SCHEMES = tuple(FILES)
SOURCES_ID = "sources"
"""The id of the list of sources that the build appends to a page."""
LIST_KEY = "list"
"""The key in the front matter that asks for a list of data below the page's own text."""
LISTS = ("contacts", "glossary")


def unknown_ids(site: Site) -> Iterator[Finding]:
    """LK015: a typed link whose id has no entry in the data."""
    for source in site.sources.values():
        for link, scheme, found in typed_links(source):
            known = site.data.ids.get(scheme)
            if known is not None and link.form is not Form.AUTOLINK and found not in known:
                existing = [f"{scheme}:{other}" for other in known]
                place = f"{DATA}/{FILES[scheme]}"
                yield Finding(
                    source.path,
                    link.line,
                    "LK015",
                    f"there is no '{found}' in {place}" if found else f"'{link.target}' has no id",
                    did_you_mean(link.target, existing, f"Add an entry '- id: {found}' there")
                    if found
                    else f"Write the id of an entry in {place}",
                )


def autolinked_references(site: Site) -> Iterator[Finding]:
    """LK016: `<contact:x>`, which Markdown swallows."""
    for source in site.sources.values():
        for link, _, found in typed_links(source):
            if link.form is Form.AUTOLINK:
                yield Finding(
                    source.path,
                    link.line,
                    "LK016",
                    f"Markdown swallows '<{link.target}>'",
                    f"Write '[text]({link.target})' with the words the reader sees"
                    if found
                    else "Write a link with a text and an id",
                )


def unknown_lists(site: Site) -> Iterator[Finding]:
    """SR009: front matter that asks for a list which does not exist."""
    for source in site.sources.values():
        name = source.meta(LIST_KEY)
        if name and name not in LISTS:
            yield Finding(
                source.path,
                source.meta_line(LIST_KEY),
                "SR009",
                f"'{LIST_KEY}: {name}' names no list",
                did_you_mean(name, LISTS, f"Use one of: {', '.join(LISTS)}"),
            )


def typed_links(source: Source) -> Iterator[tuple[Link, str, str]]:
    """Every typed link with its scheme and id."""
    for link in source.links:
        scheme, colon, found = link.target.partition(":")
        if colon and scheme.lower() in SCHEMES:
            yield link, scheme.lower(), found


def cited(source: Source) -> tuple[str, ...]:
    """The ids of the sources that a page cites, in the order of their first mention."""
    return tuple(dict.fromkeys(i for _, scheme, i in typed_links(source) if scheme == "source"))


def generated_ids(source: Source, data: Data) -> frozenset[str]:
    """The ids that the build adds to a page and that a link may lead to."""
    ids: set[str] = {SOURCES_ID} if cited(source) else set()
    if source.meta(LIST_KEY) == "glossary":
        ids |= data.ids.get("term", frozenset())
    if source.meta(LIST_KEY) == "contacts":
        ids |= {contact_id(found) for found in data.ids.get("contact", ())}
    return frozenset(ids)


def contact_id(found: str) -> str:
    """The id of a contact's card on the page that lists all of them."""
    return f"contact-{found}"
