"""Codes of mkdocs.yml, tags of BCP 47 and locales of CLDR."""

import pytest
from mkdocs_static_i18n.config import RE_LOCALE

from knowledge.language_tags import (
    CODE,
    Language,
    is_tag,
    likely_code,
    likely_tag,
)

CODES = ("ja", "zh-Hans", "zh-Hant", "pt-BR", "en-GB", "ja-Hira", "ar", "tl", "zh-Hant-HK")
NO_CODES = ("fil", "pt_BR", "EN", "zh-hans", "en-gb", "es-419", "null", "", "Korean", "zh-Hans-x")


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_one_that_i18n_takes_and_a_tag(code):
    assert CODE.fullmatch(code)
    assert RE_LOCALE.match(code)
    assert is_tag(code)


@pytest.mark.parametrize("text", NO_CODES)
def test_what_is_no_code(text):
    assert CODE.fullmatch(text) is None


@pytest.mark.parametrize(
    ("text", "tag", "code"),
    [
        ("fil", "fil", "tl"),
        ("pt_BR", "pt-BR", "pt-BR"),
        ("EN", "en", "en"),
        ("zh-hans", "zh-Hans", "zh-Hans"),
        ("zh_hant_hk", "zh-Hant-HK", "zh-Hant-HK"),
        ("eng", "en", "en"),
        ("es-419", "es-419", "es"),
        ("fil-PH", "fil-PH", "tl-PH"),
        ("yue", "yue", ""),
        ("Korean", "", ""),
        ("xx", "", ""),
        ("", "", ""),
        ("--", "", ""),
    ],
)
def test_what_is_meant_by_a_code_that_cannot_be_used(text, tag, code):
    assert likely_tag(text) == tag
    assert likely_code(tag) == code


@pytest.mark.parametrize(
    ("code", "tag", "locale", "direction"),
    [
        ("zh-Hans", "zh-Hans", "zh_Hans", "ltr"),
        ("pt-BR", "pt-BR", "pt_BR", "ltr"),
        ("ja-Hira", "ja", "ja", "ltr"),
        ("tl", "fil", "fil", "ltr"),
        ("ar", "ar", "ar", "rtl"),
        ("xx", "xx", "en", "ltr"),
    ],
)
def test_the_locale_and_the_direction_are_those_of_the_tag(code, tag, locale, direction):
    language = Language(code, tag)
    assert (str(language.locale), language.direction) == (locale, direction)
