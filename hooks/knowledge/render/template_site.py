"""The global `site` of the templates, with the quick links of site.yml that every page shows.

Answers: which texts, URLs and data can a template of a page use, and which quick links does the
site have a page for? templates.py fills it in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.data.contacts import Contact
from knowledge.data.site_settings import Action
from knowledge.data.texts import ShownText, Texts
from knowledge.kana import JAPANESE
from knowledge.site.languages import DOCS, Languages, source_in
from knowledge.site.published_names import FURIGANA, OFFLINE_ZIP, SERVICE_WORKER
from knowledge.site.site import Site
from knowledge.writing_systems import is_in


@dataclass(frozen=True, slots=True)
class QuickLink:
    """A quick link of a page."""

    label: str
    url: str
    """From the site's root."""
    language: str
    """Code of the language of the label."""


def quick_links(actions: Iterable[Action], site: Site, language: str) -> tuple[QuickLink, ...]:
    """The quick links on the pages of a language, without those whose page does not exist."""
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


@dataclass(frozen=True, slots=True)
class TemplateSite:
    """Texts, URLs and data for templates; paths are relative to the site's root."""

    content: Site
    name: ShownText
    title: str
    description: str
    language: str
    folder: str
    """Folder of the language: `en/`; empty for the default one."""
    direction: str
    """`ltr` or `rtl`."""
    labels: Mapping[str, str]
    """By label of the navigation, the code of its language."""
    urgent: tuple[QuickLink, ...]
    actions: tuple[QuickLink, ...]
    style: str
    script: str
    search_engine: str
    search_box: str
    search_entry: str
    """Path of the language's search entry, without its file extension."""
    search_suggestions: tuple[QuickLink, ...]
    """Pages to show before anything is typed."""
    search_contact: Contact | None
    """The contact to show when a search has no results."""
    contacts_url: str
    """URL of the page with all contacts; empty if there is none."""
    manifest: str
    feed: str
    """Path of the language's Atom feed; empty if there is none."""
    social_card: str
    """Absolute URL of the preview image; empty if there is none."""
    book: str
    """Path of the EPUB for readers of the language; empty if there is none."""
    is_preview: bool
    built_on: str
    """Date of the build, formatted for the language."""
    furigana: str = FURIGANA
    offline_copy: str = OFFLINE_ZIP
    worker: str = SERVICE_WORKER

    @property
    def languages(self) -> Languages:
        """All languages of the site."""
        return self.content.languages

    @property
    def has_japanese(self) -> bool:
        """Whether the page is in Japanese, whose kanji have readings."""
        return is_in(self.languages.tag(self.language), JAPANESE)

    @property
    def report_address(self) -> str:
        """URL or mail address for reporting mistakes; empty if there is none."""
        return self.content.data.settings.report

    def attributes(self, language: str, around: str = "") -> str:
        """The attributes `lang` and `dir` of an element in a language; empty if not needed.

        `around` is the language around it; that of the page if it is empty.
        """
        return self.languages.attributes(language, around or self.language)

    def label_attributes(self, label: str) -> str:
        """The same for a label of the navigation."""
        return self.attributes(self.labels.get(label, self.language))

    def is_for_readers(self, path: str) -> bool:
        """Whether a page of the navigation is for readers; `path` is below the folder of docs."""
        return self.languages.is_for_readers(f"{DOCS}/{path}")

    def shown(self, texts: Texts) -> ShownText:
        """A text of the data, in the language of the page or a fallback."""
        return texts.shown(self.languages.order(self.language))

    def text(self, key: str, **values: str) -> str:
        """An interface text in the language of the page."""
        return self.text_in(self.language, key, **values)

    def text_in(self, language: str, key: str, **values: str) -> str:
        """An interface text in a language."""
        return self.content.data.interface.text(key, language, **values)
