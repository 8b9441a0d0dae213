"""What a text says by its words of weight: no, must, now.

Answers: which of these does a text say in its language, and is a text still another one but for its
"not"? The words are those of prose.yml.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from knowledge.data.prose import Phrase, ProseStyle
from knowledge.kana import JAPANESE
from knowledge.markdown.sentences import normalized
from knowledge.rules.prose import contains_phrase
from knowledge.site.japanese_readings import tokens
from knowledge.site.site import Site
from knowledge.writing_systems import is_in, of_language

NO, MUST, NOW = "no", "'must'", "'now'"
"""What a text may say, as messages call it."""
OTHER_WORDS = {NO: 1, MUST: 2, NOW: 2}
"""Maximum number of words that come and go: the "do" of "do not", "next week" for "now"."""
OTHER_LETTERS = {NO: 0, MUST: 2, NOW: 2}
"""The same in a script without spaces, in letters other than hiragana: 来週 for 今日."""
GRAMMAR = 12
"""The same in Japanese, in hiragana."""
LETTER, WORD = re.compile(r"[^\W_]"), re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
HIRAGANA = re.compile("[\u3041-\u309f]")


def sayings(text: str, language: str, site: Site) -> Mapping[str, int]:
    """How often a text says each of `NO`, `MUST` and `NOW`, if it does."""
    languages, style = site.languages.prose(language), site.data.prose
    plain = text
    for each in style.affirmations:
        plain = plain.replace(each.words, " ") if each.language in languages else plain
    number = {
        saying: sum(
            _number(plain if saying == NO else text, each)
            for each in words
            if each.language in languages
        )
        for saying, words in _words_of(style).items()
    }
    return {saying: found for saying, found in number.items() if found}


def says_otherwise(before: str, now: str, language: str, site: Site) -> str | None:
    """Which saying a text has no more, or which "no" it has got, if it is else as it was."""
    was, said = (sayings(text, language, site) for text in (before, now))
    changed = [saying for saying in (MUST, NOW) if saying in was and saying not in said]
    for saying in [NO] * (was.get(NO) != said.get(NO)) + changed:
        old, new = (_without(saying, text, language, site) for text in (before, now))
        others = _differing(old.subject, new.subject)
        limit = OTHER_WORDS if of_language(language).has_spaces else OTHER_LETTERS
        is_same = others <= limit[saying] and 2 * others <= len(old.subject) + len(new.subject)
        if is_same and _differing(old.grammar, new.grammar) <= GRAMMAR:
            return saying
    return None


def alike(before: Sequence[str], now: Sequence[str]) -> float:
    """How alike two texts, or lists of words, are, from 0 to 1."""
    return SequenceMatcher(None, before, now, autojunk=False).ratio()


def _words_of(style: ProseStyle) -> Mapping[str, Iterable[Phrase]]:
    return {NO: style.negations, MUST: style.required, NOW: style.urgent}


class Words(NamedTuple):
    """What a text is about, and the rest of it, without the words of one saying."""

    subject: Sequence[str]
    """Words; or letters in a script without spaces, and in Japanese those without hiragana."""
    grammar: Sequence[str]
    """In Japanese, the hiragana."""


def _without(saying: str, text: str, language: str, site: Site) -> Words:
    plain = normalized(text).lower()
    system, languages = of_language(language), site.languages.prose(language)
    words = {
        each.words.lower()
        for each in _words_of(site.data.prose)[saying]
        if each.language in languages
    }
    for each in sorted(words, key=len, reverse=True):
        pattern = system.word_pattern(each) if system.has_spaces else re.compile(re.escape(each))
        plain = pattern.sub(" ", plain)
    if system.has_spaces:
        return Words(WORD.findall(plain), ())
    letters = LETTER.findall(plain)
    kana = [each for each in letters if HIRAGANA.match(each)]
    return Words([each for each in letters if not HIRAGANA.match(each)], kana)


def _differing(before: Sequence[str], now: Sequence[str]) -> int:
    """Number of units that one of two sequences has and the other has not."""
    blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    return len(before) + len(now) - 2 * sum(each.size for each in blocks)


def _number(text: str, phrase: Phrase) -> int:
    """How often a text has a phrase as whole words.

    In Japanese, ない also stands in 危ない, which says no more than "dangerous" does.
    """
    if not contains_phrase(text, phrase):
        return 0
    plain = normalized(text)
    if not is_in(phrase.language, JAPANESE):
        system = of_language(phrase.language)
        return len(system.word_pattern(phrase.words).findall(plain)) or plain.count(phrase.words)
    edges = {edge for start, word, _ in tokens(plain) for edge in (start, start + len(word))}
    places = (found.start() for found in re.finditer(re.escape(phrase.words), plain))
    return sum({place, place + len(phrase.words)} <= edges for place in places)
