"""The scanner of sources: links, ids, front matter; any bytes are accepted."""

import pytest

from knowledge import yaml_tree
from knowledge.markdown.source import Form, read
from knowledge.yaml_tree import Fault, Mapping

PAGE = """---
title: 役所
reviewed: 2026-11-24
---

# 役所に相談する {#office}

[188](contact:desk-188)に電話します。
"""


def targets(text):
    return [(link.line, link.target) for link in read("docs/ja/a.md", text.encode()).links]


def test_lines_are_those_of_the_file_on_disk():
    source = read("docs/ja/office.md", PAGE.encode())
    assert [(h.line, h.level, h.text, h.id) for h in source.headings] == [
        (6, 1, "役所に相談する", "office")
    ]
    assert targets(PAGE) == [(8, "contact:desk-188")]
    assert source.meta("title") == "役所"
    assert source.meta_line("reviewed") == 3
    assert source.front_matter_end == 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`[a](b.md)`", []),
        ("``[a](b.md) ` ``", []),
        ("`open [a](b.md)", [(1, "b.md")]),
        (r"\`[a](b.md)\`", [(1, "b.md")]),
        (r"\[a](b.md)", []),
        ("```\n[a](b.md)\n```", []),
        ("~~~ md\n[a](b.md)\n~~~", []),
        ("````\n```\n[a](b.md)\n```\n````", []),
        ("    [a](b.md)", []),
        ("text\n    [a](b.md)", [(2, "b.md")]),
        ("- item\n\n    [a](b.md)", [(3, "b.md")]),
        ("- item\n\n        [a](b.md)", []),
        ("- item\n\n    ```\n    [a](b.md)\n    ```", []),
        ("!!! note\n\n    [a](b.md)\n\n        [c](d.md)", [(3, "b.md")]),
        ("<!-- [a](b.md) -->", []),
        ("<!--\n[a](b.md)\n\n[c](d.md)\n-->\n[e](f.md)", [(6, "f.md")]),
        ("text <!-- [a](b.md) --> [c](d.md)", [(1, "d.md")]),
        ("<div>\n[a](b.md)\n</div>\n\n[c](d.md)", [(5, "d.md")]),
        ('<div markdown="1">\n\n[a](b.md)\n\n</div>', [(3, "b.md")]),
        ("> [a](b.md)\n>\n>     [c](d.md)", [(1, "b.md")]),
        ("| [a](b.md) |\n|---|\n| `x` [c](d.md) |", [(1, "b.md"), (3, "d.md")]),
        ("Term\n:   [a](b.md)", [(2, "b.md")]),
        ("## [a](b.md) {#x}", [(1, "b.md")]),
        ("[a](b.md 'title')", [(1, "b.md")]),
        ("[a](<b c.md>)", [(1, "b c.md")]),
        ("[a](b_(c).md)", [(1, "b_(c).md")]),
        ("[a](\nb.md)", [(1, "b.md")]),
        ("[![i](j.png)](k.md)", [(1, "j.png"), (1, "k.md")]),
        ("[a]:  b.md  'title'", [(1, "b.md")]),
        ("<a href=b.md>x</a> <img src='c.png'>", [(1, "b.md"), (1, "c.png")]),
        ("<a title='>' href='b.md'>x</a>", [(1, "b.md")]),
        ("<a href='a&amp;b.md'>x</a>", [(1, "a&b.md")]),
        ("5 < 6 [a](b.md) > 4", [(1, "b.md")]),
        ("「[a](b.md)」", [(1, "b.md")]),
    ],
)
def test_what_is_a_link(text, found):
    assert targets(text) == found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("# A {#a}", ["a"]),
        ("# A {: #a .b }", ["a"]),
        ("# A { .b id=a }", ["a"]),
        ("# A {#b ID=a}", ["a"]),
        ('# A {data-b="a id=b"}', []),
        ("# A {id=}", []),
        ("text\n{: id= }", []),
        ("A\n=\n\nB {#b}\n---", ["b"]),
        ("# A #\n## B ## {#b}", ["b"]),
        ("<a id='x'></a><a name=y></a>", ["x", "y"]),
        ("text\n{: #p }", ["p"]),
        ("`# A {#a}`", []),
        ("# `code` {#code}", ["code"]),
    ],
)
def test_explicit_ids(text, ids):
    assert [anchor.id for anchor in read("docs/ja/a.md", text.encode()).anchors] == ids


@pytest.mark.parametrize("text", ["## A", "## A ##", "## A {#a}", "## A ## {#a}", "A {#a}\n---"])
def test_the_closing_marks_of_a_heading_are_not_its_text(text):
    assert [heading.text for heading in read("docs/ja/a.md", text.encode()).headings] == ["A"]


def test_an_undefined_label_keeps_its_label():
    source = read("docs/ja/a.md", b"[a][b] [c][] [d]\n\n[B]: e.md\n")
    assert [(link.form, link.text, link.target) for link in source.links] == [
        (Form.REFERENCE, "a", "b"),
        (Form.REFERENCE, "c", "c"),
        (Form.DEFINITION, "B", "e.md"),
    ]
    assert source.labels == {"b"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"---\n",
        b"---\n---\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf# A",
        b"a\0b",
        b"\r\r\n",
        b"[" * 999,
    ],
)
def test_any_bytes_are_a_source(content):
    assert read("docs/ja/a.md", content).content == content


def test_line_ends_and_a_byte_order_mark_move_no_line():
    marked = b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()
    assert read("x", marked).links == read("x", PAGE.encode()).links


def test_front_matter_that_is_no_yaml_is_a_fault_on_its_own_line():
    source = read("x", b"---\ntitle: a\nb: c: d\n---\ntext\n")
    assert isinstance(source.front_matter, Fault)
    assert source.front_matter.line == 3


def test_front_matter_may_end_in_dots():
    source = read("x", b"---\ntitle: a\n...\ntext\n")
    assert isinstance(source.front_matter, Mapping)
    assert source.body == "text\n"


@pytest.mark.parametrize(
    "text",
    [
        r"\```",
        r"\``code``",
        "`" * 7 + r"\`",
        r"[a\](b)",
        "![",
        "](",
        "<a href='",
        "{" * 50,
        "[" * 999,
    ],
)
def test_odd_signs_are_read_without_failing(text):
    assert read("x", text.encode()).content == text.encode()


@pytest.mark.parametrize(
    ("front_matter", "line"),
    [("title: x\nreviewed: 2026-02-30", 3), ("? [a]\n: b", 2)],
)
def test_front_matter_that_mkdocs_cannot_load_is_a_fault(front_matter, line):
    source = read("x", f"---\n{front_matter}\n---\ntext\n".encode())
    assert isinstance(source.front_matter, Fault)
    assert source.front_matter.line == line


@pytest.mark.parametrize(
    "value",
    [
        "a text",
        "出典：2026年",
        "a: b",
        "a:b",
        "a #b",
        "a#b",
        "a:",
        "true",
        "2026-11-24",
        "2026-13-24",
        '"0123456789ab"',
        '"a" b',
        "[a]",
        "a [b] & *c !d",
        "a\tb",
        "a  b",
        "x\u3000y",
        "",
    ],
)
def test_front_matter_that_is_read_quickly_says_what_yaml_says(value):
    text = f"title: {value}\nlist: contacts"
    slow = yaml_tree.parse_loadable(f"{text}\n# a comment", first_line=2)
    assert yaml_tree.parse_loadable(text, first_line=2) == slow
