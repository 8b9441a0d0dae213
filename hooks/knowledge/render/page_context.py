"""What a page is rendered with: its language, its address, the data.

Answers: in which words, and from which address, is something written into this page?
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from knowledge.components import Components
from knowledge.data.all_data import Data
from knowledge.data.dates import shown_date
from knowledge.site.languages import Languages


@dataclass(frozen=True, slots=True)
class View:
    """One page while it is rendered."""

    language: str
    """The language of its text."""
    tree_language: str
    """The language whose pages surround it: another one on a fallback page."""
    url: str
    """From the site's root: `en/guide.html`."""
    languages: Languages
    data: Data
    today: date
    """The day of the build's moment."""
    components: Components

    def html(self, component: str, macro: str, **values: object) -> Markup:
        """The HTML of a component."""
        return self.components.html(component, macro, **values)

    def text(self, key: str, **values: str) -> str:
        """An interface text in the page's language."""
        return self.data.interface.text(key, self.language, **values)

    def date(self, text: str) -> str:
        """A date of the data in the page's language."""
        return shown_date(text, self.language, self.data.interface)

    def link_to_language(self, language: str) -> str:
        """The address of this page in another language, relative to this page."""
        inside = self.url.removeprefix(f"{self.tree_language}/")
        page_path = f"{inside.removesuffix('.html')}.md"
        url = self.languages.page_url(page_path, language)
        return posixpath.relpath(url, posixpath.dirname(self.url) or ".")

    def link_to(self, page_path: str, anchor: str) -> str:
        """The address of an anchor on another page of the same tree, relative to this page."""
        url = self.languages.page_url(page_path, self.tree_language)
        if url == self.url:
            return f"#{anchor}"
        return f"{posixpath.relpath(url, posixpath.dirname(self.url) or '.')}#{anchor}"
