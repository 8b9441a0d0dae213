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


def test_the_default_language_comes_first():
    assert from_configuration(tree(CONFIGURATION)) == BOTH


@pytest.mark.parametrize(
    "text", ["plugins: [search]", "", "plugins: {i18n: 1}", CONFIGURATION.replace("true", "false")]
)
def test_a_configuration_without_a_default_language_says_so(text):
    with pytest.raises(ConfigurationError, match="names 0 default languages"):
        from_configuration(tree(text))


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("docs/ja/police.md", "ja"),
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
    assert BOTH.page_url("police.md", "ja") == "police.html"
    assert BOTH.page_url("start/phoned.md", "en") == "en/start/phoned.html"
