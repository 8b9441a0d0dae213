"""Link targets are read as a browser reads them: a path from the file, from the root, or a URL."""

import pytest

from knowledge.markdown.urls import is_foreign, is_from_root, is_relative

FROM_ITS_FILE = [
    "guide.md",
    "../guide.md#how",
    "#how",
    "?page=2",
    "%E6%96%87.md",
    "%2Fguide.md",
    "a b.md",
    " guide.md ",
    "guide.md?x",
    "guide.md#2:1",
    "日本.md",
    "電話:0",
    "1:2",
    "[broken",
]
FROM_THE_ROOT = ["/guide.md", "\\guide.md", " /guide.md", "\t\\guide.md", "\x01/guide.md", "/"]
ELSEWHERE = [
    "//example.org/guide.md",
    " \\/example.org/guide.md",
    "//[broken",
    "https://example.org/",
    " HTTPS://example.org/",
    "https://[broken",
    "ht\ttps://example.org/",
]
TYPED = ["tel:0", "contact:office", "source:law-1", "java\nscript:alert(1)"]


@pytest.mark.parametrize("link_target", [*FROM_ITS_FILE, *FROM_THE_ROOT, *ELSEWHERE, *TYPED])
def test_a_link_target_is_of_one_kind(link_target):
    kinds = is_relative(link_target), is_from_root(link_target), is_foreign(link_target)
    assert kinds == (
        link_target in FROM_ITS_FILE,
        link_target in FROM_THE_ROOT,
        link_target in ELSEWHERE,
    )


@pytest.mark.parametrize("link_target", ["", " ", "\t\n"])
def test_no_link_target_is_of_no_kind(link_target):
    assert not is_relative(link_target)
    assert not is_from_root(link_target)
    assert not is_foreign(link_target)
