"""Whether the prose is short, plain, kind and honest, as prose.yml asks.

Answers: is a sentence too long, a word unkind, a promise without a source? Knows no subject: words
and limits stand in prose.yml. Whether advice has its exception beside it is advice.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from knowledge.data.prose import Limit, Phrase, ProseStyle
from knowledge.markdown.sentences import (
    Sentence,
    metadata_and_headings,
    normalized,
    page_text,
    passages,
)
from knowledge.markdown.source import Source
from knowledge.rules.readability import grade
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.site import Site
from knowledge.writing_systems import is_in, of_language

POLITE_LANGUAGE, GRADED_LANGUAGE = "ja", "en"
"""The languages whose endings (PR003) and whose reading grade (PR004) are known."""
POLITE = re.compile(
    r"(?:です|ます|ません|でした|ました|ましょう|ください|でしょう)(?:か|ね|よ)?[。？！]$"
)
PLAIN_ENDING = re.compile(r"(?:である|だ|だった|ない|なかった|[うくすつぬむるぐぶた])。$")
LONGEST_ENDING = 8
"""Characters, more than either of these finds."""
QUOTED = re.compile(r"「[^「」]*」|“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
"""Somebody else's words."""
SHOWN = 24
"""How many characters of a sentence a finding quotes."""


@lru_cache(maxsize=1)
def prose_pages(site: Site) -> tuple[Source, ...]:
    """The pages whose prose is looked at; many rules ask for them."""
    prose, languages = site.data.prose, site.languages
    return tuple(s for s in site.pages() if not prose.skips(languages.page_path(s.path)))


@source_rule("PR001", "long-sentence", sources=prose_pages)
def long_sentences(source: Source, site: Site) -> Faults:
    """A sentence that is longer than its page allows."""
    for sentence, limit in _limited(source, site):
        system = of_language(limit.language)
        # Without the names it is no longer than with them.
        if system.length(sentence.text) <= limit.sentence:
            continue
        length = system.length(_without_names(sentence.text, site.data.prose.names))
        if length > limit.sentence and not _is_exempt(sentence, limit.language, site.data.prose):
            most = f"{limit.sentence} are the most here"
            fact = f"a sentence of {length} {system.unit}, {most}: '{_start(sentence.text)}'"
            remedy = "Make two of it, or list it under 'longer' in prose.yml with the reason"
            yield sentence.line, fact, remedy


@source_rule("PR002", "crowded-sentence", sources=prose_pages)
def crowded_sentences(source: Source, site: Site) -> Faults:
    """A sentence with more commas than its page allows."""
    for sentence, limit in _limited(source, site):
        if limit.commas is None:
            continue
        commas = of_language(limit.language).comma.findall(sentence.text)
        is_crowded = len(commas) > limit.commas
        if is_crowded and not _is_exempt(sentence, limit.language, site.data.prose):
            most = f"{limit.commas} are the most here"
            fact = f"{len(commas)} '{commas[0]}' in one sentence, {most}: '{_start(sentence.text)}'"
            yield sentence.line, fact, "Make two sentences or a list of it"


@source_rule("PR003", "plain-ending", sources=prose_pages)
def plain_endings(source: Source, site: Site) -> Faults:
    """A Japanese sentence that does not end politely, as the others do."""
    for sentence, limit in _limited(source, site):
        if not is_in(limit.language, POLITE_LANGUAGE):
            continue
        end = sentence.text[-LONGEST_ENDING:]
        if not PLAIN_ENDING.search(end) or POLITE.search(end):
            continue
        # Half of a quotation that runs over several sentences is somebody's own words.
        if sentence.text.count("「") == sentence.text.count("」"):
            fact = f"this sentence is not in です・ます: '{_start(sentence.text)}'"
            yield sentence.line, fact, "End it in です or ます, as the other sentences do"


@source_rule("PR004", "hard-page", sources=prose_pages)
def hard_pages(source: Source, site: Site) -> Faults:
    """A page that is harder to read than it may be."""
    limit = _limit_of(source, site)
    language = site.language_of(source)
    if limit is None or limit.grade is None or not is_in(language, GRADED_LANGUAGE):
        return
    page = page_text(source, language)
    names = [name for name in site.data.prose.names if name.lower() in page]
    sentences = _sentences(source, language)
    found = grade(_without_names(sentence.text, names) for sentence in sentences)
    if found > limit.grade:
        fact = f"reading grade {found:.1f}, {limit.grade} is the highest here (Flesch-Kincaid)"
        yield 0, fact, "Use shorter words and sentences"


