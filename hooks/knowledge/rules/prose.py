"""Whether the prose is short, plain, kind and honest, as prose.yml asks.

Answers: is a sentence too long, a word unkind, a promise without a source? Knows no subject: words
and limits stand in prose.yml. Whether advice has its exception beside it is advice.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.data.prose import Limit, Phrase, ProseStyle
from knowledge.finding import Finding
from knowledge.markdown.sentences import (
    Sentence,
    beside_the_text,
    is_counted_in_characters,
    normalized,
    page_text,
    passages,
)
from knowledge.markdown.source import Source
from knowledge.rules.readability import grade
from knowledge.site.site import Site

POLITE = re.compile(
    r"(?:です|ます|ません|でした|ました|ましょう|ください|でしょう)(?:か|ね|よ)?[。？！]$"
)
PLAIN_ENDING = re.compile(r"(?:である|だ|だった|ない|なかった|[うくすつぬむるぐぶた])。$")
LONGEST_ENDING = 8
"""Characters, more than either of these finds."""
QUOTED = re.compile(r"「[^「」]*」|“[^“”]*”|\"[^\"]*\"")
"""Somebody else's words."""
COMMA = "、"
SHOWN = 24
"""How many characters of a sentence a finding quotes."""


def long_sentences(site: Site) -> Iterator[Finding]:
    """PR001: a sentence that is longer than its page allows."""
    for source, sentence, limit in _limited(site):
        is_characters = is_counted_in_characters(limit.language)
        text = sentence.text
        # Without the names it is no longer than with them.
        if (len(text) if is_characters else len(text.split())) <= limit.sentence:
            continue
        text = _without_names(text, site.data.prose.names, "法" if is_characters else "Name")
        length = len(text) if is_characters else len(text.split())
        if length > limit.sentence and not _is_exempt(sentence, limit.language, site.data.prose):
            unit = "characters" if is_characters else "words"
            yield Finding(
                source.path,
                sentence.line,
                "PR001",
                f"a sentence of {length} {unit}, {limit.sentence} are the most here: "
                f"'{_start(sentence.text)}'",
                "Make two of it, or list it under 'longer' in prose.yml with the reason",
            )


def crowded_sentences(site: Site) -> Iterator[Finding]:
    """PR002: a Japanese sentence with more commas than its page allows."""
    for source, sentence, limit in _limited(site):
        count = sentence.text.count(COMMA)
        is_crowded = limit.commas is not None and count > limit.commas
        if is_crowded and not _is_exempt(sentence, limit.language, site.data.prose):
            yield Finding(
                source.path,
                sentence.line,
                "PR002",
                f"{count} '{COMMA}' in one sentence, {limit.commas} are the most here: "
                f"'{_start(sentence.text)}'",
                "Make two sentences or a list of it",
            )


def plain_endings(site: Site) -> Iterator[Finding]:
    """PR003: a Japanese sentence that does not end politely, as the others do."""
    for source, sentence, limit in _limited(site):
        if not is_counted_in_characters(limit.language):
            continue
        end = sentence.text[-LONGEST_ENDING:]
        if not PLAIN_ENDING.search(end) or POLITE.search(end):
            continue
        # Half of a quotation that runs over several sentences is somebody's own words.
        if sentence.text.count("「") == sentence.text.count("」"):
            yield Finding(
                source.path,
                sentence.line,
                "PR003",
                f"this sentence is not in です・ます: '{_start(sentence.text)}'",
                "End it in です or ます, as the other sentences do",
            )


def hard_pages(site: Site) -> Iterator[Finding]:
    """PR004: a page that is harder to read than it may be."""
    for source, language in prose_pages(site):
        limit = site.data.prose.limit(site.languages.page_path(source.path), language)
        if limit is None or limit.grade is None:
            continue
        sentences = [s.text for passage in passages(source, language) for s in passage.sentences]
        page = page_text(source, language)
        names = [name for name in site.data.prose.names if name.lower() in page]
        found = grade(_without_names(text, names, "Name") for text in sentences)
        if found > limit.grade:
            yield Finding(
                source.path,
                0,
                "PR004",
                f"reading grade {found:.1f}, {limit.grade} is the highest here (Flesch-Kincaid)",
                "Use shorter words and sentences",
            )


