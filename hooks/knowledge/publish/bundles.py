"""The bundles of every page: one stylesheet and one script.

Answers: what is in the stylesheet and the script that every page loads, and which files of the
theme are not published? File names hold a content hash, so that a cached bundle never meets a page
of another version. `folder` is the overrides folder in all functions here.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

import rjsmin

from knowledge.site.published_names import FURIGANA, SCRIPTS, STYLES, digest

FIRST_STYLES = ("tokens.css", "elements.css", "base.css")
"""Stylesheets that come first in the bundle; the others follow, sorted by name."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
BOOK_STYLES = ("book.css", "drawing.css")
"""The stylesheets of a book; pages do not use the first one."""
DARK = "@media (prefers-color-scheme: dark)"
"""Start of the dark scheme in tokens.css."""
TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
ICON = re.compile(r'url\("(\.icons/[^"]+)"\)')
"""URL of a theme icon in a stylesheet; its path is relative to a folder of the theme."""
SAFE_IN_DATA_URL = " !'()*,/:=~"
"""Characters that a data URL in quotation marks holds as they are."""
READ_TOKEN = re.compile(r"var\(--([\w-]+)\)")
PAGE_SCRIPTS = (
    "plain_text.js",
    "changes_since.js",
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
WORKER = "service_worker.js"
FURIGANA_SCRIPT = "furigana.js"
UNUSED_FOLDERS = (f"{SCRIPTS}lunr/", f"{SCRIPTS}workers/")
THEME_SCRIPT = f"{SCRIPTS}bundle."
"""The theme's search engine and script, which ours replace."""
UNUSED_FILES = ("assets/images/favicon.png",)


def style_sheet(theme: Sequence[Path]) -> tuple[str, str]:
    """The stylesheet of all pages, our stylesheets joined: path from the site's root, and content.

    Args:
        theme: the folders of the theme's files, the overrides folder first.

    Raises:
        FileNotFoundError: no folder has an icon that a stylesheet names.
    """
    folder, apart = theme[0], (*FIRST_STYLES, BOOK_STYLES[0])
    rest = sorted(p.name for p in (folder / STYLES).glob("*.css") if p.name not in apart)
    texts = [(folder / STYLES / name).read_text("utf-8") for name in (*FIRST_STYLES, *rest)]
    content = ICON.sub(lambda url: _icon(url[1], theme), without_space("\n".join(texts)))
    return f"{STYLES}site.{digest(content)}.css", content


def _icon(path: str, theme: Sequence[Path]) -> str:
    """A file of the theme as a data URL."""
    places = [folder / path for folder in theme]
    place = next(filter(Path.is_file, places), None)
    if not place:
        message = f"no folder of the theme has {path}, which a stylesheet names"
        raise FileNotFoundError(message)
    text = place.read_text("utf-8").replace('"', "'")
    return f'url("data:image/svg+xml,{quote(text, safe=SAFE_IN_DATA_URL)}")'


def book_style(folder: Path) -> str:
    """The stylesheet of a book: tokens are replaced by their values in the light scheme.

    E-readers may not support custom properties.
    """
    tokens = _tokens(folder)
    css = "\n".join((folder / STYLES / name).read_text("utf-8") for name in BOOK_STYLES)
    css = without_space(css.partition("@media")[0])
    while READ_TOKEN.search(css):
        css = READ_TOKEN.sub(lambda token: tokens[token[1]], css)
    return css


def colours_of_app(folder: Path) -> tuple[str, str]:
    """The colours of buttons and of the page background, in the light scheme: `#0b4f5c`."""
    tokens = _tokens(folder)
    action, page = (tokens[name] for name in ("action", "page"))
    while found := READ_TOKEN.search(f"{action} {page}"):
        action, page = (each.replace(found[0], tokens[found[1]]) for each in (action, page))
    return action, page


def _tokens(folder: Path) -> dict[str, str]:
    """The design tokens of the light scheme, as they are written."""
    light = (folder / STYLES / FIRST_STYLES[0]).read_text("utf-8").partition(DARK)[0]
    return dict(TOKEN.findall(light))


def without_space(css: str) -> str:
    """Remove comments and collapse white space in a stylesheet whose strings contain neither."""
    return SPACE.sub(" ", COMMENT.sub("", css)).strip()


def page_script(folder: Path) -> tuple[str, str]:
    """The minified script of all pages: path from the site's root, and content."""
    texts = [(folder / SCRIPTS / name).read_text("utf-8") for name in PAGE_SCRIPTS]
    content = str(rjsmin.jsmin("\n".join(texts)))
    return f"{SCRIPTS}site.{digest(content)}.js", content


def furigana_script(folder: Path, lexicon: Mapping[str, object]) -> tuple[str, str]:
    """The script that shows readings, with its lexicon: path from the site's root, and content.

    Its name has no hash: pages that name it are written before the lexicon is known.
    """
    text = json.dumps(lexicon, ensure_ascii=False, separators=(",", ":"))
    code = rjsmin.jsmin((folder / SCRIPTS / FURIGANA_SCRIPT).read_text("utf-8"))
    return FURIGANA, f"globalThis.furiganaLexicon={text};\n{code}\n"


def is_left_out(path: str) -> bool:
    """Whether a file is not published: it is part of a bundle, or no page loads it."""
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
