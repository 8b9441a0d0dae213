"""Check that a text does not lose, or get, a "not", a "must" or a "now" in one language alone.

Answers: did two languages agree on whether a text says no, in the merge base, or that something
must be done, or now, and do they not any more? If several words of a drawing change, they count
together: its lines may be broken elsewhere. Pages are compared by sentences where a passage has as
many as its translation, else by passages: the same thing is often said in two ways, and only what
was said alike is asked to stay so.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source
from knowledge.rules.box_parity import WORDS as WORDS_TO_SAY
from knowledge.rules.boxes import marked_paragraphs
from knowledge.rules.passage_parity import compared_passages
from knowledge.rules.rule import Faults, PlacedFaults, pair_rule, site_rule
from knowledge.rules.weighty_words import MUST, NO, NOW, alike, sayings
from knowledge.site.counterparts import PagePair
from knowledge.site.site import Site

Texts = Mapping[str, tuple[int, str]]
"""By language: 1-based line and text."""
KEYS = {NO: "negations", MUST: "required", NOW: "urgent"}
"""The list of prose.yml with the words for each."""
REMEDY = "Say it in both, or with a word of '{}' in prose.yml"
ALIKE = 0.3
"""Minimum likeness of a sentence and what became of it, from 0 to 1: less is another sentence."""
MEANING = "say-meaning"
SENTENCE = re.compile(r"[^。.?!？！]+[。.?!？！]*")
WORDS = "words"
"""The field of a drawing with the lines of its text."""


@site_rule("DA016", "lost-not")
def lost_negations(site: Site) -> PlacedFaults:
    """A text of the data that says no, must or now in one language, and no longer in another."""
    for name, tree in site.data.trees.items():
        path = f"{DATA}/{name}"
        before = site.data_at_merge_base(path)
        if before is None:
            continue
        old, new = dict(texts_by_place(before, (), site)), dict(texts_by_place(tree, (), site))
        changed = Counter(
            place[:-2]
            for place in new.keys() & old.keys()
            if _is_word(place) and _words(old[place]) != _words(new[place])
        )
        for place, now in new.items():
            is_whole = place[-1:] == (WORDS,)
            if (changed[place] > 1) if is_whole else (changed[place[:-2]] <= 1):
                yield from _lost(path, old.get(place, {}), now, site)


@pair_rule("PA018", "lost-not-on-page")
def lost_negations_of_pages(pair: PagePair, site: Site) -> Faults:
    """A sentence that says no, must or now in one language, and no longer in another."""
    both = (pair.original, pair.translation)
    old = tuple(map(site.at_merge_base, both))
    if pair.is_abridged or all(one is other for one, other in zip(both, old, strict=True)):
        return
    languages = [site.language_of(source) for source in both]
    before, now = (
        [compared_passages(each, site.tag_of(each)) for each in pages] for pages in (old, both)
    )
    yield from _lost_in_names(pair, old, site)
    yield from _lost_in_words_to_say(old[1], pair.translation, site)
    for section in pair.comparable_sections().intersection(*before, *now):
        alike = [page[section] for page in (*before, *now)]
        if len(set(map(len, alike))) > 1:
            continue
        for passages in zip(*alike, strict=True):
            sentences = [[each.text for each in passage.sentences] for passage in passages]
            place = f"the text at {pair.original.path}:{passages[2].line}"
            for texts in _told_apart(sentences):
                if _are_alike(texts):
                    yield from _lost_on_page(passages[3].line, texts, languages, place, site)


def _lost_on_page(
    line: int, texts: Sequence[str], languages: Sequence[str], place: str, site: Site
) -> Faults:
    """The fault if only one of two texts says something, though one changed and they agreed before.

    `texts` are the original and its translation before, then both now; `place` is what the message
    calls the original, and `line` that of the translation.
    """
    if (texts[0] == texts[2]) == (texts[1] == texts[3]):
        return  # neither has changed, or both
    said = [sayings(text, languages[i % 2], site) for i, text in enumerate(texts)]
    for each, key in KEYS.items():
        before_there, before_here, there, here = (each in found for found in said)
        if before_there == before_here and there != here:
            own, other = (f"says {each}", "does not") if here else (f"does not say {each}", "does")
            fact = f"'{texts[3].strip()}' {own}, but {place} {other}; they agreed before"
            yield line, fact, REMEDY.format(key)
            return


def _lost_in_names(pair: PagePair, old: Sequence[Source], site: Site) -> Faults:
    """Faults of the title, the description and the headings of a page."""
    pages = (*old, pair.original, pair.translation)
    named = [names_of(page) for page in pages]
    languages = [site.language_of(page) for page in pages[2:]]
    for key in set.intersection(*map(set, named)):
        place = f"the text at {pair.original.path}:{named[2][key][0]}"
        texts = [each[key][1] for each in named]
        yield from _lost_on_page(named[3][key][0], texts, languages, place, site)


def _lost_in_words_to_say(before: Source, now: Source, site: Site) -> Faults:
    """Faults of words to say whose meaning says the contrary, and did not before."""
    languages = (site.languages.default, site.language_of(now))
    boxes = [list(_words_and_meanings(page, site)) for page in (before, now)]
    for old, new in zip(*boxes, strict=True) if len(set(map(len, boxes))) == 1 else ():
        parts = [SENTENCE.findall(each) for box in (old, new) for each in (box.words, box.meaning)]
        for texts in _told_apart(parts):
            yield from _lost_on_page(new.line, texts, languages, "the text above it", site)


class Spoken(NamedTuple):
    """Words to say, and what they mean."""

    line: int
    """1-based line of the meaning."""
    words: str
    meaning: str


def _words_and_meanings(page: Source, site: Site) -> Iterator[Spoken]:
    words = ""
    for line, name, _, text in marked_paragraphs(page, site, frozenset({WORDS_TO_SAY, MEANING})):
        if name == WORDS_TO_SAY:
            words = text
        elif words:
            yield Spoken(line, words, text)
            words = ""


def names_of(page: Source) -> dict[str, tuple[int, str]]:
    """By key of the front matter, or by id of a heading: 1-based line and text."""
    found = {f"#{each.id}": (each.line, each.text) for each in page.headings if each.id}
    for key in (Key.TITLE, Key.DESCRIPTION):
        found[key] = page.meta_line(key), page.meta(key)
    return found


def _told_apart(texts: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """A passage before and now, in both languages, sentence by sentence if all have as many.

    If only one language has changed, and has as many as before, its sentences are held against the
    whole passage of the other one. `texts` are the sentences of the original and of its translation
    before, then of both now.
    """
    if len(set(map(len, texts))) == 1:
        return list(zip(*texts, strict=True))
    whole = [" ".join(each) for each in texts]
    for own, other in ((0, 1), (1, 0)):
        if len(texts[own]) == len(texts[own + 2]) and whole[other] == whole[other + 2]:
            sentences = zip(texts[own], texts[own + 2], strict=True)
            return [
                tuple(both[i // 2] if i % 2 == own else whole[i] for i in range(len(whole)))
                for both in sentences
            ]
    return [tuple(whole)]


def _are_alike(texts: tuple[str, ...]) -> bool:
    """Whether the text that has changed is still the same one, and not another in its place."""
    was, now = (texts[0], texts[2]) if texts[0] != texts[2] else (texts[1], texts[3])
    return alike(was, now) >= ALIKE


def _is_word(place: tuple[str, ...]) -> bool:
    return place[-3:-2] == (WORDS,)


def _words(texts: Texts) -> dict[str, str]:
    return {language: text for language, (_, text) in texts.items()}


def _lost(path: str, old: Texts, now: Texts, site: Site) -> PlacedFaults:
    default = site.languages.default
    if _words(old) == _words(now):
        return
    for language in now.keys() & old.keys() if default in now.keys() & old.keys() else ():
        before, said = (
            [sayings(texts[each][1], each, site) for each in (default, language)]
            for texts in (old, now)
        )
        for each, key in KEYS.items():
            was, has = ([each in found for found in both] for both in (before, said))
            if was[0] == was[1] and has[0] != has[1]:
                own, other = (language, default) if was[0] == has[0] else (default, language)
                line, text = now[own]
                what = f"says {each}" if not was[0] else f"does not say {each} any more"
                fact = f"'{' '.join(text.split())}' {what}, unlike the text in '{other}' on line"
                yield path, line, f"{fact} {now[other][0]}", REMEDY.format(key)
                break


def texts_by_place(
    tree: yaml_tree.Tree | None, place: tuple[str, ...], site: Site
) -> Iterator[tuple[tuple[str, ...], Texts]]:
    """The texts of a data file by the keys and ids that lead to them."""
    if isinstance(tree, yaml_tree.Sequence):
        found = list(_of_items(tree, place, site))
        if place[-1:] == (WORDS,):
            yield place, _joined([texts for _, texts in found])
        yield from found
    elif isinstance(tree, yaml_tree.Mapping):
        texts = {
            pair.key: (pair.line, pair.value.text)
            for pair in tree.pairs
            if pair.key in site.languages.codes and isinstance(pair.value, yaml_tree.Scalar)
        }
        if texts:
            yield place, texts
        for pair in tree.pairs:
            if pair.key not in texts:
                yield from texts_by_place(pair.value, (*place, pair.key), site)


def _of_items(
    tree: yaml_tree.Sequence, place: tuple[str, ...], site: Site
) -> Iterator[tuple[tuple[str, ...], Texts]]:
    for number, item in enumerate(tree.items):
        name = yaml_tree.text_of(item, "id") or f"{number}"
        yield from texts_by_place(item, (*place, name), site)


def _joined(all_texts: list[Texts]) -> Texts:
    """Texts one after the other, by language, with the line of the first one."""
    found: dict[str, tuple[int, str]] = {}
    for texts in all_texts:
        for language, (line, text) in texts.items():
            first, before = found.get(language, (line, ""))
            found[language] = first, f"{before} {text}"
    return found