def unwanted_words(site: Site) -> Iterator[Finding]:
    """PR005: words that blame the reader, or that this site has left out for another reason."""
    for source, sentence, phrase in _found(site, site.data.prose.unwanted):
        yield Finding(
            source.path,
            sentence.line,
            "PR005",
            f"'{phrase.words}' does not stand in our pages: {lowered(phrase.reason)}",
            "Say what happened, or what to do now",
        )


def wrong_spellings(site: Site) -> Iterator[Finding]:
    """PR006: a word that this site spells in another way."""
    for source, sentence, phrase in _found(site, site.data.prose.spellings):
        yield Finding(
            source.path,
            sentence.line,
            "PR006",
            f"'{phrase.words}' is spelled '{phrase.other}' here",
            f"Write '{phrase.other}'",
        )


def promises_without_source(site: Site) -> Iterator[Finding]:
    """PR007: a word that promises, in a paragraph without a source."""
    for source, language in prose_pages(site):
        wanted = possible(site.data.prose.absolute, language, _own_words(source, language))
        for passage in passages(source, language) if wanted else ():
            if any(target.startswith("source:") for target in passage.targets):
                continue
            for sentence in passage.sentences:
                for phrase in wanted:
                    if _is_promise(sentence.text, phrase):
                        yield Finding(
                            source.path,
                            sentence.line,
                            "PR007",
                            f"'{phrase.words}' promises, and no source stands in this paragraph",
                            "Cite a source, or say 'usually' where it is so",
                        )


@lru_cache(maxsize=1)
def prose_pages(site: Site) -> tuple[tuple[Source, str], ...]:
    """The pages whose prose is looked at, with their language; many rules ask for them."""
    return tuple(
        (source, language)
        for source in site.sources.values()
        if (language := site.languages.of(source.path))
        and not site.data.prose.skips(site.languages.page_path(source.path))
    )


def _limited(site: Site) -> Iterator[tuple[Source, Sentence, Limit]]:
    for source, language in prose_pages(site):
        limit = site.data.prose.limit(site.languages.page_path(source.path), language)
        if limit is not None:
            for passage in passages(source, language):
                for sentence in passage.sentences:
                    yield source, sentence, limit


def _found(site: Site, phrases: tuple[Phrase, ...]) -> Iterator[tuple[Source, Sentence, Phrase]]:
    for source, language in prose_pages(site):
        wanted = possible(phrases, language, page_text(source, language))
        said = (
            sentence for passage in passages(source, language) for sentence in passage.sentences
        )
        for sentence in (*beside_the_text(source), *said) if wanted else ():
            for phrase in wanted:
                if has(sentence.text, phrase):
                    yield source, sentence, phrase


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
    found = (s.text for passage in passages(source, language) for s in passage.sentences)
    return "\n".join(QUOTED.sub("", text) for text in found).lower()


def has(text: str, phrase: Phrase) -> bool:
    """Whether words stand in a text: anywhere in Japanese, as whole words elsewhere."""
    text = normalized(text)
    if is_counted_in_characters(phrase.language):
        return phrase.words in text
    if phrase.words.lower() not in text.lower():
        return False
    pattern = rf"(?<![\w-]){re.escape(phrase.words)}(?![\w-])"
    return re.search(pattern, text, re.IGNORECASE) is not None


def _is_promise(text: str, phrase: Phrase) -> bool:
    own = QUOTED.sub("", text)
    unless = phrase.other.lower()
    return has(own, phrase) and not (unless and unless in own.lower())


def _without_names(text: str, names: Iterable[str], instead: str) -> str:
    for name in names:
        text = text.replace(name, instead)
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
