"""Check that renamed pages and anchors have a redirect, and that the aliases are valid.

Answers: does each page, anchor and alias of the last tag and of the merge base still exist, or is
it an alias of another? Does an alias lead where it led in the merge base? The key `aliases:` in
the front matter of the default language's page applies to every language, because ids are the same
in all.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from knowledge import yaml_tree
from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source
from knowledge.markdown.source import read as read_source
from knowledge.rules.file_names import folded, reserved_segment
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.redirects import (
    Alias,
    alias_entries,
    aliases_of,
    all_aliases,
    parse_alias,
    renamed_to,
)
from knowledge.site.site import Site
from knowledge.site.typed_links import generated_ids
from knowledge.suggestion import did_you_mean

MAX_ALIASES = 500
"""Limit of aliases of a page: each is written as a redirect page in each language."""
ALIAS_SYNTAX = 'Write - old-page.md, - "#old = #new" or - "old-page.md#old = #new", with the quotes'


@site_rule("AL001", "lost-address")
def lost_addresses(site: Site) -> PlacedFaults:
    """A page, an anchor or an alias that was published, no longer exists and has no alias."""
    told: set[tuple[str, str]] = set()
    for page_path, before, when in _published(site):
        now = site.originals().get(page_path)
        path, line = (now.path, _line_of_key(now) or 1) if now else (before.path, 0)
        for address, fault in _lost_on(site, page_path, before, when):
            if address not in told:
                told.add(address)
                yield path, line, *fault


@site_rule("AL002", "faulty-alias")
def faulty_aliases(site: Site) -> PlacedFaults:
    """An alias that is malformed, in use, given twice, without a target, or led elsewhere."""
    first_lines: dict[tuple[str, str], str] = {}
    for source in site.pages():
        line = _line_of_key(source)
        if line and site.language_of(source) != site.languages.default:
            fact = "aliases stand in the page that this one translates, and hold for both"
            yield source.path, line, fact, "Move them there"
        elif line and not isinstance(source.value(Key.ALIASES), yaml_tree.Sequence):
            yield source.path, line, f"'{Key.ALIASES}' is no list", ALIAS_SYNTAX
        else:
            yield from placed(source.path, _faults_of_entries(site, source, first_lines))


def _published(site: Site) -> Iterator[tuple[str, Source, str]]:
    """Path inside its language and content of each page that was published, and when."""
    default = site.languages.default
    landed = (
        (path, read_source(path, content))
        for path, content in site.changed_since_merge_base.items()
        if content is not None and path.endswith(".md")
    )
    before = (
        ((site.tagged or {}).items(), "at the last tag"),
        (landed, "in the last landed commit"),
    )
    for sources, when in before:
        for path, source in sources:
            if site.languages.of(path) == default:
                yield site.languages.page_path(path), source, when


def _lost_on(
    site: Site, page_path: str, before: Source, when: str
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The addresses of a published page that lead nowhere now, each with fact and remedy."""
    if not _leads_on(site, page_path, ""):
        yield (page_path, ""), _lost_page(page_path, when)
    elif page_path in site.originals():
        for anchor in before.anchors:
            if not _leads_on(site, page_path, anchor.id):
                yield (page_path, anchor.id), _lost_anchor(anchor.id, when)
    for alias in aliases_of(before):
        address = (alias.page_path or page_path, alias.anchor)
        if not _leads_on(site, *address):
            old = f"{alias.page_path}#{alias.anchor}".removesuffix("#")
            fact = f"'{old}' was among the aliases of this page {when}, and is not now"
            yield address, (fact, "Put it back; where its text stands elsewhere now, lead it there")


def _leads_on(site: Site, page_path: str, anchor: str) -> bool:
    """Whether an address has a page and its passage now, or an alias."""
    found = renamed_to(site, page_path, anchor)
    if page_path in site.originals():
        return not anchor or found is not None or _exists(site, page_path, anchor)
    return found is not None


def _lost_page(page_path: str, when: str) -> tuple[str, str]:
    fact = f"this page was there {when}, and its address leads nowhere now"
    where = "On the page that has its text, or the one nearest to it"
    return fact, f"{where}, add '- {page_path}' under '{Key.ALIASES}:'"


