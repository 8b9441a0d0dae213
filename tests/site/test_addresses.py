"""Redirects from old addresses, in every language, on a host and from disk."""

import json
import re

import pytest

from support.cases_site import copy_tiny_site
from support.regex import first_match
from support.site_builder import Build, build

ALIASES = """\
aliases:
  - lend.md
  - guide/old.md
  - "#way = #how"
  - "lend.md#way = #how"
  - "ways.md = #how"
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = copy_tiny_site(tmp_path_factory.mktemp("moved") / "source")
    page = folder / "docs/ja/guide/borrow.md"
    page.write_text(page.read_text("utf-8").replace("reviewed:", f"{ALIASES}reviewed:"), "utf-8")
    return build(folder, folder.parent / "site")


def test_an_empty_address_is_one_clear_error(tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("https://library.example/", '!ENV [SITE_URL, ""]'), "utf-8")
    build_of = build(folder, tmp_path / "site", SITE_URL="")
    assert build_of.exit_code == 1
    said = "The site has no address: site_url is empty."
    assert [line.startswith(said) for line in build_of.warnings] == [True]


def test_an_example_is_told_and_an_address_of_its_own_is_not(moved, tmp_path):
    said = "The address is an example (https://library.example/)"
    assert moved.output.count(said) == 1
    folder = copy_tiny_site(tmp_path / "source")
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("library.example", "library.example.org"), "utf-8")
    assert "is an example" not in build(folder, tmp_path / "site").output


def page(build: Build, name: str) -> str:
    return (build.site / name).read_text("utf-8")


def test_it_builds_strictly(moved):
    assert moved.exit_code == 0, moved.output
    assert moved.warnings == []


@pytest.mark.parametrize(
    ("name", "to", "script", "canonical"),
    [
        ("lend.html", "guide/borrow.html", "assets/javascripts/moved.js", "guide/borrow.html"),
        (
            "ways.html",
            "guide/borrow.html#how",
            "assets/javascripts/moved.js",
            "guide/borrow.html#how",
        ),
        ("guide/old.html", "borrow.html", "../assets/javascripts/moved.js", "guide/borrow.html"),
        (
            "en/lend.html",
            "guide/borrow.html",
            "../assets/javascripts/moved.js",
            "en/guide/borrow.html",
        ),
    ],
)
def test_a_page_at_the_old_address_leads_on_without_scripts(moved, name, to, script, canonical):
    html = page(moved, name)
    assert f'content="0; url={to}"' in html
    assert f'<a href="{to}">' in html
    assert f'<script src="{script}"' in html
    assert (moved.site / name).parent.joinpath(script).resolve().is_file()
    assert f'rel="canonical" href="https://library.example/{canonical}"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_it_speaks_the_language_of_its_address(moved):
    assert "このページは移動しました。" in page(moved, "lend.html")
    assert "This page has moved." in page(moved, "en/lend.html")
    assert '<html lang="en">' in page(moved, "en/lend.html")


def test_it_knows_where_old_anchors_are(moved):
    anchors = first_match(r'data-anchors="([^"]*)"', page(moved, "lend.html"))[1]
    assert json.loads(anchors.replace("&#34;", '"')) == {"way": "guide/borrow.html#how"}


@pytest.mark.parametrize("name", ["guide/borrow.html", "en/guide/borrow.html"])
def test_an_old_anchor_stands_at_its_passage(moved, name):
    assert re.search(r'<h2 id="how"><span id="way"></span>', page(moved, name))


def test_it_is_in_no_sitemap_and_no_index(moved):
    assert "lend" not in page(moved, "sitemap.xml")
    for path in (moved.site / "search/index").glob("*.json"):
        assert '"url":"lend.html"' not in path.read_text("utf-8")
