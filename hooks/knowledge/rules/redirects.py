"""Old addresses that still lead to where their text is now.

Answers: which pages and anchors had another name, and does each page and anchor of the last tag
still exist under its own or an old name? `aliases:` stands in the front matter of the default
language's page and holds for every language, because ids are the same in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from knowledge import yaml_tree
from knowledge.finding import Finding
from knowledge.markdown.source import Source
from knowledge.rules import page_names
from knowledge.site.redirects import KEY, Alias, alias_entries, alias_value, all_aliases, parsed
from knowledge.site.site import Site
from knowledge.site.typed_links import generated_ids
from knowledge.suggestion import did_you_mean

MOST = 500
"""Aliases of a page; each writes a page in each language."""
FORM = 'Write - old-page.md, - "#old = #new" or - "old-page.md#old = #new", with the quotes'


def lost_addresses(site: Site) -> Iterator[Finding]:
    """AL001: a page or an anchor of the last tag that is gone and has no alias."""
    pages = _by_page_path(site, site.sources)
    moved = {(a.page_path or page, a.anchor) for page, a in all_aliases(site)}
    for page_path, tagged in _by_page_path(site, site.tagged or {}).items():
        now = pages.get(page_path)
        if now is None:
            if (page_path, "") not in moved:
                yield Finding(
                    tagged.path,
                    0,
                    "AL001",
                    "this page was there at the last tag, and its address leads nowhere now",
                    f"On the page that has its text, add '- {page_path}' under '{KEY}:'",
                )
            continue
        ids = now.ids | generated_ids(now, site.data)
        for anchor in tagged.anchors:
            if anchor.id not in ids and (page_path, anchor.id) not in moved:
                yield Finding(
                    now.path,
                    _line_of_key(now) or 1,
                    "AL001",
                    f"'#{anchor.id}' was on this page at the last tag, and leads nowhere now",
                    f"Add '- \"#{anchor.id} = #new-id\"' under '{KEY}:', with the id of the "
                    "passage that has its text",
                )


def faulty_aliases(site: Site) -> Iterator[Finding]:
    """AL002: an alias that is none, is still in use, or leads nowhere."""
    first_lines: dict[tuple[str, str], str] = {}
    for source in site.sources.values():
        line = _line_of_key(source)
        if line and site.languages.of(source.path) not in (None, site.languages.default):
            problem = "aliases stand in the page that this one translates, and hold for both"
            yield Finding(source.path, line, "AL002", problem, "Move them there")
        elif line and not isinstance(alias_value(source), yaml_tree.Sequence):
            yield Finding(source.path, line, "AL002", f"'{KEY}' is no list", FORM)
        else:
            yield from _faults_of_entries(site, source, first_lines)


def _faults_of_entries(
    site: Site, source: Source, first_lines: dict[tuple[str, str], str]
) -> Iterator[Finding]:
    """What is wrong with the aliases of a page; notes where each address is given first."""
    entries = list(alias_entries(source))
    if len(entries) > MOST:
        problem = f"{len(entries):,} aliases; {MOST} are the most"
        yield Finding(source.path, _line_of_key(source), "AL002", problem, "Keep those in use")
        return
    for scalar in entries:
        alias = parsed(scalar)
        fault = _fault_of(site, source, alias) if alias else _not_an_alias(scalar)
        page_path = site.languages.page_path(source.path)
        key = (scalar.text, "")
        if alias:
            key = (page_names.folded(alias.page_path or page_path), alias.anchor)
        if fault is None and key in first_lines:
            fault = f"this alias stands in {first_lines[key]} already", "Keep one of them"
        first_lines.setdefault(key, f"{source.path}:{scalar.line}")
        if fault:
            yield Finding(source.path, scalar.line, "AL002", *fault)


@lru_cache(maxsize=1)
def _folded_pages(site: Site) -> frozenset[str]:
    return frozenset(map(page_names.folded, _by_page_path(site, site.sources)))


@lru_cache(maxsize=1)
def _old_pages(site: Site) -> frozenset[str]:
    return frozenset(other.page_path for _, other in all_aliases(site) if not other.anchor)


def _by_page_path(site: Site, sources: Mapping[str, Source]) -> dict[str, Source]:
    """The default language's sources, by their path inside it."""
    default = site.languages.default
    return {
        site.languages.page_path(source.path): source
        for source in sources.values()
        if site.languages.of(source.path) == default
    }


def _line_of_key(source: Source) -> int:
    pairs = source.front_matter.pairs if isinstance(source.front_matter, yaml_tree.Mapping) else ()
    return next((pair.line for pair in pairs if pair.key == KEY), 0)


def _not_an_alias(scalar: yaml_tree.Scalar) -> tuple[str, str]:
    return f"'{scalar.text}' is no old address", FORM


def _fault_of(site: Site, source: Source, alias: Alias) -> tuple[str, str] | None:
    """Problem and remedy; None where an alias is as it ought to be."""
    ids = source.ids | generated_ids(source, site.data)
    if alias.page_path and (taken := page_names.taken_part(alias.page_path, site.languages)):
        return f"'{taken}' is an address of the build's or the system's own", "Take the alias out"
    if page_names.folded(alias.page_path) in _folded_pages(site):
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
    return None
