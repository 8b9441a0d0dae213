"""Check that the navigation in mkdocs.yml and the pages match.

Answers: does each navigation entry have a page, and each page an entry? Titles are not compared;
translated labels are checked in translations.py.
"""

from collections.abc import Iterator

from knowledge.markdown.source import Source
from knowledge.rules.file_names import NAME
from knowledge.rules.rule import DependentFaults, PlacedFaults, site_rule
from knowledge.site.counterparts import pages_without, renamed_counterpart
from knowledge.site.files import OTHER_ENDINGS
from knowledge.site.languages import DOCS, source_in
from knowledge.site.mkdocs_yml import COLON, CONFIGURATION, NavigationEntry
from knowledge.site.site import Site
from knowledge.suggestion import nearest


@site_rule("LK013", "navigation-without-source")
def navigation_without_source(site: Site) -> DependentFaults:
    """A navigation entry whose page is missing in the default language, or is listed twice."""
    for entry, meant in _dangling_entries(site):
        wanted = source_in(site.languages.default, entry.page_path)
        fact = f"the navigation names '{entry.page_path}', and there is no '{wanted}'"
        remedy = f"Did you mean '{meant}'?" if meant else "Add the page or take the entry out"
        title, *path = COLON.split(entry.page_path, maxsplit=1)
        if path:
            remedy = f"Write an ASCII colon and a space: '{title}: {path[0]}'"
        yield CONFIGURATION, entry.line, fact, remedy, f"{entry.page_path}#"
    seen: dict[str, int] = {}
    for entry in site.navigation.entries:
        first = seen.setdefault(entry.page_path, entry.line)
        if first != entry.line:
            fact = f"the navigation names '{entry.page_path}' on line {first} already"
            yield CONFIGURATION, entry.line, fact, "Keep one of them"


@site_rule("LK014", "source-without-navigation")
def sources_without_navigation(site: Site) -> PlacedFaults:
    """A page that no navigation entry names, not even misspelled."""
    for path in site.assets:
        if path.endswith(OTHER_ENDINGS):
            yield path, 0, "mkdocs takes this file for a page", "Let its name end in '.md'"
    entries = {entry.page_path for entry in site.navigation.entries}
    entries |= {meant for _, meant in _dangling_entries(site) if meant}
    for source in site.every_source():
        if site.languages.of(source.path) is None:
            fact = "this file is in no language's folder, so it is no page"
            remedy = (
                f"Move it below '{DOCS}/{site.languages.default}/', or name its language in "
                f"{CONFIGURATION} under 'plugins > i18n > languages'"
            )
            yield source.path, 0, fact, remedy
        elif entries and site.languages.page_path(source.path) not in entries:
            fact = f"no navigation entry in {CONFIGURATION} leads to this page"
            yield source.path, 0, fact, _remedy(site, source)


def _remedy(site: Site, source: Source) -> str:
    page_path, language = site.languages.page_path(source.path), site.language_of(source)
    if not NAME.fullmatch(page_path):
        return "Rename the file in lower-case ASCII first"
    original = source_in(site.languages.default, page_path)
    if original in site.sources:
        return f"Add '- Title: {page_path}' under 'nav:'"
    default = site.languages.default
    alone = pages_without(site, default, language)
    if meant := renamed_counterpart(site, source, default, alone):
        renamed = source_in(language, meant)
        return f"Is it '{source_in(default, meant)}'? Then rename this file to '{renamed}'"
    return f"Write '{original}' first: the other languages translate it"


def _dangling_entries(site: Site) -> Iterator[tuple[NavigationEntry, str | None]]:
    """The navigation entries without a page, each with the most similar page path or None."""
    existing = site.originals()
    for entry in site.navigation.entries:
        if entry.page_path not in existing:
            written = COLON.split(entry.page_path)[-1]
            yield entry, written if written in existing else nearest(written, existing)
