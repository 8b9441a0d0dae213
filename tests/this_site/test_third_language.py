"""Adding a third language takes a folder, a block in mkdocs.yml and its interface texts."""

import json
import re
from pathlib import Path

import pytest

from bench.engine import pages_of, read_index
from knowledge.__main__ import main
from support.cases_site import ROOT, copy_real_site
from support.more_languages import add_language, free_code
from support.shared_build import shared_build
from support.site_builder import Build, build
from this_site.pages import LANGUAGES

CODE = free_code(ROOT, "ko", "ka", "hy")
NAME = {"ko": "한국어", "ka": "ქართული", "hy": "Հայերեն"}[CODE]
TITLE = f"{NAME} {NAME}"
PAGES = len(list((ROOT / "docs/ja").rglob("*.md")))
PAGE = f"---\ntitle: {TITLE}\ndescription: {TITLE}\nreviewed: 2026-11-24\n---\n"


def build_with_a_third(folder: Path) -> Build:
    """Build the real site with a language that has a start page only."""
    source = copy_real_site(folder / "source")
    # Its page has the links, cards and ids of the original.
    original = (ROOT / "docs/ja/index.md").read_text("utf-8").split("---\n", 2)[2]
    own = re.sub(r"[ぁ-んァ-ヶー一-龠々]+", NAME, original)
    add_language(
        source,
        CODE,
        NAME,
        {"index.md": PAGE + own},
        extra={"partial": True},
        site_name=NAME,
        site_description=TITLE,
        nav_translations={"はじめに": NAME},
    )
    return build(source, folder / "site")


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return shared_build(tmp_path_factory, "third", build_with_a_third)


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
    partial = f"PA002 entries that have no text in '{CODE}'"
    assert any(line.startswith(f"docs/_data/contacts.yml:0: {partial}") for line in notices)
    kinds = [line.partition(":0: ")[0] for line in notices if partial in line]
    assert len(kinds) == len(set(kinds)), "one for each file, not for each entry"
    assert any(
        f"pages that are not there in '{CODE}' yet: {PAGES - 1} of {PAGES} (about.md," in line
        for line in notices
    )
    site = next(n for n in notices if n.startswith("docs/_data/site.yml:0: ") and f"'{CODE}'" in n)
    assert "names.title, names.short, card, urgent.label" in site
    assert any(line.startswith(f"docs/_data/asked/{CODE}.yml:0: ") for line in notices)
    assert any(
        f"labels of the navigation that are not there in '{CODE}' yet: " in n for n in notices
    )


def test_it_builds_strictly(third):
    assert third.exit_code == 0, third.output
    assert third.warnings == []


def test_its_page_is_its_own(third):
    html = page(third, f"{CODE}/index.html")
    assert f'<html lang="{CODE}"' in html
    assert "<aside" not in html
    assert NAME in html
    assert f"<title>{TITLE} - {NAME}</title>" in html


def test_it_names_no_picture_before_one_is_drawn(third):
    assert "og:image" not in page(third, f"{CODE}/index.html")
    assert 'content="https://one-click-fraud.example/assets/card.en.png"' in page(
        third, "en/index.html"
    )


def test_a_page_that_is_missing_is_replaced_honestly(third):
    html = page(third, f"{CODE}/police.html")
    assert (
        f'<aside class="page-notice" lang="{CODE}"><p>{NAME} This page has not been translated'
        in html
    )
    assert '<div lang="ja">' in html
    assert "警察に" in html
    assert '<link rel="canonical" href="https://one-click-fraud.example/police.html">' in html
    hreflang = re.findall(r'rel="alternate" href="([^"]+)" hreflang="([^"]+)"', html)
    assert [language for _, language in hreflang] == ["ja", "en", "x-default"]
    assert not any(f"/{CODE}/" in url for url, _ in hreflang)


def test_the_sitemap_has_its_page_and_no_other(third):
    sitemap = page(third, "sitemap.xml")
    addresses = re.findall(r"<loc>https://one-click-fraud\.example/([^<]*)</loc>", sitemap)
    assert [a for a in addresses if a.startswith(f"{CODE}/")] == [f"{CODE}/"]
    partial = tuple(f"{code}/" for code in (CODE, *LANGUAGES.partial))
    complete = [a for a in addresses if not a.startswith(partial)]
    names = [re.sub(rf"^(?:{'|'.join(LANGUAGES.complete)})/", "", a) for a in complete]
    assert all(names.count(name) == len(LANGUAGES.complete) for name in names)
    assert f'hreflang="{CODE}" href="https://one-click-fraud.example/{CODE}/"' in sitemap


def test_it_has_a_place_in_the_switch_of_every_page(third):
    for name in ("index.html", "en/police.html", f"{CODE}/index.html", f"{CODE}/police.html"):
        names = re.findall(r'<a href="[^"]+" hreflang="[\w-]+"[^>]*>([^<]+)</a>', page(third, name))
        own = {"en": "English", CODE: NAME}.get(name.partition("/")[0], "日本語")
        every = [NAME, *(LANGUAGES[code].name for code in LANGUAGES.codes)]
        assert sorted([*names, own]) == sorted(every), name


def test_it_has_an_index_of_its_own(third):
    pages = {
        language: pages_of(read_index(third.site, language)) for language in ("ja", "en", CODE)
    }
    assert [one["url"] for one in pages[CODE]] == ["index.html"]
    for language in ("ja", "en"):
        urls = [one["url"] for one in pages[language]]
        assert not any(url.startswith((f"{CODE}/", "en/")) for url in urls)
        assert "police.html" in urls
    assert json.loads(page(third, f"search/{CODE}.json"))["language"] == CODE
