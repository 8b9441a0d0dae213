"""Check that no sentence says the contrary of what it said, or less, unless readers are told.

Answers: has a sentence of a page, or a text of the data, lost or got its "not" since the merge
base, or lost its "must" or "now", in any language or in all of them, and is it else as it was?
weakened_texts.py compares languages; here a text is compared with itself, so that a change of every
language alike counts too.
"""

from collections.abc import Iterable, Iterator

from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import Key
from knowledge.markdown.sentences import Sentence, sentences
from knowledge.markdown.source import Source
from knowledge.rules.changes import has_new_entry
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.rules.weakened_texts import Texts, names_of, texts_by_place
from knowledge.rules.weighty_words import NO, says_otherwise
from knowledge.site.site import Site


@site_rule("RV009", "turned-sentence")
def turned_sentences(site: Site) -> PlacedFaults:
    """A sentence with another "not", or no "must" or "now" left, that no new entry tells of."""
    originals = site.originals()
    told = {name for name, page in originals.items() if has_new_entry(page, site)}
    for page in site.pages_for_readers():
        if page.path in site.changed_since_merge_base:
            name = site.languages.page_path(page.path)
            if name not in told and not site.data.prose.skips(name):
                yield from placed(page.path, _turned_on_page(page, site))
    if not told:
        for name, tree in site.data.trees.items():
            path = f"{DATA}/{name}"
            if before := site.data_at_merge_base(path):
                old = dict(texts_by_place(before, (), site))
                now = dict(texts_by_place(tree, (), site))
                pairs = ((old[place], now[place]) for place in old.keys() & now.keys())
                yield from placed(path, _turned_texts(pairs, site))


def _turned_on_page(page: Source, site: Site) -> Faults:
    language = site.language_of(page)
    old, now = (
        list(sentences(each, site.tag_of(page))) for each in (site.at_merge_base(page), page)
    )
    for saying, before, after in _turned(old, now, language, site):
        yield after.line, *_fact_and_remedy(saying, before.text, after.text, site)
    named = [names_of(each) for each in (site.at_merge_base(page), page)]
    texts = [{key: {language: text} for key, text in each.items()} for each in named]
    pairs = ((texts[0][key], texts[1][key]) for key in texts[0].keys() & texts[1].keys())
    yield from _turned_texts(pairs, site)


def _turned_texts(pairs: Iterable[tuple[Texts, Texts]], site: Site) -> Faults:
    for old, now in pairs:
        for language in old.keys() & now.keys():
            (_, before), (line, after) = old[language], now[language]
            if before != after and (saying := says_otherwise(before, after, language, site)):
                yield line, *_fact_and_remedy(saying, before, after, site)


def _turned(
    old: Iterable[Sentence], now: Iterable[Sentence], language: str, site: Site
) -> Iterator[tuple[str, Sentence, Sentence]]:
    """What a new sentence says otherwise, the sentence that it was, and the new one."""
    was, found = ({each.text for each in page} for page in (old, now))
    gone = [each for each in old if each.text not in found]
    new = [each for each in now if each.text not in was]
    for before in gone:
        for after in new:
            if saying := says_otherwise(before.text, after.text, language, site):
                yield saying, before, after


def _fact_and_remedy(saying: str, before: str, now: str, site: Site) -> tuple[str, str]:
    default = site.languages.default
    what = "says the contrary of" if saying == NO else f"does not say {saying} any more, unlike"
    return (
        f"'{' '.join(now.split())}' {what} '{' '.join(before.split())}'",
        f"If that is meant, tell readers: add an entry under '{Key.CHANGES}:' in '{default}'",
    )
