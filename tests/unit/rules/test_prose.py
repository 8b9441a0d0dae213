"""Splitting prose into sentences; length and reading grade ignore markup."""

import pytest

from knowledge.finding import format_finding
from knowledge.markdown.sentences import passages, plain
from knowledge.markdown.source import read
from knowledge.rules.readability import grade
from knowledge.rules.registry import findings
from knowledge.site.site import load
from support.cases_site import copy_tiny_site
from support.more_languages import add_language

BLOCK = """\
        - locale: {language}
          name: {language}
          extra: {{partial: true}}
markdown_extensions:
"""
LIMIT = """\
limits:
  - pages: ""
    language: {language}
    sentence: "12"
    commas: "1"
    grade: "1"
    reason: Short is kind.
"""
PAGE = "---\ntitle: {text}\n---\n\n# {text} {{#case}}\n\n{text}\n"


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


@pytest.fixture
def found_in(tmp_path):
    """Prose findings on a page in an added language, with limits of 12 and one comma."""

    def find(language, text):
        folder = copy_tiny_site(tmp_path / "site", is_built=False)
        for name, marker, more in (
            ("mkdocs.yml", "markdown_extensions:\n", BLOCK),
            ("docs/_data/prose.yml", "limits:\n", LIMIT),
        ):
            path = folder / name
            text_with_more = path.read_text("utf-8").replace(marker, more.format(language=language))
            path.write_text(text_with_more, "utf-8")
        (folder / f"docs/{language}").mkdir()
        (folder / f"docs/{language}/case.md").write_text(PAGE.format(text=text), "utf-8")
        lines = (format_finding(each) for each in findings(load(folder)) if "PR" in each.code)
        return [
            line.removeprefix(f"docs/{language}/case.md:").partition(" are the most")[0]
            for line in lines
        ]

    return find


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "zh-Hans",
            "请不要付钱。如果对方打来电话，请马上挂断，然后报警。",
            [
                "7: PR001 a sentence of 20 characters, 12",
                "7: PR002 2 '，' in one sentence, 1",
            ],
        ),
        (
            "th",
            "อย่าจ่าย ถ้ามีคนโทรมาให้วางสายทันที",
            ["7: PR001 a sentence of 21 characters, 12"],
        ),
        ("ko", "돈을 내지 마세요. 전화가 오면 바로 끊고 나서 경찰에 신고하세요.", []),
        ("ru", "Не платите. Если вам позвонят, положите трубку и сообщите в полицию сегодня.", []),
        (
            "ar",
            "لا تدفع. إذا اتصل بك أحد فأغلق الخط، ثم أبلغ الشرطة، ثم انتظر الرد في بيتك.",
            [
                "7: PR001 a sentence of 14 words, 12",
                "7: PR002 2 '،' in one sentence, 1",
            ],
        ),
        (
            "hi",
            "पैसे मत दीजिए। कोई फ़ोन करे तो तुरंत काट दीजिए और पुलिस को आज ही खबर कर दीजिए।",
            ["7: PR001 a sentence of 15 words, 12"],
        ),
    ],
)
def test_limits_mean_something_in_every_writing_system(found_in, language, text, expected):
    assert found_in(language, text) == expected


def test_a_line_of_a_paragraph_goes_on_as_its_language_does():
    assert sentences("请不要\n付钱。\n", "zh") == [(1, "请不要付钱。")]
    assert sentences("돈을 내지\n마세요.\n", "ko") == [(1, "돈을 내지 마세요.")]
    assert sentences("อย่าจ่าย\nโทรหาเรา\n", "th") == [(1, "อย่าจ่าย"), (2, "โทรหาเรา")]


@pytest.mark.parametrize(
    ("prose", "codes"),
    [({}, []), ({"prose": "ja"}, ["PR002", "PR003", "PR005", "PR007"])],
)
def test_a_variety_borrows_limits_and_words_but_no_spellings(tmp_path, prose, codes):
    site = copy_tiny_site(tmp_path / "site", is_built=False)
    text = "うるさい図書舘で、本を、読んで、また、借りる。必ず読めます。"
    page = {"case.md": PAGE.format(text=text)}
    add_language(
        site, "ja-Hira", "やさしい日本語", page, extra={"partial": True, "lang": "ja"} | prose
    )
    found = findings(load(site))
    own = [each.code for each in found if each.path == "docs/ja-Hira/case.md"]
    assert sorted({code for code in own if code.startswith("PR")}) == codes
    lacks_limits = any(each.path == "docs/_data/prose.yml" for each in found)
    assert lacks_limits is not bool(prose)
