"""The quick links of site.yml, which every page shows.

Answers: which of them does the site have a page for, and what are their labels and URLs?
"""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.data.site_settings import Action
from knowledge.site.languages import source_in
from knowledge.site.site import Site


@dataclass(frozen=True, slots=True)
class QuickLink:
    """A quick link of a page."""

    label: str
    url: str
    """From the site's root."""
    language: str
    """Code of the language of the label."""


def quick_links(actions: Iterable[Action], site: Site, language: str) -> tuple[QuickLink, ...]:
    """The quick links on the pages of a language; actions whose page does not exist are left out.

    Args:
        actions: of site.yml.
        site: has the sources and languages.
        language: code of the language.
    """
    return tuple(
        _quick_link(action, site, language)
        for action in actions
        if source_in(site.languages.default, action.page_path) in site.sources
    )


def _quick_link(action: Action, site: Site, language: str) -> QuickLink:
    label = action.label.shown(site.languages.order(language))
    anchor = f"#{action.anchor}" if action.anchor else ""
    url = site.languages.page_url(action.page_path, language) + anchor
    return QuickLink(label.text, url, label.language)
