"""The context in which a page is rendered: its language, its URL, the data.

Answers: in which language, and relative to which URL, is something rendered into this page?
"""

import posixpath
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from knowledge.components import Components
from knowledge.data.all_data import Data
from knowledge.data.dates import shown_date
from knowledge.data.texts import Texts
from knowledge.markdown.source import Source
from knowledge.site.languages import Languages
from knowledge.site.site import Site


@dataclass(frozen=True, slots=True)
class PageContext:
    """The page that is being rendered."""

    language: str
    """Language of its text."""
    build_language: str
    """Language in whose folder it is published; differs from `language` on a fallback page."""
    url: str
    """From the site's root: `en/guide.html`."""
    languages: Languages
    data: Data
    today: date
    """Date of the build."""
    components: Components

    def html(self, component: str, macro: str, **values: object) -> Markup:
        """Render a macro of a component, as `Components.html` does."""
        return self.components.html(component, macro, **values)

    def text(self, key: str, **values: str) -> str:
        """An interface text in the page's language."""
        return self.data.interface.text(key, self.language, **values)

    @property
    def order(self) -> tuple[str, ...]:
        """Codes of the page's language and its fallbacks, in order of preference."""
        return self.languages.order(self.language)

    @property
    def tag(self) -> str:
        """Tag of the language of its text."""
        return self.languages.tag(self.language)

    @property
    def build_tag(self) -> str:
        """Tag of the language in whose folder it is published."""
        return self.languages.tag(self.build_language)

    def attributes(self, texts: Texts) -> Markup:
        """The attributes `lang` and `dir` of an element with a text of the data, if needed."""
        return self.languages.attributes(texts.shown(self.order).language, self.language)

    def date(self, text: str) -> str:
        """Format a date of the data (YYYY-MM-DD) in the page's language."""
        return shown_date(text, self.languages[self.language], self.data.interface)

    def link_to_language(self, language: str) -> str:
        """URL of the counterpart in another language, relative to this page."""
        inside = self.url.removeprefix(f"{self.build_language}/")
        page_path = f"{inside.removesuffix('.html')}.md"
        url = self.languages.page_url(page_path, language)
        return posixpath.relpath(url, posixpath.dirname(self.url) or ".")

    def link_to(self, page_path: str, anchor: str) -> str:
        """URL of an anchor on a page in the same language folder, relative to this page."""
        url = self.languages.page_url(page_path, self.build_language)
        if url == self.url:
            return f"#{anchor}"
        return f"{posixpath.relpath(url, posixpath.dirname(self.url) or '.')}#{anchor}"


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page while it is rendered: its sources and its context."""

    site: Site
    source: Source
    """The source that is rendered: that of another language if a translation is missing."""
    original: Source
    """The source of the page in the default language."""
    page_path: str
    """Path inside its language: `guide.md`."""
    context: PageContext
    site_url: str = ""
    """URL of the published site, with a slash at the end; empty if mkdocs.yml has none."""
