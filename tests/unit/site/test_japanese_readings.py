"""How Japanese texts are read, from the dictionary and from the words of a site."""

import pytest

from knowledge.site.japanese_readings import JapaneseReadings

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
