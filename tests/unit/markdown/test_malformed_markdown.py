"""What is reported as text is text for Python-Markdown too, and what it reads is not reported."""

import markdown
import pytest

from knowledge.markdown.malformed_markdown import repairs, stuck_blocks
from knowledge.markdown.source import read
from unit.markdown.test_renderer_agrees import EXTENSIONS


def reported(text):
    source = read("docs/ja/a.md", text.encode())
    return [(each.line, each.what) for each in (*repairs(source), *stuck_blocks(source))]


def count(tag, text):
    return markdown.markdown(text, extensions=EXTENSIONS).count(tag)


@pytest.mark.parametrize(
    ("text", "line", "what", "tag", "most"),
    [
        ("［役所］（office.md#how）です。", 1, "a link", "<a ", 0),
        ("[役所](office.md）です。", 1, "a link", "<a ", 0),
        ("[役所] (office.md)です。", 1, "a link", "<a ", 0),
        ("文です。\n[役所]\n(office.md)です。", 2, "a link", "<a ", 0),
        ("See (the office)[office.md].", 1, "a link", "<a ", 0),
        ("！[入り口](door.png)", 1, "a picture", "<img ", 0),
        ("＃＃ 見出し {#how}", 1, "a heading", "<h", 0),
        (" ## How {#how}", 1, "a heading", "<h", 0),
        ("## 見出し{#how}", 1, "a heading", 'id="how"', 0),
        ("・一つ\n・二つ", 1, "a list", "<li>", 0),
        ("－ 一つ\n－ 二つ", 1, "a list", "<li>", 0),
        ("1）一つ\n2）二つ", 1, "a list", "<li>", 0),
        ("＞ 引用", 1, "a quotation", "<blockquote>", 0),
        ("｜a｜b｜\n｜---｜---｜\n｜c｜d｜", 1, "a table", "<td>", 0),
        ("文です。\n- 一つ\n- 二つ", 2, "a list", "<li>", 0),
        ("Tell them:\n2. the time\n3. the name", 2, "a list", "<li>", 0),
        ("Text.\n1. One\n2. Two", 2, "a list", "<li>", 0),
        ("!!! note\n    Text.\n    - One", 3, "a list", "<li>", 0),
        ("- a\n  - b\n- c", 2, "a list inside of a list", "<ul>", 1),
        ("文です。\n| a | b |\n|---|---|\n| c | d |", 2, "a table", "<td>", 0),
        ("| a | b |\n|---|---|\n| c | d |\n文です。", 4, "a paragraph", "<p>", 0),
        ("1. a\n\n    | a | b |\n    |---|---|\n    | c | d |\n2. b", 6, "a paragraph", "<td>", 4),
    ],
)
def test_a_slip_is_text_for_the_renderer_too(text, line, what, tag, most):
    assert reported(text) == [(line, what)]
    assert count(tag, text) == most


@pytest.mark.parametrize(
    ("text", "tag", "times"),
    [
        ("[役所](office.md)（110番）と［注］です。", "<a ", 1),
        ("すごい！[役所](office.md)です。", "<a ", 1),
        ("# 題\n- 一つ", "<li>", 1),
        ("- 一つ\n続き\n- 二つ", "<li>", 2),
        ("- a\n    - b\n- c", "<ul>", 2),
        ("1. a\n\n    - b\n\n2. c", "<ul>", 1),
        ("> 引用\n\n- 一つ", "<li>", 1),
        ("| a | b |\n|---|---|\n| ・c | d |", "<td>", 2),
        ("```text\n・一つ\n[a] (b.md)\n```", "<code>", 1),
        ("`[a]（b.md）`と`＃＃ 題`です。", "<code>", 2),
        ("<div>\n\n文です。\n\n</div>\n\n- 一つ", "<li>", 1),
        ("It was in\n1990. Nobody knew.", "<p>", 1),
        ("貸出・返却（有料）：3：2、＃1番です。", "<p>", 1),
    ],
)
def test_what_the_renderer_reads_is_not_reported(text, tag, times):
    assert reported(text) == []
    assert count(tag, text) == times
