"""Check the style of the prose against the limits and word lists in prose.yml.

Answers: is a sentence too long, a word unwanted or misspelled, a promise without a source? Words
and limits are configured in prose.yml. Advice and its exceptions are checked in advice.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from knowledge import yaml_tree
from knowledge.data.prose import Phrase, ProseLimit, ProseStyle
from knowledge.data.yaml_files import DATA
from knowledge.markdown.sentences import (
    Sentence,
    metadata_and_headings,
    normalized,
    page_text,
    passages,
    sentences,
)
from knowledge.markdown.source import Source
from knowledge.rules.readability import grade
from knowledge.rules.rule import Faults, PlacedFaults, site_rule, source_rule
from knowledge.site.site import Site
from knowledge.writing_systems import is_in, of_language

POLITE_LANGUAGE, GRADED_LANGUAGE = "ja", "en"
"""The languages of the rules for polite endings (PR003) and for the reading grade (PR004)."""
POLITE = re.compile(
    r"(?:です|ます|ません|でした|ました|ましょう|ください|でしょう)(?:か|ね|よ)?[。？！]$"
)
PLAIN_ENDING = re.compile(r"(?:である|だ|だった|ない|なかった|[うくすつぬむるぐぶた])。$")
MAX_ENDING = 8
"""Characters at the end of a sentence to search: more than either pattern matches."""
QUOTATION = re.compile(r"「[^「」]*」|“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
"""Quotations."""
SHOWN_FILES = ("contacts.yml", "drawings.yml", "glossary.yml", "interface.yml")
"""Data files whose texts readers see, keyed by language."""
MAX_QUOTED = 24
"""How many characters of a sentence a finding quotes."""


@lru_cache(maxsize=1)
def prose_pages(site: Site) -> tuple[Source, ...]:
    """The pages whose prose is checked, cached because many rules use them."""
    prose, languages = site.data.prose, site.languages
    return tuple(s for s in site.pages() if not prose.skips(languages.page_path(s.path)))


@source_rule("PR001", "long-sentence", sources=prose_pages)
def long_sentences(source: Source, site: Site) -> Faults:
    """A sentence above the length limit of its page."""
    system, languages = of_language(site.tag_of(source)), _languages(source, site)
    for sentence, limit in _limited(source, site):
        # Taking out names only shortens a sentence, so skip that where it is short already.
        if system.length(sentence.text) <= limit.sentence:
            continue
        length = system.length(_without_names(sentence.text, site.data.prose.names))
        if length > limit.sentence and not _is_exempt(sentence, languages, site.data.prose):
            most = f"{limit.sentence} are the most here"
            fact = f"a sentence of {length} {system.unit}, {most}: '{_excerpt(sentence.text)}'"
            remedy = "Make two of it, or list it under 'longer' in prose.yml with the reason"
            yield sentence.line, fact, remedy


@source_rule("PR002", "crowded-sentence", sources=prose_pages)
def crowded_sentences(source: Source, site: Site) -> Faults:
    """A sentence above the comma limit of its page."""
    comma, languages = of_language(site.tag_of(source)).comma, _languages(source, site)
    for sentence, limit in _limited(source, site):
        if limit.commas is None:
            continue
        commas = comma.findall(sentence.text)
        is_crowded = len(commas) > limit.commas
        if is_crowded and not _is_exempt(sentence, languages, site.data.prose):
            most = f"{limit.commas} are the most here"
            fact = (
                f"{len(commas)} '{commas[0]}' in one sentence, {most}: '{_excerpt(sentence.text)}'"
            )
            yield sentence.line, fact, "Make two sentences or a list of it"


@source_rule("PR003", "plain-ending", sources=prose_pages)
def plain_endings(source: Source, site: Site) -> Faults:
    """A Japanese sentence that does not end in the polite form."""
    if not is_in(site.tag_of(source), POLITE_LANGUAGE):
        return
    for sentence, _ in _limited(source, site):
        end = sentence.text[-MAX_ENDING:]
        if not PLAIN_ENDING.search(end) or POLITE.search(end):
            continue
        # An unbalanced bracket means a part of a longer quotation, which keeps its own style.
        if sentence.text.count("「") == sentence.text.count("」"):
            fact = f"this sentence is not in です・ます: '{_excerpt(sentence.text)}'"
            yield sentence.line, fact, "End it in です or ます, as the other sentences do"


@source_rule("PR004", "hard-page", sources=prose_pages)
def hard_pages(source: Source, site: Site) -> Faults:
    """A page above the reading-grade limit."""
    limit = _limit_of(source, site)
    tag = site.tag_of(source)
    if limit is None or limit.grade is None or not is_in(tag, GRADED_LANGUAGE):
        return
    page = page_text(source, tag)
    names = [name for name in site.data.prose.names if name.lower() in page]
    found = grade(_without_names(each.text, names) for each in sentences(source, tag))
    if found > limit.grade:
        fact = f"reading grade {found:.1f}, {limit.grade} is the highest here (Flesch-Kincaid)"
        yield 0, fact, "Use shorter words and sentences"


@site_rule("PR005", "unwanted-word")
def unwanted_words(site: Site) -> PlacedFaults:
    """Words on the list of unwanted words, such as those that blame the reader."""
    phrases = site.data.prose.unwanted
    found = [
        (source.path, line, phrase)
        for source in prose_pages(site)
        for line, phrase in _phrases_in(source, site, phrases, _languages(source, site))
    ]
    for path, line, phrase in [*found, *phrases_in_data(site, phrases, SHOWN_FILES)]:
        fact = f"'{phrase.words}' does not stand in our pages: {as_clause(phrase.reason)}"
        yield path, line, fact, "Say what happened, or what to do now"


@source_rule("PR006", "wrong-spelling", sources=prose_pages)
def wrong_spellings(source: Source, site: Site) -> Faults:
    """A word in another spelling than the one this site uses."""
    # Another variety of the language may spell a word in another way.
    own = (site.language_of(source),)
    for line, phrase in _phrases_in(source, site, site.data.prose.spellings, own):
        yield line, f"'{phrase.words}' is spelled '{phrase.other}' here", f"Write '{phrase.other}'"


@source_rule("PR007", "promise-without-source", sources=prose_pages, is_notice=True)
def promises_without_source(source: Source, site: Site) -> Faults:
    """A promise such as "always" in a paragraph that cites no source."""
    tag, languages = site.tag_of(source), _languages(source, site)
    wanted = phrases_on_page(site.data.prose.absolute, languages, _unquoted_text(source, tag))
    for passage in passages(source, tag) if wanted else ():
        if any(target.startswith("source:") for target in passage.targets):
            continue
        for sentence, phrase in product(passage.sentences, wanted):
            if _is_promise(sentence.text, phrase):
                fact = f"'{phrase.words}' promises, and no source stands in this paragraph"
                yield sentence.line, fact, "Cite a source, or say 'usually' where it is so"


def _limit_of(source: Source, site: Site) -> ProseLimit | None:
    page_path = site.languages.page_path(source.path)
    return site.data.prose.limit(page_path, _languages(source, site))


def _languages(source: Source, site: Site) -> tuple[str, ...]:
    """The languages whose limits and words count on a page, its own first."""
    return site.languages.prose(site.language_of(source))


def _limited(source: Source, site: Site) -> Iterator[tuple[Sentence, ProseLimit]]:
    """The sentences of a page with its limit; none if the page has no limit."""
    limit = _limit_of(source, site)
    if limit is not None:
        for sentence in sentences(source, site.tag_of(source)):
            yield sentence, limit


def _phrases_in(
    source: Source, site: Site, phrases: tuple[Phrase, ...], languages: Sequence[str]
) -> Iterator[tuple[int, Phrase]]:
    """The phrases of some languages on a page, each with the 1-based line of its sentence."""
    tag = site.tag_of(source)
    wanted = phrases_on_page(phrases, languages, page_text(source, tag))
    shown = (*metadata_and_headings(source), *sentences(source, tag)) if wanted else ()
    for sentence, phrase in product(shown, wanted):
        if contains_phrase(sentence.text, phrase):
            yield sentence.line, phrase


def phrases_in_data(
    site: Site, phrases: tuple[Phrase, ...], names: Iterable[str]
) -> Iterator[tuple[str, int, Phrase]]:
    """The phrases in the texts of data files: path, 1-based line of the text, phrase."""
    prose = {code: site.languages.prose(code) for code in site.languages.codes}
    for name in names:
        for key, scalar in yaml_tree.fields(site.data.trees.get(name)):
            for phrase in phrases:
                if phrase.language in prose.get(key, ()) and contains_phrase(scalar.text, phrase):
                    yield f"{DATA}/{name}", scalar.line, phrase


def phrases_on_page(
    phrases: tuple[Phrase, ...], languages: Sequence[str], page: str
) -> list[Phrase]:
    """The phrases of some languages that may be on a page: a filter before `contains_phrase`.

    `page` is its whole text in lower case.
    """
    own = (phrase for phrase in phrases if phrase.language in languages)
    return [phrase for phrase in own if phrase.words.lower() in page]


def _unquoted_text(source: Source, tag: str) -> str:
    """The text of a page in lower case, without quotations."""
    page = page_text(source, tag)
    if not QUOTATION.search(page):
        return page
    found = (QUOTATION.sub("", sentence.text) for sentence in sentences(source, tag))
    return "\n".join(found).lower()


def contains_phrase(text: str, phrase: Phrase) -> bool:
    """Whether a text contains a phrase: as whole words where the language has spaces."""
    text, system = normalized(text), of_language(phrase.language)
    if not system.has_spaces:
        return phrase.words in text
    if phrase.words.lower() not in text.lower():
        return False
    return system.word_pattern(phrase.words).search(text) is not None


def _is_promise(text: str, phrase: Phrase) -> bool:
    own = QUOTATION.sub("", text)
    unless = phrase.other.lower()
    return contains_phrase(own, phrase) and not (unless and unless in own.lower())


def _without_names(text: str, names: Iterable[str]) -> str:
    """A text with each name replaced by `X`, so that it counts as one short word."""
    for name in names:
        text = text.replace(name, "X")
    return text


def _is_exempt(sentence: Sentence, languages: Sequence[str], style: ProseStyle) -> bool:
    return any(
        phrase.language in languages and sentence.text.startswith(phrase.words)
        for phrase in style.longer
    )


def _excerpt(text: str) -> str:
    return text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED]}..."


def as_clause(text: str) -> str:
    """A reason in the form of the end of a sentence: lower-case, without full stop."""
    return text[:1].lower() + text[1:].rstrip(".")
