"""Whether every link of the finished pages leads to something that was built.

Answers: is there a file at the end of each link inside the site, and an element with the id that it
names? The sources were asked before; this asks what came of them, whatever left something out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from knowledge.markdown.html_tags import ID

TARGET = re.compile(r'<[a-zA-Z][^<>]*?\s(?:href|src)="([^"]*)"')
"""In the tags of finished pages, no two of which look alike to different parsers."""
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#?$")


def dead_links(files: Mapping[str, bytes], root: str) -> Iterator[tuple[str, str]]:
    """The links that lead nowhere: path of the page, and target as it stands there.

    Args:
        files: everything that was built, by path from the site's root.
        root: the path under which the site is published: `/` or `/guide/`.
    """
    ids: dict[str, frozenset[str]] = {}
    asked: dict[str, list[tuple[str, str]]] = {}
    for path in (path for path in files if path.endswith(".html")):
        html = files[path].decode()
        ids[path] = frozenset(ID.findall(html))
        for target in dict.fromkeys(TARGET.findall(html)):
            asked.setdefault(target, []).append((path, posixpath.dirname(path)))
    for target, places in asked.items():
        if ELSEWHERE.match(target):
            continue
        for path, folder in places:
            page, anchor = _resolved(folder, target, root)
            page = page if target[0] != "#" else path
            if page not in files or (anchor and page in ids and anchor not in ids[page]):
                yield path, unescape(target)


@lru_cache(maxsize=65536)
def _resolved(folder: str, target: str, root: str) -> tuple[str, str]:
    """The file to which a target leads, from the site's root, and the id in it."""
    address, _, anchor = unescape(target).partition("#")
    path = unquote(address.partition("?")[0])
    if path.startswith("/") and not path.startswith(root):  # out of the site
        return path, ""
    path = path.removeprefix(root) if path.startswith("/") else f"{folder}/{path}"
    path += "index.html" if not path or path.endswith("/") else ""
    return posixpath.normpath(path).lstrip("/"), unquote(anchor)
