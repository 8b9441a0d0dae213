"""Latin letters that languages are written with, and those that only look like them.

Answers: is a letter one of phonetic notation or of a mathematical font, such as a small capital,
and not of a language of the site? Letters of other scripts are compared in characters.py.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from babel import Locale

from knowledge.language_tags import locale_of

WRITTEN = (range(0x250), range(0x1E00, 0x1F00))
"""Basic Latin to Latin Extended-B, and Latin Extended Additional: the blocks of most languages."""
SYMBOLS = range(0x2100, 0x2150)
"""Letterlike symbols: signs of units, such as that of a litre."""
WIDE = "FULLWIDTH"
"""How the Unicode names of full-width letters begin, which plain_characters.py reports."""
FONT = "<font>"
"""How the decomposition of a letter or digit of a mathematical font begins."""


def look_alikes(signs: Iterable[str], tags: Sequence[str]) -> set[str]:
    """The Latin letters among some characters that none of some languages is written with."""
    beyond = filter(_is_beyond, signs)
    return {sign for sign in beyond if not any(_is_used(sign, tag) for tag in tags)}


@lru_cache(maxsize=8192)
def _is_beyond(sign: str) -> bool:
    """Whether a character is a Latin letter outside of WRITTEN, or a digit of another font."""
    code, name = ord(sign), unicodedata.name(sign, "")
    if code in SYMBOLS or any(code in block for block in WRITTEN) or name.startswith(WIDE):
        return False
    if unicodedata.decomposition(sign).startswith(FONT):
        return True
    plain = unicodedata.normalize("NFKC", sign)
    is_letter = unicodedata.category(sign).startswith("L")
    return is_letter and unicodedata.name(plain[0], "").startswith("LATIN")


@lru_cache(maxsize=1024)
def _is_used(sign: str, tag: str) -> bool:
    """Whether a language is written with a letter beyond WRITTEN.

    CLDR has some texts of a language and not its alphabet. A language whose texts have any such
    letter, or that CLDR does not know, may have each that exists as capital and small letter, which
    is what tells letters of alphabets from those of phonetic notation.
    """
    locale = locale_of(tag)
    used = _letters_beyond(str(locale)) if locale else ""
    has_case = sign.upper() != sign or sign.lower() != sign
    return sign in used or (has_case and (bool(used) or locale is None))


@lru_cache(maxsize=64)
def _letters_beyond(locale: str) -> frozenset[str]:
    """The letters beyond WRITTEN in the names that CLDR has in a language."""
    return frozenset(
        sign for text in _names(Locale.parse(locale)) for sign in text if _is_beyond(sign)
    )


def _names(locale: Locale) -> Iterator[str]:
    """Names of languages, places, months and days in a language."""
    yield from (*locale.languages.values(), *locale.territories.values())
    for forms in (*locale.months.values(), *locale.days.values()):
        for names in forms.values():
            yield from names.values()
