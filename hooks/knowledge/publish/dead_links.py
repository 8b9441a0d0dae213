"""Broken links in the built site.

Answers: does every internal link of the built pages lead to a file that exists, and to an id that
exists in it? The rules check the links of the sources; this checks the output, and so catches what
a plugin or a template broke. Does not check links to other sites.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from knowledge.markdown.html_tags import ID

TARGET = re.compile(r'<[a-zA-Z][^<>]*?\s(?:href|src)="([^"]*)"')
"""The value of a href or src attribute. Enough for built pages: page_check.py rejects tags that
parsers read differently."""
NOT_CHECKED = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#?$")
"""Links with a scheme or a host, empty links, and `#`."""


def dead_links(files: Mapping[str, bytes], root: str) -> Iterator[tuple[str, str]]:
    """The broken links: path of the page, and the link's target as the page has it.

    `root` is the path of the site's root on its host: `/` or `/guide/`.
    """
    ids: dict[str, frozenset[str]] = {}
    asked: dict[str, list[tuple[str, str]]] = {}
    for path in (path for path in files if path.endswith(".html")):
        html = files[path].decode()
        ids[path] = frozenset(ID.findall(html))
        for target in dict.fromkeys(TARGET.findall(html)):
            asked.setdefault(target, []).append((path, posixpath.dirname(path)))
    for target, places in asked.items():
        if NOT_CHECKED.match(target):
            continue
        for path, folder in places:
            page, anchor = resolved(folder, target, root)
            page = page if target[0] != "#" else path
            if page not in files or (anchor and page in ids and anchor not in ids[page]):
                yield path, unescape(target)


@lru_cache(maxsize=65536)
def resolved(folder: str, target: str, root: str) -> tuple[str, str]:
    """Resolve a target in a page of a folder, escaped for HTML: path from the root, and anchor."""
    address, _, anchor = unescape(target).partition("#")
    path = unquote(address.partition("?")[0])
    if path.startswith("/") and not path.startswith(root):  # outside of the site
        return path, ""
    path = path.removeprefix(root) if path.startswith("/") else f"{folder}/{path}"
    path += "index.html" if not path or path.endswith("/") else ""
    return posixpath.normpath(path).lstrip("/"), unquote(anchor)
