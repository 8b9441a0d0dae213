"""Where Japanese lines may break, and in which elements that is marked."""

from itertools import pairwise

import pytest

from knowledge.render.phrases import phrase_starts, with_phrases


@pytest.mark.parametrize(
    "phrases",
    [
        "本を|返したい|とき",
        "図書館の|カードを|作りますか",
        "閉館中なら、|返却口に|入れて|ください",
        "「まだ」と|言われた",
        "借りている|人が|います",
        "届けを|取り下げる|ため",
        "居場所を|知られた",
        "図書館協会に|188で|電話します",
        "お名前を|書きます",
        "今、|返しています",
        "books",
        "",
    ],
)
def test_a_word_keeps_what_follows_it(phrases):
    text = phrases.replace("|", "")
    starts = [0, *phrase_starts(text), len(text)]
    assert "|".join(text[a:b] for a, b in pairwise(starts)) == phrases


def test_only_elements_with_short_lines_are_marked():
    marked = "<span>本を<wbr>返します</span>"
    for name in ("h2", "li", "summary", "button"):
        html = f"<{name}>本を返します</{name}>"
        assert with_phrases(html, "ja") == f"<{name}>{marked}</{name}>"
    for html in (
        "<p>本を返します</p>",
        "<title>本を返します</title>",
        "<li><code>本を返す</code></li>",
    ):
        assert with_phrases(html, "ja") == html


def test_of_navigation_only_the_few_urgent_links_are_marked():
    item = "<ul><li>脅されている人</li></ul>"
    marked = "<ul><li><span>脅されている<wbr>人</span></li></ul>"
    assert with_phrases(f'<nav class="site-menu">{item}</nav>', "ja").count("<wbr>") == 0
    urgent = with_phrases(f'<nav class="urgent">{item}</nav>{item}', "ja")
    assert urgent == f'<nav class="urgent">{marked}</nav>{marked}'


def test_the_first_paragraph_below_the_title_is_marked_and_no_other():
    html = "<h1>本</h1>\n<p>本を返します</p><p>本を返します</p>"
    assert with_phrases(html, "ja").count("<wbr>") == 1


def test_titles_that_are_paragraphs_are_marked():
    for name in ("admonition-title", "contact-card__name"):
        html = f'<p class="{name}">本を返します</p><p>本を返します</p>'
        assert with_phrases(html, "ja").count("<wbr>") == 1


def test_a_heading_may_be_longer_than_an_item():
    text = "図書館で先月借りた本を閉館中に入口の横の返却口へ返します"
    assert "<wbr>" in with_phrases(f"<h2>{text}</h2>", "ja")
    assert "<wbr>" not in with_phrases(f"<li>{text}</li>", "ja")


def test_a_cell_and_the_answer_below_the_title_may_be_longer_too():
    text = "図書館で先月借りた本を閉館中に入口の横の返却口へ返します"
    assert "<wbr>" in with_phrases(f"<td>{text}</td>", "ja")
    assert "<wbr>" in with_phrases(f"<h1>本</h1>\n<p>{text * 3}</p>", "ja")
    assert "<wbr>" not in with_phrases(f"<h1>本</h1>\n<p>本</p><p>{text}</p>", "ja")


def test_in_a_cell_a_phrase_of_a_few_letters_never_breaks():
    for name in ("td", "th"):
        assert with_phrases(f"<{name}>キャッシュカードを借りた図書館</{name}>", "ja") == (
            f"<{name}><span><span>キャッシュカードを</span><wbr><span>借りた</span><wbr>"
            f"<span>図書館</span></span></{name}>"
        )
    longer = "インターネットバンキング"
    assert with_phrases(f"<td>{longer}</td>", "ja") == f"<td>{longer}</td>"
    assert f"<wbr>{longer}の</span>" in with_phrases(f"<td>本を{longer}の</td>", "ja")


def test_a_phrase_with_a_bracket_or_a_stop_is_held_together():
    assert with_phrases("<li>棚の「赤い」本</li>", "ja") == (
        "<li><span>棚の<wbr><span>「赤い」</span><wbr>本</span></li>"
    )
    assert "<span>棚、</span><wbr>赤い" in with_phrases("<li>棚、赤い本</li>", "ja")


def test_a_phrase_goes_on_over_a_link_and_ends_with_its_block():
    html = '<li>本は<a href="a.html">返却口</a>に入れます</li><li>鍵を閉めます</li>'
    assert with_phrases(html, "ja") == (
        '<li>本は<a href="a.html"><span><wbr>返却口</span></a><span>に<wbr>入れます</span></li>'
        "<li><span>鍵を<wbr>閉めます</span></li>"
    )


def test_only_japanese_is_marked():
    html = '<li>Return it <span lang="ja">本を返します</span></li>'
    assert with_phrases(html, "en").count("<wbr>") == 1
    assert with_phrases("<li>Return the book</li>", "en") == "<li>Return the book</li>"


def test_what_ends_a_sentence_behind_a_link_stays_with_it():
    html = "<h1>本</h1><p>今日返します（<a>図書館</a>）。明日は休みです。</p>"
    assert '</a><span><span class="stop">）。</span><wbr>' in with_phrases(html, "ja")
    html = "<h1>本</h1><p>今日返します（<a>図書館</a>）。</p>"
    assert with_phrases(html, "ja").endswith('</a><span class="stop">）。</span></p>')
    html = "<ul><li><a>図書館</a>。</li></ul>"  # no break is forbidden here
    assert with_phrases(html, "ja") == html
