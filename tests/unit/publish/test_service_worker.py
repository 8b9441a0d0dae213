"""The precache lists of the service worker, by language and version."""

import json
from datetime import date

import pytest

from knowledge.publish.bundles import is_left_out
from knowledge.publish.service_worker import entry, is_needed, precache, with_version, worker_script
from knowledge.site.files import read_folder
from knowledge.site.published_names import digest
from knowledge.site.site import site_of
from support.cases_site import ROOT, TINY
from support.publishing import FOLDERS, context_of

PAGES = {"ja": ["index.md", "contacts.md", "about.md"], "en": ["index.md"]}
PAGE = '<html><head><meta charset="utf-8"></head><body>x</body></html>'
FILES = {
    "404.html": b"x",
    "_headers": b"x",
    "about.html": with_version(PAGE).encode(),
    "app.webmanifest": b"{}",
    "assets/card.ja.png": b"x",
    "assets/images/favicon.svg": b"<svg/>",
    "assets/stylesheets/paper/a3.css": b"p{}",
    "assets/stylesheets/site.0123456789.css": b"p{}",
    "contacts.html": with_version(PAGE).encode(),
    "en/404.html": b"x",
    "en/index.html": with_version(PAGE).encode(),
    "index.html": with_version(PAGE).encode(),
    "offline.zip": b"x",
    "search/en.js": b"x",
    "search/en.json": b"{}",
    "search/engine.0123456789.js": b"e",
    "search/index/en.0123456789.js": b"x",
    "search/index/en.0123456789.json": b"[]",
    "search/index/ja.0123456789.json": b"[]",
    "search/ja.js": b"x",
    "search/ja.json": b"{}",
    "sitemap.xml": b"x",
}


def kept():
    return precache([entry(p, c) for p, c in FILES.items() if is_needed(p)], FOLDERS, PAGES)


def test_a_language_keeps_its_own_and_everybody_the_rest():
    found = kept()
    assert [path for path, *_ in found.shared] == [
        "assets/images/favicon.svg",
        "assets/stylesheets/paper/a3.css",
        "assets/stylesheets/site.0123456789.css",
        "search/engine.0123456789.js",
    ]
    assert [
        (code, folder, [path for path, *_ in own]) for code, folder, own in found.languages
    ] == [
        (
            "ja",
            "",
            [
                "index.html",
                "search/index/ja.0123456789.json",
                "search/ja.json",
                "contacts.html",
                "about.html",
            ],
        ),
        (
            "en",
            "en/",
            [
                "en/index.html",
                "search/en.json",
                "search/index/en.0123456789.json",
            ],
        ),
    ]


def test_a_page_carries_its_version_and_another_file_is_its_own():
    html = with_version(PAGE)
    version = f'content="{digest(PAGE)}" data-advice="{digest(PAGE)}"'
    assert f'<meta charset="utf-8"><meta name="page-version" {version}>' in html
    entries = {path: (version, size) for path, version, size in kept().shared}
    assert entries["search/engine.0123456789.js"] == (digest(b"e"), 1)
    first = kept().languages[0][2][0]
    assert first == ("index.html", digest(PAGE), len(html))


def test_only_what_a_page_says_is_newer_advice():
    pages = [
        with_version(f'<meta charset="utf-8"><article>{text}</article><footer>{day}</footer>')
        for text, day in (("a", 1), ("a", 2), ("b", 2))
    ]
    advice = [html.partition('data-advice="')[2].partition('"')[0] for html in pages]
    assert advice[0] == advice[1] != advice[2]
    assert len({html.partition('content="')[2].partition('"')[0] for html in pages}) == 3


def test_the_worker_knows_the_words_and_the_way_back():
    site = site_of(read_folder(TINY), date(2026, 11, 24), None)
    context = context_of(site, "https://library.example/guide/")
    script = worker_script("run();\n", kept(), context)
    assert script.endswith(";\nrun();\n")
    build = json.loads(script.removeprefix("const BUILD = ").partition(";\nrun")[0])
    assert list(build) == ["version", "cap", "shared", "languages"]
    assert 'href="/guide/en/index.html"' in build["languages"][1]["missing"]
    assert '<html lang="en">' in build["languages"][1]["missing"]
    assert (
        'rel="stylesheet" href="/guide/assets/stylesheets/site.' in build["languages"][1]["missing"]
    )
    other = worker_script("walk();\n", kept(), context)
    assert build["version"] not in other


@pytest.mark.parametrize(
    ("path", "is_out"),
    [
        ("assets/stylesheets/base.css", True),
        ("assets/stylesheets/main.57a0d79d.min.css", True),
        ("assets/stylesheets/main.57a0d79d.min.css.map", True),
        ("assets/javascripts/site.js", True),
        ("assets/javascripts/moved.js", False),
        ("assets/javascripts/service_worker.js", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("assets/javascripts/lunr/tinyseg.js", True),
        ("assets/javascripts/search/analyzer.js", True),
        ("assets/images/favicon.svg", False),
        ("guide/base.css", False),
    ],
)
def test_which_files_are_left_out(path, is_out):
    assert is_left_out(path) is is_out


def test_every_script_of_the_theme_folder_has_a_place():
    scripts = ROOT / "overrides/assets/javascripts"
    published = [
        path.name
        for path in scripts.glob("*.js")
        if not is_left_out(f"assets/javascripts/{path.name}")
    ]
    assert published == ["moved.js"]
