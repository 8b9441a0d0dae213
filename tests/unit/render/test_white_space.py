"""Line ends inside of Japanese sentences leave no gap, and templates no indentation."""

import pytest

from knowledge.render.white_space import with_joined_lines, without_indentation


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


def test_lines_begin_without_spaces_and_none_is_empty():
    html = "<ul>\n\n    <li>one\n  two</li>\n\t</ul>\n"
    assert without_indentation(html) == "<ul>\n<li>one\ntwo</li>\n</ul>\n"


def test_what_a_browser_shows_as_written_is_kept():
    html = "<pre><code>if x:\n    y\n</code></pre>\n  <textarea>\n  a</textarea>"
    expected = "<pre><code>if x:\n    y\n</code></pre>\n<textarea>\n  a</textarea>"
    assert without_indentation(html) == expected
    assert without_indentation("<script>\n  a;\n</script>") == "<script>\n  a;\n</script>"
