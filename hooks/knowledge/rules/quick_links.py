"""The few pages that a reader needs right away, which every page offers within reach.

Answers: do they lead somewhere, and what does a page show of them? Which they are is action.py's.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding
from knowledge.site.languages import source_in
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean

FILE = f"{DATA}/site.yml"


def misdirected_actions(site: Site) -> Iterator[Finding]:
    """DA009: an action that leads to no page, or to no heading of it."""
    default = site.languages.default
    pages = {
        site.languages.page_path(source.path): source
        for source in site.sources.values()
        if site.languages.of(source.path) == default
    }
    for action in (*site.data.urgent, *site.data.actions):
        source = pages.get(action.page_path)
        if source is None:
            yield Finding(
                FILE,
                action.line,
                "DA009",
                f"there is no page '{source_in(default, action.page_path)}'",
                did_you_mean(action.page_path, pages, "Write the path of a page in its language"),
            )
        elif action.anchor and action.anchor not in source.ids:
            yield Finding(
                FILE,
                action.line,
                "DA009",
                f"'{source.path}' has no id '{action.anchor}'",
                did_you_mean(action.anchor, source.ids, "Leave '#' and the id out"),
            )
