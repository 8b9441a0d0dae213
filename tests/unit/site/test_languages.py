import pytest

from knowledge.site.languages import ConfigurationError, Languages, from_configuration
from knowledge.yaml_tree import Fault, parse

BOTH = Languages(("ja", "en"))
CONFIGURATION = """
plugins:
  - search
  - i18n:
      languages:
        - {locale: en, name: English}
        - {locale: ja, name: 日本語, default: true}
"""


def tree(text):
    parsed = parse(text)
    assert not isinstance(parsed, Fault)
    return parsed


def languages(*blocks):
    """The languages of a configuration with these blocks beside Japanese."""
    listed = "".join(f"        - {{{block}}}\n" for block in blocks)
    return from_configuration(tree(CONFIGURATION.partition("        - {locale: en")[0] + listed))


JAPANESE = "locale: ja, name: 日本語, default: true"


def test_the_default_language_comes_first():
    assert from_configuration(tree(CONFIGURATION)).codes == BOTH.codes


def test_what_a_language_says_of_itself():
    found = languages(
        JAPANESE,
        "locale: en, name: English",
        "locale: tl, name: Filipino, extra: {lang: fil, fallback: [en], prose: en, partial: true}",
    )
    assert found.partial == {"tl"}
    assert found.tags == ("ja", "en", "fil")
    assert found["tl"].fallback == ("en",)
    assert found["tl"].prose == "en"
    assert str(found["tl"].locale) == "fil"
    assert found.order("tl") == ("tl", "en", "ja")
    assert found.order("en") == ("en", "ja")
    assert found.page_url("a.md", "tl") == "tl/a.html"
    assert found.name_in("tl", "ja") == "フィリピノ語"


@pytest.mark.parametrize("lang", ["", ", extra: {lang: ja}"])
def test_a_language_that_cldr_does_not_tell_apart_is_offered_once_and_has_its_own_name(lang):
    found = languages(JAPANESE, f"locale: ja-Hira, name: やさしい日本語{lang}", "locale: zh-Hans")
    assert found.offered == ("ja", "zh-Hans")
    assert found.name_in("ja-Hira", "ja") == "やさしい日本語"
    assert found.name_in("ja", "zh-Hans") == "日语"
    assert found.varieties("ja-Hira") == ("ja-Hira", "ja")


def test_scripts_and_regions_that_cldr_tells_apart_are_all_offered():
    codes = ("zh-Hans", "zh-Hant", "pt-BR", "en-GB", "en")
    found = languages(JAPANESE, *(f"locale: {code}, name: {code}" for code in codes))
    assert found.offered == ("ja", *codes)
    assert found.name_in("zh-Hans", "en") == "Chinese (Simplified)"


def test_a_code_that_cannot_be_used_is_no_language():
    assert languages(JAPANESE, "locale: pt_BR, name: x", "locale: fil, name: y").codes == ("ja",)


def test_a_single_fallback_needs_no_brackets():
    assert languages(JAPANESE, "locale: ko, extra: {fallback: en}")["ko"].fallback == ("en",)


@pytest.mark.parametrize(
    "text", ["plugins: [search]", "", "plugins: {i18n: 1}", CONFIGURATION.replace("true", "false")]
)
def test_a_configuration_without_a_default_language_says_so(text):
    with pytest.raises(ConfigurationError, match="names 0 default languages"):
        from_configuration(tree(text))


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("docs/ja/office.md", "ja"),
        ("docs/en/start/phoned.md", "en"),
        ("docs/_data/contacts.yml", None),
        ("docs/assets/a.png", None),
        ("docs/ja", None),
        ("README.md", None),
    ],
)
def test_the_language_of_a_path(path, language):
    assert BOTH.of(path) == language


def test_the_path_of_a_page_inside_its_language():
    assert BOTH.page_path("docs/en/start/phoned.md") == "start/phoned.md"
    with pytest.raises(ValueError, match=r"README\.md is in no language"):
        BOTH.page_path("README.md")


def test_the_default_language_is_published_at_the_root():
    assert BOTH.page_url("office.md", "ja") == "office.html"
    assert BOTH.page_url("start/phoned.md", "en") == "en/start/phoned.html"


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
    assert Languages(("ja", "en", "ko", "ar")).attributes(code, around) == attributes
