"""Check that prose is written with the characters that a keyboard gives and a search finds.

Answers: does a text have spaces, letters, digits or kana of an unusual width, decomposed letters,
or a kanji in place of a similar katakana letter? Other programs produce these. Code is left out;
invisible characters are checked in characters.py.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from babel.numbers import get_group_symbol

from knowledge import yaml_tree
from knowledge.data.all_data import SYNONYMS
from knowledge.data.yaml_files import DATA
from knowledge.finding import in_ascii
from knowledge.language_tags import locale_of
from knowledge.markdown.sentences import SHOWN_KEYS, without_code
from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, PlacedFaults, placed, site_rule
from knowledge.site.mkdocs_yml import CONFIGURATION, shown_texts
from knowledge.site.site import Site

SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""Every space but the one of a keyboard; for a character class."""
NO_BREAK = "\u00a0\u202f"
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
"""Full-width digits and letters; for a character class."""
WIDE_SPACE = "\u3000"
HALF_WIDTH_KANA = "\uff61-\uff9f"
HALF_WIDTH_DOT = "\uff65"
"""At the beginning of a line it is meant as a list marker, which unparsed_markdown.py reports."""
UNUSUAL = re.compile(rf"[{SPACES}]+|[{WIDE}]+|[{HALF_WIDTH_KANA}]+")
LOOK_ALIKES = {
    "一": "ー",
    "二": "ニ",
    "八": "ハ",
    "力": "カ",
    "口": "ロ",
    "夕": "タ",
    "工": "エ",
    "卜": "ト",
}
"""Kanji that look like katakana letters, with the katakana that is meant inside a katakana word."""
IN_KATAKANA = re.compile(rf"(?<=[ァ-ヴー])[{''.join(LOOK_ALIKES)}](?=[ァ-ヴー])")
IDEOGRAPHS = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Compatibility ideographs, which characters.py reports."""
QUOTED = re.compile(r"「[^」\n]*」|『[^』\n]*』|“[^”\n]*”|‘[^’\n]*’|\"[^\"\n]*\"")
"""A quotation, which is not checked."""
NUMBER = "number"
"""The field of a telephone number, whose digits contacts.py checks."""
NOT_PROSE = frozenset({SYNONYMS})
"""Data files with text as people type it, which is not checked."""


@site_rule("SR013", "unusual-character", breaks=Breaks.LINE)
def unusual_characters(site: Site) -> PlacedFaults:
    """A character of unusual width, a decomposed letter (NFD), or a kanji instead of katakana."""
    for source in site.every_source():
        if not source.excess and not source.content.isascii():
            yield from placed(source.path, _in(_prose(source), site.language_of(source)))
    read = {f"{DATA}/{n}": t for n, t in site.data.trees.items() if n not in NOT_PROSE}
    found = {
        path: [s for key, s in yaml_tree.fields(tree) if key != NUMBER]
        for path, tree in read.items()
    }
    found[CONFIGURATION] = list(shown_texts(site.configuration))
    for path, scalars in found.items():
        lines = ((scalar.line, scalar.text) for scalar in scalars)
        yield from placed(path, _in(lines, site.languages.default))


def _prose(source: Source) -> Iterator[tuple[int, str]]:
    """The lines of a source that readers see, with their 1-based numbers."""
    yield from ((source.meta_line(key), source.meta(key)) for key in SHOWN_KEYS)
    yield from ((heading.line, heading.text) for heading in source.headings)
    for text in source.texts:
        for number, line in text.lines:
            if not source.line(number).lstrip().startswith(">"):
                yield number, line


def _in(lines: Iterable[tuple[int, str]], language: str) -> Faults:
    allowed = NO_BREAK if _groups_with_spaces(language) else ""
    for line, written in lines:
        if written.isascii():
            continue
        text = QUOTED.sub("", without_code(written))
        for found in UNUSUAL.finditer(text.lstrip(HALF_WIDTH_DOT)):
            if left := found[0].strip(allowed) if allowed else found[0]:
                yield _fault(line, left)
        for found in IN_KATAKANA.finditer(text):
            fact = f"the kanji '{found[0]}' stands in a word of katakana"
            yield line, fact, f"Write '{LOOK_ALIKES[found[0]]}'"
        if not unicodedata.is_normalized("NFC", plain := IDEOGRAPHS.sub("", text)):
            whole = unicodedata.normalize("NFC", plain)
            at = next(i for i, (a, b) in enumerate(zip(plain, whole, strict=False)) if a != b)
            apart = plain[at : at + 2]
            fact = f"the letter '{whole[at]}' is taken apart here: {in_ascii(apart)}"
            yield line, fact, "Write the word anew; a program has saved it in pieces (NFD)"


def _fault(line: int, found: str) -> tuple[int, str, str]:
    name = unicodedata.name(found[0], "no name")
    usual = unicodedata.normalize("NFKC", found)
    shown = found if found.strip() else f"U+{ord(found[0]):04X}"
    space = "Write a plain space" + (", or none" if found[0] == WIDE_SPACE else "")
    remedy = f"Write '{usual}'" if usual.strip() else space
    return line, f"'{shown}' is written with an unusual width ({name})", remedy


@cache
def _groups_with_spaces(language: str) -> bool:
    """Whether a language groups digits with a no-break space, and so uses it in prose (CLDR)."""
    locale = locale_of(language)
    return locale is not None and get_group_symbol(locale) in NO_BREAK
