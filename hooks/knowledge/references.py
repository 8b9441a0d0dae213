"""Typed links: `contact:`, `source:` and `term:`, the one way in which pages share facts.

Answers: does the id of a typed link have an entry, and which ids does the build itself add to a
page? How a typed link looks on the page is contact_card.py's, citation.py's and glossary.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.address import is_dangerous
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
KNOWN_SCHEMES = (*SCHEMES, "https", "http", "mailto", "tel", "sms")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+/)")
RESERVED_ID = re.compile(r"sources|term-\d+|row-[0-9a-f]+")
"""The ids that the build gives to lists and meanings."""


def unknown_ids(site: Site) -> Iterator[Finding]:
    """LK015: a typed link whose kind or id does not exist."""
    for source in site.sources.values():
        for link in source.links:
            scheme = _scheme(link.target)
            if scheme and not _is_known(scheme) and not is_dangerous(link.target):
                yield Finding(
                    source.path,
                    link.line,
                    "LK015",
                    f"there is no kind of link '{scheme}:'",
                    did_you_mean(scheme, KNOWN_SCHEMES, f"Use one of: {', '.join(SCHEMES)}"),
                )
        for link, scheme, found in typed_links(source):
            known = site.data.ids.get(scheme)
            if link.form is Form.IMAGE:
                yield Finding(
                    source.path,
                    link.line,
                    "LK015",
                    f"'{link.target}' is no picture",
                    f"Write '[text]({link.target})', without the '!'",
                )
            elif known is not None and link.form is not Form.AUTOLINK and found not in known:
                yield _unknown_id(source, link, scheme, found, known)


def _unknown_id(
    source: Source, link: Link, scheme: str, found: str, known: frozenset[str]
) -> Finding:
    place = f"{DATA}/{FILES[scheme]}"
    if not found:
        problem, remedy = f"'{link.target}' has no id", f"Write the id of an entry in {place}"
    elif not known:
        problem = f"{place} is missing or empty, so there is no '{found}'"
        remedy = "Bring the file back, under this very name"
    else:
        problem = f"there is no '{found}' in {place}"
        existing = [f"{scheme}:{other}" for other in known]
        remedy = did_you_mean(link.target, existing, f"Add an entry '- id: {found}' there")
    return Finding(source.path, link.line, "LK015", problem, remedy)


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
        if colon and scheme in SCHEMES:
            yield link, scheme, found


def _is_known(scheme: str) -> bool:
    """Whether a scheme exists; those of typed links are written in lower case."""
    return scheme in KNOWN_SCHEMES or (
        scheme.lower() in KNOWN_SCHEMES and scheme.lower() not in SCHEMES
    )


def _scheme(target: str) -> str:
    """The scheme of an address, `https`; empty for a path or where a port or a title follows."""
    match = SCHEME.match(target)
    return match.group(1) if match else ""


def cited(source: Source) -> tuple[str, ...]:
    """The ids of the sources that a page cites, in the order of their first mention."""
    return tuple(dict.fromkeys(i for _, scheme, i in typed_links(source) if scheme == "source"))


def generated_ids(source: Source, data: Data) -> frozenset[str]:
    """The ids that the build adds to a page and that mkdocs lets a link lead to."""
    ids: set[str] = {SOURCES_ID} if cited(source) else set()
    if source.meta(LIST_KEY) == "glossary":
        ids |= data.ids.get("term", frozenset())
    return frozenset(ids)


def has_anchor(source: Source, anchor: str, data: Data) -> bool:
    """Whether a link can lead to an id on the built page: an own one, or one of the build's."""
    return anchor in source.ids or anchor in generated_ids(source, data)


def is_given_by_the_build(anchor: str, data: Data) -> bool:
    """Whether the build itself may give an id: to a list, a meaning, a source or a card."""
    if RESERVED_ID.fullmatch(anchor):
        return True
    prefix, _, found = anchor.partition("-")
    return prefix in ("source", "contact") and found in data.ids.get(prefix, frozenset())


def contact_id(found: str) -> str:
    """The id of a contact's card on the page that lists all of them."""
    return f"contact-{found}"