def _lost_anchor(anchor: str, when: str) -> tuple[str, str]:
    fact = f"'#{anchor}' was on this page {when}, and leads nowhere now"
    remedy = (
        f"Add '- \"#{anchor} = #new-id\"' under '{Key.ALIASES}:', with the id of the "
        "passage that has its text"
    )
    return fact, remedy


def _faults_of_entries(
    site: Site, source: Source, first_lines: dict[tuple[str, str], str]
) -> Faults:
    """Faults of the aliases of a page.

    `first_lines` has, by old page path and anchor, where it is given first (`path:line`); the
    aliases of this page are added.
    """
    entries = list(alias_entries(source))
    if len(entries) > MAX_ALIASES:
        fact = f"{len(entries):,} aliases; {MAX_ALIASES} are the most"
        yield _line_of_key(source), fact, "Keep those in use"
        return
    for scalar in entries:
        alias = parse_alias(scalar)
        fault = (
            _fault_of(site, source, alias)
            if alias
            else (f"'{scalar.text}' is no old address", ALIAS_SYNTAX)
        )
        page_path = site.languages.page_path(source.path)
        key = (scalar.text, "")
        if alias:
            key = (folded(alias.page_path or page_path), alias.anchor)
        if fault is None and key in first_lines:
            fault = f"this alias stands in {first_lines[key]} already", "Keep one of them"
        first_lines.setdefault(key, f"{source.path}:{scalar.line}")
        if fault:
            yield scalar.line, *fault


@lru_cache(maxsize=1)
def _folded_pages(site: Site) -> frozenset[str]:
    return frozenset(map(folded, site.originals()))


@lru_cache(maxsize=1)
def _old_pages(site: Site) -> frozenset[str]:
    return frozenset(other.page_path for _, other in all_aliases(site) if not other.anchor)


def _line_of_key(source: Source) -> int:
    return next((pair.line for pair in source.pairs if pair.key == Key.ALIASES), 0)


def _fault_of(site: Site, source: Source, alias: Alias) -> tuple[str, str] | None:
    """Fact and remedy for an alias; None if it is valid."""
    ids = source.ids | generated_ids(source, site.data)
    if alias.page_path and (taken := reserved_segment(alias.page_path, site.languages)):
        return f"'{taken}' is an address of the build's or the system's own", "Take the alias out"
    if folded(alias.page_path) in _folded_pages(site):
        return (
            f"'{alias.page_path}' is still a page",
            "Give the old id to a passage of that page, from which readers can go on",
        )
    if alias.page_path and alias.page_path not in _old_pages(site):
        return (
            f"no page has '{alias.page_path}' among its aliases",
            f"Add '- {alias.page_path}' too, on the page that it became",
        )
    if not alias.page_path and alias.anchor in ids:
        return f"'#{alias.anchor}' is still on this page", "Take the alias out"
    if alias.new_anchor and alias.new_anchor not in ids:
        return f"there is no '#{alias.new_anchor}' on this page", did_you_mean(
            f"#{alias.new_anchor}", [f"#{i}" for i in ids], "Use an id that stands there"
        )
    return _led_elsewhere(site, source, alias)


def _led_elsewhere(site: Site, source: Source, alias: Alias) -> tuple[str, str] | None:
    """Fact and remedy for an alias that led to another passage, which is still there."""
    page_path = site.languages.page_path(source.path)
    now = f"{page_path}#{alias.new_anchor}"
    before = _landed_targets(site).get((alias.page_path or page_path, alias.anchor), now)
    if before != now and _exists(site, *before.split("#")):
        fact = f"this alias led to '{before}' in the last landed commit, and that is still there"
        return fact, "Lead it there: old links mean what stands there"
    return None


@lru_cache(maxsize=1)
def _landed_targets(site: Site) -> Mapping[tuple[str, str], str]:
    """Page path and anchor to which the aliases of the merge base led, by the old ones."""
    return {
        (alias.page_path or page_path, alias.anchor): f"{page_path}#{alias.new_anchor}"
        for page_path, source in site.originals().items()
        for alias in aliases_of(site.at_merge_base(source))
    }


def _exists(site: Site, page_path: str, anchor: str) -> bool:
    page = site.originals().get(page_path)
    return page is not None and (not anchor or anchor in page.ids | generated_ids(page, site.data))
