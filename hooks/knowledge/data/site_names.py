"""What the site is called where others may look on: titles of windows, icons, shared links.

Answers: which name stands there in a language? Somebody who reads may share a screen or a phone,
so this can be a plainer name than the one on the page. Which fields there are is schema.py's.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import yaml_tree
from knowledge.data.texts import Words, words_of


@dataclass(frozen=True, slots=True)
class SiteNames:
    """The names that site.yml gives; None where it gives none, and the site's own name counts."""

    title: Words | None = None
    """At the end of every page's title, and on cards."""
    short: Words | None = None
    """Below an icon: about twelve characters."""

    def title_in(self, language: str, site_name: str) -> str:
        """The name in titles."""
        return _in_language(self.title, language, site_name)

    def short_in(self, language: str, site_name: str) -> str:
        """The name below an icon."""
        return _in_language(self.short, language, site_name)


def from_tree(site: yaml_tree.Tree) -> SiteNames:
    """The names from site.yml; texts that are missing or faulty are left out."""
    names = site.get("names") if isinstance(site, yaml_tree.Mapping) else None
    if not isinstance(names, yaml_tree.Mapping):
        return SiteNames()
    return SiteNames(title=words_of(names.get("title")), short=words_of(names.get("short")))


def _in_language(words: Words | None, language: str, site_name: str) -> str:
    return words.in_language(language) if words and words.has(language) else site_name
