"""Set the globals of the templates, and the fallbacks for missing translations.

Answers: which texts, URLs and data can a template use, and which pages and labels fall back to
another language?
"""

from collections.abc import Container, Iterable, Iterator

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

import mkdocs_state as state
from knowledge.data.dates import shown_date
from knowledge.publish import bundles
from knowledge.publish.epub import book_of
from knowledge.publish.urls import sitemap, social_card
from knowledge.render.template_site import QuickLink, TemplateSite, quick_links
from knowledge.search.files import box, engine, entry_path, script_path
from knowledge.site.changes import all_changes
from knowledge.site.git_history import last_days
from knowledge.site.mkdocs_yml import DESCRIPTION, NAME
from knowledge.site.published_names import FEED, MANIFEST, SCRIPTS
from knowledge.site.site_names import setting
from knowledge.site.typed_links import CONTACTS_PAGE

suggested_pages: dict[str, tuple[Page, ...]] = {}
"""By language, the pages that the search suggests, in the order of the navigation."""
label_languages: dict[str, dict[str, str]] = {}
"""By language, then by label of its navigation: the code of the language that the label is in."""


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Use the fallback languages for missing pages; i18n falls back to the default one only."""
    state.use_fallbacks(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Use the fallback languages for untranslated labels, before i18n translates the labels.

    Also stores the pages that the search suggests; mkdocs may set their titles later.
    """
    language, site = state.build_language(config), state.site_of(config)
    order, shown_labels = site.languages.order(language), {}
    for item in _labelled(nav, {label.text for label in site.navigation.labels}):
        shown = site.navigation.shown(str(item.title), order)
        shown_labels[shown.text] = shown.language
        item.title = item.title if shown.language == language else shown.text
    label_languages[language] = shown_labels
    start = site.data.settings.search.suggestions
    prefix = state.language_folders(config)[language] + start
    found = (page for page in nav.pages if start and page.url.startswith(prefix))
    suggested_pages[language] = tuple(found)


def _labelled(
    items: Iterable[StructureItem], labels: Container[str | None]
) -> Iterator[StructureItem]:
    """Yield the navigation entries, on every level, whose title is one of the labels."""
    for item in items:
        if item.title in labels:
            yield item
        if isinstance(item, Section):
            yield from _labelled(item.children, labels)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Set the globals of the templates."""
    site, language = state.site_of(config), state.build_language(config)
    folder = state.overrides_folder(config)
    scripts, own_folder = folder / SCRIPTS, state.language_folders(config)[language]
    has_contacts = site.shown(CONTACTS_PAGE, language) is not None
    site_url, card = config.site_url or "", social_card(site, language)
    labels = label_languages[language]
    env.globals["site"] = TemplateSite(
        content=site,
        name=setting(site, NAME, language, config.site_name),
        title=state.site_title(config),
        description=setting(site, DESCRIPTION, language, config.site_description or "").text,
        language=language,
        folder=own_folder,
        direction=site.languages[language].direction,
        labels=labels,
        urgent=quick_links(site.data.settings.urgent, site, language),
        actions=quick_links(site.data.settings.actions, site, language),
        style=bundles.style_sheet(state.theme_folders(config))[0],
        script=bundles.page_script(folder)[0],
        search_engine=script_path("engine", engine(scripts)),
        search_box=script_path("box", box(scripts)),
        search_entry=entry_path(language),
        search_suggestions=tuple(
            QuickLink(str(page.title), page.url, labels.get(str(page.title), language))
            for page in suggested_pages[language]
        ),
        search_contact=site.data.contacts.get(site.data.settings.search.contact),
        contacts_url=site.languages.page_url(CONTACTS_PAGE, language) if has_contacts else "",
        manifest=own_folder + MANIFEST,
        feed=own_folder + FEED if all_changes(site, language) else "",
        social_card=card and f"{site_url}{card}",
        book=book_of(site, language, state.language_folders(config)),
        is_preview=state.is_preview(),
        built_on=shown_date(site.today.isoformat(), site.languages[language], site.data.interface),
    )
    env.globals["sitemap"] = list(sitemap(site, site_url, last_days(state.root_of(config))))
