"""Names of all pages, without language folder and extension, and the languages of this site.

A language that is marked as partial is laid in and taken out again: what is asked of every page is
asked of the complete languages, and test_third_language.py asks what a partial one has to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.site.languages import from_configuration
from knowledge.site.mkdocs_yml import navigation_of, parse
from knowledge.site.site import Site, load
from support.cases_site import ROOT

if TYPE_CHECKING:
    from playwright import sync_api as playwright

CONFIGURATION = parse((ROOT / "mkdocs.yml").read_bytes())
LANGUAGES = from_configuration(CONFIGURATION)
FOLDERS = {code: "" if code == LANGUAGES.default else f"{code}/" for code in LANGUAGES.codes}
"""By language, its folder from the site's root."""
REDIRECT = '<meta http-equiv="refresh"'
PARTIAL = tuple(FOLDERS[code] for code in LANGUAGES.partial)


def names_in(code: str) -> list[str]:
    """The names of the pages that a language has, sorted: `index`, `start/paid`."""
    folder = ROOT / "docs" / code
    return sorted(p.relative_to(folder).with_suffix("").as_posix() for p in folder.rglob("*.md"))


NAMES = names_in("ja")
"""The same in every language that is complete."""
TOPICS = [
    page.page_path.removesuffix(".md")
    for group in navigation_of(CONFIGURATION).items
    for page in group.items
    if page.page_path and "/" not in page.page_path
]
"""The pages that answer one question each: those of the menu's groups that are in no folder."""
SHOWN = dict.fromkeys(LANGUAGES.complete, NAMES) | {
    code: names_in(code) for code in LANGUAGES.codes if LANGUAGES[code].is_abridged
}
"""By language: the names of its pages, also of a language that says less by design."""
ANSWER = ":is(h1 + p, .triage--first + .answer)"
"""CSS selector of the first answer of a page; on the start page it follows the exceptions."""
PAGES = [FOLDERS[code] + name for code, names in SHOWN.items() for name in names]
"""Names of the pages of these languages, from the site's root."""
PAGES_OF_COPY = [name for name in PAGES if "contributing/" not in name]
"""Those in the offline copy."""
GROUPS = {
    f"{code} {part}": [FOLDERS[code] + n for n in names if ("/" in n) == (part == "folders")]
    for code, names in SHOWN.items()
    for part in ("root", "folders")
}
"""PAGES split into groups; a test opens the pages of a group in one window."""


def is_redirect(html: str) -> bool:
    """Whether this stands at the old URL of a renamed page (redirect-page.html)."""
    return REDIRECT in html


def pages_of_complete_languages(site: Path) -> Iterator[Path]:
    """The pages of a built site, without redirects and without those of partial languages."""
    for path in sorted(site.rglob("*.html")):
        is_partial = path.relative_to(site).as_posix().startswith(PARTIAL)
        if not is_partial and not is_redirect(path.read_text("utf-8")):
            yield path


@cache
def loaded_site() -> Site:
    """The sources of this site."""
    return load(ROOT)


def interface_text(key: str, language: str, **values: str) -> str:
    """What interface.yml says for a key; tests ask here, so that a text is changed in one file."""
    assert key in loaded_site().data.interface.texts, f"interface.yml has no '{key}'"
    return loaded_site().data.interface.text(key, language, **values)


def language_link(page: playwright.Page, code: str) -> playwright.Locator:
    """The link of the language switch to a language; opens the list of more than two languages."""
    switch = page.locator(".site-header__languages")
    if not switch.locator("a").first.is_visible():
        switch.locator("summary").click()
    return switch.locator("a").filter(has_text=re.compile(f"^{LANGUAGES[code].name}$"))
