"""Whether the name of a page can be an address, a file and a folder everywhere.

Answers: is it lower-case ASCII, is it a page's alone on systems that do not tell upper from lower
case, and does neither the build nor a system have it already?
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.site.languages import Languages
from knowledge.site.site import Site

PART = r"[a-z0-9]+(?:-+[a-z0-9]+)*"
NAME = re.compile(rf"(?:{PART}/)*{PART}\.md")
TAKEN = ("404.md", "assets", "search")
"""What the build itself writes into the folder of a language."""
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.md)?")
"""Names that Windows keeps for devices, with any ending."""


def unusable_names(site: Site) -> Iterator[Finding]:
    """SF020: a page whose name cannot be a file or an address everywhere, or is taken."""
    first: dict[str, str] = {}
    for path in (*site.sources, *site.assets):
        other = first.setdefault(folded(path), path)
        if other != path:
            problem = f"'{other}' differs from this name in upper and lower case only"
            yield Finding(path, 0, "SF020", problem, "Keep one of them")
    for source in site.sources.values():
        if site.languages.of(source.path) is None:  # it is no page: navigation.py says so
            continue
        if fault := fault_of(site.languages.page_path(source.path), site.languages):
            yield Finding(source.path, 0, "SF020", *fault)


def fault_of(page_path: str, languages: Languages) -> tuple[str, str] | None:
    """What is wrong with a page's path inside its language, and what to do; None if it is good."""
    if taken := taken_part(page_path, languages):
        return f"'{taken}' is a name of the build's or the system's own", "Choose another name"
    if not NAME.fullmatch(page_path):
        return (
            f"the name '{page_path}' holds more than lower-case letters, digits and hyphens",
            "Rename it in lower-case ASCII: every system and every address can then carry it",
        )
    return None


def taken_part(page_path: str, languages: Languages) -> str:
    """The part of a path that the build or Windows has taken; empty where all are free."""
    first, *_ = parts = page_path.split("/")
    if folded(first) in {folded(code) for code in languages.codes} | set(TAKEN):
        return first
    return next((part for part in parts if DEVICE.fullmatch(folded(part))), "")


def folded(path: str) -> str:
    """A path as systems see it that do not tell its letters apart."""
    return unicodedata.normalize("NFKC", path).casefold()
