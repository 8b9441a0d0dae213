"""The context in which the files beside the pages are made: copies, books, feeds, data, worker.

Answers: from which site, templates and settings are they made?
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from knowledge.components import Components
from knowledge.publish.sheets import LINK_PLACE, Sheet, sheets_in_copy, shown_size
from knowledge.publish.urls import canonical_url
from knowledge.site.languages import language_at
from knowledge.site.site import Site


@dataclass(frozen=True, slots=True)
class PublishContext:
    """Site, templates and settings for what is published beside the pages."""

    site: Site
    site_url: str
    """URL of the published site, with a slash at the end; empty if there is none."""
    folders: Mapping[str, str]
    """By language that is built, its folder from the site's root: `en/`; the default one comes
    first, and its folder is empty."""
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

    def url(self, page_path: str, language: str) -> str:
        """The canonical URL of a page in the folder of a language."""
        return canonical_url(self.site, page_path, language, self.site_url)

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
        """Replace the placeholder in a page by the link to its PDF, if that is in `sheets`."""
        if not (sheet := sheets.get(path)):
            return html.replace(LINK_PLACE, "")
        code = language_at(path, self.folders)
        size = shown_size(sheet, self.site.languages[code])
        text = self.site.data.interface.text("paper-file", code, size=size)
        name = sheet.path.rpartition("/")[2]
        return html.replace(
            LINK_PLACE, self.components.html("paper", "link_to_file", url=name, text=text)
        )
