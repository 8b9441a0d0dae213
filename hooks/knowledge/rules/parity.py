"""Check that translations have the same structure as the pages of the default language.

Answers: does a translation have the same ids, in the same order and at the same heading level, and
the same lists, links, pictures and cards in each section? Compares structure, never prose. A page
of an abridged language may leave out anything but an exception from advice; what it has, the
original has too. Headings without an id and broken links are reported by links.py and
typed_links.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import zip_longest

from knowledge.markdown.front_matter import Key
from knowledge.markdown.sections import differences, section_at
from knowledge.markdown.sentences import FOLDED_CLASS, folds
from knowledge.markdown.source import Form, Link, Source
from knowledge.markdown.urls import is_from_root, is_relative
from knowledge.rules.rule import Faults, FaultsAbout, pair_rule
from knowledge.rules.typed_links import unknown_scheme
from knowledge.site.counterparts import PagePair, pairs
from knowledge.site.languages import source_in
from knowledge.site.link_targets import inside_site, target_of
from knowledge.site.site import Site
from knowledge.site.typed_links import CONTACTS_PAGE, SCHEMES, cards, has_anchor


@dataclass(frozen=True, slots=True)
class SectionItem:
    """One link, picture or card of a section."""

    line: int
    """1-based."""
    key: str
    """Its target without the language, to compare it with the counterpart's."""
    target: str
    """Its target as written."""
    is_faulty: bool
    """Whether the link is broken, which another rule reports."""


@pair_rule("PA003", "different-id")
def different_ids(pair: PagePair, site: Site) -> FaultsAbout:
    """An id that only one page of a pair has."""
    original, lines = pair.original.path, pair.translated_lines
    if pair.is_abridged:
        yield from _ids_of_abridged(pair, site)
        return
    for place in differences(list(pair.original_lines), list(lines)):
        missing, extra, after = place.missing, place.extra, place.after
        there = f"{original}:{pair.original_lines[missing]}" if missing else ""
        if missing and extra:
            fact = f"the id '#{extra}' stands here, where {there} has '#{missing}'"
            yield lines[extra], fact, "Use the same id in every language", f"{original}#{extra}"
        elif missing:
            behind = f"behind '#{after}'" if after else "at the beginning"
            fact = f"the passage '#{missing}' of {there} is missing here"
            about = f"{pair.translation.path}#{missing}"
            yield lines.get(after, 1), fact, f"Add it {behind}, with the same id", about
        else:
            fact = f"the passage '#{extra}' stands here and not in {original}"
            yield lines[extra], fact, "Add it there, or take it out", f"{original}#{extra}"


def _ids_of_abridged(pair: PagePair, site: Site) -> FaultsAbout:
    """Faults for ids that the original lacks, and missing ones that a fallback page links to."""
    original = pair.original.path
    for name, line in pair.translated_lines.items():
        if name not in pair.original_lines:
            fact = f"the passage '#{name}' stands here and not in {original}"
            yield line, fact, "Add it there, or take it out", f"{original}#{name}"
    needed = _needed_by_fallbacks(site, site.language_of(pair.translation))
    page_path = site.languages.page_path(original)
    for name, line in pair.original_lines.items():
        if name not in pair.translated_lines and (link := needed.get(f"{page_path}#{name}")):
            fact = f"the passage '#{name}' of {original}:{line} is missing here"
            fact += f", and {link} leads to it"
            yield 1, fact, "Add it, with the same id", f"{pair.translation.path}#{name}"


@lru_cache(maxsize=8)
def _needed_by_fallbacks(site: Site, language: str) -> dict[str, str]:
    """The anchors that pages without a counterpart link to, each with the place of a link."""
    missing = (path for path in site.originals() if source_in(language, path) not in site.sources)
    fallbacks = (site.shown(path, language) for path in missing)
    return {
        item.key: f"{source.path}:{item.line}"
        for source in fallbacks
        if source is not None
        for item in _links_in(source, site)
    }


@pair_rule("PA004", "moved-id")
def moved_ids(pair: PagePair, _: Site) -> Faults:
    """An id at another position than in the default language."""
    common = [i for i in pair.original_lines if i in pair.translated_lines]
    here = [i for i in pair.translated_lines if i in pair.original_lines]
    matcher = SequenceMatcher(None, common, here, autojunk=False)
    for kind, _a, _b, start, end in matcher.get_opcodes():
        if kind in ("insert", "replace") and start < end:
            moved = here[start]
            before = common[common.index(moved) - 1] if common.index(moved) else ""
            there = f"{pair.original.path}:{pair.original_lines[moved]}"
            remedy = f"Move it behind '#{before}'" if before else "Move it to the beginning"
            fact = f"'#{moved}' stands at another place than in {there}"
            yield pair.translated_lines[moved], fact, remedy


