"""Whether every link leads somewhere: pages, anchors, files, labels; and whether ids last.

Answers: where does each link of a source lead, and is something there? One function for each
fault; a link with one fault gives one finding. Addresses of other sites are not opened. The ids
of typed links are references.py's, the navigation is navigation.py's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from knowledge.finding import Finding
from knowledge.markdown.source import Form, Link, Source
from knowledge.markdown.urls import is_dangerous, is_foreign
from knowledge.site.link_targets import Target, from_root, target_of
from knowledge.site.site import Site
from knowledge.site.typed_links import generated_ids, has_anchor, is_given_by_the_build
from knowledge.suggestion import did_you_mean

RAW_HTML = (Form.HTML_LINK, Form.HTML_ASSET)
PLAIN_PATH = re.compile(r"[\w.#-][\w.#/-]*")
"""No scheme, no host, nothing that a browser leaves out."""
PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def missing_pages(site: Site) -> Iterator[Finding]:
    """LK001: a link to a page that does not exist."""
    for source, link, target in _relative_targets(site, _is_markdown):
        if target.is_page and _is_missing(target):
            yield _missing(source, link, target, "LK001", "page")


def missing_anchors(site: Site) -> Iterator[Finding]:
    """LK002: a link to an anchor that its page does not have."""
    for source, link, target in _relative_targets(site, _is_markdown):
        yield from _missing_anchor(site, source, link, target, "LK002")


def crossed_languages(site: Site) -> Iterator[Finding]:
    """LK003: a link that names a language folder or leads out of its own."""
    for source, link, target in _relative_targets(site, _is_any):
        if target.crosses_language:
            yield Finding(
                source.path,
                link.line,
                "LK003",
                f"the link '{link.target}' names a language or leaves this one's folder",
                f"Write '{target.without_language}', the path inside the language"
                if target.without_language
                else "Write the path inside the language, from this file's own folder",
            )


def absolute_paths(site: Site) -> Iterator[Finding]:
    """LK004: a link that begins at the root of the host."""
    for source, link in _links(site, _is_any):
        if link.target.startswith(("/", "\\")) and not is_foreign(link.target):
            yield Finding(
                source.path,
                link.line,
                "LK004",
                f"'{link.target}' begins at the root: from disk that is another place",
                f"Did you mean '{meant}'?"
                if (meant := from_root(site, source, link.target))
                else "Write the path from this file's own folder",
            )


def wrong_case(site: Site) -> Iterator[Finding]:
    """LK005: a link that differs from the name of a file in upper and lower case only."""
    for source, link, target in _relative_targets(site, _is_any):
        if target.with_right_case:
            yield Finding(
                source.path,
                link.line,
                "LK005",
                f"'{link.target}' and the name of the file differ in upper and lower case",
                f"Write '{target.with_right_case}'",
            )


def missing_assets(site: Site) -> Iterator[Finding]:
    """LK006: an image or another file that does not exist."""
    for source, link, target in _relative_targets(site, _is_markdown):
        if not target.is_page and _is_missing(target):
            yield _missing(source, link, target, "LK006", "file")


def broken_raw_html(site: Site) -> Iterator[Finding]:
    """LK007: `href` or `src` in raw HTML that leads nowhere; mkdocs does not look at these."""
    for source, link, target in _relative_targets(site, _is_raw_html):
        if _is_missing(target):
            yield _missing(source, link, target, "LK007", "file")
        elif target.exists:
            yield from _missing_anchor(site, source, link, target, "LK007")


def undefined_labels(site: Site) -> Iterator[Finding]:
    """LK008: `[text][label]` without a `[label]: target`."""
    for source, link in _links(site, lambda link: link.form is Form.REFERENCE):
        if link.target.lower() not in source.labels:
            yield Finding(
                source.path,
                link.line,
                "LK008",
                f"the label '{link.target}' is not defined in this file",
                did_you_mean(
                    link.target,
                    source.labels,
                    f"Add '[{link.target}]: page.md' below, or write '\\\\[' if it is no link",
                ),
            )


def empty_links(site: Site) -> Iterator[Finding]:
    """LK009: a link without a text or without a target."""
    for source, link in _links(site, _is_any):
        has_no_text = link.form in (Form.INLINE, Form.REFERENCE) and not link.text.strip()
        if not link.target.strip():
            yield Finding(
                source.path,
                link.line,
                "LK009",
                f"the link '{link.text}' has no target",
                "Write one",
            )
        elif has_no_text:
            yield Finding(
                source.path,
                link.line,
                "LK009",
                f"the link to '{link.target}' has no text",
                "Write what the reader will find there",
            )


def automatic_ids(site: Site) -> Iterator[Finding]:
    """LK010: a heading whose id the build would make up (`_1`), or that no link should rely on."""
    for source in site.sources.values():
        for heading in source.headings:
            if heading.id is None:
                yield Finding(
                    source.path,
                    heading.line,
                    "LK010",
                    f"the heading '{heading.text}' has no id of its own",
                    "Add one in ASCII, the same in every language: '{#short-name}'",
                )
            elif not _is_plain_id(heading.id):
                yield Finding(
                    source.path,
                    heading.line,
                    "LK010",
                    f"the id '{heading.id}' is not one that stays",
                    "Use lower-case ASCII letters, digits and hyphens: '{#short-name}'",
                )


def duplicate_ids(site: Site) -> Iterator[Finding]:
    """LK011: an id that stands twice on a page, or that the build gives too."""
    for source in site.sources.values():
        first_lines: dict[str, int] = {}
        for anchor in source.anchors:
            if is_given_by_the_build(anchor.id, site.data):
                yield Finding(
                    source.path,
                    anchor.line,
                    "LK011",
                    f"the build itself gives the id '{anchor.id}'",
                    "Use another one",
                )
            elif anchor.id in first_lines:
                yield Finding(
                    source.path,
                    anchor.line,
                    "LK011",
                    f"the id '{anchor.id}' stands on line {first_lines[anchor.id]} already",
                    "Give one of them another id",
                )
            first_lines.setdefault(anchor.id, anchor.line)


def plain_http(site: Site) -> Iterator[Finding]:
    """LK012: an address that begins with `http:`."""
    for source, link in _links(site, _is_any):
        is_loaded = link.is_loaded or link.text.lower() in source.loaded_labels
        if link.target.lower().startswith("http:") and not is_loaded:
            yield Finding(
                source.path,
                link.line,
                "LK012",
                f"'{link.target}' is not encrypted on its way",
                f"Write 'https:{link.target[len('http:') :]}' if the site answers there",
            )


def _links(site: Site, is_asked: Callable[[Link], bool]) -> Iterator[tuple[Source, Link]]:
    return (found for found in _harmless_links(site) if is_asked(found[1]))


@lru_cache(maxsize=1)
def _harmless_links(site: Site) -> tuple[tuple[Source, Link], ...]:
    """Every link that address.py does not report; every rule asks for them."""
    return tuple(
        (source, link)
        for source in site.sources.values()
        for link in source.links
        if not is_dangerous(link.target)
    )


def _relative_targets(
    site: Site, is_asked: Callable[[Link], bool]
) -> Iterator[tuple[Source, Link, Target]]:
    """The links that lead to a page or file of this site, by a relative path."""
    return (found for found in _relative_links(site) if is_asked(found[1]))


@lru_cache(maxsize=1)
def _relative_links(site: Site) -> tuple[tuple[Source, Link, Target], ...]:
    return tuple(
        (source, link, target_of(site, source, link.target, in_html=_is_raw_html(link)))
        for source, link in _harmless_links(site)
        if link.form is not Form.REFERENCE and _is_relative(link.target)
    )


def _is_any(_: Link) -> bool:
    return True


def _is_raw_html(link: Link) -> bool:
    return link.form in RAW_HTML


def _is_markdown(link: Link) -> bool:
    return not _is_raw_html(link)


def _is_relative(target: str) -> bool:
    if PLAIN_PATH.fullmatch(target):
        return True
    if not target.strip() or target.startswith(("/", "\\")):
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc


def _is_plain_id(text: str) -> bool:
    return PLAIN_ID.fullmatch(text) is not None


def _is_missing(target: Target) -> bool:
    return not (target.exists or target.crosses_language or target.with_right_case)


def _missing(source: Source, link: Link, target: Target, code: str, noun: str) -> Finding:
    remedy = did_you_mean(
        target.path, target.others, "Correct the path, counted from this file's own folder"
    )
    return Finding(source.path, link.line, code, f"there is no {noun} '{target.path}' here", remedy)


def _missing_anchor(
    site: Site, source: Source, link: Link, target: Target, code: str
) -> Iterator[Finding]:
    if target.page is None or not target.anchor:
        return
    if not has_anchor(target.page, target.anchor, site.data):
        ids = target.page.ids | generated_ids(target.page, site.data)
        where = "this page" if target.page.path == source.path else target.page.path
        prefix = link.target.partition("#")[0]
        yield Finding(
            source.path,
            link.line,
            code,
            f"there is no '#{target.anchor}' in {where}",
            did_you_mean(
                link.target,
                [f"{prefix}#{anchor}" for anchor in ids],
                "Use an id that stands there, or add one",
            ),
        )
