"""The global `site` of the templates, for the language that is being built.

Answers: which texts, URLs and data can a template use?
"""

from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

import mkdocs_state as state
from knowledge.data.contacts import Contact
from knowledge.data.dates import shown_date
from knowledge.publish import bundles
from knowledge.publish.urls import SitemapEntry, sitemap, social_card
from knowledge.render.quick_links import Offer, offered
from knowledge.search.files import box, engine, entry_path, script_path
from knowledge.site.git_history import last_days
from knowledge.site.languages import Languages
from knowledge.site.published_names import MANIFEST, OFFLINE_ZIP, SCRIPTS, SERVICE_WORKER
from knowledge.site.site import Site
from knowledge.site.typed_links import CONTACTS_PAGE
from knowledge.writing_systems import dir_attribute, of_language


@dataclass(frozen=True, slots=True)
class TemplateSite:
    """Texts, URLs and data for templates; paths are relative to the site's root."""

    content: Site
    title: str
    language: str
    folder: str
    """Folder of the language: `en/`; empty for the default one."""
    direction: str
    """`ltr` or `rtl`."""
    urgent: tuple[Offer, ...]
    actions: tuple[Offer, ...]
    style: str
    script: str
    search_engine: str
    search_box: str
    search_entry: str
    """Path of the language's search entry, without its file extension."""
    search_suggestions: tuple[Offer, ...]
    """Pages to show before anything is typed."""
    search_contact: Contact | None
    """The contact to show when a search has no results."""
    contacts_url: str
    """URL of the page with all contacts; empty if there is none."""
    manifest: str
    social_card: str
    """Absolute URL of the preview image; empty if there is none."""
    sitemap: list[SitemapEntry]
    is_preview: bool
    built_on: str
    """Date of the build, formatted for the language."""
    offline_copy: str = OFFLINE_ZIP
    worker: str = SERVICE_WORKER

    @property
    def languages(self) -> Languages:
        """All languages of the site."""
        return self.content.languages

    @property
    def report_address(self) -> str:
        """URL or mail address for reporting mistakes; empty if there is none."""
        return self.content.data.report

    def dir_attribute(self, language: str, around: str) -> str:
        """The `dir` attribute of a text inside text of another language; empty if not needed."""
        return dir_attribute(language, around)

    def text(self, key: str, **values: str) -> str:
        """An interface text in the language of the page."""
        return self.text_in(self.language, key, **values)

    def text_in(self, language: str, key: str, **values: str) -> str:
        """An interface text in a language."""
        return self.content.data.interface.text(key, language, **values)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember the pages that the search suggests; they may get their titles later."""
    language, site = state.tree_language(config), state.site_of(config)
    start = site.data.search.suggestions
    prefix = state.language_folders(config)[language] + start
    found = (page for page in nav.pages if start and page.url.startswith(prefix))
    state.suggested_pages[language] = tuple(found)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Set the global `site` of the templates."""
    site, language = state.site_of(config), state.tree_language(config)
    folder = state.overrides_folder(config)
    scripts, own_folder = folder / SCRIPTS, state.language_folders(config)[language]
    has_contacts = site.shown(CONTACTS_PAGE, language) is not None
    site_url, card = config.site_url or "", social_card(site, language)
    env.globals["site"] = TemplateSite(
        content=site,
        title=state.site_title(config),
        language=language,
        folder=own_folder,
        direction=of_language(language).direction,
        urgent=offered(site.data.urgent, site, language),
        actions=offered(site.data.actions, site, language),
        style=bundles.style_sheet(folder)[0],
        script=bundles.page_script(folder)[0],
        search_engine=script_path("engine", engine(scripts)),
        search_box=script_path("box", box(scripts)),
        search_entry=entry_path(language),
        search_suggestions=tuple(
            Offer(str(page.title), page.url) for page in state.suggested_pages[language]
        ),
        search_contact=site.data.contacts.get(site.data.search.contact),
        contacts_url=site.languages.page_url(CONTACTS_PAGE, language) if has_contacts else "",
        manifest=own_folder + MANIFEST,
        social_card=card and f"{site_url}{card}",
        sitemap=list(sitemap(site, site_url, last_days(state.root_of(config)))),
        is_preview=state.is_preview(),
        built_on=shown_date(site.today.isoformat(), language, site.data.interface),
    )
