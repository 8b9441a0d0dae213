"""Line ends inside of Japanese sentences leave no gap; other ones stay."""

import pytest

from knowledge.render.joined_lines import with_joined_lines


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>申込\nみの画面</p>", "<p>申込みの画面</p>"),
        ("<p>読みます。\n次の文</p>", "<p>読みます。次の文</p>"),
        ("<p><strong>図書館</strong>\nの画面</p>", "<p><strong>図書館</strong>の画面</p>"),
        ('<p>貸出の\n<a href="a.html">画面</a></p>', '<p>貸出の<a href="a.html">画面</a></p>'),
        ("<p>契約は\nhttps を使う</p>", "<p>契約は\nhttps を使う</p>"),
        ("<p>a book\nthat is new</p>", "<p>a book\nthat is new</p>"),
        ("<p>도서관\n책</p>", "<p>도서관\n책</p>"),
        (
            "<pre><code>一\n二</code></pre>\n<p>三\n四</p>",
            "<pre><code>一\n二</code></pre>\n<p>三四</p>",
        ),
        ("<p>一<br>\n二</p>", "<p>一<br>\n二</p>"),
        ("<li>一</li>\n<li>二</li>", "<li>一</li>\n<li>二</li>"),
    ],
)
def test_line_end(html: str, shown: str) -> None:
    assert with_joined_lines(html) == shown
