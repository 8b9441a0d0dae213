"""Words in another language's letters say which language they are."""

import pytest

from knowledge.render.language_spans import with_languages

CODES = ("ja", "en", "ko")


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Plain.</p>", "<p>Plain.</p>"),
        (
            "<p>A report, 被害届 (higai todoke).</p>",
            '<p>A report, <span lang="ja">被害届</span> (higai todoke).</p>',
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
    assert with_languages("<p>裁判所</p>", "ja", CODES) == "<p>裁判所</p>"
    assert with_languages("<p>法院</p>", "zh", CODES) == "<p>法院</p>"


def test_languages_that_the_site_does_not_have_are_not_guessed():
    assert with_languages("<p>裁判所</p>", "en", ("en",)) == "<p>裁判所</p>"
