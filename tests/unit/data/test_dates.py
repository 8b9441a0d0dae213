import pytest

from knowledge.data.dates import shown_date
from knowledge.data.interface import InterfaceTexts
from knowledge.language_tags import Language
from knowledge.yaml_tree import Fault, parse

TREE = parse("date-undated: {ja: 日付なし, en: undated}\ndate-unread: {ja: 未読, en: not read}")
assert not isinstance(TREE, Fault)
WORDS = InterfaceTexts.from_tree(TREE)


@pytest.mark.parametrize(
    ("text", "japanese", "english"),
    [
        ("2024", "2024年", "2024"),
        ("2024-06", "2024年6月", "June 2024"),
        ("2024-06-05", "2024年6月5日", "June 5, 2024"),
        ("undated", "日付なし", "undated"),
        ("unread", "未読", "not read"),
        ("someday", "someday", "someday"),
    ],
)
def test_a_date_stays_as_exact_as_it_is(text, japanese, english):
    assert shown_date(text, Language("ja", "ja"), WORDS) == japanese
    assert shown_date(text, Language("en", "en"), WORDS) == english
