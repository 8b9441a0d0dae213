"""Whether the navigation and the pages agree, in every language.

Answers: does each entry of mkdocs.yml have its page, and each page its entry? Titles are not
looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.markdown.source import Source
from knowledge.site.languages import DOCS, source_in
from knowledge.site.mkdocs_yml import CONFIGURATION, Label, NavigationEntry
from knowledge.site.site import Site
from knowledge.suggestion import nearest

OTHER_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd")
"""What mkdocs 1.6 takes for Markdown beside `.md` (mkdocs/utils, markdown_extensions)."""


def navigation_without_source(site: Site) -> Iterator[Finding]:
    """LK013: a navigation entry whose page does not exist in the default language."""
    default = site.languages.default
    for entry, meant in _dangling_entries(site):
        yield Finding(
            CONFIGURATION,
            entry.line,
            "LK013",
            f"the navigation names '{entry.page_path}', and there is no "
            f"'{source_in(default, entry.page_path)}'",
            f"Did you mean '{meant}'?" if meant else "Add the page or take the entry out",
        )


def sources_without_navigation(site: Site) -> Iterator[Finding]:
    """LK014: a page that no navigation entry leads to, not even a mistyped one."""
    for path in sorted(site.assets):
        if path.endswith(OTHER_ENDINGS):
            yield Finding(
                path, 0, "LK014", "mkdocs takes this file for a page", "Let its name end in '.md'"
            )
    entries = {entry.page_path for entry in site.navigation.entries}
    entries |= {meant for _, meant in _dangling_entries(site) if meant}
    for source in site.sources.values():
        if site.languages.of(source.path) is None:
            yield Finding(
                source.path,
                0,
                "LK014",
                "this file is in no language's folder, so it is no page",
                f"Move it below '{DOCS}/{site.languages.default}/', or name its language in "
                f"{CONFIGURATION} under 'plugins > i18n > languages'",
            )
        elif entries and site.languages.page_path(source.path) not in entries:
            yield Finding(
                source.path,
                0,
                "LK014",
                f"no navigation entry in {CONFIGURATION} leads to this page",
                _remedy(site, source),
            )


def untranslated_labels(site: Site) -> Iterator[Finding]:
    """PA009: a label of the navigation without a translation, or a translation without a label."""
    for language in site.languages.complete:
        if language == site.languages.default:
            continue
        known = {label.text for label in site.navigation.labels}
        missing = untranslated(site, language)
        leftover = [t for t in site.navigation.translations[language] if t.text not in known]
        for label, old in zip(missing, leftover, strict=False):
            yield Finding(
                CONFIGURATION,
                label.line,
                "PA009",
                f"the label '{label.text}' is not translated into '{language}'",
                f"On line {old.line}, under 'nav_translations', write it in place of '{old.text}'",
            )
        for label in missing[len(leftover) :]:
            yield Finding(
                CONFIGURATION,
                label.line,
                "PA009",
                f"the label '{label.text}' is not translated into '{language}'",
                f"Add '{label.text}: ...' under 'nav_translations' of that language",
            )
        for old in leftover[len(missing) :]:
            yield Finding(
                CONFIGURATION,
                old.line,
                "PA009",
                f"'{old.text}' is no label of the navigation",
                "Take it out of 'nav_translations'",
            )


def untranslated(site: Site, language: str) -> list[Label]:
    """The labels of the navigation without a translation into a language, each once."""
    translated = {label.text for label in site.navigation.translations.get(language, ())}
    first: dict[str, Label] = {}
    for label in site.navigation.labels:
        first.setdefault(label.text, label)
    return [label for text, label in first.items() if text not in translated]


def orphans_of(site: Site, language: str) -> list[str]:
    """The page paths of a language that translate no page."""
    return _without(site, language, site.languages.default)


def _without(site: Site, language: str, other: str) -> list[str]:
    """The page paths of a language that another one does not have."""
    paths = (site.languages.page_path(source.path) for source in site.in_language(language))
    return [path for path in paths if source_in(other, path) not in site.sources]


def _remedy(site: Site, source: Source) -> str:
    page_path = site.languages.page_path(source.path)
    original = source_in(site.languages.default, page_path)
    if original in site.sources:
        return f"Add '- Title: {page_path}' under 'nav:'"
    language = site.languages.of(source.path) or site.languages.default
    if meant := nearest(page_path, _without(site, site.languages.default, language)):
        return f"Did you mean '{source_in(language, meant)}'?"
    return f"Write '{original}' first: the other languages translate it"


def _dangling_entries(site: Site) -> Iterator[tuple[NavigationEntry, str | None]]:
    """The navigation entries without a page, each with the page that was probably meant."""
    default = site.languages.default
    existing = {site.languages.page_path(source.path) for source in site.in_language(default)}
    for entry in site.navigation.entries:
        if entry.page_path not in existing:
            yield entry, nearest(entry.page_path, existing)
