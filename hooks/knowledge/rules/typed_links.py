"""Check typed links: `contact:`, `source:`, `term:` and `drawing:`, which refer to the data.

Answers: does the scheme of a typed link exist, does the data have its id, and is it written as a
Markdown link with a text?
"""

import re
from collections import Counter
from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.all_data import FILES
from knowledge.data.yaml_files import DATA
from knowledge.markdown.source import Form, Link, Source
from knowledge.markdown.urls import is_dangerous
from knowledge.rules.rule import DependentFaults, Faults, FaultsAbout, site_rule, source_rule
from knowledge.site.site import Site
from knowledge.site.typed_links import GLOSSARY_PAGE, SCHEMES, lone_links, typed_links
from knowledge.suggestion import did_you_mean

KNOWN_SCHEMES = (*SCHEMES, "https", "http", "mailto", "tel", "sms")
CONTACT, DRAWING, TERM = "contact", "drawing", "term"
LINK_LINE = re.compile(r"\[[^\[\]]*\]\([^()]*\)[。.]?")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+/)")
"""The scheme of a link target, `https`; a host with a port has none."""


@site_rule("LK015", "unknown-id")
def unknown_ids(site: Site) -> DependentFaults:
    """A typed link whose scheme, id or page does not exist, or a drawing inside a sentence."""
    links: Counter[str] = Counter()
    for source in site.every_source():
        for line, fact, remedy, *about in _in_source(source, site):
            links.update(about)
            yield source.path, line, fact, remedy, "".join(about)
    for scheme, name in FILES.items():
        yield from _entries_gone(site, scheme, f"{DATA}/{name}", links)


def _in_source(source: Source, site: Site) -> Faults | FaultsAbout:
    yield from _unknown_schemes(source)
    lone = {(link.line, link.id) for link in lone_links(source)}
    for link, scheme, found in typed_links(source):
        known = site.data.ids.get(scheme)
        if "\n" in link.target:
            whole = "".join(link.target.split())
            yield link.line, f"'{whole}' stands on two lines", "Write the target on one line"
        elif link.form is Form.IMAGE:
            remedy = f"Write '[text]({link.target})', without the '!'"
            yield link.line, f"'{link.target}' is no picture", remedy
        elif known is not None and link.form is not Form.AUTOLINK and found not in known:
            about = f"{DATA}/{FILES[scheme]}#{found if known else ''}"
            yield link.line, *_unknown_id(scheme, found, known, site), about
        elif scheme == TERM and GLOSSARY_PAGE not in site.originals():
            remedy = f"Write a page {GLOSSARY_PAGE} with 'list: glossary' in its front matter"
            yield link.line, f"no page explains the terms, and so not '{link.target}'", remedy
        elif (link.line, found) not in lone:
            yield from _not_alone(source, link, scheme)


def _entries_gone(site: Site, scheme: str, path: str, links: Counter[str]) -> DependentFaults:
    """Entries of a data file that links lead to, and that the merge base still had."""
    ids = [each.text for each in _ids(site.data_at_merge_base(path))]
    now = {each.text: each.line for each in _ids(site.data.trees.get(FILES[scheme]))}
    new = [each for each in now if each not in ids]
    for place, name in enumerate(ids):
        if name in now or not (count := links[f"{path}#{name}"]):
            continue
        line = next((now[each] for each in reversed(ids[:place]) if each in now), 0)
        remedy = "Bring it back, or take the links away"
        if len(new) == 1:
            line, remedy = now[new[0]], f"Write '{name}' in place of '{new[0]}', or mend the links"
        what = "a link leads" if count == 1 else f"{count} links lead"
        yield (
            path,
            line,
            f"'{name}' is gone from here: {what} to it",
            remedy,
            f"{path}#{name}",
            True,
        )


def _ids(entries: yaml_tree.Tree | None) -> Iterator[yaml_tree.Scalar]:
    ids = (yaml_tree.value_of(entry, "id") for entry in yaml_tree.items_of(entries))
    return (each for each in ids if isinstance(each, yaml_tree.Scalar))


@source_rule("LK016", "autolinked-reference")
def autolinked_references(source: Source, _: Site) -> Faults:
    """A typed link written as `<contact:x>`, which Markdown drops."""
    for link, _scheme_of_link, found in typed_links(source):
        if link.form is Form.AUTOLINK:
            remedy = "Write a link with a text and an id"
            if found:
                remedy = f"Write '[text]({link.target})' with the words the reader sees"
            yield link.line, f"Markdown swallows '<{link.target}>'", remedy


def _unknown_schemes(source: Source) -> Faults:
    """Links of a kind that does not exist, and paths on the computer of their author."""
    for link in source.links:
        scheme = unknown_scheme(link.target)
        if len(scheme) == 1:  # the letter of a drive
            fact = f"'{link.target}' is a place on one computer, which no reader has"
            yield link.line, fact, "Put the file into docs/assets and write its path from here"
        elif scheme:
            remedy = did_you_mean(scheme, KNOWN_SCHEMES, f"Use one of: {', '.join(SCHEMES)}")
            yield link.line, f"there is no kind of link '{scheme}:'", remedy


def _not_alone(source: Source, link: Link, scheme: str) -> Faults:
    """Faults for a drawing, or a link meant as a card, that is not alone in its paragraph."""
    if scheme == DRAWING:
        remedy = "Put the link, without a title, into a paragraph of its own"
        yield link.line, f"'{link.target}' is shown only alone in a paragraph", remedy
    elif scheme == CONTACT and LINK_LINE.fullmatch(source.line(link.line).strip()):
        fact = f"'{link.target}' becomes no card, because other words stand in its paragraph"
        yield link.line, fact, "Put an empty line above it and below it"


def _unknown_id(scheme: str, found: str, known: frozenset[str], site: Site) -> tuple[str, str]:
    """Fact and remedy for an id without an entry."""
    place = f"{DATA}/{FILES[scheme]}"
    if not found:
        return f"'{scheme}:' has no id", f"Write the id of an entry in {place}"
    if not known:
        fact = f"{place} is missing or empty, so there is no '{found}'"
        return fact, "Bring the file back, under this very name"
    existing = [f"{scheme}:{other}" for other in known]
    if found in {each.text for each in _ids(site.data_at_merge_base(place))}:
        otherwise = "Lead the link to another entry, or take it away"
        fact = f"'{found}' is gone from {place}"
    else:
        otherwise = f"Add an entry '- id: {found}' there, or take the link away"
        fact = f"there is no '{found}' in {place}"
    return fact, did_you_mean(f"{scheme}:{found}", existing, otherwise)


def unknown_scheme(target: str) -> str:
    """The scheme of a link target if there is no such kind of link: `contacts:desk`."""
    match = SCHEME.match(target)
    return "" if not match or _is_known(match[1]) or is_dangerous(target) else match[1]


def _is_known(scheme: str) -> bool:
    """Whether a scheme exists; the case matters in those of typed links."""
    return scheme in KNOWN_SCHEMES or (
        scheme.lower() in KNOWN_SCHEMES and scheme.lower() not in SCHEMES
    )
