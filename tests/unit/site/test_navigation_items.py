"""The groups of the navigation, as mkdocs.yml has them."""

from knowledge.site.mkdocs_yml import NavigationItem, navigation_of, parse

NAV = b"""
nav:
  - index.md
  - Home: https://elsewhere.example/
  - Help:
      - First: help/first.md
      - More:
          - help/second.md
  - Empty:
"""


def test_items_keep_their_groups_and_links_elsewhere_are_left_out():
    assert navigation_of(parse(NAV)).items == (
        NavigationItem("", "index.md"),
        NavigationItem(
            "Help",
            items=(
                NavigationItem("First", "help/first.md"),
                NavigationItem("More", items=(NavigationItem("", "help/second.md"),)),
            ),
        ),
    )


def test_a_site_without_a_navigation_has_no_items():
    assert navigation_of(parse(b"site_name: x")).items == ()