@pair_rule("PA005", "different-level")
def different_levels(pair: PagePair, _: Site) -> Faults:
    """A heading whose level, or whose folding, differs from that in the default language."""
    there = {heading.id: heading.level for heading in pair.original.headings}
    here = {heading.id: heading.level for heading in pair.translation.headings}
    folding = {heading.id for heading in pair.original.headings if folds(heading)}
    for name, line in pair.translated_lines.items():
        wanted, found = there.get(name), here.get(name)
        if name in pair.original_lines and wanted != found:
            place = f"{pair.original.path}:{pair.original_lines[name]}"
            fact = f"'#{name}' is {_rank(found)} here and {_rank(wanted)} in {place}"
            remedy = "Give the id to the text as there, not to a heading"
            if wanted:
                remedy = f"Write it as a heading that begins with '{'#' * wanted}'"
            yield line, fact, remedy
    for heading in pair.translation.headings:
        name = heading.id or ""
        if name in pair.original_lines and folds(heading) != (name in folding):
            place = f"{pair.original.path}:{pair.original_lines[name]}"
            where = f"here and not in {place}" if folds(heading) else f"in {place} and not here"
            fact = f"what stands below '#{name}' is folded {where}"
            yield heading.line, fact, f"Write '.{FOLDED_CLASS}' into both headings, or into none"


@pair_rule("PA006", "different-link")
def different_links(pair: PagePair, site: Site) -> Faults:
    """A link to a page, a contact, a source or a term that one page of a pair lacks."""
    there, here = _links_in(pair.original, site), _links_in(pair.translation, site)
    if pair.is_abridged:
        yield from _missing_exceptions(pair, site)
        foreign = (item for item in here if not _leads_to_own_page(item, pair, site))
        yield from _extra_items(pair, "link", there, foreign)
    else:
        yield from _different_items(pair, "link", there, here)


@pair_rule("PA007", "different-picture")
def different_pictures(pair: PagePair, site: Site) -> Faults:
    """A picture or a contact card that one page of a pair lacks."""
    there, here = _pictures_in(pair.original, site), _pictures_in(pair.translation, site)
    # Every contact without a number is linked to its card there.
    has_all = site.languages.page_path(pair.original.path) == CONTACTS_PAGE
    compare = _extra_items if pair.is_abridged and not has_all else _different_items
    return compare(pair, "picture or card", there, here)


@pair_rule("PA008", "different-list", pairs=pairs)
def different_lists(pair: PagePair, _: Site) -> Faults:
    """A generated list that the front matter names in one language only."""
    wanted, found = pair.original.meta(Key.LIST), pair.translation.meta(Key.LIST)
    if wanted != found:
        there = f"{pair.original.path}:{pair.original.meta_line(Key.LIST)}"
        fact = f"{_list_line(found)} here, and {_list_line(wanted)} in {there}"
        yield pair.translation.meta_line(Key.LIST), fact, "Write the same in both"


def _rank(level: int | None) -> str:
    return f"a heading of level {level}" if level else "no heading"


def _list_line(name: str) -> str:
    return f"'{Key.LIST}: {name}' stands" if name else f"no '{Key.LIST}:' stands"


def _different_items(
    pair: PagePair, noun: str, there: Iterator[SectionItem], here: Iterator[SectionItem]
) -> Faults:
    """Faults for the items, each a `noun`, in a section of one page and not of the other."""
    wanted, found = _by_section(pair.original, there), _by_section(pair.translation, here)
    comparable = pair.comparable_sections()
    for section in (each for each in dict.fromkeys((*wanted, *found)) if each in comparable):
        place = f"{pair.original.path}:{pair.original_lines.get(section, 1)}"
        start = pair.translated_lines.get(section, 1)
        for missing, extra in _unequal(wanted.get(section, []), found.get(section, [])):
            other = f"{pair.original.path}:{missing.line}" if missing else place
            if missing and extra:
                fact = f"the {noun} '{extra.target}' stands here, where {other} has"
                remedy = "Write the same in both, or correct the one that is wrong"
                yield extra.line, f"{fact} '{missing.target}'", remedy
            elif missing:
                fact = f"the {noun} '{missing.target}' of {other} is missing here"
                yield start, fact, "Add it to this section"
            elif extra:
                fact = f"the {noun} '{extra.target}' stands here and not in the section at {other}"
                yield extra.line, fact, "Add it there, or take it out"


