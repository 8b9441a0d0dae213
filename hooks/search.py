"""Door: one search index for each language, and the engine that searches it."""

from collections import defaultdict
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from knowledge.search.files import box, engine, script_path, search_files
from knowledge.search.passages import Passage, passages
from knowledge.site.published_names import SCRIPTS
from knowledge.site.typed_links import CONTACTS_PAGE
from shown_page import site_of, tree_language, view_of
from this_build import is_whole, language_folders, own_folder

_passages: defaultdict[str, dict[str, tuple[Passage, ...]]] = defaultdict(dict)
"""What the pages of each language say, by their URL from the folder of the language."""
NOT_BY_THE_PLUGIN = {"search": {"exclude": True}}
"""Front matter for the theme's search plugin, whose index nobody reads."""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates the folder of the language that is built, and what the search consists of."""
    language, scripts = tree_language(config), own_folder(config) / SCRIPTS
    env.globals["language_folder"] = language_folders(config)[language]
    env.globals["search_engine"] = script_path("engine", engine(scripts))
    env.globals["search_box"] = script_path("box", box(scripts))
    site = site_of(config)
    has_contacts = site.shown(CONTACTS_PAGE, language) is not None
    env.globals["search_contact"] = site.data.contacts.get(site.data.search.contact)
    env.globals["contacts_page"] = CONTACTS_PAGE if has_contacts else ""


@event_priority(50)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take what a page says before links are resolved, unless it stands in for another."""
    page.meta.update(NOT_BY_THE_PLUGIN)
    view = view_of(page, config)
    if view.language == view.tree_language:
        url = page.url.removeprefix(language_folders(config)[view.language])
        title = str(page.meta.get("title", page.title))
        _passages[view.language][url] = passages(html, title)
    return html


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the search, once every language is built."""
    if not is_whole(config):
        return
    scripts = own_folder(config) / SCRIPTS
    files = search_files(_passages, site_of(config), language_folders(config), scripts)
    for place, content in files:
        write_file(content.encode(), str(Path(config.site_dir, place)))
