"""Check that a translation has as many paragraphs, list items and rows as the original.

Answers: has somebody added a passage to a translation only, or left one out? Compares the number in
each section, never the words. A difference that was there before this branch stays: a translation
may have a note for its own readers. The sound and the meaning of words to say do not count: the
original has none; box_parity.py and spoken_words.py look at them. An abridged page, and a section
that is behind, may have fewer passages.
"""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from knowledge.markdown.sections import TOP, section_at
from knowledge.markdown.sentences import TextBlock, passages
from knowledge.markdown.source import Source
from knowledge.rules.boxes import classes_of
from knowledge.rules.rule import Faults, pair_rule
from knowledge.site.counterparts import PagePair, sections_behind
from knowledge.site.site import Site
from knowledge.site.typed_links import cards

REMEDY_IF_MORE = (
    "Add it there too, take it out here, or write it into a paragraph or item that both have"
)
REMEDY_IF_FEWER = "Add what is missing, take it out there too, or split one here"
EXPLANATIONS = ("source:", "term:")
EXPLAINING = frozenset({"say-sound", "say-meaning"})
"""Classes of the lines below words to say that only a translation has."""


@pair_rule("PA015", "different-passages")
def different_passages(pair: PagePair, site: Site) -> Faults:
    """A paragraph, a list item or a row that was added to, or left out of, a translation only."""
    both = (pair.original, pair.translation)
    tags = [site.tag_of(source) for source in both]
    there, here = (_counts(source, tag) for source, tag in zip(both, tags, strict=True))
    if there == here:
        return
    old = [site.at_merge_base(source) for source in both]
    behind = sections_behind(pair, site, lambda source: _counts(source, tags[0]))
    was_there, was_here = (_counts(source, tag) for source, tag in zip(old, tags, strict=True))
    for section in pair.comparable_sections() & (there.keys() | here.keys()):
        more = here[section] - there[section]
        has_grown = here[section] > was_here[section]
        may_have_fewer = pair.is_abridged or section in behind
        is_known = more == was_here[section] - was_there[section]
        if more and not is_known and (not may_have_fewer or (more > 0 and has_grown)):
            line = pair.translated_lines.get(section, 1)
            place = f"{pair.original.path}:{pair.original_lines.get(section, 1)}"
            fact = f"passages (paragraphs, items, rows) of this section: {here[section]}, and at"
            remedy = REMEDY_IF_FEWER if more < 0 else REMEDY_IF_MORE
            yield line, f"{fact} {place}: {there[section]}", remedy


@pair_rule("PA017", "moved-link")
def moved_links(pair: PagePair, site: Site) -> Faults:
    """A link that stands in another paragraph, item or row of its section than in the original."""
    if pair.is_abridged:
        return
    there, here = (
        _by_section(source, site.tag_of(source)) for source in (pair.original, pair.translation)
    )
    compared = pair.comparable_sections() - sections_behind(pair, site, _links(site))
    for section in compared & there.keys() & here.keys():
        wanted, found = ([links for _, links in page[section]] for page in (there, here))
        lines = {link: line for line, links in there[section] for link in links}
        # PA006 reports a link that only one of them has.
        if len(wanted) != len(found) or set().union(*wanted) != set().union(*found):
            continue
        pairs = zip(here[section], there[section], strict=True)
        for (line, own), (original_line, other) in pairs:
            if moved := sorted(own - other):
                place = f"{pair.original.path}:{lines[moved[0]]}"
                fact = f"'{moved[0]}' stands in another paragraph, item or row than at {place}"
                yield line, fact, "Put both into the same order"
            elif missing := sorted(other - own):
                fact = f"'{missing[0]}' of {pair.original.path}:{original_line} is missing here"
                yield line, fact, "Link to it in the same paragraph, item or row"


def _links(site: Site) -> Callable[[Source], dict[str, list[frozenset[str]]]]:
    """Read the links of each passage of a page, by the id of its section."""
    return lambda source: {
        section: [links for _, links in found]
        for section, found in _by_section(source, site.tag_of(source)).items()
    }


def _counts(source: Source, tag: str) -> Counter[str]:
    """The number of passages by the id of their section."""
    return Counter({name: len(each) for name, each in _by_section(source, tag).items()})


def _by_section(source: Source, tag: str) -> dict[str, list[tuple[int, frozenset[str]]]]:
    """The passages by the id of their section: 1-based line, and the targets of their links.

    Leaves out links to sources and terms, which explain words, and the links of cards: in each
    language, who speaks it comes first.
    """
    lines_of_cards = {card.line for card in cards(source)}
    return {
        section: [
            (
                each.line,
                frozenset(
                    link
                    for link in (() if each.line in lines_of_cards else each.targets)
                    if not link.startswith(EXPLANATIONS)
                ),
            )
            for each in found
        ]
        for section, found in compared_passages(source, tag).items()
    }


@lru_cache(maxsize=1024)
def compared_passages(source: Source, tag: str) -> dict[str, list[TextBlock]]:
    """The passages by the id of their section, without what explains words to say."""
    explaining = {each.line for each in source.elements if EXPLAINING & {*classes_of(each)}}
    explained = {
        text.lines[0][0] for text in source.texts if explaining & {line for line, _ in text.lines}
    }
    found: dict[str, list[TextBlock]] = {}
    for passage in passages(source, tag):
        if passage.line not in explained:
            section = section_at(source, passage.line) or TOP
            found.setdefault(section, []).append(passage)
    return found
