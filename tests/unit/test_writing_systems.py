"""Writing systems: scripts and direction of languages, sentence ends, words, text length."""

import re
import unicodedata

import pytest
from babel import Locale, localedata

from knowledge.writing_systems import (
    MARK,
    SYSTEMS,
    dir_attribute,
    is_in,
    of_language,
)

VERTICAL = "ttb"
ALL_LETTERS = "".join(c for c in map(chr, range(0x20100)) if unicodedata.category(c)[0] == "L")
NAMES = {"Han": ["CJK ", "IDEOGRAPHIC "], "Katakana": ["KATAKANA ", "HALFWIDTH KATAKANA "]}
SHARED_LETTERS = set("ー〱〲〳〴〵々〆ｰﾞﾟ")
"""Characters shared by several scripts, according to their Unicode names."""


@pytest.mark.parametrize(
    ("tag", "name", "direction"),
    [
        ("ja", "Japanese", "ltr"),
        ("ja-Hira", "Japanese", "ltr"),
        ("ja-Latn", "Latin", "ltr"),
        ("zh", "Chinese", "ltr"),
        ("zh-Hans", "Chinese", "ltr"),
        ("zh_Hant", "Chinese", "ltr"),
        ("zh-TW", "Chinese", "ltr"),
        ("yue", "Chinese", "ltr"),
        ("ko", "Korean", "ltr"),
        ("th", "Thai", "ltr"),
        ("pt-BR", "Latin", "ltr"),
        ("fil", "Latin", "ltr"),
        ("es-419", "Latin", "ltr"),
        ("ru", "Cyrillic", "ltr"),
        ("sr", "Cyrillic", "ltr"),
        ("sr-Latn", "Latin", "ltr"),
        ("hi", "Devanagari", "ltr"),
        ("ar", "Arabic", "rtl"),
        ("fa", "Arabic", "rtl"),
        ("pa-PK", "Arabic", "rtl"),
        ("pa", "other", "ltr"),
        ("he", "other", "rtl"),
        ("iw", "other", "rtl"),
        ("xx", "other", "ltr"),
        ("", "other", "ltr"),
        ("--_", "other", "ltr"),
    ],
)
def test_the_writing_system_of_a_language(tag, name, direction):
    system = of_language(tag)
    assert (system.name, system.direction) == (name, direction)


def test_directions_are_those_of_cldr():
    for tag in localedata.locale_identifiers():
        known = Locale.parse(tag).text_direction
        # HTML has no direction for vertical text.
        assert of_language(tag).direction == ("ltr" if known == VERTICAL else known), tag


def test_an_element_says_its_direction_only_where_it_turns():
    assert dir_attribute("ar", "en") == ' dir="rtl"'
    assert dir_attribute("ja", "ar") == ' dir="ltr"'
    assert dir_attribute("ja", "en") == dir_attribute("fa", "ar") == ""


def test_a_variety_is_in_its_language():
    assert is_in("en-GB", "en")
    assert is_in("en", "en")
    assert not is_in("eng", "en")


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_letters_are_those_of_its_scripts(system):
    """Compared with Unicode names, which begin with the script; ideographs are numbered."""
    names = [
        name for script in system.scripts for name in NAMES.get(script, [f"{script.upper()} "])
    ]
    known = {sign for sign in ALL_LETTERS if unicodedata.name(sign, "").startswith(tuple(names))}
    found = set(re.findall(f"[{system.letters}]", ALL_LETTERS))
    assert found - known <= SHARED_LETTERS
    assert {sign for sign in known - found if sign < "\u1c00"} == set()


def test_marks_are_all_that_belong_to_the_letter_before():
    for first, last in (
        (0x300, 0x370),
        (0x400, 0x530),
        (0x591, 0x700),
        (0x900, 0x980),
        (0xE00, 0xE80),
    ):
        for sign in map(chr, range(first, last)):
            is_mark = unicodedata.category(sign).startswith("M")
            assert bool(MARK.match(sign)) == is_mark, f"U+{ord(sign):04X}"


@pytest.mark.parametrize(
    ("tag", "text", "sentences"),
    [
        ("ja", "一文です。「はい。」と言う。", ["一文です。", "「はい。」と言う。"]),
        ("zh", "别付钱。他说“好。”然后呢？对!", ["别付钱。", "他说“好。”然后呢？", "对!"]),
        (
            "ko",
            "내지 마세요. 3.5배입니다. 전화하세요!",
            ["내지 마세요.", "3.5배입니다.", "전화하세요!"],
        ),
        ("th", "อย่าจ่าย โทร 1212 ก่อน แล้วรอ", ["อย่าจ่าย", "โทร 1212 ก่อน", "แล้วรอ"]),
        ("en", "Wait, e.g. here. “Do.” Élan is one.", ["Wait, e.g. here.", "“Do.", "Élan is one."]),
        (
            "ru",
            "Не платите, т. е. ждите. «Да!» Он ушёл.",
            ["Не платите, т. е. ждите.", "«Да!", "Он ушёл."],
        ),
        ("hi", "पैसे मत दीजिए। रुकिए।डॉक्टर?", ["पैसे मत दीजिए।", "रुकिए।", "डॉक्टर?"]),
        ("ar", "لا تدفع. هل فهمت؟ انتظر!", ["لا تدفع.", "هل فهمت؟", "انتظر!"]),
    ],
)
def test_where_sentences_end(tag, text, sentences):
    assert [each for each in of_language(tag).ends.split(text) if each] == sentences


@pytest.mark.parametrize(
    ("tag", "text", "length", "unit"),
    [
        ("ja", "支払わない。", 6, "characters"),
        ("zh-Hant", "不要付錢。", 5, "characters"),
        ("th", "น้ำรั่ว", 4, "characters"),
        ("ko", "돈을 내지 마세요", 3, "words"),
        ("hi", "पैसे मत दीजिए", 3, "words"),
        ("ar", "لا تدفع شيئًا", 3, "words"),
        ("xx", "two words", 2, "words"),
    ],
)
def test_how_long_a_text_is(tag, text, length, unit):
    assert (of_language(tag).length(text), of_language(tag).unit) == (length, unit)


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [
        ("ja", "一、二、1,000", 2),
        ("zh", "一，二、三", 2),
        ("en", "a, b, 1,000", 2),
        ("ar", "أ، ب", 1),
    ],
)
def test_commas(tag, text, count):
    assert len(of_language(tag).comma.findall(text)) == count


@pytest.mark.parametrize(
    ("tag", "word", "text", "is_found"),
    [
        ("ja", "図書", "図書です", True),
        ("ja", "図書", "図書館です", False),
        ("zh", "法院", "到法院去", True),
        ("th", "ตา", "ดวงตาสวย", True),
        ("th", "กา", "ก่อนก้าว", False),
        ("ko", "사기", "사기를 당했다", True),
        ("ko", "사기", "조사기록", False),
        ("en", "claim", "to Claim it", True),
        ("en", "claim", "a claimant", False),
        ("ru", "иск", "Иск подан", True),
        ("ru", "иск", "искать", False),
        ("hi", "कम", "कमी है", False),
        ("hi", "कम", "कम है", True),
        ("ar", "حق", "حَق لك", False),
        ("ar", "حق", "حق لك", True),
    ],
)
def test_a_word_is_no_part_of_a_longer_one(tag, word, text, is_found):
    assert bool(of_language(tag).word_pattern(word).search(text)) == is_found


def test_a_plural_may_end_a_word():
    assert (
        of_language("en").word_pattern("claim", ending="s?").sub("", "claims claimant")
        == " claimant"
    )
