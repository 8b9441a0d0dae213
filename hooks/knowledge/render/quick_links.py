"""The few pages that a reader needs right away, which every page offers within reach.

Answers: do they lead somewhere, and what does a page show of them? site.yml names them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.data.site_settings import Action
from knowledge.site.languages import source_in
from knowledge.site.site import Site


@dataclass(frozen=True, slots=True)
class Offer:
    """An action as a page shows it."""

    label: str
    url: str
    """From the site's root."""


def offered(actions: Iterable[Action], site: Site, language: str) -> tuple[Offer, ...]:
    """What the pages of a language offer: those of the actions whose page the site has."""
    return tuple(
        Offer(
            action.label.in_language(language),
            site.languages.page_url(action.page_path, language)
            + (f"#{action.anchor}" if action.anchor else ""),
        )
        for action in actions
        if source_in(site.languages.default, action.page_path) in site.sources
    )
