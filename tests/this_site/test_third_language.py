"""Adding a third language takes a folder, a block in mkdocs.yml and its interface texts."""

import json
import re
from pathlib import Path

import pytest

from bench.engine import pages_of, read_index
from knowledge.__main__ import main
from support.cases_site import ROOT
from support.site_builder import Build
from this_site.pages import LANGUAGES
from this_site.site_with_more_languages import (
    ADDRESS,
    ARABIC,
    CHINESE,
    NAMES,
    NEW,
    NEW_NAME,
    NEW_TITLE,
)

PAGES = len(list((ROOT / "docs/ja").rglob("*.md")))


@pytest.fixture(scope="module")
def third(more_languages: Build) -> Build:
    return more_languages


@pytest.fixture(scope="module")
def folder(third: Build) -> Path:
    return third.site.parent / "source"


def page(build: Build, name: str) -> str:
    return (build.site / name).read_text("utf-8")


@pytest.mark.long
def test_the_check_knows_it_as_partial(folder, capsys):
    assert main(["check", "--all", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    notices = [line for line in lines if " PA002 " in line]
    partial = f"PA002 entries that have no text in '{NEW}'"
    assert any(line.startswith(f"docs/_data/contacts.yml:0: {partial}") for line in notices)
    kinds = [line.partition(":0: ")[0] for line in notices if partial in line]
    assert len(kinds) == len(set(kinds)), "one for each file, not for each entry"
    assert any(
        f"pages that are not there in '{NEW}' yet: {PAGES - 1} of {PAGES} (start/paid.md," in line
        for line in notices
    )
    site = next(n for n in notices if n.startswith("docs/_data/site.yml:0: ") and f"'{NEW}'" in n)
    assert ": card, urgent.label" in site
    asked = f"docs/_data/asked/{NEW}.yml:0: "
    assert not any(line.startswith(asked) for line in notices), "it comes last, after the pages"
    assert any(
        f"labels of the navigation that are not there in '{NEW}' yet: " in n for n in notices
    )


def test_it_builds_strictly(third):
    assert third.exit_code == 0, third.output
    assert third.warnings == []


def test_its_page_is_its_own(third):
    html = page(third, f"{NEW}/index.html")
    assert f'<html lang="{NEW}"' in html
    assert "<aside" not in html
    assert NEW_NAME in html
    assert f"<title>{NEW_TITLE} - {NEW_NAME}</title>" in html


@pytest.mark.parametrize(("language", "shown"), [(ARABIC, "en"), (CHINESE, "ja")])
def test_a_page_that_stands_in_shows_no_tags(third, language, shown):
    """What marks the words of other languages is read as such, as on the page itself."""
    folder = {"ja": ""}.get(shown, f"{shown}/")
    for name in ("start/paid", "lawsuits", "prevention"):
        tags = [
            page(third, f"{each}{name}.html").count("&lt;") for each in (f"{language}/", folder)
        ]
        assert tags[0] == tags[1], name


def test_it_names_no_picture_before_one_is_drawn(third):
    assert "og:image" not in page(third, f"{NEW}/index.html")
    assert f'content="{ADDRESS}assets/card.en.png"' in page(third, "en/index.html")


def test_a_page_that_is_missing_is_replaced_honestly(third):
    html = page(third, f"{NEW}/police.html")
    assert (
        f'<aside class="page-notice" lang="{NEW}"><p>{NEW_NAME} This page has not been translated'
        in html
    )
    assert '<div lang="ja">' in html
    assert "警察に" in html
    assert f'<link rel="canonical" href="{ADDRESS}police.html">' in html
    hreflang = re.findall(r'rel="alternate" href="([^"]+)" hreflang="([^"]+)"', html)
    assert [language for _, language in hreflang] == ["ja", "en", "x-default"]
    assert not any(f"/{NEW}/" in url for url, _ in hreflang)


def test_the_sitemap_has_its_page_and_no_other(third):
    sitemap = page(third, "sitemap.xml")
    addresses = re.findall(rf"<loc>{re.escape(ADDRESS)}([^<]*)</loc>", sitemap)
    assert [a for a in addresses if a.startswith(f"{NEW}/")] == [f"{NEW}/"]
    partial = tuple(f"{code}/" for code in (*NAMES, *LANGUAGES.partial))
    complete = [a for a in addresses if not a.startswith(partial)]
    names = [re.sub(rf"^(?:{'|'.join(LANGUAGES.complete)})/", "", a) for a in complete]
    assert all(names.count(name) == len(LANGUAGES.complete) for name in names)
    assert f'hreflang="{NEW}" href="{ADDRESS}{NEW}/"' in sitemap


def test_it_has_a_place_in_the_switch_of_every_page(third):
    for name in ("index.html", "en/police.html", f"{NEW}/index.html", f"{NEW}/police.html"):
        names = re.findall(r'<a href="[^"]+" hreflang="[\w-]+"[^>]*>([^<]+)</a>', page(third, name))
        own = {"en": "English", NEW: NEW_NAME}.get(name.partition("/")[0], "日本語")
        every = [*NAMES.values(), *(LANGUAGES[code].name for code in LANGUAGES.codes)]
        assert sorted([*names, own]) == sorted(every), name


def test_it_has_an_index_of_its_own(third):
    pages = {language: pages_of(read_index(third.site, language)) for language in ("ja", "en", NEW)}
    assert [one["url"] for one in pages[NEW]] == ["index.html"]
    for language in ("ja", "en"):
        urls = [one["url"] for one in pages[language]]
        assert not any(url.startswith((f"{NEW}/", "en/")) for url in urls)
        assert "police.html" in urls
    assert json.loads(page(third, f"search/{NEW}.json"))["language"] == NEW
