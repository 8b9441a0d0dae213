"""Parse `aliases:` in the front matter: old paths of pages and old anchors.

Answers: which pages and anchors were renamed? `aliases:` is in the front matter of the default
language's page and applies to every language, because ids are the same in all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge import yaml_tree
from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source
from knowledge.site.site import Site
from knowledge.site.typed_links import has_anchor

ALIAS = re.compile(
    r"(?P<page>(?:\w[\w-]{0,99}/){0,9}\w[\w-]{0,99}\.md)?(?:#(?P<old>[^\s#=]+))?"
    r"(?:\s*=\s*#(?P<new>[a-z0-9-]+))?"
)


@dataclass(frozen=True, slots=True)
class Alias:
    """An old path of a page, or an old anchor in it."""

    line: int
    page_path: str
    """The page's old path inside its language; empty if only an anchor was renamed."""
    anchor: str
    """The old id; empty for the page as a whole."""
    new_anchor: str
    """The current id; empty for the top of the page."""


def parse_alias(scalar: yaml_tree.Scalar) -> Alias | None:
    """Parse one entry of `aliases:`; None if it is invalid."""
    match = ALIAS.fullmatch(scalar.text.strip())
    if match is None or not (match["page"] or (match["old"] and match["new"])):
        return None
    return Alias(scalar.line, match["page"] or "", match["old"] or "", match["new"] or "")


def aliases_of(source: Source) -> Iterator[Alias]:
    """The aliases of a page, in the order written."""
    return (alias for scalar in alias_entries(source) if (alias := parse_alias(scalar)))


def all_aliases(site: Site) -> Iterator[tuple[str, Alias]]:
    """Yield every alias after the path of its page inside the language."""
    for page_path, source in site.originals().items():
        yield from ((page_path, alias) for alias in aliases_of(source))


def renamed_to(site: Site, page_path: str, anchor: str) -> tuple[str, str] | None:
    """The current page path, inside the language, and id of what was renamed.

    None if there is no alias for it. The id is empty if the current page has none like it, and
    `anchor` is empty for a page as a whole.
    """
    names = _renames(site)
    if found := names.get((page_path, anchor)):
        return found
    page, new_anchor = names.get((page_path, ""), ("", ""))
    if not page:
        return None
    now, kept = names.get((page, anchor), (page, new_anchor or anchor))
    original = site.originals().get(now)
    is_there = original is None or not kept or has_anchor(original, kept, site.data)
    return now, kept if is_there else ""


@lru_cache(maxsize=1)
def _renames(site: Site) -> dict[tuple[str, str], tuple[str, str]]:
    """The current path and id by the old ones; the id of a page as a whole is empty."""
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for page, alias in all_aliases(site):
        names[alias.page_path or page, alias.anchor] = page, alias.new_anchor
        if alias.page_path and alias.anchor:  # for a link with the new path and the old anchor
            names.setdefault((page, alias.anchor), (page, alias.new_anchor))
    return names


def alias_entries(source: Source) -> Iterator[yaml_tree.Scalar]:
    """The entries of `aliases:`, unparsed, in the order written."""
    return yaml_tree.strings(source.value(Key.ALIASES))
