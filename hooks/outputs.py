"""Write every file of the site that is not a page: redirects, manifests, assets, search, headers.

Answers: which files of the theme are left out, and which are written per language, or at the end?
"""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

import mkdocs_state as state
from knowledge.publish import bundles, sheets
from knowledge.publish.dead_links import dead_links
from knowledge.publish.for_programs import files_for_programs
from knowledge.publish.page_check import Allowed, allowed_by
from knowledge.publish.postprocess import StoredFiles, finished_files
from knowledge.publish.redirect_pages import moved_pages
from knowledge.publish.web_manifest import AppNames, web_manifest
from knowledge.render.phrases import with_phrases
from knowledge.search.files import files_of_copy, search_files
from knowledge.site.mkdocs_yml import DESCRIPTION
from knowledge.site.published_names import MANIFEST, NOT_FOUND, SCRIPTS
from knowledge.site.site_names import setting, short_title

log = logging.getLogger("mkdocs.hooks.outputs")
_lock: list[FileLock] = []
"""The lock on the site's folder while this process builds; empty otherwise."""


@event_priority(101)
def on_pre_build(config: MkDocsConfig) -> None:
    """Lock the site's folder (a preview has its own); raise PluginError if it is locked already."""
    if _lock or state.is_preview() or not state.is_first_language(config):
        return
    folder = Path(config.site_dir).absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.parent / f".{folder.name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        message = f"Another build is writing into {folder}. Wait for its end, and build again."
        raise PluginError(message) from error
    _lock.append(lock)


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Remove the files that are published in a bundle, and unused files of the theme."""
    for file in list(files):
        if bundles.is_left_out(file.src_uri) and file.src_uri != config.theme["favicon"]:
            files.remove(file)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Write a 404 page for each language; mkdocs alone would keep only the last one."""
    site, language = state.site_of(config), state.build_language(config)
    html = with_phrases(output, site.languages.tag(language))
    html = state.page_readings.with_furigana(html, f"{language}/{template_name}", site, language)
    if template_name != NOT_FOUND or language == site.languages.default:
        return html
    write_file(html.encode(), str(Path(config.site_dir, language, NOT_FOUND)))
    return ""


def _write_language(config: MkDocsConfig) -> None:
    """Write the redirect pages and the web app manifest of the language that was built."""
    site, language = state.site_of(config), state.build_language(config)
    for url, html in moved_pages(state.publish_context(config), language):
        place = Path(config.site_dir, url)
        if place.exists() or ".." in place.parts or not place.is_relative_to(config.site_dir):
            raise PluginError(f"The old address '{url}' would take the place of something else")
        write_file(html.encode(), str(place))
    folder = state.language_folders(config)[language]
    names = AppNames(
        name=state.site_title(config),
        short=short_title(site, language, config.site_name).text,
        description=setting(site, DESCRIPTION, language, config.site_description or "").text,
    )
    colours = bundles.colours_of_app(state.overrides_folder(config))
    manifest = web_manifest(site.languages[language], folder, names, colours).encode()
    write_file(manifest, str(Path(config.site_dir, folder, MANIFEST)))


@event_priority(-200)
def _write_site(config: MkDocsConfig) -> None:
    """Write the files of the whole site once all languages are built, and release the lock."""
    if not state.is_first_language(config):  # after i18n, which has built the others in it
        return
    for path, text in _assets(config):
        write_file(text.encode(), str(Path(config.site_dir, path)))
    if not state.is_preview():  # the CSP of the pages would block live reload
        _finish(config)
    on_build_error()


def _assets(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield path and content of the stylesheet, scripts, search files and files for programs."""
    folder, root = state.overrides_folder(config), state.root_of(config)
    yield bundles.style_sheet(state.theme_folders(config))
    yield bundles.page_script(folder)
    yield bundles.furigana_script(folder, state.page_readings.lexicon())
    site, folders = state.site_of(config), state.language_folders(config)
    yield from search_files(state.search_passages, site, folders, folder / SCRIPTS, root)
    yield from files_for_programs(state.publish_context(config))


def _finish(config: MkDocsConfig) -> None:
    """Add the CSP to the pages; write the offline copy, books, service worker and headers."""
    folder, files = state.overrides_folder(config), StoredFiles(Path(config.site_dir))
    source = (folder / SCRIPTS / bundles.WORKER).read_text("utf-8")
    context = state.publish_context(config)
    current, old = sheets.current_and_old(files, StoredFiles(state.root_of(config) / sheets.FOLDER))
    log.info("Printed sheets: %s; older than their pages (make leaflets): %s", len(current), old)
    style, search = bundles.book_style(folder), files_of_copy(files, context.folders)
    context = replace(context, sheets=current, book_style=style, search=search)
    try:
        for path, content in finished_files(files, context, source, _allowed(config)):
            write_file(content, str(Path(config.site_dir, path)))
    except ValueError as error:
        raise PluginError(str(error)) from error
    if set(context.folders) == set(context.site.languages.codes):
        for path, target in dead_links(StoredFiles(Path(config.site_dir)), context.root):
            log.warning("%s: the link '%s' leads to nothing that was built", path, target)


def _allowed(config: MkDocsConfig) -> Allowed:
    """What the built pages may run, call and link to."""
    templates = sorted(state.overrides_folder(config).rglob("*.html"))
    return allowed_by(
        state.site_of(config).data,
        (template.read_text("utf-8") for template in templates),
        (str(each) for each in (config.site_url, config.repo_url, config.copyright) if each),
    )


on_post_build = CombinedEvent(_write_language, _write_site)


def on_build_error(error: Exception | None = None) -> None:
    """Release the lock on the site's folder."""
    while _lock:
        _lock.pop().release()
