"""Find telephone numbers in a text, however they are written.

Answers: which complete numbers does a text contain, and which does the data have? Short numbers
such as 123 do not count.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from knowledge.data.all_data import Data

# The first character is asked for first in these patterns: it makes them several times as fast.
# Groups of digits that begin with 0 or +, unlike a date; or nine or more digits in a row.
NUMBER = re.compile(
    r"(?=[+\d])(?<![\d:-])(?:"
    r"\+\d{1,3}[- ]?\d{1,4}(?:[- ]\d{2,4}){1,3}|0\d{1,4}[- ]\d{1,4}[- ]\d{3,4}"
    r"|0\d{2,3}-\d{5,7}|\d{9,}|(?:\d{1,3}-)?\d{2,4}-\d{3}-\d{3,4}"
    r")(?![\d-])",
    re.ASCII,
)
SEPARATOR = r"[^\w\n、]|[_の]"
"""One character between two digits: any but a letter, or の, which is said for a hyphen."""
NEXT = rf"(?:{SEPARATOR})?[0-9]"
SEPARATED = re.compile(
    rf"(?=[+0])(?<![0-9+])(?<![0-9]-)(?:\+(?:{NEXT}){{8,14}}|(?:00|010)(?:{NEXT}){{9,12}}"
    rf"|0(?:{NEXT}){{9,10}})(?!{NEXT})"
)
"""The digits of a complete number, from its 0 or + on, at most one character between two."""
GAP = r"(?:\s?[^\w\s|]){1,3}\s?|[xの]"
COUNTRY_CODE = rf"\(?\+[1-9][0-9]{{0,2}}(?:{GAP}|\s)[0-9]{{1,4}}"
WIDE = re.compile(
    rf"(?=[+(0])(?<![0-9+])(?<![0-9]-)(?:{COUNTRY_CODE}|0[0-9]{{1,4}})(?:{GAP}|\s)"
    rf"(?!0[0-9]{{1,3}}[,、])[0-9]{{1,4}}(?:{GAP}|\s)[0-9]{{3,4}}(?![0-9])"
)
"""Three groups of digits, or four with a country code, several characters between them."""
MIN_DIGITS = 10
"""Fewest digits of a complete number."""
LIKE_ZERO = "OoQ\u25cb\u25ef\u039f\u03bf\u041e\u043e"
LIKE_ONE = "Il\u0406\u0399"
LOOK_ALIKE = str.maketrans(dict.fromkeys(LIKE_ZERO, "0") | dict.fromkeys(LIKE_ONE, "1"))
"""Letters and symbols that look like 0 and 1."""
WITH_LETTERS = re.compile(
    rf"(?<![A-Za-z0-9])[0{LIKE_ZERO}](?:(?:{SEPARATOR})?[0-9{LIKE_ZERO}{LIKE_ONE}]){{9,10}}"
    r"(?![A-Za-z0-9])"
)
"""A number in which look-alikes replace 0 or 1."""
MIN_REAL_DIGITS = 3
"""Fewest real digits of a number with look-alikes."""
SPOKEN = (
    ("zero", "oh", "ゼロ", "れい", "レイ", "まる", "マル"),
    ("one", "イチ", "いち"),
    ("two", "ニー", "にー", "ニ", "に"),
    ("three", "サン", "さん"),
    ("four", "ヨン", "よん", "シ", "し"),
    ("five", "ゴー", "ごー", "ゴ", "ご"),
    ("six", "ロク", "ろく"),
    ("seven", "ナナ", "なな", "シチ", "しち"),
    ("eight", "ハチ", "はち"),
    ("nine", "キュウ", "キュー", "きゅう", "ク", "く"),
)
"""The spoken words for the digits 0 to 9."""
WORD = "|".join(sorted((word for words in SPOKEN for word in words), key=len, reverse=True))
FIRST = "".join(
    sorted({sign for words in SPOKEN for word in words for sign in word[0] + word[0].upper()})
)
SAID = re.compile(rf"(?=[{FIRST}])(?:(?:{WORD})(?:[^\w\n]{{0,3}}|の)){{9,}}", re.IGNORECASE)
TIMES = {"double": 2, "triple": 3}
"""Words before a digit that is said several times."""
TENS = frozenset(
    "hundred ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""Words that stand for one digit more, as in "one hundred twenty"."""
ENGLISH_STEMS = {word.removesuffix("e") for words in SPOKEN for word in words if word.isascii()}
WORDS = re.compile(r"[0-9]+|[A-Za-z]+|[^\W0-9_]|\n")
MOST_BETWEEN = 2
"""Maximum of other English words between two digits of a number that is told in a sentence."""
TOLD = range(9, 12)
"""Count of the digits of such a number: "four zeros" counts as two."""
BEGINS = re.compile(
    r"(?=[0oz])(?:\b(?:zero|oh)\b|(?<![\w,.:/-])0[0-9]{0,3}(?:(?<=[0-9]{2})(?![\w,])|(?="
    r"zero|oh|one|two|three|four|five|six|seven|eight|nine)))",
    re.IGNORECASE,
)
"""The first digits of such a number."""
LOCAL = re.compile(r"(?=[2-9])(?<![\w-])(?!(?:19|20)[0-9]{2}-)[2-9][0-9]{3}-[0-9]{4}(?![\w-])")
"""A number without its area code; it does not begin like a year."""
VANITY = re.compile(r"(?=[0-9])(?<![\w-])(?:[0-9]{1,4}-){1,2}[A-Z]{4,9}(?![\w-])")
"""A number whose last digits are the letters on the keys of a telephone."""
MIXED = re.compile(r"(?=0)(?<!\w)0(?:\s?[a-z]\s?[0-9]){8,10}(?!\w)")
"""The digits of a number with a letter between each two of them."""
CODE = re.compile(r"[*#][0-9]{2,3}[*#][0-9*#]{2,}")
"""A code that is dialled to forward calls."""
BOOK = re.compile(r"\bISBN(?:-1[03])?:? ?([0-9]+(?:-[0-9]+)*-?[0-9X])(?![\d-])", re.ASCII)
TIME = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?![\d:])", re.ASCII)
CELLS = re.compile(r"(?<=\d)\s*\|\s*(?=\d)")
KEYS = re.compile("[\ufe0f\u20e3]")
"""Combining characters that turn a digit into a keycap emoji."""
MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff]")
"""Combining strokes and lines over a character."""
VALUES = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE".split()
FACE = re.compile(rf"FACE[ -]([0-9]|{'|'.join(VALUES)})\b(?!-)")
"""The number on a die or clock face, in its Unicode name."""
HYPHENS = re.compile(r"(?<=\d)[\u2010-\u2015\u2212\u30fc\uff70](?=\d)")
BRACKETED = re.compile(r"\(?(0\d{1,3})\)(\d{1,4})-(?=\d{4}(?!\d))", re.ASCII)
SURROUNDED = re.compile(r"(0\d{1,4})\((\d{1,4})\)(\d{3,4})(?!\d)", re.ASCII)


