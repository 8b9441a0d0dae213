"""How Japanese texts are read, from the dictionary and from the words of a site."""

from types import SimpleNamespace
from typing import Any

import pytest

from knowledge.data.texts import Texts
from knowledge.site.japanese_readings import JapaneseReadings, can_be_read, readings_of

READINGS = JapaneseReadings({"#日": "#にち", "お金": "おかね"})
TEXTS = {
    "家に来る？": "いえにくる？",
    "お金を10日": "おかねを10にち",
    "カードの番号 教えた": "カードのばんごう おしえた",
    "全部払った…": "ぜんぶはらった…",  # signs that the dictionary takes apart
    "かなだけ": "かなだけ",
    "only Latin": "only Latin",
    "": "",
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_in_kana(text):
    assert READINGS.in_kana(text) == TEXTS[text]


@pytest.mark.parametrize(
    ("word", "reading", "parts"),
    [
        ("債権回収会社", "さいけんかいしゅうがいしゃ", ["さいけん", "かいしゅう", "がいしゃ"]),
        ("支払督促", "しはらいとくそく", ["しはらい", "とくそく"]),
        ("年を取っ", "としをとっ", ["とし", "と"]),
        ("児童買春", "じどうかいしゅん", ["じどう", "かいしゅん"]),
        ("今日", "きょう", ["きょう"]),  # no part of it has a reading of its own
        ("督促", "とく", ["とく"]),
    ],
)
def test_a_word_of_the_data_is_read_part_by_part(word, reading, parts):
    found = JapaneseReadings({word: reading}).readings(f"{word}が来た")
    assert [each.kana for each in found if each.end <= len(word)] == parts
    assert found[0].start == 0


def test_a_term_gives_its_word_its_reading_without_what_stands_in_brackets():
    name = Texts((("ja", "回収会社（レンタル）"),))
    term = SimpleNamespace(term=name, reading="かいしゅうがいしゃ")
    data: Any = SimpleNamespace(terms={"a": term}, readings=())
    read = readings_of(data)
    assert read.in_kana("回収会社が来た") == "かいしゅうがいしゃがきた"


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("着信拒否", "ちゃくしんきょひ"),
        ("取り立て", "とりたて"),
        ("大人", "おとな"),
        ("年を取っ", "としをとっ"),
        ("債権回収会社", "さいけんかいしゅうがいしゃ"),
        ("クーリングオフ", "くーりんぐおふ"),
        ("#日", "#にち"),
    ],
)
def test_a_reading_that_the_dictionary_knows_of_the_word_or_its_parts(word, reading):
    assert can_be_read(word, reading)


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("着信拒否", "ちゃくしんきょか"),
        ("相手", "けいさつ"),
        ("無料", "ゆうりょう"),
        ("払わない", "はらった"),
        ("貸出", "かし"),
    ],
)
def test_a_reading_that_says_something_else(word, reading):
    assert not can_be_read(word, reading)
