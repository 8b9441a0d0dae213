"""Whether a file beside the pages is a picture that a page can carry.

Answers: may a file of this kind be published, is it what its name says, and is it small enough for
a phone? Does not look at what a picture shows; what an SVG may hold is drawing.py's.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator

import imagesize

from knowledge.finding import Finding
from knowledge.rules.navigation import OTHER_ENDINGS
from knowledge.site.site import Site

BEGINNINGS: dict[str, re.Pattern[bytes]] = {
    ".avif": re.compile(rb".{4}ftypavi[fs]", re.DOTALL),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    ".svg": re.compile(rb"(?:\xef\xbb\xbf)?\s*<"),
}
"""The kinds of files that may stand beside pages, and how each begins."""
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")
"""What the name of a published file may be, with its folders."""
LARGEST = 300_000
"""Bytes of a picture."""
LONGEST = 4_000
"""Pixels of the longer side of a picture: more takes a phone's memory, and none shows more."""


def symbolic_links(site: Site) -> Iterator[Finding]:
    """SF011: a symbolic link; mkdocs would publish what it leads to."""
    for path in site.symbolic_links:
        yield Finding(
            path,
            0,
            "SF011",
            "this is a symbolic link, and the build would publish what it leads to",
            "Put the file itself here",
        )


def unpublished_kinds(site: Site) -> Iterator[Finding]:
    """SF012: a file that is no page and no picture, is not what its name says, or is misnamed."""
    for path in site.assets:
        if not NAME.fullmatch(path):
            yield Finding(
                path,
                0,
                "SF012",
                "the name of this file holds more than letters, digits, hyphens and dots",
                "Rename it in ASCII: an address, a zip file and every system can then carry it",
            )
    for path, content in site.assets.items():
        ending = posixpath.splitext(path)[1].lower()
        if path.endswith(OTHER_ENDINGS):
            continue
        beginning = BEGINNINGS.get(ending)
        if beginning is None:
            yield Finding(
                path,
                0,
                "SF012",
                "a file of this kind is not published",
                f"Use pages (.md) and pictures ({', '.join(sorted(BEGINNINGS))}), or delete it",
            )
        elif not beginning.match(content):
            yield Finding(
                path,
                0,
                "SF012",
                f"the name ends in '{ending}', and the content is something else",
                "Save the picture anew in that format, or correct the ending",
            )


def heavy_pictures(site: Site) -> Iterator[tuple[str, str]]:
    """Pictures with too many bytes or pixels, or whose pixels cannot be told: path and problem."""
    for path, content in site.assets.items():
        beginning = BEGINNINGS.get(posixpath.splitext(path)[1].lower())
        if beginning is None or not beginning.match(content) or path.endswith(OTHER_ENDINGS):
            continue
        if len(content) > LARGEST:
            yield path, f"{len(content):,} bytes; {LARGEST:,} are the most for a picture"
        elif not path.lower().endswith(".svg"):
            longer = max(imagesize.get(io.BytesIO(content)))
            if longer <= 0:
                yield path, "its width and height cannot be read"
            elif longer > LONGEST:
                yield path, f"{longer:,} pixels; {LONGEST:,} are the most for a side of a picture"
