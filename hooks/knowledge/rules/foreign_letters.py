"""Check that pages and the texts in docs/_data are in the letters of their language.

Answers: does a text stand under the key, in the file or on the page of another language? Names,
which are the same in several languages, and single words may be in any letters.
"""

import re
from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.phrasings import ASKED_FOLDER, PagePhrasings
from knowledge.data.yaml_files import DATA
from knowledge.markdown.sentences import LINK_TEXT, Sentence, metadata_and_headings, plain
from knowledge.markdown.source import Source
from knowledge.rules.prose import prose_pages
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule, source_rule
from knowledge.site.site import Site
from knowledge.writing_systems import COMPLETE, MIXED_END, UNSPACED, of_language

LETTER = re.compile(r"[^\W\d_]")
LETTER_OF_UNSPACED = re.compile(f"[{UNSPACED}]")
WORD = re.compile(r"[^\W\d_]{2,}")
MIN_LENGTH = 8
"""Minimum length of a text that is more than a name, in characters (see `_length`)."""
FOREIGN_SHARE = 0.25
"""A text with a smaller share of letters of its language counts as foreign. A sentence that only
quotes another language has a larger share."""
QUOTED_TEXT = re.compile(
    r"「[^」]{0,200}」|『[^』]{0,200}』|\u201c[^\u201d]{0,200}\u201d|\"[^\"]{0,200}\""
    r"|（[^）]{0,200}）|\([^)]{0,200}\)"
)
"""Text in quotation marks or in brackets."""
WHOLE = re.compile(r"\{:[^{}]*\}\s*$")
"""An attribute list on a line of its own, which holds for the whole paragraph above it."""
QUOTED = 24
"""Characters of a text that a message quotes."""


@site_rule("DA012", "foreign-letters")
def foreign_letters(site: Site) -> PlacedFaults:
    """A text of several words, or all phrasings of a page, without a letter of their language."""
    for language, pages in site.data.phrasings.items():
        yield from placed(
            f"{DATA}/{ASKED_FOLDER}{language}.yml", _foreign_phrasings(pages, site, language)
        )
    for name, tree in site.data.trees.items():
        for _, _, translated in yaml_tree.keyed_by(tree, site.languages.codes):
            texts = [yaml_tree.text_of(pair.value) for pair in translated.pairs]
            for pair, text in zip(translated.pairs, texts, strict=True):
                is_name = texts.count(text) > 1
                is_long = len(text.split()) > 1 or _length(text) >= MIN_LENGTH
                if not is_name and is_long and _is_foreign(text, site, pair.key):
                    fact = f"'{text}' has no letter of '{pair.key}'"
                    yield f"{DATA}/{name}", pair.line, fact, "Write it in that language"


@source_rule("PR012", "foreign-text", sources=prose_pages)
def foreign_texts(source: Source, site: Site) -> Faults:
    """A title, heading, paragraph or sentence in other letters than those of its language."""
    own = site.tag_of(source)
    tags = {e.line: tag for e in source.elements if (tag := dict(e.attributes).get("lang", ""))}
    texts = ((own, shown) for shown in metadata_and_headings(source))
    for tag, shown in (*texts, *_texts_outside_links(source, tags, own)):
        for text in (shown.text, *_sentences(shown.text)):
            is_long = len(text) >= MIN_LENGTH and _length(text) >= MIN_LENGTH
            if is_long and share_of_own_letters(text, tag) < FOREIGN_SHARE:
                fact = f"this is not in the letters of '{tag}': '{text[:QUOTED]}'"
                remedy = "Write it in that language, or mark a quotation with 'lang='"
                yield shown.line, fact, remedy
                break


def _sentences(text: str) -> Iterator[str]:
    """The whole sentences of a text, without what is quoted or explained in one."""
    return filter(COMPLETE.search, MIXED_END.split(QUOTED_TEXT.sub("", text)))


def share_of_own_letters(text: str, tag: str) -> float:
    """The share of the letters of a text, 0 to 1, that its language has.

    It is 1 without letters, and where those of the language are unknown.
    """
    own, letters = of_language(tag).letters, LETTER.findall(text)
    return len(re.findall(f"[{own}]", text)) / len(letters) if own and letters else 1.0


def _texts_outside_links(
    source: Source, tags: Mapping[int, str], own: str
) -> Iterator[tuple[str, Sentence]]:
    """The running text without the words of links, which may be names, with its language.

    `tags` has the languages of `lang` by the line that has it; `own` is that of the page.
    """
    for text in source.texts:
        marked = [tags[line] for line, _ in text.lines if line in tags]
        is_whole = bool(marked) and WHOLE.match(text.lines[-1][1]) is not None
        if marked and not is_whole:
            continue
        line, first = text.lines[0]
        lines = text.lines[:-1] if is_whole else text.lines
        kept = plain(" ".join(LINK_TEXT.sub("", content) for _, content in lines))
        for each in kept.split("|") if first.startswith("|") else [kept]:
            yield (marked[0] if marked else own), Sentence(line, each.strip())


def _length(text: str) -> int:
    """The length of a text in characters; of a script with spaces, two for each word."""
    return len(LETTER_OF_UNSPACED.findall(text)) or 2 * len(WORD.findall(text))


def _foreign_phrasings(pages: tuple[PagePhrasings, ...], site: Site, language: str) -> Faults:
    for each in pages:
        if _is_foreign(" ".join(each.phrasings), site, language):
            fact = f"no phrasing of '{each.page}' has a letter of '{language}'"
            yield each.line, fact, "Move them to the file of their language"


def _is_foreign(text: str, site: Site, language: str) -> bool:
    return share_of_own_letters(text, site.languages.tag(language)) == 0
