"""Resolve the relative links of a source.

Answers: which page or file does a link point to, does it exist, and if not, is only its letter case
or its language wrong? Findings are reported in rules/links.py.
"""

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from knowledge.markdown.source import Source
from knowledge.site.languages import DOCS
from knowledge.site.mkdocs_yml import site_urls
from knowledge.site.site import Site

SCHEME = re.compile(r"https?://(?:www\.)?")
PAGE_ENDINGS = frozenset({".md", ".html", ".htm", ""})

PREVIEW = re.compile(
    r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(?=[/?#]|$)", re.IGNORECASE
)
"""The address of a preview on one's own computer."""


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved relative link. Replacements are written as link targets."""

    path: str
    """The path without its anchor, percent-decoded."""
    page_path: str
    """The same path from the folder of the language, whether or not a page is there."""
    anchor: str
    page: Source | None
    """The source of the page that a reader gets; None if there is none."""
    is_page: bool
    """Whether the path names a page rather than another file."""
    exists: bool
    crosses_language: bool
    without_language: str
    """Replacement that stays in the language; empty if that page does not exist either."""
    with_right_case: str
    """Replacement that differs in letter case only; empty if there is none."""
    others: tuple[str, ...]
    """The existing pages (or else files), as paths from the source's folder."""


def target_of(site: Site, source: Source, link_target: str, *, in_html: bool) -> Target:
    """Resolve a relative link; cached.

    Args:
        site: has the pages and files.
        source: the file with the link.
        link_target: relative, as written: `guide.md#how`, `../assets/a.png`, `#how`.
        in_html: whether it stands in raw HTML, which is published as it is: pages are `.html`
            there, and a path above the language's folder leads out of the site.
    """
    known = _known_targets(site)
    key = (source.path, link_target, in_html)
    if key not in known:
        known[key] = _Resolver(site, source, in_html).resolve(link_target)
    return known[key]


@lru_cache(maxsize=1)
def _known_targets(_: Site) -> dict[tuple[str, str, bool], Target]:
    """The cache of a site, by source path, link target and `in_html`."""
    return {}


def from_root(site: Site, source: Source, link_target: str) -> str:
    """Suggest a relative link for an absolute one, `/en/guide.html#how`; empty if none fits."""
    resolver = _Resolver(site, source, in_html=False)
    inside = unquote(link_target).strip().replace("\\", "/").lstrip("/")
    path, hash_sign, anchor = inside.partition("#")
    stem, ending = posixpath.splitext(path)
    page = f"{stem}.md" if ending == ".html" else posixpath.join(path, "index.md")
    suffix = hash_sign + anchor
    return resolver.own(f"{resolver.root}/{path}", suffix) or resolver.own(f"{DOCS}/{page}", suffix)


def inside_site(site: Site, link_target: str) -> str:
    """The path, from the root, of a URL of the published site or of its preview: `/en/guide.html`.

    Empty for another URL, and for one that the data has: another site may stand on the same host.
    """
    if "://" not in link_target or link_target.rstrip("/") in _urls_of_data(site):
        return ""
    if preview := PREVIEW.match(link_target):
        return "/" + link_target[preview.end() :].lstrip("/")
    wanted = SCHEME.sub("", link_target.lower())
    for url in site_urls(site.configuration):
        own = SCHEME.sub("", url.lower()).rstrip("/")
        if wanted.startswith(own) and wanted[len(own) : len(own) + 1] in ("", "/", "#", "?"):
            return "/" + link_target[len(link_target) - len(wanted) + len(own) :].lstrip("/")
    return ""


@lru_cache(maxsize=1)
def _urls_of_data(site: Site) -> frozenset[str]:
    urls = [source.url for source in site.data.sources.values()]
    urls += [contact.page for contact in site.data.contacts.values()]
    return frozenset(url.rstrip("/") for url in urls)


def _path_and_anchor(link_target: str) -> tuple[str, str]:
    """The percent-decoded path of a relative link, without its query, and its anchor."""
    path, _, anchor = link_target.strip().partition("#")
    return unquote(path.partition("?")[0]), anchor


class _Resolver:
    """Resolves the links of one source."""

    def __init__(self, site: Site, source: Source, in_html: bool) -> None:
        self.site = site
        self.source = source
        self.in_html = in_html
        self.language = site.language_of(source)
        self.folder = posixpath.dirname(source.path)
        self.root = f"{DOCS}/{self.language}"

    def resolve(self, link_target: str) -> Target:
        path, anchor = _path_and_anchor(link_target)
        resolved = posixpath.normpath(f"{self.folder}/{path}")  # a decoded path may begin with "/"
        page = self.page(resolved) if path else self.source
        exists = page is not None or self.asset_exists(resolved)
        crosses = self.leaves(path, resolved) or (not exists and self.names_language(resolved))
        is_page = posixpath.splitext(path)[1] in PAGE_ENDINGS
        suffix = f"#{anchor}" if anchor else ""
        others = () if exists else self.others(is_page)
        case = next((o for o in others if not crosses and self.is_same_but_case(o, resolved)), "")
        return Target(
            path=path,
            page_path=posixpath.relpath(resolved, self.root),
            anchor=anchor,
            page=page,
            is_page=is_page,
            exists=exists,
            crosses_language=crosses,
            without_language=self.own(resolved, suffix) if crosses else "",
            with_right_case=case and f"{case}{suffix}",
            others=others,
        )

    def page(self, resolved: str) -> Source | None:
        """The page of this language, or its fallback, at a path from the repository's root."""
        if not resolved.startswith(f"{self.root}/"):
            return None
        page_path = resolved.removeprefix(f"{self.root}/")
        if self.in_html:
            stem, ending = posixpath.splitext(page_path)
            page_path = f"{stem}.md" if ending == ".html" else ""
        return self.site.shown(page_path, self.language)

    def asset_exists(self, resolved: str) -> bool:
        """Whether an asset exists, in the folder of the language or shared by all languages."""
        if resolved.startswith(f"{self.root}/"):
            inside = resolved.removeprefix(f"{self.root}/")
            default = f"{DOCS}/{self.site.languages.default}"
            places = [resolved, f"{default}/{inside}"]
            places += [f"{DOCS}/{inside}"] if self.reaches_shared_files() else []
            return any(place in self.site.assets for place in places)
        # Raw HTML reaches shared files from the folder that another language is published in.
        is_below_root = not self.in_html or self.language != self.site.languages.default
        is_shared = self.site.languages.of(resolved) is None and is_below_root
        return is_shared and resolved in self.site.assets

    def reaches_shared_files(self) -> bool:
        """Whether a path inside the language can reach shared files: raw HTML is not rewritten."""
        return not self.in_html or self.language == self.site.languages.default

    def leaves(self, path: str, resolved: str) -> bool:
        """Whether a path leads out of its language's folder, and not to a shared file."""
        is_inside = f"{self.folder}/".startswith(f"{self.root}/")
        if is_inside and ".." not in path:
            return False
        folder = self.folder[len(self.root) + 1 :] if is_inside else ""
        folder = folder or posixpath.relpath(self.folder, self.root)
        if not posixpath.normpath(posixpath.join(folder, path)).startswith("../"):
            return False
        is_page = posixpath.splitext(path)[1] in PAGE_ENDINGS
        is_lost = self.in_html and not self.asset_exists(resolved)
        return is_page or is_lost or self.site.languages.of(resolved) is not None

    def names_language(self, resolved: str) -> bool:
        """Whether a path inside its language's folder begins with the code of a language."""
        first = resolved.removeprefix(f"{self.root}/").partition("/")[0]
        return first in self.site.languages.codes

    def own(self, resolved: str, suffix: str) -> str:
        """Suggest a link to a page or file of this language; empty if it does not exist."""
        inside = resolved
        for prefix in (f"{self.root}/", f"{DOCS}/"):
            inside = inside.removeprefix(prefix)
        first, _, rest = inside.partition("/")
        page_path = rest if first in self.site.languages.codes else inside
        wanted = f"{self.root}/{page_path}"
        exists = self.site.shown(page_path, self.language) or self.asset_exists(wanted)
        return posixpath.relpath(wanted, self.folder) + suffix if exists else ""

    def others(self, is_page: bool) -> tuple[str, ...]:
        if is_page:
            pages = (source.path for source in self.site.in_language(self.language))
            names = (posixpath.relpath(path, self.folder) for path in pages)
            return tuple(f"{n.removesuffix('.md')}.html" if self.in_html else n for n in names)
        inside = (self.inside(path) for path in sorted(self.site.assets))
        return tuple(posixpath.relpath(f"{self.root}/{i}", self.folder) for i in inside if i)

    def inside(self, path: str) -> str:
        """Path of a file inside this language; empty if it is not published there."""
        language = self.site.languages.of(path)
        if language is None:
            return path.removeprefix(f"{DOCS}/") if self.reaches_shared_files() else ""
        is_shown = language in (self.language, self.site.languages.default)
        return path.removeprefix(f"{DOCS}/{language}/") if is_shown else ""

    def is_same_but_case(self, other: str, resolved: str) -> bool:
        path = posixpath.normpath(posixpath.join(self.folder, other))
        return path != resolved and path.lower() == resolved.lower()
