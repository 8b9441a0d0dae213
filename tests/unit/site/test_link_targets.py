"""Which link targets are paths from the file that they stand in."""

import pytest

from knowledge.site.link_targets import is_relative


@pytest.mark.parametrize(
    "link_target",
    ["guide.md", "../guide.md#how", "#how", "%E6%96%87.md", "a b.md", "guide.md?x", "日本.md"],
)
def test_a_path_and_an_anchor_are_relative(link_target):
    assert is_relative(link_target)


@pytest.mark.parametrize(
    "link_target",
    [
        "",
        " ",
        "/guide.md",
        "\\guide.md",
        "//example.org/guide.md",
        "https://example.org/",
        "https://[broken",
        "tel:0",
        "contact:office",
        "source:law-1",
    ],
)
def test_a_url_or_a_typed_link_is_not_relative(link_target):
    assert not is_relative(link_target)
