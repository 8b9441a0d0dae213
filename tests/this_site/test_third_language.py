"""Adding a third language takes a folder, a block in mkdocs.yml and its interface texts."""

import json
import re
from pathlib import Path

import pytest

from bench.engine import pages_of, read_index
from knowledge.__main__ import main
from support.cases_site import ROOT, copy_real_site
from support.more_languages import add_language
from support.shared_build import shared_build
from support.site_builder import Build, build

PAGES = len(list((ROOT / "docs/ja").rglob("*.md")))
PAGE = """\
---
title: 당황하지 마세요
description: 청구 화면이 나왔을 때 먼저 읽는 페이지입니다.
reviewed: 2026-11-24
---
"""


def build_with_korean(folder: Path) -> Build:
    """Build the real site with Korean, which has a start page only."""
    source = copy_real_site(folder / "source")
    # The Korean page has the links, cards and ids of the original.
    original = (ROOT / "docs/ja/index.md").read_text("utf-8").split("---\n", 2)[2]
    korean = re.sub(r"[ぁ-んァ-ヶー一-龠々]+", "한국어", original)
    add_language(
        source,
        "ko",
        "한국어",
        {"index.md": PAGE + korean},
        extra={"partial": True},
        site_name="원클릭 사기 안내",
        site_description="청구 화면이 나왔을 때 차분히 확인하는 안내입니다.",
        nav_translations={"はじめに": "시작하기"},
    )
    return build(source, folder / "site")


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return shared_build(tmp_path_factory, "third", build_with_korean)


@pytest.fixture(scope="module")
def folder(third: Build) -> Path:
    return third.site.parent / "source"


def page(build: Build, name: str) -> str:
    return (build.site / name).read_text("utf-8")


def test_the_check_knows_it_as_partial(folder, capsys):
    assert main(["check", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    notices = [line for line in lines if " PA002 " in line]
    partial = "PA002 entries that have no text in 'ko'"
    assert any(line.startswith(f"docs/_data/contacts.yml:0: {partial}") for line in notices)
    kinds = [line.partition(":0: ")[0] for line in notices if partial in line]
    assert len(kinds) == len(set(kinds)), "one for each file, not for each entry"
    assert any(
        f"pages that are not there in 'ko' yet: {PAGES - 1} of {PAGES} (about.md," in line
        for line in notices
    )
    site = next(n for n in notices if n.startswith("docs/_data/site.yml:0: ") and "'ko'" in n)
    assert "names.title, names.short, card, urgent.label" in site
    assert any(line.startswith("docs/_data/asked/ko.yml:0: ") for line in notices)
    assert any("labels of the navigation that are not there in 'ko' yet: " in n for n in notices)


def test_it_builds_strictly(third):
    assert third.exit_code == 0, third.output
    assert third.warnings == []


def test_its_page_is_its_own(third):
    html = page(third, "ko/index.html")
    assert '<html lang="ko"' in html
    assert "<aside" not in html
    assert "한국어" in html
    assert "<title>당황하지 마세요 - 원클릭 사기 안내</title>" in html


def test_it_names_no_picture_before_one_is_drawn(third):
    assert "og:image" not in page(third, "ko/index.html")
    assert 'content="https://one-click-fraud.example/assets/card.en.png"' in page(
        third, "en/index.html"
    )


def test_a_page_that_is_missing_is_replaced_honestly(third):
    html = page(third, "ko/police.html")
    assert (
        '<aside class="page-notice" lang="ko"><p>한국어 This page has not been translated' in html
    )
    assert '<div lang="ja">' in html
    assert "警察に相談できますか" in html
    assert '<link rel="canonical" href="https://one-click-fraud.example/police.html">' in html
    hreflang = re.findall(r'rel="alternate" href="([^"]+)" hreflang="([^"]+)"', html)
    assert [language for _, language in hreflang] == ["ja", "en", "x-default"]
    assert not any("/ko/" in url for url, _ in hreflang)


def test_the_sitemap_has_its_page_and_no_other(third):
    sitemap = page(third, "sitemap.xml")
    addresses = re.findall(r"<loc>https://one-click-fraud\.example/([^<]*)</loc>", sitemap)
    assert [a for a in addresses if a.startswith("ko/")] == ["ko/"]
    complete = [a for a in addresses if not a.startswith(("ko/", "ja-Hira/"))]
    names = [address.removeprefix("en/") for address in complete]
    assert all(names.count(name) == 2 for name in names)
    assert 'hreflang="ko" href="https://one-click-fraud.example/ko/"' in sitemap


def test_it_has_a_place_in_the_switch_of_every_page(third):
    for name in ("index.html", "en/police.html", "ko/index.html", "ko/police.html"):
        names = re.findall(r'<a href="[^"]+" hreflang="\w+"[^>]*>([^<]+)</a>', page(third, name))
        own = {"en": "English", "ko": "한국어"}.get(name.partition("/")[0], "日本語")
        assert sorted([*names, own]) == sorted(["日本語", "English", "やさしい日本語", "한국어"]), (
            name
        )


def test_it_has_an_index_of_its_own(third):
    pages = {
        language: pages_of(read_index(third.site, language)) for language in ("ja", "en", "ko")
    }
    assert [one["url"] for one in pages["ko"]] == ["index.html"]
    for language in ("ja", "en"):
        urls = [one["url"] for one in pages[language]]
        assert not any(url.startswith(("ko/", "en/")) for url in urls)
        assert "police.html" in urls
    assert json.loads(page(third, "search/ko.json"))["language"] == "ko"
