"""Whether the sections of a page and of its translation hold the same links, pictures and cards.

Answers: what stands in one section and not in its counterpart? A link that leads nowhere is
reported by links.py and references.py, and by nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.finding import Finding
from knowledge.markdown.sections import TOP, section_at
from knowledge.markdown.source import Form, Link, Source
from knowledge.site.counterparts import Pair, comparable_pairs
from knowledge.site.link_targets import target_of
from knowledge.site.site import Site
from knowledge.site.typed_links import SCHEMES, cards, has_anchor


@dataclass(frozen=True, slots=True)
class Part:
    """One link, picture or card."""

    line: int
    key: str
    """What it leads to or shows, the same in every language."""
    target: str
    """As written."""
    is_faulty: bool
    """Whether it leads nowhere, which another rule reports."""


def different_links(site: Site) -> Iterator[Finding]:
    """PA006: a link to a page, a contact, a source or a term that one page of a pair lacks."""
    yield from _different_parts(site, "PA006", "link", _links_in)


def different_pictures(site: Site) -> Iterator[Finding]:
    """PA007: a picture or a contact card that one page of a pair lacks."""
    yield from _different_parts(site, "PA007", "picture or card", _pictures_in)


def _different_parts(
    site: Site, code: str, noun: str, parts_in: Callable[[Site, Source], Iterator[Part]]
) -> Iterator[Finding]:
    for pair in comparable_pairs(site):
        there = _by_section(pair.original, parts_in(site, pair.original))
        here = _by_section(pair.translation, parts_in(site, pair.translation))
        for section in dict.fromkeys((*there, *here)):
            # A section that only one of them has is parity.py's.
            if section == TOP or {section} <= pair.original_lines.keys() & pair.translated_lines:
                for missing, extra in _unequal(there.get(section, []), here.get(section, [])):
                    line = extra.line if extra else pair.translated_lines.get(section, 1)
                    start = pair.original_lines.get(section, 1)
                    words = _words(pair, noun, start, missing, extra)
                    yield Finding(pair.translation.path, line, code, *words)


def _by_section(source: Source, parts: Iterator[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for part in parts:
        found.setdefault(section_at(source, part.line), []).append(part)
    return found


def _unequal(there: list[Part], here: list[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    """The parts of one section that the other has not, two and two where both lack one.

    A part that is itself at fault, and reported for that, stands for one that is missing.
    """
    wanted, found = {part.key for part in there}, {part.key for part in here}
    missing = [p for p in _first_of_each(there) if p.key not in found and not p.is_faulty]
    extra = [p for p in _first_of_each(here) if p.key not in wanted and not p.is_faulty]
    missing = missing[sum(part.is_faulty for part in here) :]
    extra = extra[sum(part.is_faulty for part in there) :]
    for index in range(max(len(missing), len(extra))):
        yield (
            missing[index] if index < len(missing) else None,
            extra[index] if index < len(extra) else None,
        )


def _first_of_each(parts: list[Part]) -> list[Part]:
    return list({part.key: part for part in reversed(parts)}.values())[::-1]


def _words(
    pair: Pair, noun: str, section_line: int, missing: Part | None, extra: Part | None
) -> tuple[str, str]:
    """Problem and remedy.

    Args:
        pair: the two pages.
        noun: what differs.
        section_line: where the section begins in the original.
        missing: what the translation lacks.
        extra: what the original lacks.
    """
    there = pair.original.path
    if missing and extra:
        return (
            f"the {noun} '{extra.target}' stands here, where {there}:{missing.line} has "
            f"'{missing.target}'"
        ), "Write the same in both, or correct the one that is wrong"
    if missing:
        return (
            f"the {noun} '{missing.target}' of {there}:{missing.line} is missing here"
        ), "Add it to this section"
    return (
        f"the {noun} '{extra.target if extra else ''}' stands here and not in the section at "
        f"{there}:{section_line}"
    ), "Add it there, or take it out"


def _pictures_in(_: Site, source: Source) -> Iterator[Part]:
    for link in source.links:
        if link.is_loaded:
            yield Part(link.line, link.target, link.target, is_faulty=False)
    for card in cards(source):
        target = f"contact:{card.contact}"
        yield Part(card.line, f"card {target}", target, is_faulty=False)


def _links_in(site: Site, source: Source) -> Iterator[Part]:
    for link in source.links:
        scheme, colon, found = link.target.partition(":")
        if link.is_loaded or link.form is Form.REFERENCE:
            continue
        if colon and scheme in SCHEMES:
            is_faulty = found not in site.data.ids.get(scheme, frozenset())
            yield Part(link.line, link.target, link.target, is_faulty)
        elif not colon:
            yield _page_link(site, source, link)


def _page_link(site: Site, source: Source, link: Link) -> Part:
    target = target_of(site, source, link.target, in_html=link.form is Form.HTML_LINK)
    if target.page is None:
        return Part(link.line, link.target, link.target, is_faulty=target.is_page)
    page_path = site.languages.page_path(target.page.path)
    is_faulty = bool(target.anchor) and not has_anchor(target.page, target.anchor, site.data)
    return Part(link.line, f"{page_path}#{target.anchor}", link.target, is_faulty)
