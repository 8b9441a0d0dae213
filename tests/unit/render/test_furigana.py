"""Japanese text gets its readings as ruby text, and nothing else is touched."""

import re

import pytest

from knowledge.kana import RUN
from knowledge.render.furigana import with_furigana
from knowledge.site.japanese_readings import JapaneseReadings

WORDS = {
    "支払督促": "しはらいとくそく",
    "#日": "#にち",
    "3日": "3か",
    "方": "ほう",
    "お金": "おかね",
}
FURIGANA = JapaneseReadings(WORDS)


def read(html: str, tag: str = "ja") -> str:
    """The HTML with its readings in brackets instead of ruby text."""
    found = with_furigana(html, FURIGANA, tag)
    found = re.sub(r'<rt aria-hidden="true">(.*?)</rt>', r"[\1]", found)
    return re.sub(r"</?ruby>|</?span>", "", found)


def test_the_markup():
    assert with_furigana("<p>お金を払わない。</p>", FURIGANA, "ja") == (
        '<p><span>お<ruby>金<rt aria-hidden="true">かね</rt></ruby>を'
        '<ruby>払<rt aria-hidden="true">はら</rt></ruby>わない。</span></p>'
    )


def test_a_text_that_is_alone_in_a_plain_span_is_wrapped_already():
    ruby = '<ruby>本棚<rt aria-hidden="true">ほんだな</rt></ruby>'
    shown = {
        "<span>本棚</span>": f"<span>{ruby}</span>",
        '<span class="x">本棚</span>': f'<span class="x"><span>{ruby}</span></span>',
        "<span>本棚<b>a</b></span>": f"<span><span>{ruby}</span><b>a</b></span>",
    }
    for html, expected in shown.items():
        assert with_furigana(html, FURIGANA, "ja") == expected


def test_words_of_a_compound_can_break_at_the_end_of_a_line():
    assert with_furigana("消費生活", FURIGANA, "ja").count("<ruby>") == 1
    assert read("消費生活") == "消費[しょうひ]生活[せいかつ]"


TEXTS = {
    "手紙の画面": "手紙[てがみ]の画面[がめん]",
    "支払督促が届く": "支払[しはらい]督促[とくそく]が届[とど]く",
    "3日、13日、26日": "3日[か]、13日[にち]、26日[にち]",
    "方法を聞く": "方法[ほうほう]を聞[き]く",
    "10万円": "10万[まん]円[えん]",
    "〇月〇日": "〇月[がつ]〇日[にち]",
    "Wi-Fiと188": "Wi-Fiと188",
    "A&amp;B社": "A&amp;B社[しゃ]",
}


@pytest.mark.parametrize("text", TEXTS)
def test_texts(text):
    assert read(text) == TEXTS[text]


UNTOUCHED = [
    "<code>手紙</code>",
    "<pre><span>手紙</span></pre>",
    "<title>手紙</title>",
    '<script type="application/json">{"a": "手紙 <b>"}</script>',
    "<svg><title>絵</title><text>手紙</text></svg>",
    "<textarea>手紙</textarea>",
    "<ruby>延滞<rt>えんたい</rt></ruby>",
    '<p lang="en">手紙</p>',
    '<p lang="zh-Hans">可以用中文咨询</p>',
    '<img alt="手紙" title="手紙">',
    "<!-- 手紙 -->",
    '<svg lang="ja"><text lang="ja">手紙</text></svg>',
]


@pytest.mark.parametrize("html", UNTOUCHED)
def test_what_is_left_alone(html):
    assert with_furigana(html, FURIGANA, "ja") == html


def test_after_what_is_left_alone_readings_go_on():
    assert (
        read("<pre><pre>本</pre>本</pre><p>本</p>") == "<pre><pre>本</pre>本</pre><p>本[ほん]</p>"
    )
    assert read('<p>本<br>本<span lang="en">本</span>本</p>').count("[ほん]") == 3


def test_japanese_words_on_a_page_of_another_language_get_readings():
    html = '<p>本 <span lang="ja">本<b>本</b></span> 本</p>'
    assert read(html, "en").count("[ほん]") == 2
    assert read("<p>本</p>", "ja-JP") == "<p>本[ほん]</p>"
    assert read("<p>本</p>", "en") == "<p>本</p>"


def test_a_word_is_read_across_inline_tags():
    assert read("<p>電<b>話</b>する</p>") == "<p>電[でん]<b>話[はなし]</b>する</p>"
    assert (
        read("<p>二つに<b>分けて</b>払う</p>") == "<p>二[ふた]つに<b>分[わ]けて</b>払[はら]う</p>"
    )


@pytest.mark.parametrize(
    "text", ["国民生活センターと図書館", "身分証の写真を送りました", "23時〜17時15分"]
)
def test_every_kanji_has_a_reading(text):
    covered = {i for r in FURIGANA.readings(text) for i in range(r.start, r.end)}
    assert covered == {i for run in RUN.finditer(text) for i in range(*run.span())}
