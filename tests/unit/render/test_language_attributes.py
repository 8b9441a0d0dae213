"""The language of a text inside a page."""

import pytest

from knowledge.render.language_attributes import attributes_of
from knowledge.site.languages import Languages

LANGUAGES = Languages(("ja", "en", "ko", "ar"))


@pytest.mark.parametrize(
    ("code", "around", "attributes"),
    [
        ("ja", "ja", ""),
        ("en", "ko", ' lang="en"'),
        ("en", "ar", ' lang="en" dir="ltr"'),
        ("ar", "ja", ' lang="ar" dir="rtl"'),
    ],
)
def test_a_text_in_another_language_says_so(code, around, attributes):
    assert attributes_of(code, LANGUAGES, around) == attributes
