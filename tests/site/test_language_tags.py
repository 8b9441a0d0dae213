"""Languages whose codes have a script or a region, or whose tag is another one than their code."""

import json
import re
import zipfile

import pytest
from babel import Locale

from support.cases_site import copy_tiny_site
from support.more_languages import add_language
from support.regex import first_match
from support.site_builder import build

PAGE = """\
---
title: {title}
description: {title} {title} {title}
reviewed: 2026-11-20
---

# {title} {{#case}}

{title}.
"""
LANGUAGES = {
    "zh-Hans": ("zh-Hans", "简体中文", "ltr", "2026年11月24日"),
    "zh-Hant": ("zh-Hant", "繁體中文", "ltr", "2026年11月24日"),
    "pt-BR": ("pt-BR", "Português (Brasil)", "ltr", "24 de novembro de 2026"),
    "en-GB": ("en-GB", "British English", "ltr", "24 November 2026"),
    "ja-Hira": ("ja", "やさしい日本語", "ltr", "2026年11月24日"),
    "ar": ("ar", "العربية", "rtl", "24 نوفمبر 2026"),
    "tl": ("fil", "Filipino", "ltr", "Nobyembre 24, 2026"),
}
"""By code: tag, name, direction, and the date of the build."""
CODES = list(LANGUAGES)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The tiny site with one page in each of these languages."""
    folder = copy_tiny_site(tmp_path_factory.mktemp("tags") / "source")
    for code, (tag, name, _, _) in LANGUAGES.items():
        extra = {"partial": True} | ({} if tag == code else {"lang": tag})
        page = PAGE.format(title=f"{name} {name}")
        add_language(folder, code, name, {"case.md": page}, extra=extra)
    built = build(folder, folder.parent / "site")
    assert built.exit_code == 0, built.output
    assert built.warnings == []
    return built.site


def read(site, path):
    return (site / path).read_text("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_a_page_carries_the_tag_and_runs_its_way(site, code):
    tag, _, direction, _ = LANGUAGES[code]
    for name in ("case.html", "contacts.html", "404.html"):
        html = read(site, f"{code}/{name}")
        assert f'<html lang="{tag}" class="no-js">' in html, name
        assert f'<body dir="{direction}"' in html, name
    assert f'"inLanguage":"{tag}"' in read(site, f"{code}/case.html")


@pytest.mark.parametrize("code", CODES)
def test_dates_are_written_as_cldr_writes_them(site, code):
    assert LANGUAGES[code][3] in read(site, f"{code}/case.html")


@pytest.mark.parametrize("code", CODES)
def test_the_manifest_and_the_worker_carry_the_tag(site, code):
    tag, _, direction, _ = LANGUAGES[code]
    manifest = json.loads(read(site, f"{code}/app.webmanifest"))
    assert (manifest["lang"], manifest["dir"]) == (tag, direction)
    assert f'<html lang=\\"{tag}\\"' in read(site, "sw.js")


@pytest.mark.parametrize("code", CODES)
def test_the_switch_names_the_language_in_itself(site, code):
    tag, name, _, _ = LANGUAGES[code]
    link = first_match(
        rf'<a href="{code}/case.html" hreflang="([^"]+)"([^>]*)>([^<]+)</a>',
        read(site, "case.html"),
    )
    assert (link[1], link[3]) == (tag, name)
    assert ('dir="rtl"' in link[2]) == (tag == "ar")
    assert (f'lang="{tag}"' in link[2]) == (tag != "ja")


@pytest.mark.parametrize("code", CODES)
def test_the_offline_copy_is_in_each_language(site, code):
    tag, name, _, day = LANGUAGES[code]
    with zipfile.ZipFile(site / "offline.zip") as copy:
        start = next(each for each in copy.namelist() if each.endswith(f"/{name}.html"))
        assert f'<html lang="{tag}"' in copy.read(start).decode()
        page = next(n for n in copy.namelist() if n.endswith(f"pages/{code}/case.html"))
        assert day in copy.read(page).decode().partition('class="page-notice"')[2]


@pytest.mark.parametrize("code", CODES)
def test_the_search_knows_the_tag(site, code):
    tag, name, _, _ = LANGUAGES[code]
    entry = json.loads(read(site, "search/en.json"))
    assert entry["tags"][code] == tag
    assert entry["bases"][code] == f"{code}/"
    label = name if code == "ja-Hira" else Locale.parse(tag, sep="-").get_display_name("en")
    assert entry["names"][code] == f"Page in {label}"


def test_hreflang_offers_each_language_once(site):
    tags = ["ja", "en", "zh-Hans", "zh-Hant", "pt-BR", "en-GB", "ar", "fil", "x-default"]
    for name in ("case.html", "en/case.html", "zh-Hans/case.html", "tl/case.html"):
        links = re.findall(r'rel="alternate" href="([^"]+)" hreflang="([^"]+)"', read(site, name))
        assert [tag for _, tag in links] == tags, name
        assert ("https://library.example/tl/case.html", "fil") in links
        assert ("https://library.example/case.html", "ja") in links
    assert 'rel="alternate"' not in read(site, "ja-Hira/case.html")


def test_the_sitemap_has_every_page_and_offers_each_language_once(site):
    sitemap = read(site, "sitemap.xml")
    for code in CODES:
        assert f"<loc>https://library.example/{code}/case.html</loc>" in sitemap
        assert f"<loc>https://library.example/{code}/contacts.html</loc>" not in sitemap
    assert 'hreflang="ja-Hira"' not in sitemap
    assert sitemap.count('hreflang="fil"') == len(CODES) + 1


def test_every_tag_that_a_page_names_is_one_of_the_site(site):
    known = {"ja", "en", *(tag for tag, *_ in LANGUAGES.values())}
    found = {
        path: set(re.findall(r' lang="([^"]*)"', path.read_text("utf-8"))) - known
        for path in site.rglob("*.html")
    }
    assert {path: tags for path, tags in found.items() if tags} == {}
