"""The kana of a word's reading are told apart by its kanji."""

import pytest

from knowledge.kana import RUN, aligned, hiragana

WORDS = {
    ("手紙", "てがみ"): ["手紙=てがみ"],
    ("問い合わせ", "といあわせ"): ["問=と", "合=あ"],
    ("差押え", "サシオサエ"): ["差押=さしおさ"],
    ("お金", "おかね"): ["金=かね"],
    ("鶴ヶ島", "つるがしま"): ["鶴ヶ島=つるがしま"],
    ("26日", "26にち"): ["日=にち"],
    ("日・祝", "にち・しゅく"): ["日=にち", "祝=しゅく"],
    ("々", "のま"): ["々=のま"],
    ("かな", "かな"): [],
}


@pytest.mark.parametrize(("word", "reading"), WORDS)
def test_each_run_of_kanji_gets_its_kana(word, reading):
    found = aligned(word, reading, start=3)
    assert found is not None
    assert [f"{word[r.start - 3 : r.end - 3]}={r.kana}" for r in found] == WORDS[word, reading]


@pytest.mark.parametrize(
    ("word", "reading"), [("返す", "かえ"), ("10万", "じゅうまん"), ("本", "")]
)
def test_a_reading_that_does_not_fit_its_word_is_none(word, reading):
    assert aligned(word, reading) is None


def test_a_blank_to_fill_in_is_no_kanji():
    assert RUN.findall("〇月〇日") == ["月", "日"]


def test_katakana_becomes_hiragana_and_the_long_vowel_stays():
    assert hiragana("センターヴヶA") == "せんたーゔゖA"
