"""Check that file names are valid on every system and in URLs, and replace no other file.

Answers: is the name of a page lower-case ASCII, is it unique on a case-insensitive file system, and
would a file overwrite one of the theme, of the build, or another page or picture?
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterator

from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, DependentFaults, PlacedFaults, site_rule
from knowledge.site.languages import DOCS, Languages
from knowledge.site.published_names import BUILD_FOLDERS, HOST_FILES, is_book, is_contacts_file
from knowledge.site.site import Site

SEGMENT = r"[a-z0-9]+(?:-+[a-z0-9]+)*"
NAME = re.compile(rf"(?:{SEGMENT}/)*{SEGMENT}\.md")
RESERVED_PAGE_NAMES = ("404.md", "assets", "search")
"""Names that the build itself uses in a language's folder."""
WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""File names that Windows reserves for devices, with or without an extension."""


@site_rule("SF018", "replacing-file", stops_build=True)
def replacing_files(site: Site) -> PlacedFaults:
    """A picture that would replace another file in the built site."""
    first: dict[str, str] = {}
    for path in (*site.sources, *site.assets):
        first.setdefault(folded(published_path(site, path)), path)
    for path in site.assets:
        url = published_path(site, path)
        if fault := _replaced_by(site, path, url, first):
            yield path, 0, f"this would be published as '{url}', {fault[0]}", fault[1]


@site_rule("SF020", "unusable-name", stops_build=True, breaks=Breaks.REST)
def unusable_names(site: Site) -> DependentFaults:
    """A page whose name is not valid on every system and in URLs, or is reserved."""
    paths: dict[str, str] = {}
    for path in (*site.sources, *site.assets):
        other = paths.setdefault(folded(path), path)
        if other != path:
            fact = f"'{other}' differs from this name in upper and lower case only"
            yield path, 0, fact, "Keep one of them"
    for path in site.assets:
        if taken := _device(path):
            yield path, 0, *_is_taken(taken)
    for source in site.pages():
        if fault := _fault_of_name(site.languages.page_path(source.path), site.languages):
            # Links and data may still name the page as it was called before.
            about = f"{_name_before(site, source)}#"
            yield source.path, 0, *fault, about, True


def published_path(site: Site, path: str) -> str:
    """Path of a published file from the site's root: `en/guide.html`."""
    language = site.languages.of(path)
    if language is None or language == site.languages.default:
        url = path.removeprefix(f"{DOCS}/{language}/" if language else f"{DOCS}/")
    else:
        url = path.removeprefix(f"{DOCS}/")
    folder, name = posixpath.split(url)
    if name.endswith(".md"):
        # mkdocs 1.6 publishes README.md as a folder's index (mkdocs/structure/files.py, File).
        stem = name.removesuffix(".md")
        name = "index.html" if stem == "README" else f"{stem}.html"
    return posixpath.join(folder, name)


def is_own(url: str) -> bool:
    """Whether the theme or the build writes to a path of a language, or to a folder around it."""
    plain = folded(url)
    first = plain.partition("/")[0]
    is_file = first in HOST_FILES or is_contacts_file(plain) or is_book(first)
    return is_file or plain.startswith(BUILD_FOLDERS)


def reserved_segment(page_path: str, languages: Languages) -> str:
    """First segment of a page path that the build, a language or Windows reserves; else empty."""
    first = page_path.partition("/")[0]
    if folded(first) in {folded(code) for code in languages.codes} | set(RESERVED_PAGE_NAMES):
        return first
    return _device(page_path)


def folded(path: str) -> str:
    """A path in NFKC without case, to compare as a case-insensitive file system does."""
    return unicodedata.normalize("NFKC", path).casefold()


def _device(path: str) -> str:
    """The part of a path that Windows reserves for a device; empty if there is none."""
    return next((part for part in path.split("/") if WINDOWS_DEVICE.fullmatch(folded(part))), "")


def _is_taken(name: str) -> tuple[str, str]:
    return f"'{name}' is a name of the build's or the system's own", "Choose another name"


def _name_before(site: Site, source: Source) -> str:
    """The likely old path of a renamed page, inside its language.

    That is the one page that is gone since the merge base, or else its own path, folded.
    """
    language = site.language_of(source)
    gone = [
        site.languages.page_path(path)
        for path, content in site.changed_since_merge_base.items()
        if content and path not in site.sources and site.languages.of(path) == language
    ]
    pages = [path for path in gone if path.endswith(".md")]
    return pages[0] if len(pages) == 1 else folded(site.languages.page_path(source.path))


def _fault_of_name(page_path: str, languages: Languages) -> tuple[str, str] | None:
    """Fact and remedy for a page's path inside its language; None if it is valid."""
    if taken := reserved_segment(page_path, languages):
        return _is_taken(taken)
    if not NAME.fullmatch(page_path):
        return (
            f"the name '{page_path}' holds more than lower-case letters, digits and hyphens",
            "Rename it in lower-case ASCII: every system and every address can then carry it",
        )
    return None


def _replaced_by(site: Site, path: str, url: str, first: dict[str, str]) -> tuple[str, str] | None:
    """What a picture would replace, and the remedy; None if it replaces nothing.

    `url` is its published path; `first` has the first file with each, by the path as `folded`.
    """
    language, default = site.languages.of(path), site.languages.default
    folder = folded(url).partition("/")[0] if "/" in url else ""
    is_at_root = language in (None, default)
    if is_at_root and folder in map(folded, site.languages.codes[1:]):
        return (
            f"among the pages of '{folder}'",
            f"Move it to '{DOCS}/{folder}/', or give the folder another name",
        )
    if is_own(url if is_at_root else url.removeprefix(f"{language}/")):
        return (
            "where the site has files of its own",
            f"Put it straight into '{DOCS}/assets/', or into another folder there",
        )
    for place in _path_and_parents(folded(url)):
        other = first.get(place, path)
        if folded(other) != folded(path):
            return f"where '{other}' is published too", "Rename it"
    return None


def _path_and_parents(url: str) -> Iterator[str]:
    """A path and the folders above it, none of which can be a file as well."""
    while url:
        yield url
        url = posixpath.dirname(url)
