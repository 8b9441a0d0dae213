"""Typed links: `contact:`, `source:` and `term:`, the one way in which pages share facts.

Answers: does the id of a typed link have an entry, and which ids does the build itself add to a
page? How a typed link looks on the page is the components'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.records import FILES
from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding
from knowledge.markdown.source import Form, Link, Source
from knowledge.markdown.urls import is_dangerous
from knowledge.site.site import Site
from knowledge.site.typed_links import LIST_KEY, SCHEMES, typed_links
from knowledge.suggestion import did_you_mean

LISTS = ("contacts", "glossary")
KNOWN_SCHEMES = (*SCHEMES, "https", "http", "mailto", "tel", "sms")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+/)")


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


def _is_known(scheme: str) -> bool:
    """Whether a scheme exists; those of typed links are written in lower case."""
    return scheme in KNOWN_SCHEMES or (
        scheme.lower() in KNOWN_SCHEMES and scheme.lower() not in SCHEMES
    )


def _scheme(target: str) -> str:
    """The scheme of an address, `https`; empty for a path or where a port or a title follows."""
    match = SCHEME.match(target)
    return match.group(1) if match else ""
