"""The files that dress every page: styles and scripts, each joined into one.

Answers: which files does a page load, under which name, and which files of the theme does nobody
need? Names hold a hash of the content, so that a browser never dresses a page with the style of
another version.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import rjsmin

from knowledge.markdown.html_allowlist import BUILT_ELEMENTS
from knowledge.publish.theme_css import markup_of, needed_style, without_space
from knowledge.site.published_names import SCRIPTS, STYLES, digest
from knowledge.writing_systems import of_language

FIRST_STYLES = ("tokens.css", "base.css")
"""The styles that all others build on; those follow by name."""
THEME_STYLE = f"{STYLES}main.*.min.css"
THEME_SCRIPT = f"{SCRIPTS}bundle.*.min.js"
PAGE_SCRIPTS = (
    "as_button.js",
    "search.js",
    "menu.js",
    "page_tools.js",
    "opening_hours.js",
    "offline.js",
    "stored_pages.js",
    "site.js",
)
"""What runs on every page, in this order."""
VOCABULARY = (
    # What a text may hold.
    *(f"<{name}>" for name in sorted(BUILT_ELEMENTS)),
    """
    <html class="js"><a class="headerlink"><pre class="highlight">
    <td align="left"><td align="center"><td align="right"><th align="left"><th align="center">
    <th align="right"><details open><div class="admonition"><p class="admonition-title">
    <div class="footnote"><a class="footnote-ref"><a class="footnote-backref">
    """,
    # The icons that templates include.
    "<svg><path>",
    # The results of the search as Material 9.8.2 draws them, and the states that it sets.
    """
    <body data-md-scrolllock class="md-icon focus-visible"><ol class="md-search-result__list">
    <li class="md-search-result__item"><a class="md-search-result__link">
    <article class="md-search-result__article md-typeset"><div class="md-search-result__icon">
    <p class="md-search-result__terms"><details class="md-search-result__more" open>
    """,
)
"""What stands in pages beside the templates' own markup, as far as the theme has styles for it."""
WORKER = "service_worker.js"
UNUSED_FOLDERS = (f"{SCRIPTS}lunr/", f"{SCRIPTS}workers/")
"""The search engine of the theme, whose place ours takes."""
UNUSED_FILES = ("assets/images/favicon.png",)


def style_sheet(theme: Path, folder: Path, languages: Iterable[str]) -> tuple[str, str]:
    """All styles that a page can need: path from the site's root, and content.

    Args:
        theme: the theme's styles.
        folder: the theme's own folder, with our styles and templates.
        languages: of the site; their directions are those of the pages.
    """
    return _style_sheet(
        theme.read_text("utf-8"),
        own_styles(folder),
        tuple(path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))),
        tuple(sorted({of_language(code).direction for code in languages})),
    )


def own_styles(folder: Path) -> str:
    """All our styles, the components after what they build on."""
    rest = sorted(p.name for p in (folder / STYLES).glob("*.css") if p.name not in FIRST_STYLES)
    return "\n".join((folder / STYLES / n).read_text("utf-8") for n in (*FIRST_STYLES, *rest))


@lru_cache(maxsize=1)
def _style_sheet(
    theme: str, own: str, templates: tuple[str, ...], directions: tuple[str, ...]
) -> tuple[str, str]:
    pages = (f'<html dir="{direction}">' for direction in directions)
    markup = markup_of([*templates, *VOCABULARY, *pages])
    content = f"{needed_style(theme, markup)}\n{without_space(own)}"
    return f"{STYLES}site.{digest(content)}.css", content


def theme_file(folders: Iterable[Path], pattern: str) -> Path:
    """The one file of the theme whose name holds a hash.

    Args:
        folders: where the theme's files are, the first one first.
        pattern: its path from the site's root, with `*` for the hash.

    Raises:
        ValueError: there is no such file; the theme has changed.
    """
    for folder in folders:
        for path in folder.glob(pattern):
            return path
    raise ValueError(f"the theme has no file '{pattern}'")


def page_script(folder: Path) -> tuple[str, str]:
    """All scripts of a page, without comments: path from the site's root, and content.

    Args:
        folder: the theme's own folder.
    """
    texts = [(folder / SCRIPTS / name).read_text("utf-8") for name in PAGE_SCRIPTS]
    content = str(rjsmin.jsmin("\n".join(texts)))
    return f"{SCRIPTS}site.{digest(content)}.js", content


def is_left_out(path: str) -> bool:
    """Whether a file is not published: it is part of another one, or nobody asks for it.

    Args:
        path: from the site's root.
    """
    folder, _, name = path.rpartition("/")
    is_part = (
        (f"{folder}/" == STYLES and name.endswith(".css"))
        or (f"{folder}/" == SCRIPTS and name in (*PAGE_SCRIPTS, WORKER))
        or path.startswith((f"{SCRIPTS}search/", f"{SCRIPTS}vendor/"))
    )
    is_unused = path.startswith(UNUSED_FOLDERS) or path.endswith(".map") or path in UNUSED_FILES
    return is_part or is_unused