def _leads_to_own_page(item: SectionItem, pair: PagePair, site: Site) -> bool:
    """Whether a link of a translation leads to a page that is written in its language.

    An abridged page may link to such a page instead of to one that is only a fallback.
    """
    page_path = item.key.partition("#")[0]
    return source_in(site.language_of(pair.translation), page_path) in site.sources


def _extra_items(
    pair: PagePair, noun: str, there: Iterator[SectionItem], here: Iterator[SectionItem]
) -> Faults:
    """Faults for the items of an abridged page that its original has nowhere."""
    known = {item.key for item in there}
    for item in here:
        if item.key not in known and not item.is_faulty:
            fact = f"the {noun} '{item.target}' stands here and not in {pair.original.path}"
            yield item.line, fact, "Add it there, or take it out"


def _missing_exceptions(pair: PagePair, site: Site) -> Faults:
    """Faults for exceptions from advice (prose.yml) that an abridged page leaves out."""
    there = {item.key for item in _links_in(pair.original, site)}
    here = {item.key for item in _links_in(pair.translation, site)}
    for phrase in site.data.prose.links:
        targets = (each for each in (phrase.other, phrase.second) if each)
        keys = {each if "#" in each else f"{each}#" for each in targets}
        if phrase.language == site.languages.default and keys & there and not keys & here:
            fact = f"no link to '{phrase.other}' stands here, and one does in {pair.original.path}"
            yield 1, fact, f"Add it: {phrase.reason[:1].lower()}{phrase.reason[1:].rstrip('.')}"


def _by_section(source: Source, items: Iterator[SectionItem]) -> dict[str, list[SectionItem]]:
    """Items by the id of their section."""
    found: dict[str, list[SectionItem]] = {}
    for item in items:
        found.setdefault(section_at(source, item.line), []).append(item)
    return found


def _unequal(
    there: list[SectionItem], here: list[SectionItem]
) -> Iterator[tuple[SectionItem | None, SectionItem | None]]:
    """Pairs of an item missing in the translation and one missing in the original; None pads.

    A faulty item, which another rule reports, counts as the one that is missing on its page.
    """
    wanted, found = {item.key for item in there}, {item.key for item in here}
    missing = [i for i in _first_of_each(there) if i.key not in found and not i.is_faulty]
    extra = [i for i in _first_of_each(here) if i.key not in wanted and not i.is_faulty]
    missing = missing[sum(item.is_faulty for item in here) :]
    extra = extra[sum(item.is_faulty for item in there) :]
    return zip_longest(missing, extra)


def _first_of_each(items: list[SectionItem]) -> list[SectionItem]:
    return list({item.key: item for item in reversed(items)}.values())[::-1]


def _pictures_in(source: Source, site: Site) -> Iterator[SectionItem]:
    for link in source.links:
        if link.is_loaded:
            yield SectionItem(link.line, link.target, link.target, is_faulty=False)
    for card in cards(source):
        target = f"contact:{card.id}"
        is_faulty = card.id not in site.data.ids.get("contact", frozenset())
        yield SectionItem(card.line, f"card {target}", target, is_faulty)


def _links_in(source: Source, site: Site) -> Iterator[SectionItem]:
    for link in source.links:
        scheme, colon, found = link.target.partition(":")
        if link.is_loaded or link.form is Form.REFERENCE:
            continue
        if colon and scheme in SCHEMES:
            is_faulty = found not in site.data.ids.get(scheme, frozenset())
            yield SectionItem(link.line, link.target, link.target, is_faulty)
        elif is_relative(link.target):
            yield _page_link(source, site, link)
        elif (
            is_from_root(link.target)
            or inside_site(site, link.target)
            or unknown_scheme(link.target)
        ):
            yield SectionItem(link.line, link.target, link.target, is_faulty=True)


def _page_link(source: Source, site: Site, link: Link) -> SectionItem:
    target = target_of(site, source, link.target, in_html=link.form is Form.HTML_LINK)
    if target.page is None:
        return SectionItem(link.line, link.target, link.target, is_faulty=target.is_page)
    page_path = site.languages.page_path(target.page.path)
    is_faulty = bool(target.anchor) and not has_anchor(target.page, target.anchor, site.data)
    return SectionItem(link.line, f"{page_path}#{target.anchor}", link.target, is_faulty)
