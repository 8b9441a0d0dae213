"""Pages without the indentation of their templates."""

from knowledge.render.indentation import without_indentation


def test_lines_begin_without_spaces_and_none_is_empty():
    html = "<ul>\n\n    <li>one\n  two</li>\n\t</ul>\n"
    assert without_indentation(html) == "<ul>\n<li>one\ntwo</li>\n</ul>\n"


def test_what_a_browser_shows_as_written_is_kept():
    html = "<pre><code>if x:\n    y\n</code></pre>\n  <textarea>\n  a</textarea>"
    expected = "<pre><code>if x:\n    y\n</code></pre>\n<textarea>\n  a</textarea>"
    assert without_indentation(html) == expected
    assert without_indentation("<script>\n  a;\n</script>") == "<script>\n  a;\n</script>"
