"""Words in another script get a `lang` attribute."""

import pytest

from knowledge.render.language_spans import with_languages

CODES = ("ja", "en", "ko")


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Plain.</p>", "<p>Plain.</p>"),
        (
            "<p>A report, 申込書 (moushikomisho).</p>",
            '<p>A report, <span lang="ja">申込書</span> (moushikomisho).</p>',
        ),
        (
            "<p>Say 「はい、そうです。」!</p>",
            '<p>Say <span lang="ja">「はい、そうです。」</span>!</p>',
        ),
        ("<p>ｶﾀｶﾅ and ー</p>", '<p><span lang="ja">ｶﾀｶﾅ</span> and <span lang="ja">ー</span></p>'),
        (
            '<p lang="ja">日本<b>語</b></p>です',
            '<p lang="ja">日本<b>語</b></p><span lang="ja">です</span>',
        ),
        (
            '<div lang="ja"><div>中</div>外</div>後',
            '<div lang="ja"><div>中</div>外</div><span lang="ja">後</span>',
        ),
        (
            '<p lang="ja-Latn">kokuso</p>告訴',
            '<p lang="ja-Latn">kokuso</p><span lang="ja">告訴</span>',
        ),
        ('<img alt="絵">', '<img alt="絵">'),
        ("<!-- 注 --><p>한국 어</p>", '<!-- 注 --><p><span lang="ko">한국 어</span></p>'),
    ],
)
def test_what_is_marked_on_an_english_page(html, marked):
    assert with_languages(html, "en", CODES) == marked


def test_a_page_in_those_letters_stays_as_it_is():
    assert with_languages("<p>図書館</p>", "ja", CODES) == "<p>図書館</p>"
    assert with_languages("<p>法院</p>", "zh", CODES) == "<p>法院</p>"


def test_languages_that_the_site_does_not_have_are_not_guessed():
    assert with_languages("<p>図書館</p>", "en", ("en",)) == "<p>図書館</p>"


@pytest.mark.parametrize(
    ("language", "html", "marked"),
    [
        ("ja", "<p>窓口 한국어 안내</p>", '<p>窓口 <span lang="ko">한국어 안내</span></p>'),
        ("en", "<p>Say Да нет.</p>", '<p>Say <span lang="ru">Да нет</span>.</p>'),
        ("en", "<p>नहीं है</p>", '<p><span lang="hi">नहीं है</span></p>'),
        ("en", "<p>ไม่จ่าย</p>", '<p><span lang="th">ไม่จ่าย</span></p>'),
        ("en", "<p>لا تدفع</p>", '<p><span lang="ar" dir="rtl">لا تدفع</span></p>'),
        ("ar", "<p>لا 役所</p>", '<p>لا <span lang="ja" dir="ltr">役所</span></p>'),
    ],
)
def test_what_is_marked_in_a_site_of_many_languages(language, html, marked):
    assert with_languages(html, language, ("ja", "en", "ko", "ru", "hi", "th", "ar")) == marked


@pytest.mark.parametrize(
    ("codes", "html", "marked"),
    [
        (("ja", "en"), "<p>한국어</p>", "<p>한국어</p>"),
        (("en", "ru", "uk"), "<p>Да</p>", "<p>Да</p>"),
        (("en", "zh-Hans", "zh-Hant"), "<p>法院</p>", "<p>法院</p>"),
        (("en", "ja", "zh"), "<p>法院</p>", "<p>法院</p>"),
        (("en", "ja", "zh"), "<p>法院です</p>", '<p><span lang="ja">法院です</span></p>'),
        (("en", "zh"), "<p>法院，好。</p>", '<p><span lang="zh">法院，好。</span></p>'),
    ],
)
def test_letters_of_two_languages_are_not_guessed(codes, html, marked):
    assert with_languages(html, "en", codes) == marked
