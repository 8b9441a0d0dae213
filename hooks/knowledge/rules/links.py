"""Check that every link leads to an existing page, anchor, file or label.

Answers: does the target of each link in a source exist, and is each label defined once, so that a
link leads where a reviewer sees? One function for each fault; a link with one fault gives one
finding. External URLs are not requested. Typed links are checked in
typed_links.py, the navigation in navigation.py.
"""

import posixpath
import re
from collections import Counter
from functools import lru_cache

from knowledge.markdown.source import Form, Link, Source, read
from knowledge.markdown.urls import is_dangerous, is_from_root, is_relative
from knowledge.rules.lost_anchors import lost_anchor
from knowledge.rules.rule import DependentFaults, Faults, FaultsAbout, site_rule, source_rule
from knowledge.site.link_targets import (
    PREVIEW,
    Target,
    from_root,
    inside_site,
    target_of,
)
from knowledge.site.redirects import renamed_to
from knowledge.site.site import Site
from knowledge.site.typed_links import generated_ids, has_anchor
from knowledge.suggestion import did_you_mean

RAW_HTML = (Form.HTML_LINK, Form.HTML_ASSET)
HOST = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|[a-z]{2}\.[a-z]{2}|jp)(?:/|$)")
"""What looks like the host of another site."""


@source_rule("LK001", "missing-page")
def missing_pages(source: Source, site: Site) -> FaultsAbout:
    """A link to a page that does not exist."""
    for link, target in _relative_links(site)[source]:
        if not _is_raw_html(link) and target.is_page and _is_missing(target):
            line, fact, remedy = _missing(link, target, "page")
            if now := renamed_to(site, target.page_path, target.anchor):
                remedy = _write_now(_path_now(source, site, now[0]), now[1])
            yield line, fact, remedy, f"{target.page_path}#"


@site_rule("LK002", "missing-anchor")
def missing_anchors(site: Site) -> DependentFaults:
    """A link to an anchor that its page does not have, or an id that only one language lost."""
    counts: Counter[tuple[str, str]] = Counter()
    for source in site.every_source():
        for link, target in _relative_links(site)[source]:
            faults = () if _is_raw_html(link) else _missing_anchor(source, site, link, target)
            for line, fact, remedy in faults:
                page = target.page or source
                counts[page.path, target.anchor] += 1
                yield source.path, line, fact, remedy, f"{page.path}#{target.anchor}"
    for path, content in site.changed_since_merge_base.items():
        before = read(path, content).ids if content and path in site.sources else frozenset()
        for anchor in sorted(before - (site.sources[path].ids if before else before)):
            counts.setdefault((path, anchor), 0)
    for (path, anchor), count in counts.items():
        yield from lost_anchor(site, path, anchor, count)


@source_rule("LK003", "crossed-language")
def crossed_languages(source: Source, site: Site) -> Faults:
    """A link that names a language folder or leaves its own."""
    for link, target in _relative_links(site)[source]:
        if target.crosses_language:
            fact = f"the link '{link.target}' names a language or leaves this one's folder"
            remedy = "Write the path inside the language, from this file's own folder"
            if target.without_language:
                remedy = f"Write '{target.without_language}', the path inside the language"
            yield link.line, fact, remedy


@source_rule("LK004", "absolute-path")
def absolute_paths(source: Source, site: Site) -> Faults:
    """A link with an absolute path or the site's own URL, which breaks when opened from disk."""
    for link in _links(source):
        path = inside_site(site, link.target)
        if path or is_from_root(link.target):
            fact = f"'{link.target}' begins at the root: from disk that is another place"
            if path:
                whose = "your preview's" if PREVIEW.match(link.target) else "this site's own"
                fact = f"'{link.target}' is {whose} address, which nothing checks"
            meant = from_root(site, source, path or link.target)
            remedy = (
                f"Did you mean '{meant}'?"
                if meant
                else "Write the path from this file's own folder"
            )
            yield link.line, fact, remedy


@source_rule("LK005", "wrong-case")
def wrong_case(source: Source, site: Site) -> FaultsAbout:
    """A link whose path differs from the name of a file in case only."""
    for link, target in _relative_links(site)[source]:
        if target.with_right_case:
            fact = f"'{link.target}' and the name of the file differ in upper and lower case"
            about = f"{target.page_path}#"
            yield link.line, fact, f"Write '{target.with_right_case}'", about


@source_rule("LK006", "missing-asset")
def missing_assets(source: Source, site: Site) -> Faults:
    """An image or another file that does not exist."""
    for link, target in _relative_links(site)[source]:
        if not _is_raw_html(link) and not target.is_page and _is_missing(target):
            yield _missing(link, target, "file")


@source_rule("LK007", "broken-raw-html")
def broken_raw_html(source: Source, site: Site) -> Faults:
    """`href` or `src` in raw HTML without an existing target; mkdocs does not check these."""
    for link, target in _relative_links(site)[source]:
        if _is_raw_html(link) and _is_missing(target):
            yield _missing(link, target, "file")
        elif _is_raw_html(link) and target.exists:
            yield from _missing_anchor(source, site, link, target)