@source_rule("PR005", "unwanted-word", sources=prose_pages)
def unwanted_words(source: Source, site: Site) -> Faults:
    """Words that blame the reader, or that this site has left out for another reason."""
    for line, phrase in _found(source, site, site.data.prose.unwanted):
        fact = f"'{phrase.words}' does not stand in our pages: {lowered(phrase.reason)}"
        yield line, fact, "Say what happened, or what to do now"


@source_rule("PR006", "wrong-spelling", sources=prose_pages)
def wrong_spellings(source: Source, site: Site) -> Faults:
    """A word that this site spells in another way."""
    for line, phrase in _found(source, site, site.data.prose.spellings):
        yield line, f"'{phrase.words}' is spelled '{phrase.other}' here", f"Write '{phrase.other}'"


@source_rule("PR007", "promise-without-source", sources=prose_pages, is_notice=True)
def promises_without_source(source: Source, site: Site) -> Faults:
    """A word that promises, in a paragraph without a source."""
    language = site.language_of(source)
    wanted = possible(site.data.prose.absolute, language, _own_words(source, language))
    for passage in passages(source, language) if wanted else ():
        if any(target.startswith("source:") for target in passage.targets):
            continue
        for sentence, phrase in product(passage.sentences, wanted):
            if _is_promise(sentence.text, phrase):
                fact = f"'{phrase.words}' promises, and no source stands in this paragraph"
                yield sentence.line, fact, "Cite a source, or say 'usually' where it is so"


def _limit_of(source: Source, site: Site) -> Limit | None:
    page_path = site.languages.page_path(source.path)
    return site.data.prose.limit(page_path, site.language_of(source))


def _limited(source: Source, site: Site) -> Iterator[tuple[Sentence, Limit]]:
    limit = _limit_of(source, site)
    if limit is not None:
        for sentence in _sentences(source, site.language_of(source)):
            yield sentence, limit


def _sentences(source: Source, language: str) -> Iterator[Sentence]:
    return (s for passage in passages(source, language) for s in passage.sentences)


def _found(source: Source, site: Site, phrases: tuple[Phrase, ...]) -> Iterator[tuple[int, Phrase]]:
    """The phrases that a page says, with the line of their sentence."""
    language = site.language_of(source)
    wanted = possible(phrases, language, page_text(source, language))
    said = (*metadata_and_headings(source), *_sentences(source, language)) if wanted else ()
    for sentence, phrase in product(said, wanted):
        if has(sentence.text, phrase):
            yield sentence.line, phrase


def possible(phrases: tuple[Phrase, ...], language: str, page: str) -> list[Phrase]:
    """The phrases of a language whose words stand on a page, be it inside of other words.

    Most pages have none: then their sentences need not be looked at one by one.
    """
    own = (phrase for phrase in phrases if phrase.language == language)
    return [phrase for phrase in own if phrase.words.lower() in page]


def _own_words(source: Source, language: str) -> str:
    """What a page says in lower case, without what it quotes."""
    page = page_text(source, language)
    if not QUOTED.search(page):
        return page
    found = (QUOTED.sub("", sentence.text) for sentence in _sentences(source, language))
    return "\n".join(found).lower()


def has(text: str, phrase: Phrase) -> bool:
    """Whether words stand in a text: as whole words, or anywhere where words have no spaces."""
    text, system = normalized(text), of_language(phrase.language)
    if not system.has_spaces:
        return phrase.words in text
    if phrase.words.lower() not in text.lower():
        return False
    return system.word_pattern(phrase.words).search(text) is not None


def _is_promise(text: str, phrase: Phrase) -> bool:
    own = QUOTED.sub("", text)
    unless = phrase.other.lower()
    return has(own, phrase) and not (unless and unless in own.lower())


def _without_names(text: str, names: Iterable[str]) -> str:
    """A text in which each name is one character, and one short word."""
    for name in names:
        text = text.replace(name, "X")
    return text


def _is_exempt(sentence: Sentence, language: str, style: ProseStyle) -> bool:
    return any(
        phrase.language == language and sentence.text.startswith(phrase.words)
        for phrase in style.longer
    )


def _start(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


def lowered(text: str) -> str:
    """A reason as the end of a sentence."""
    return text[:1].lower() + text[1:].rstrip(".")
