"""Check that a translation does not count as compared while it lacks what its original has got.

Answers: since the merge base, did a section of an original get or lose a sentence, and was the
translation marked as compared with it though this section of it is as it was? And is a translation
gone whose original is still there? An abridged translation may leave a sentence out.
"""

from collections import Counter

from knowledge.markdown.front_matter import Key
from knowledge.markdown.source import Source
from knowledge.rules.passage_parity import compared_passages
from knowledge.rules.rule import Faults, PlacedFaults, pair_rule, site_rule
from knowledge.site.counterparts import PagePair, pairs
from knowledge.site.freshness import is_stale
from knowledge.site.languages import source_in
from knowledge.site.site import Site

SENTENCE = 10
"""Minimum number of characters of a sentence that a translation must follow."""


@pair_rule("FR003", "renewed-unchanged", pairs=pairs)
def renewed_unchanged(pair: PagePair, site: Site) -> Faults:
    """A translation renewed as it was, though its original has a sentence more or less."""
    both = (pair.original, pair.translation)
    old = tuple(map(site.at_merge_base, both))
    recorded = {each.meta(Key.TRANSLATES) for each in (old[1], pair.translation)}
    if pair.is_abridged or len(recorded) == 1 or not old[1].meta(Key.TRANSLATES):
        return
    if is_stale(*both):
        return
    was, now = ([_sentences(each, site.tag_of(each)) for each in pages] for pages in (old, both))
    for section in pair.comparable_sections().intersection(*was, *now):
        if was[1][section] == now[1][section]:
            before, after = was[0][section], now[0][section]
            gone, new = before - after, after - before
            if (gone and new) or not (changed := [*gone, *new]):
                continue
            if len(longest := max(changed, key=len)) >= SENTENCE:
                what = "lost" if gone else "got"
                place = f"{pair.original.path}:{pair.original_lines.get(section, 1)}"
                fact = f"the section at {place} has {what} '{longest}', and this one is as it was"
                remedy = (
                    f"Say the same here, or put the old value of '{Key.TRANSLATES}:' back and let "
                    "somebody compare the two"
                )
                yield pair.translated_lines.get(section, 1), fact, remedy


@site_rule("FR004", "lost-translation")
def lost_translations(site: Site) -> PlacedFaults:
    """A translation that is gone while its original stays, in a language that may lack pages."""
    default, complete = site.languages.default, site.languages.complete
    for path, content in site.changed_since_merge_base.items():
        language = site.languages.of(path)
        if not content or path in site.sources or language in (default, *complete, None):
            continue
        original = source_in(default, site.languages.page_path(path))
        if original in site.sources:
            fact = f"its translation '{path}' is gone, and its readers get this page"
            yield original, 0, fact, "Put it back; who keeps the site may take it out on main"


def _sentences(source: Source, tag: str) -> dict[str, Counter[str]]:
    """By id of the section: its sentences, each with its number."""
    return {
        section: Counter(each.text for passage in found for each in passage.sentences)
        for section, found in compared_passages(source, tag).items()
    }