@source_rule("LK008", "undefined-label")
def undefined_labels(source: Source, site: Site) -> Faults:
    """`[text][label]` without a `[label]: target`, or a definition that nothing uses."""
    for link in _links(source):
        if link.form is Form.REFERENCE and link.target.lower() not in source.labels:
            otherwise = f"Add '[{link.target}]: page.md' below, or write '\\\\[' if it is no link"
            remedy = did_you_mean(link.target, source.labels, otherwise)
            yield link.line, f"the label '{link.target}' is not defined in this file", remedy
    used = {link.target.lower() for link in source.links if link.form is Form.REFERENCE}
    for link in source.links:
        if link.form is Form.DEFINITION and link.text.lower() not in used:
            fact = f"nothing refers to the label '{link.text}', so readers do not see this line"
            yield link.line, fact, "Delete it, or write it as a text"


@source_rule("SF025", "repeated-label", stops_build=True)
def repeated_labels(source: Source, _: Site) -> Faults:
    """A label that is defined twice on a page: the last definition holds for every link."""
    first: dict[str, int] = {}
    for link in source.links:
        if link.form is not Form.DEFINITION:
            continue
        label = link.text.lower()
        if label in first:
            fact = f"the label '{link.text}' stands on line {first[label]} already, and the last"
            yield link.line, f"{fact} definition holds for all links", "Give this one another name"
        first.setdefault(label, link.line)


@source_rule("LK009", "empty-link")
def empty_links(source: Source, site: Site) -> Faults:
    """A link without a text or a target, or a picture without an alternative text."""
    with_text = (Form.INLINE, Form.REFERENCE, Form.IMAGE)
    for link in _links(source):
        has_no_text = link.form in with_text and not link.text.strip()
        if not link.target.strip():
            yield link.line, f"the link '{link.text}' has no target", "Write one"
        elif has_no_text and link.is_loaded:
            fact = f"the picture '{link.target}' has no alternative text"
            yield link.line, fact, "Say between the brackets what it shows: '![...](...)'"
        elif has_no_text:
            fact = f"the link to '{link.target}' has no text"
            yield link.line, fact, "Write what the reader will find there"
    for element in source.elements:
        if element.name == "img" and "alt" not in dict(element.attributes):
            yield element.line, "this '<img>' has no alternative text", 'Add alt="what it shows"'


@source_rule("LK012", "plain-http")
def plain_http(source: Source, site: Site) -> Faults:
    """A URL that begins with `http:`."""
    for link in _links(source):
        is_loaded = link.is_loaded or link.text.lower() in source.loaded_labels
        is_loaded = is_loaded or PREVIEW.match(link.target) is not None
        if link.target.lower().startswith("http:") and not is_loaded:
            remedy = f"Write 'https:{link.target[len('http:') :]}' if the site answers there"
            yield link.line, f"'{link.target}' is not encrypted on its way", remedy


def _path_now(source: Source, site: Site, page_path: str) -> str:
    """The path of a page, from the folder of a source."""
    own = site.languages.page_path(source.path)
    return posixpath.relpath(page_path, posixpath.dirname(own) or ".")


def _write_now(path: str, anchor: str) -> str:
    """The remedy for a link to a renamed page or anchor."""
    return f"Its name is '{path}{'#' if anchor else ''}{anchor}' now: write that"


@lru_cache(maxsize=1024)
def _links(source: Source) -> tuple[Link, ...]:
    """The links of a source, without the dangerous ones that urls.py reports."""
    return tuple(link for link in source.links if not is_dangerous(link.target))


@lru_cache(maxsize=1)
def _relative_links(site: Site) -> dict[Source, tuple[tuple[Link, Target], ...]]:
    """The links of each source with a relative path, each with its target in this site."""
    return {
        source: tuple(
            (link, target_of(site, source, link.target, in_html=_is_raw_html(link)))
            for link in _links(source)
            if link.form is not Form.REFERENCE and is_relative(link.target)
        )
        for source in site.every_source()
    }


def _is_raw_html(link: Link) -> bool:
    return link.form in RAW_HTML


def _is_missing(target: Target) -> bool:
    return not (target.exists or target.crosses_language or target.with_right_case)


def _missing(link: Link, target: Target, noun: str) -> tuple[int, str, str]:
    otherwise = "Correct the path, counted from this file's own folder"
    if HOST.match(target.path):
        otherwise = f"Write 'https://{target.path}' if it is another site; mostly it is a source"
    remedy = did_you_mean(target.path, target.others, otherwise)
    return link.line, f"there is no {noun} '{target.path}' here", remedy


def _missing_anchor(source: Source, site: Site, link: Link, target: Target) -> Faults:
    if target.page is None or not target.anchor:
        return
    if not has_anchor(target.page, target.anchor, site.data):
        ids = target.page.ids | generated_ids(target.page, site.data)
        where = "this page" if target.page.path == source.path else target.page.path
        prefix = link.target.partition("#")[0]
        existing = [f"{prefix}#{anchor}" for anchor in ids]
        remedy = did_you_mean(link.target, existing, "Use an id that stands there, or add one")
        page_path = site.languages.page_path(target.page.path)
        now_on, new = renamed_to(site, page_path, target.anchor) or ("", "")
        if now_on == page_path:
            remedy = _write_now(prefix, new)
        elif now_on and not _is_raw_html(link):
            remedy = _write_now(_path_now(source, site, now_on), new)
        yield link.line, f"there is no '#{target.anchor}' in {where}", remedy
