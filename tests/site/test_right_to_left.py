"""A right-to-left language: its pages and files declare the direction."""

import json
import re
import zipfile

import pytest

from support.books import read_book
from support.cases_site import copy_tiny_site
from support.more_languages import add_language
from support.regex import first_match
from support.site_builder import build

PAGE = """\
---
title: أهلا بك
description: هذه صفحة تجربة قصيرة تشرح ما في المكتبة وكيف تكتب الكلمات فيها.
reviewed: 2026-11-20
---

# أهلا بك {#case}

اكتب كلمة 図書館 هنا.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The tiny site with one page in Arabic."""
    folder = copy_tiny_site(tmp_path_factory.mktemp("rtl") / "source")
    settings = {"site_name": "دليل المكتبة", "nav_translations": {"はじめに": "ابدأ هنا"}}
    pages = {"case.md": PAGE}
    add_language(folder, "ar", "العربية", pages, extra={"partial": True}, **settings)
    original = folder / "docs/ja/case.md"
    text = original.read_text("utf-8").replace("---\n", "---\naliases: [old-case.md]\n", 1)
    original.write_text(text.replace("ここに", "図書館のページです。ここに"), "utf-8")
    built = build(folder, folder.parent / "site")
    assert built.exit_code == 0, built.output
    return built.site


def body(site, name):
    return first_match(r"<body [^>]*>", (site / name).read_text("utf-8"))[0]


def test_a_page_runs_as_its_language_does(site):
    assert ' dir="rtl"' in body(site, "ar/case.html")
    assert ' dir="rtl"' in body(site, "ar/404.html")
    assert ' dir="ltr"' in body(site, "case.html")


def test_what_stands_in_for_a_translation_runs_as_its_own_language_does(site):
    html = (site / "ar/contacts.html").read_text("utf-8")
    assert ' dir="rtl"' in body(site, "ar/contacts.html")
    assert '<div lang="ja" dir="ltr">' in html


def test_words_of_another_language_say_their_direction(site):
    html = (site / "ar/case.html").read_text("utf-8")
    assert '<span lang="ja" dir="ltr">図書館</span>' in html


def test_each_language_of_the_404_page_runs_its_own_way(site):
    directions = {
        name: dict(
            re.findall(
                r'<section class="not-found" lang="(\w+)"(?: dir="(\w+)")?',
                (site / name).read_text("utf-8"),
            )
        )
        for name in ("404.html", "ar/404.html")
    }
    assert directions == {
        "404.html": {"ja": "", "en": "", "ar": "rtl"},
        "ar/404.html": {"ja": "ltr", "en": "ltr", "ar": ""},
    }


def test_the_manifest_the_redirects_and_the_copy_say_it(site):
    manifests = {path: json.loads(path.read_text("utf-8")) for path in site.rglob("*.webmanifest")}
    assert {each["lang"]: each["dir"] for each in manifests.values()} == {
        "ja": "ltr",
        "en": "ltr",
        "ar": "rtl",
    }
    assert '<html lang="ar" dir="rtl">' in (site / "ar/old-case.html").read_text("utf-8")
    with zipfile.ZipFile(site / "offline.zip") as copy:
        name = next(each for each in copy.namelist() if each.endswith("/العربية.html"))
        assert '<html lang="ar" dir="rtl">' in copy.read(name).decode()


def test_the_book_runs_as_its_language_does(site):
    book = read_book(site / "guide.ar.epub")
    assert book.files["book/package.opf"].count(b'page-progression-direction="rtl"') == 1
    assert list(book.pages) == ["page-01.xhtml"]
    assert b'lang="ar" xml:lang="ar" dir="rtl"' in book.files["book/page-01.xhtml"]
    assert read_book(site / "guide.ja.epub").package.get("dir") == "ltr"
