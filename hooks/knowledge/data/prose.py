"""prose.yml: the style settings for the prose of this site.

Answers: which limits, words and spellings apply to a page in a language? The rules that use them
are in rules/prose.py and rules/advice.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated

from knowledge import yaml_tree
from knowledge.data.field_types import ANY_TEXT, COUNT, TEXT, ListType
from knowledge.data.reader import WRONG_TYPE, Entries, Field, Reader, read_settings

Language = Annotated[str, Field(TEXT, "Code of the language.")]
Words = Annotated[str, Field(TEXT, "What is looked for.")]
Reason = Annotated[str, Field(TEXT, "Why.")]
TEXTS = ListType(TEXT, "a list of texts", may_be_empty=True)
many = partial(Entries, may_be_empty=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseLimit:
    """How long sentences may be on some pages of a language."""

    pages: Annotated[str, Field(ANY_TEXT, "The beginning of a page's path; empty for every page.")]
    language: Language
    sentence: Annotated[
        int, Field(COUNT, "The longest sentence: characters in Japanese, words elsewhere.")
    ]
    commas: Annotated[int | None, Field(COUNT, "The most commas in a Japanese sentence.")] = None
    grade: Annotated[
        int | None, Field(COUNT, "The highest Flesch-Kincaid grade of a page in English.")
    ] = None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that a rule searches for in the pages of a language."""

    language: Language
    words: Words
    other: str = ""
    """By subclass: the right spelling, words with which they are allowed, the required link, or the
    section that needs them."""
    second: str = ""
    """Another link that will do."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwanted(Phrase):
    """Words that pages must not use, or not as the whole text of a link."""

    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling(Phrase):
    """A wrong spelling and the right one."""

    words: Annotated[str, Field(TEXT, "How it is not spelled.", name="wrong")]
    other: Annotated[str, Field(TEXT, "How it is.", name="right")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute(Phrase):
    """A word that makes an absolute claim and so needs a source in its paragraph."""

    other: Annotated[str, Field(TEXT, "Words in which it promises nothing.", name="unless")] = ""
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(Phrase):
    """Advice that needs a link to its exception in the same section."""

    other: Annotated[str, Field(TEXT, "The link that it needs: guide.md#how.", name="to")]
    second: Annotated[str, Field(TEXT, "Another link that will do.", name="or")] = ""
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition(Phrase):
    """A word that says no, in a section in which everything is said not to be done."""

    words: Annotated[str, Field(TEXT, "A word that says no.")]
    other: Annotated[str, Field(TEXT, "The id of such sections: do-not.", name="section")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Longer(Phrase):
    """A sentence that may exceed the limit of its page."""

    words: Annotated[str, Field(TEXT, "How the sentence begins.", name="text")]
    reason: Reason


@dataclass(frozen=True, slots=True)
class ProseStyle:
    """The settings in prose.yml."""

    skip: Annotated[
        tuple[str, ...],
        Field(
            ListType(ANY_TEXT, "a list of texts", may_be_empty=True),
            "Beginnings of the paths that are left alone.",
        ),
    ] = ()
    names: Annotated[
        tuple[str, ...],
        Field(TEXTS, "Titles and names: each counts as one character or word."),
    ] = ()
    hosts: Annotated[
        tuple[str, ...],
        Field(TEXTS, "Hosts, accounts and apps that pages may name beside those of the data."),
    ] = ()
    """In lower case."""
    limits: Annotated[
        tuple[ProseLimit, ...],
        Field(many(ProseLimit), "How long sentences may be; the first entry that fits counts."),
    ] = ()
    unwanted: Annotated[
        tuple[Phrase, ...], Field(many(Unwanted), "Words that do not stand in our pages.")
    ] = ()
    spellings: Annotated[
        tuple[Phrase, ...], Field(many(Spelling), "Words that are spelled in one way.")
    ] = ()
    absolute: Annotated[
        tuple[Phrase, ...], Field(many(Absolute), "Words that promise: they need a source.")
    ] = ()
    links: Annotated[
        tuple[Phrase, ...], Field(many(Linked), "Advice that needs a link to its exception.")
    ] = ()
    prohibitions: Annotated[
        tuple[Phrase, ...],
        Field(many(Prohibition), "Words that say no: each item of what not to do has one."),
    ] = ()
    negations: Annotated[
        tuple[Phrase, ...],
        Field(many(Phrase), "Words that say no: data says no in all languages or in none."),
    ] = ()
    affirmations: Annotated[
        tuple[Phrase, ...], Field(many(Phrase), "Words that hold one of these and say no no.")
    ] = ()
    required: Annotated[
        tuple[Phrase, ...], Field(many(Phrase), "Words that say what must be done.")
    ] = ()
    urgent: Annotated[
        tuple[Phrase, ...],
        Field(many(Phrase), "Words that say what comes now, or first."),
    ] = ()
    calling: Annotated[
        tuple[Phrase, ...], Field(many(Phrase), "Words beside which digits are a number to call.")
    ] = ()
    searching: Annotated[
        tuple[Phrase, ...],
        Field(many(Phrase), "Words for where anybody can have any name: a store, a messenger."),
    ] = ()
    searched: Annotated[
        tuple[str, ...],
        Field(TEXTS, "What may stand in quotation marks in a sentence with one of these words."),
    ] = ()
    vague: Annotated[
        tuple[Phrase, ...], Field(many(Unwanted), "Words that alone are no text of a link.")
    ] = ()
    longer: Annotated[tuple[Phrase, ...], Field(many(Longer), "Sentences that may be longer.")] = ()

    def skips(self, page_path: str) -> bool:
        """Whether the prose rules skip a page; `page_path` is its path inside the language."""
        return page_path.startswith(self.skip)

    def limit(self, page_path: str, languages: Sequence[str]) -> ProseLimit | None:
        """The limits of a page in the first language that has some for it; None if none has."""
        fitting = (
            limit
            for language in languages
            for limit in self.limits
            if limit.language == language and page_path.startswith(limit.pages)
        )
        return next(fitting, None)


def read_prose(found: yaml_tree.Tree, reader: Reader) -> ProseStyle:
    """Read prose.yml; invalid entries are left out."""
    if isinstance(found, yaml_tree.Scalar) and not found.text:
        return ProseStyle()
    if not isinstance(found, yaml_tree.Mapping):
        reader.report(found.line, WRONG_TYPE, "this file has no keys", "Write 'limits:' first")
        return ProseStyle()
    style = read_settings(ProseStyle, found, reader, noun="part")
    # Longest first, so that no name is removed from inside a longer one.
    names = sorted(style.names, key=len, reverse=True)
    hosts = tuple(host.lower() for host in style.hosts)
    return replace(style, names=tuple(names), hosts=hosts)
