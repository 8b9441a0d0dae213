"""The context in which the outputs of a whole site are made: the offline copy and the books.

Answers: from which site, templates and settings are they made?
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from knowledge.components import Components
from knowledge.publish.sheets import Sheet, sheets_in_copy, with_sheet
from knowledge.site.languages import language_at
from knowledge.site.site import Site


@dataclass(frozen=True, slots=True)
class PublishContext:
    """Site, templates and settings for the offline copy and the books."""

    site: Site
    site_url: str
    """URL of the published site; the copy's folder is named after it."""
    folders: Mapping[str, str]
    """By language, its folder from the site's root: `en/`."""
    components: Components
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """By path of a page, its PDF."""
    site_name: str = ""
    """Name of the site for a language without one of its own."""
    book_style: str = ""
    """The stylesheet of the books."""
    search: Mapping[str, bytes] = field(default_factory=dict)
    """The files of the search that the copy has instead of the published ones, by path."""

    @property
    def root(self) -> str:
        """The path of the site on its host, with a slash at the end."""
        return urlsplit(self.site_url).path or "/"

    def name(self, code: str) -> str:
        """What a language calls itself."""
        return self.site.languages[code].name or code

    def kept_sheets(self) -> Mapping[str, Sheet]:
        """The PDF files in the copy, by path of their page.

        Those of a page in every language come before those of the next page of the navigation.
        """
        pages = (entry.page_path for entry in self.site.navigation.entries)
        urls = (self.site.languages.page_url(page, code) for page in pages for code in self.folders)
        return sheets_in_copy(self.sheets, urls)

    def page(self, path: str, html: str, sheets: Mapping[str, Sheet]) -> str:
        """Insert the link to a page's PDF, if it is among the given sheets."""
        code, shown = language_at(path, self.folders), sheets.get(path)
        label = self.site.data.interface.text("paper-file", code, size="{size}")
        return with_sheet(html, shown, self.components, self.site.languages[code], label)
