"""Replace what represents a digit with ASCII digits: any script, kanji, symbols, spoken digits.

Answers: what does a text look like with ASCII digits? English number words are handled in
phone_numbers.py, where each may count as one digit or two.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from html import unescape

READINGS = (
    ("ゼロ", "ぜろ", "れい", "れえ", "れー", "レイ", "まる", "マル", "オー"),
    ("イチ", "いち", "ワン"),
    ("ニ", "に", "ツー"),
    ("サン", "さん", "スリー"),
    ("ヨン", "よん", "シ", "し", "フォー"),
    ("ゴ", "ご", "ファイブ"),
    ("ロク", "ろく", "シックス"),
    ("ナナ", "なな", "シチ", "しち", "セブン"),
    ("ハチ", "はち", "エイト"),
    ("キュウ", "きゅう", "キュー", "きゅー", "ク", "く", "ナイン"),
)
"""How the digits 0 to 9 are read in Japanese, and in English as Japanese writes it; the end of each
may be drawn out."""
ROMAJI = (
    ("rei", "zero", "maru"),
    ("ichi",),
    ("ni", "nii"),
    ("san",),
    ("yon", "shi"),
    ("go", "goo"),
    ("roku",),
    ("nana", "shichi"),
    ("hachi",),
    ("kyu", "kyū", "kyuu", "ku"),
)
"""The same in Latin letters."""
ALL_READINGS = sorted((each for digit in READINGS for each in digit), key=len, reverse=True)


def _drawn_out(readings: Iterable[str]) -> str:
    """Regex of some readings, whose sounds may be drawn out: なーな, ごお, シー."""
    any_sound = ("ー?".join(each.replace("ー", "")) for each in readings)
    # The い of いち draws out no に before it.
    is_last = rf"(?=の|\W|$|{'|'.join(ALL_READINGS)})"
    return "|".join(f"{each}(?:[ーあいうえおアイウエオ]{is_last})?" for each in any_sound)


READING = _drawn_out(ALL_READINGS)
ZERO = _drawn_out(READINGS[0])
KATAKANA = _drawn_out(each for each in ALL_READINGS if each[0] >= "ァ")
HIRAGANA = _drawn_out(each for each in ALL_READINGS if each[0] < "ァ")
READ = re.compile(
    rf"(?=[ゼぜれレまマオ])(?:{ZERO})(?:(?:[^\w\n]{{0,3}}|の)(?:{KATAKANA})"
    rf"|(?:[^\w\n]{{1,3}}|の|(?<=[ぁ-ゖー]))(?:{HIRAGANA})){{2,}}"
    rf"|(?:{KATAKANA})(?:[・、,･\s-]{{1,2}}(?:{KATAKANA}))+"
)
"""Digits that are spelled as they are spoken: either they begin with 0, or they are in katakana
with separators. A hiragana particle right after katakana is not a digit."""
IN_ROMAJI = "|".join(each for digit in ROMAJI for each in digit)
READ_ROMAJI = re.compile(
    rf"\b(?:{'|'.join(ROMAJI[0])})\b(?:[^\w\n]{{1,3}}(?:no )?(?:{IN_ROMAJI})\b){{6,}}",
    re.IGNORECASE,
)
DIGIT_OF = {
    each.replace("ー", ""): str(digit)
    for readings in (READINGS, ROMAJI)
    for digit, all_ in enumerate(readings)
    for each in all_
}
ENTITY = re.compile(r"&[#\w]{1,32};?")
KEYS = re.compile("[\ufe0f\u20e3]")
"""Combining characters that turn a digit into a keycap emoji."""
MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff]")
"""Combining strokes and lines over a character."""
KANJI_WITH_VALUE = "".join(
    sign for sign in map(chr, range(0x3400, 0xA000)) if unicodedata.numeric(sign, -1.0) in range(10)
)
DIGIT_SIGN = re.compile(
    "[\u0660-\u2dff\u3007\u3021-\u3029\u3220-\u32ff\ua620-\uabff\uff10-\uff19\U00010000-\U0001ffff"
    f"{KANJI_WITH_VALUE}]"
)
"""A character that may be a digit; a quick filter, because few Japanese ones are."""
VALUES = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE".split()
FACE = re.compile(rf"(?:FACE|TILE|CARD)[ -]([0-9]|{'|'.join(VALUES)})\b(?!-)")
"""The number on a die, clock face, tile or card, in its Unicode name."""
KANJI_DIGITS = "〇一二三四五六七八九"
LONE_KANJI = re.compile(
    rf"(?<![0-9\uff10-\uff19{KANJI_DIGITS}])(?<![0-9{KANJI_DIGITS}][の・])[一二三四五六七八九]"
    rf"(?=[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff])(?!の?[0-9{KANJI_DIGITS}])"
)
"""A numeral kanji that is part of a word, as in 一度; next to another digit it is a digit."""


def with_ascii_digits(text: str) -> str:
    """Normalize a text: entities resolved, NFKC, digits of any script as ASCII."""
    known = KEYS.sub("", _resolved(text))
    if known.isascii():
        return known
    known = MARKS.sub("", LONE_KANJI.sub("…", known))
    # Before NFKC, which takes a Roman numeral apart.
    known = DIGIT_SIGN.sub(lambda sign: _as_digit(sign[0]), known)
    return unicodedata.normalize("NFKC", known)


def _resolved(text: str) -> str:
    """A text with its entities resolved; one for a line end becomes a space."""
    return ENTITY.sub(lambda entity: " ".join(unescape(entity[0]).split("\n")), text)


@cache
def _as_digit(sign: str) -> str:
    """The ASCII digit for a digit in any script, a circled one or a kanji; else the character."""
    number = unicodedata.numeric(sign, -1.0)
    if face := FACE.search(unicodedata.name(sign, "")):
        return str(VALUES.index(face[1])) if face[1] in VALUES else face[1]
    return str(int(number)) if number in range(10) else sign


def with_read_digits(text: str) -> str:
    """Replace spoken digits, in kana or in Latin letters, with ASCII digits."""
    return READ_ROMAJI.sub(_as_read_in_romaji, READ.sub(_as_read, text))


def _as_read(match: re.Match[str]) -> str:
    return re.sub(READING, lambda reading: _digit_of(reading[0]), match[0])


@cache
def _digit_of(reading: str) -> str:
    """The digit of a reading that may be drawn out."""
    bare = re.sub("ー", "", reading)
    readings = (each.replace("ー", "") for each in ALL_READINGS)
    return DIGIT_OF[next(each for each in readings if bare.startswith(each))]


def _as_read_in_romaji(match: re.Match[str]) -> str:
    return re.sub(r"\w+", lambda word: DIGIT_OF.get(word[0].lower(), word[0]), match[0])
