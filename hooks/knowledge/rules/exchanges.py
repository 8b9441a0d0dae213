"""Check that figures and texts do not change places in one language alone.

Answers: do the figures of a section, or the texts of a data file, stand in another order than
before, and only in one language? What is exchanged has no new word, so that in a list of changes
nobody sees it. Where the figures of two languages stood in different orders before, they still may.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import Faults, PlacedFaults, pair_rule, placed, site_rule
from knowledge.rules.unit_parity import Figure, figures_in_order
from knowledge.rules.weakened_texts import Texts, texts_by_place
from knowledge.site.counterparts import PagePair
from knowledge.site.site import Site

VALUE = re.compile(r"\d|\{")
"""A figure, or a placeholder for what a template fills in."""
BACK = "Put it back, or change every language alike"


@pair_rule("PA020", "exchanged-figures")
def exchanged_figures(pair: PagePair, site: Site) -> Faults:
    """Figures of a section that changed places in one language alone."""
    pages = (pair.original, pair.translation)
    former = tuple(map(site.at_merge_base, pages))
    if all(one is other for one, other in zip(pages, former, strict=True)):
        return
    tags = [site.tag_of(page) for page in pages]
    old, now = ([*map(figures_in_order, each, tags)] for each in (former, pages))
    for section in pair.comparable_sections().intersection(*old, *now):
        was, found = ([[f for _, f in each[section]] for each in both] for both in (old, now))
        changed = [index for index in (0, 1) if was[index] != found[index]]
        if len(changed) == 1 and _are_in_order(*was) and not _are_in_order(*found):
            (index,) = changed
            if moved := _first_moved(was[index], found[index]):
                shown = f"{moved[0]:g} {moved[1]}".rstrip()
                places = [f"at {pages[0].path}:{now[0][section][0][0]}", "here"]
                fact = f"figures have changed places {places[index]} ({shown} is one)"
                yield now[1][section][0][0], f"{fact}, and not {places[1 - index]}", BACK


@site_rule("DA017", "exchanged-text")
def exchanged_texts(site: Site) -> PlacedFaults:
    """Texts of the data, or their words, that changed places in one language alone."""
    for name, tree in site.data.trees.items():
        path = f"{DATA}/{name}"
        if before := site.data_at_merge_base(path):
            old, now = (dict(texts_by_place(each, (), site)) for each in (before, tree))
            yield from placed(path, _exchanged(old, now))


def _are_in_order(first: Sequence[Figure], second: Sequence[Figure]) -> bool:
    """Whether the figures that both have stand in the same order."""
    common = Counter(first) & Counter(second)
    return _kept(first, common) == _kept(second, common)


def _kept(figures: Iterable[Figure], counts: Counter[Figure]) -> list[Figure]:
    left = Counter(counts)
    found = []
    for each in figures:
        if left[each]:
            left[each] -= 1
            found.append(each)
    return found


def _first_moved(was: Sequence[Figure], found: Sequence[Figure]) -> Figure | None:
    """The first of the same figures that stands elsewhere; None if they are not the same."""
    if Counter(was) != Counter(found):
        return None
    return next((one for one, other in zip(found, was, strict=True) if one != other), None)


def _exchanged(
    old: Mapping[tuple[str, ...], Texts], now: Mapping[tuple[str, ...], Texts]
) -> Faults:
    """Faults of the texts that one language alone has at another place, or in another order."""
    changed = [
        (place, language)
        for place in old.keys() & now.keys()
        if len(now[place]) > 1
        for language in _changed_languages(old[place], now[place])
    ]
    texts = {old[place][language][1] for place, language in changed}
    for place, language in sorted(changed):
        if _changed_languages(old[place], now[place]) != [language]:
            continue
        was, (line, text) = old[place][language][1], now[place][language]
        if text in texts:
            fact = f"'{text}' stood elsewhere in this file, and in '{language}' alone stands here"
            yield line, fact, BACK
        elif VALUE.search(text) and _letters(was) == _letters(text):
            fact = f"the words of '{text}' stood in another order, and do in the other languages"
            yield line, fact, BACK


def _changed_languages(old: Texts, now: Texts) -> list[str]:
    return [each for each in now if each in old and old[each][1] != now[each][1]]


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text.casefold()))