def whole_numbers(text: str) -> list[str]:
    """The complete telephone numbers in a text, its digits normalized to ASCII."""
    plain = _plain(text)
    if found := NUMBER.findall(plain):
        return found
    timeless = WITH_LETTERS.sub(_as_digits, TIME.sub(" to ", plain))
    spelled = CELLS.sub("-", timeless)
    wide = (found for found in WIDE.findall(timeless) if _has_length(found))
    said = [match[0].strip() for match in SAID.finditer(spelled)] or _told(spelled)
    others = (
        found for kind in (SEPARATED, CODE, LOCAL, VANITY, MIXED) for found in kind.findall(spelled)
    )
    return [*others, *wide, *said]


def _told(text: str) -> list[str]:
    """Numbers that a sentence tells in English, in figures or in words, with others between."""
    found: list[str] = []
    end = 0
    for begin in BEGINS.finditer(text):
        if begin.start() >= end:
            end, count = _end_of_told(text, begin.start())
            if count in TOLD:
                found.append(text[begin.start() : end])
    return found


def _end_of_told(text: str, start: int) -> tuple[int, int]:
    """Where a number that is told from an index on ends, and its count of digits."""
    end, times = start, 1
    count = between = 0
    for word in WORDS.finditer(text, start):
        said = word[0].lower()
        is_figures = said.isdecimal()
        if said in TIMES:
            times = TIMES[said]
        elif (
            is_figures or said in TENS or said.removesuffix("s").removesuffix("e") in ENGLISH_STEMS
        ):
            end, between = word.end(), 0
            count += len(said) if is_figures else times
            times = 1
        elif between < MOST_BETWEEN and said.isascii() and said.isalpha():
            between += 1
        else:
            break
    return end, count


def _as_digits(match: re.Match[str]) -> str:
    """Replace look-alikes in a match, if it has enough real digits to be a number."""
    is_number = len(re.findall("[0-9]", match[0])) >= MIN_REAL_DIGITS
    return match[0].translate(LOOK_ALIKE) if is_number else match[0]


def _has_length(number: str) -> bool:
    count = len(re.findall("[0-9]", number))
    return MIN_DIGITS <= count <= MIN_DIGITS + (1 if number[0] == "0" else 4)


def _plain(text: str) -> str:
    """Normalize the digits, hyphens and parentheses of a text, and remove ISBNs."""
    plain = BOOK.sub(_without_book, HYPHENS.sub("-", with_ascii_digits(text)))
    return SURROUNDED.sub(r"\1-\2-\3", BRACKETED.sub(r"\1-\2-", plain))


def _without_book(match: re.Match[str]) -> str:
    """Replace an ISBN-10 with nothing if its check digit is right."""
    values = [10 if sign == "X" else int(sign) for sign in match[1].replace("-", "")]
    checked = sum(value * place for place, value in enumerate(reversed(values), start=1))
    is_book = len(values) == 10 and checked % 11 == 0  # noqa: PLR2004
    return "" if is_book else match[0]


def with_ascii_digits(text: str) -> str:
    """Normalize a text: entities resolved, NFKC, digits of any script as ASCII."""
    known = KEYS.sub("", unescape(text))
    if known.isascii():
        return known
    known = MARKS.sub("", known)
    return unicodedata.normalize("NFKC", known.translate(_DIGITS))


class _Digits(dict[int, str]):
    """Translation table by code point for `str.translate`, filled in on first use."""

    def __missing__(self, code: int) -> str:
        self[code] = _as_digit(chr(code))
        return self[code]


_DIGITS = _Digits()


def _as_digit(sign: str) -> str:
    """The ASCII digit for a digit in any script, a circled one or a kanji; else the character."""
    number = -1.0 if sign.isascii() else unicodedata.numeric(sign, -1.0)
    if not sign.isascii() and (face := FACE.search(unicodedata.name(sign, ""))):
        return str(VALUES.index(face[1])) if face[1] in VALUES else face[1]
    return str(int(number)) if 0 <= number < 10 and number == int(number) else sign  # noqa: PLR2004


def digits(number: str) -> str:
    """The digits of a number, without separators."""
    return re.sub(r"\D", "", number)


def known_numbers(data: Data) -> frozenset[str]:
    """The digits of every telephone number in the data."""
    return frozenset(digits(n.text) for each in data.contacts.values() for n in each.numbers)
