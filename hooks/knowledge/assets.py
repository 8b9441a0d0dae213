"""The files that dress every page: styles and scripts, each joined into one.

Answers: which files does a page load, under which name, and which files of the theme does nobody
need? Names hold a hash of the content, so that a browser never dresses a page with the style of
another version.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import rjsmin

STYLES = "assets/stylesheets/"
SCRIPTS = "assets/javascripts/"
"""Where the theme's own folder has its styles and scripts, and where they are published."""
FIRST_STYLES = ("tokens.css", "base.css")
"""The styles that all others build on; those follow by name."""
PAGE_SCRIPTS = ("search.js", "opening_hours.js", "offline.js", "site.js")
"""What runs on every page, in this order, before Material's bundle."""
WORKER = "service_worker.js"
DIGITS = 10
UNUSED_FOLDERS = (f"{SCRIPTS}lunr/", f"{SCRIPTS}workers/")
"""The search engine of the theme, whose place ours takes."""
UNUSED_FILES = ("assets/images/favicon.png",)


def digest(content: str | bytes) -> str:
    """The part of a content's SHA-256 that stands in names, hexadecimal."""
    data = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def style_sheet(folder: Path) -> tuple[str, str]:
    """All our styles: path from the site's root, and content.

    Args:
        folder: the theme's own folder.
    """
    rest = sorted(p.name for p in (folder / STYLES).glob("*.css") if p.name not in FIRST_STYLES)
    texts = [(folder / STYLES / name).read_text("utf-8") for name in (*FIRST_STYLES, *rest)]
    content = "\n".join(texts)
    return f"{STYLES}site.{digest(content)}.css", content


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
        (f"{folder}/" == STYLES and name.endswith(".css") and name.count(".") == 1)
        or (f"{folder}/" == SCRIPTS and name in (*PAGE_SCRIPTS, WORKER))
        or path.startswith((f"{SCRIPTS}search/", f"{SCRIPTS}vendor/"))
    )
    is_unused = path.startswith(UNUSED_FOLDERS) or path.endswith(".map") or path in UNUSED_FILES
    return is_part or is_unused
