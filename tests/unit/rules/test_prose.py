"""Sentences are those a reader reads; their length and grade are those of the words alone."""

import pytest

from knowledge.markdown.sentences import passages, plain
from knowledge.markdown.source import read
from knowledge.rules.readability import grade


def sentences(text, language):
    source = read(f"docs/{language}/a.md", text.encode())
    return [(s.line, s.text) for passage in passages(source, language) for s in passage.sentences]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**太字**と[リンク](a.md)です。", "太字とリンクです。"),
        (
            "払いません（[民法522条](source:civil-code-522)、[江戸川区](source:x)）。",
            "払いません。",
        ),
        ("You owe nothing ([art. 522](source:x), [art. 95](source:y)).", "You owe nothing."),
        ("See ([the list](a.md)).", "See (the list)."),
        ("`code` and <b>html</b>", "and html"),
    ],
)
def test_plain(markdown, expected):
    assert plain(markdown) == expected


def test_sentences_with_their_lines():
    text = "# 題 {#a}\n\n一文です。二文です。\n続きです。\n\n- 項目です。「はい。」と言います。\n"
    assert sentences(text, "ja") == [
        (3, "一文です。"),
        (3, "二文です。"),
        (4, "続きです。"),
        (6, "項目です。"),
        (6, "「はい。」と言います。"),
    ]
    assert sentences("One here. Two\ngoes on. Art. 5 is one.\n", "en") == [
        (1, "One here."),
        (1, "Two goes on."),
        (2, "Art."),
        (2, "5 is one."),
    ]


def test_code_and_comments_are_no_sentences():
    assert sentences("```\nA line.\n```\n\n<!-- Hidden. -->\n\n    Code.\n", "en") == []


def test_each_table_cell_is_a_sentence_of_its_own():
    text = "| A | B |\n|---|---|\n| One. | Two words |\n"
    assert sentences(text, "en") == [(1, "A"), (1, "B"), (3, "One."), (3, "Two words")]


def test_short_words_are_easier_than_long_ones():
    easy = grade(["Do not pay.", "You have time."])
    hard = grade(["Administrative documentation necessitates comprehensive consideration."])
    assert easy < 2
    assert hard > 15
    assert grade([]) == 0
