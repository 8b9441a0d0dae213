"""The bundles of every page: one stylesheet and one script.

Answers: what is in the stylesheet and the script that every page loads, and which files of the
theme are not published? File names hold a content hash, so that a cached bundle never meets a page
of another version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import rjsmin

from knowledge.markdown.html_allowlist import BUILT_ELEMENTS
from knowledge.publish.theme_css import markup_of, needed_style, without_space
from knowledge.site.published_names import FURIGANA, SCRIPTS, STYLES, digest
from knowledge.writing_systems import of_language

FIRST_STYLES = ("tokens.css", "base.css")
"""Stylesheets that come first in the bundle; the others follow, sorted by name."""
THEME_STYLE = f"{STYLES}main.*.min.css"
PAGE_SCRIPTS = (
    "plain_text.js",
    "disclosure.js",
    "search.js",
    "menu.js",
    "page_tools.js",
    "furigana_switch.js",
    "opening_hours.js",
    "offline.js",
    "stored_pages.js",
    "site.js",
)
"""The scripts of the bundle, in the order in which they run."""
EXTRA_MARKUP = (
    # HTML that Markdown sources may contain.
    *(f"<{name}>" for name in sorted(BUILT_ELEMENTS)),
    """
    <html class="js"><a class="headerlink"><pre class="highlight">
    <td align="left"><td align="center"><td align="right"><th align="left"><th align="center">
    <th align="right"><details open><div class="admonition"><p class="admonition-title">
    <div class="footnote"><a class="footnote-ref"><a class="footnote-backref">
    """,
    # The icons that templates include.
    "<svg><path>",
)
"""Markup that pages contain beside that of the templates; the theme's rules for it are kept."""
WORKER = "service_worker.js"
FURIGANA_SCRIPT = "furigana.js"
UNUSED_FOLDERS = (f"{SCRIPTS}lunr/", f"{SCRIPTS}workers/")
THEME_SCRIPT = f"{SCRIPTS}bundle."
"""The theme's search engine and script, which ours replace."""
UNUSED_FILES = ("assets/images/favicon.png",)


def style_sheet(theme: Path, folder: Path, languages: Iterable[str]) -> tuple[str, str]:
    """The stylesheet of all pages, without unused rules: path from the site's root, and content.

    Args:
        theme: path of the theme's stylesheet on disk.
        folder: the overrides folder, with our stylesheets and templates.
        languages: tags of the site's languages; rules for their text directions are kept.
    """
    return _style_sheet(
        theme.read_text("utf-8"),
        own_styles(folder),
        tuple(path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))),
        tuple(sorted({of_language(code).direction for code in languages})),
    )


def own_styles(folder: Path) -> str:
    """Our stylesheets joined into one, FIRST_STYLES first.

    Args:
        folder: the overrides folder.
    """
    rest = sorted(p.name for p in (folder / STYLES).glob("*.css") if p.name not in FIRST_STYLES)
    return "\n".join((folder / STYLES / n).read_text("utf-8") for n in (*FIRST_STYLES, *rest))


@lru_cache(maxsize=1)
def _style_sheet(
    theme: str, own: str, templates: tuple[str, ...], directions: tuple[str, ...]
) -> tuple[str, str]:
    pages = (f'<html dir="{direction}">' for direction in directions)
    markup = markup_of([*templates, *EXTRA_MARKUP, *pages])
    content = f"{needed_style(theme, markup)}\n{without_space(own)}"
    return f"{STYLES}site.{digest(content)}.css", content


def theme_file(folders: Iterable[Path], pattern: str) -> Path:
    """Find a theme file whose name holds a content hash; its path on disk.

    Args:
        folders: the theme's folders on disk, in order of precedence.
        pattern: glob relative to such a folder, with `*` for the hash.

    Raises:
        ValueError: no file matches; the theme has changed.
    """
    for folder in folders:
        for path in folder.glob(pattern):
            return path
    raise ValueError(f"the theme has no file '{pattern}'")


def page_script(folder: Path) -> tuple[str, str]:
    """The minified script of all pages: path from the site's root, and content.

    Args:
        folder: the overrides folder.
    """
    texts = [(folder / SCRIPTS / name).read_text("utf-8") for name in PAGE_SCRIPTS]
    content = str(rjsmin.jsmin("\n".join(texts)))
    return f"{SCRIPTS}site.{digest(content)}.js", content


def furigana_script(folder: Path, lexicon: Mapping[str, object]) -> tuple[str, str]:
    """The script that shows readings, with its lexicon: path from the site's root, and content.

    Its name has no hash: pages that name it are written before the lexicon is known.

    Args:
        folder: the overrides folder.
        lexicon: the readings of each run of kanji.
    """
    text = json.dumps(lexicon, ensure_ascii=False, separators=(",", ":"))
    code = rjsmin.jsmin((folder / SCRIPTS / FURIGANA_SCRIPT).read_text("utf-8"))
    return FURIGANA, f"globalThis.furiganaLexicon={text};\n{code}\n"


def is_left_out(path: str) -> bool:
    """Whether a file is not published: it is part of a bundle, or no page loads it.

    Args:
        path: from the site's root.
    """
    folder, _, name = path.rpartition("/")
    is_part = (
        (f"{folder}/" == STYLES and name.endswith(".css"))
        or (f"{folder}/" == SCRIPTS and name in (*PAGE_SCRIPTS, WORKER, FURIGANA_SCRIPT))
        or path.startswith(f"{SCRIPTS}search/")
    )
    is_unused = (
        path.startswith((*UNUSED_FOLDERS, THEME_SCRIPT))
        or path.endswith(".map")
        or path in UNUSED_FILES
    )
    return is_part or is_unused
