"""Metadata of the published pages, and the files beside them: sitemap, manifests, headers."""

import json
import re
import shutil
from html import unescape
from urllib.parse import urlsplit

import pytest
import yaml

from knowledge.publish.csp import inline_scripts, policy_of
from knowledge.site.languages import language_at
from support.cases_site import ROOT, commit_all, copy_tiny_site, git
from support.regex import first_match
from support.site_builder import build
from this_site.pages import FOLDERS, LANGUAGES

SITE_URL = "https://one-click-fraud.example/"
HREFLANG = re.compile(r'<link rel="alternate" href="([^"]+)" hreflang="([^"]+)">')
SHAMING = re.compile(r"ワンクリック|詐欺|アダルト|one-click|fraud|scam|adult|porn", re.IGNORECASE)


@pytest.fixture(scope="module")
def pages(real_build):
    """HTML of every page by path from the site's root, without 404 pages and what stands in."""
    site = real_build.site
    paths = [path for path in site.rglob("*.html") if path.name != "404.html"]
    html = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(paths)}
    canonical = r'<link rel="canonical" href="([^"]+)"'
    return {path: text for path, text in html.items() if file_of(found(canonical, text)) == path}


def language_of(path):
    """Code of the language of a page."""
    return language_at(path, FOLDERS)


def found(pattern, html):
    match = re.search(pattern, html)
    assert match, pattern
    return unescape(match[1])


def file_of(url):
    path = url.removeprefix(SITE_URL)
    return f"{path}index.html" if not path or path.endswith("/") else path


def test_counterparts_name_each_other(pages):
    for path, html in pages.items():
        named = {language: url for url, language in HREFLANG.findall(html)}
        if language_of(path) not in LANGUAGES.offered:
            assert named == {}, path
            continue
        assert set(named) >= {"ja", "en", "x-default"}, path
        assert named["x-default"] == named["ja"]
        own = found(r'<html lang="([\w-]+)"', html)
        assert file_of(named[own]) == path
        assert named[own] == found(r'<link rel="canonical" href="([^"]+)"', html)
        for url in named.values():
            assert HREFLANG.findall(pages[file_of(url)]) == HREFLANG.findall(html)


def test_every_address_of_the_sitemap_exists_and_none_is_missing(real_build, pages):
    sitemap = (real_build.site / "sitemap.xml").read_text("utf-8")
    addresses = re.findall(r"<loc>([^<]+)</loc>", sitemap)
    assert {file_of(url) for url in addresses} == set(pages)
    assert len(addresses) == len(pages)
    for url in re.findall(r'hreflang="[^"]+" href="([^"]+)"', sitemap):
        assert file_of(url) in pages


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """The tiny site in git: one commit of everything, then a change of one page two days later."""
    folder = copy_tiny_site(tmp_path_factory.mktemp("past") / "source")
    git(folder, "init", "--quiet")
    commit_all(folder, "All")
    page = folder / "docs/en/guide/borrow.md"
    page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    commit_all(folder, "One page", days=2)
    return folder


def last_modified(site):
    """Last modification of each page, in the sitemap and in its structured data."""
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    days = dict(re.findall(r"<loc>https://library.example/([^<]*)</loc><lastmod>([^<]+)<", sitemap))
    own = {}
    for path in site.rglob("*.html"):
        if day := re.search(r'"dateModified":"([^"]+)"', path.read_text("utf-8")):
            own[path.relative_to(site).as_posix().removesuffix("index.html")] = day[1]
    return days, own


def test_last_modified_is_the_day_of_the_last_commit(repository, tmp_path):
    assert build(repository, tmp_path / "site").exit_code == 0
    days, own = last_modified(tmp_path / "site")
    assert days.pop("en/guide/borrow.html") == own.pop("en/guide/borrow.html") == "2026-11-26"
    assert set(days.values()) == {"2026-11-24"}
    assert own == days


def test_where_the_past_is_not_known_there_is_no_such_day(repository, tmp_path):
    shallow = tmp_path / "shallow"
    git(repository, "clone", "--quiet", "--depth", "1", repository.as_uri(), str(shallow))
    for name in ("hooks", "overrides"):
        shutil.copytree(repository / name, shallow / name)
    assert build(shallow, tmp_path / "site").exit_code == 0
    assert last_modified(tmp_path / "site") == ({}, {})


def test_structured_data_is_whole(pages):
    for path, html in pages.items():
        script = first_match(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        page, *terms = json.loads(script[1])
        assert page["@type"] == "WebPage"
        assert page["url"] == found(r'<link rel="canonical" href="([^"]+)"', html)
        assert page["description"] == found(r'<meta name="description" content="([^"]+)"', html)
        assert page["inLanguage"] == found(r'<html lang="([\w-]+)"', html)
        is_first = path == f"{FOLDERS[language_of(path)]}index.html"
        assert ("breadcrumb" in page) != is_first
        for step in page.get("breadcrumb", {}).get("itemListElement", []):
            assert file_of(step["item"]) in pages
        assert bool(terms) == path.endswith("glossary.html")
        for term in terms:
            assert term["@type"] == "DefinedTerm"
            assert f'id="{urlsplit(term["@id"]).fragment}"' in html


def test_every_page_has_a_description_and_a_title_of_its_own(pages):
    for pattern in (r'<meta name="description" content="([^"]+)"', r"<title>(.*?)</title>"):
        texts = [found(pattern, html) for html in pages.values()]
        assert len(set(texts)) == len(texts)


def test_titles_are_fit_for_a_screen_that_others_see(real_build, pages):
    data = yaml.safe_load((ROOT / "docs/_data/site.yml").read_text("utf-8"))
    interface = yaml.safe_load((ROOT / "docs/_data/interface.yml").read_text("utf-8"))
    shown = [*data["card"].values(), *interface["share-text"].values()]
    for html in pages.values():
        shown.append(found(r"<title>(.*?)</title>", html))
        shown.append(found(r'<meta property="og:title" content="([^"]+)"', html))
        shown.append(found(r'<meta property="og:site_name" content="([^"]+)"', html))
    for name in ("app.webmanifest", "en/app.webmanifest"):
        manifest = json.loads((real_build.site / name).read_text("utf-8"))
        shown += [manifest["name"], manifest["short_name"]]
        assert len(manifest["short_name"]) <= 12
    remedy = (
        "Others see these: write other titles, names (site.yml) or 'share-text' (interface.yml)"
    )
    assert [text for text in shown if SHAMING.search(text)] == [], remedy


def test_what_a_page_names_is_there(real_build, pages):
    for path, html in pages.items():
        here = (real_build.site / path).parent
        links = re.findall(r'<link rel="(?:manifest|apple-touch-icon|icon)" href="([^"]+)"', html)
        assert len(links) == 3
        images = re.findall(r'<meta property="og:image" content="([^"]+)"', html)
        card = ROOT / f"docs/assets/card.{language_of(path)}.png"
        assert len(images) == int(card.is_file()), path
        shown = [real_build.site / image.removeprefix(SITE_URL) for image in images]
        files = [*(here / link for link in links), *shown]
        assert all(file.resolve().is_file() for file in files), path


def test_manifests_name_pages_and_icons_that_are_there(real_build):
    ids = set()
    for name in ("app.webmanifest", "en/app.webmanifest"):
        file = real_build.site / name
        manifest = json.loads(file.read_text("utf-8"))
        # Without an `id` the app is identified by its start_url, which is unique on the host.
        assert "id" not in manifest
        ids.add((file.parent / manifest["start_url"]).resolve())
        assert (file.parent / manifest["scope"]).resolve() == real_build.site.resolve()
        assert (file.parent / manifest["start_url"]).is_file()
        for icon in manifest["icons"]:
            picture = (file.parent / icon["src"]).read_bytes()
            width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
            assert f"{width}x{height}" == icon["sizes"]
        tokens = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text("utf-8")
        assert f"--sea-0: {manifest['theme_color']};" in tokens
        assert f"--paper-1: {manifest['background_color']};" in tokens
    assert len(ids) == 2


def test_the_policy_stands_before_everything_and_allows_what_is_there_alone(real_build):
    for path in real_build.site.rglob("*.html"):
        html = path.read_text("utf-8")
        policy = found(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy == policy_of(inline_scripts(html))
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        start = html.index("http-equiv")
        assert not re.search(r"<(script|link|style|img)\b", html[:start])
        assert '<meta name="referrer" content="no-referrer">' in html
        assert not re.search(r"<[^>]+\s(on\w+|style)=", html), path


def test_hosts_send_the_policy_of_every_page(real_build):
    headers = (real_build.site / "_headers").read_text("utf-8")
    sent = first_match(r"^ {2}Content-Security-Policy: (.*)$", headers, re.MULTILINE)[1]
    assert "frame-ancestors 'none'" in sent
    for path in real_build.site.rglob("*.html"):
        for word in policy_of(inline_scripts(path.read_text("utf-8"))).split():
            assert word.rstrip(";") in sent
    assert max(map(len, headers.splitlines())) < 2000, "some hosts read no longer lines"
    for name in (
        "Referrer-Policy: no-referrer",
        "nosniff",
        "Permissions-Policy",
        "Strict-Transport",
    ):
        assert name in headers


def test_a_link_to_another_site_hands_nothing_over(pages):
    for path, html in pages.items():
        for link in re.findall(r'<a\b[^>]*href="https?:[^>]*>', html):
            assert "noreferrer" in link, (path, link)


def test_what_nobody_asks_for_is_not_published(real_build):
    names = {path.relative_to(real_build.site).as_posix() for path in real_build.site.rglob("*")}
    assert not [name for name in names if name.endswith(".map") or "lunr" in name]
    assert not [name for name in names if name.startswith("assets/javascripts/workers")]
    assert "assets/first-page.png" not in names
    styles = [name for name in names if name.endswith(".css") and "/paper/" not in name]
    assert len(styles) == 1, "beside those that a sheet of paper loads for itself"


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_page_of_a_wrong_address_speaks_every_language_its_own_first(real_build, language):
    html = (real_build.site / language / "404.html").read_text("utf-8")
    sections = re.findall(r'<section class="not-found"[^>]* data-folder="([^"]+)"', html)
    folders = [f"/{folder}" for folder in FOLDERS.values()]
    assert sections == [f"/{language}", *(each for each in folders if each != f"/{language}")]
    assert f'<section class="not-found" lang="{language.rstrip("/") or "ja"}"' in html
    assert html.count("<h1") == 1


def test_addresses_follow_the_host(site_below_a_path):
    for path in site_below_a_path.rglob("*"):
        if path.suffix in (".html", ".xml", ".js", ".webmanifest", ".json"):
            assert "one-click-fraud.example" not in path.read_text("utf-8"), path
    page = (site_below_a_path / "en/police.html").read_text("utf-8")
    assert '<link rel="canonical" href="http://127.0.0.1/a-guide/en/police.html">' in page
    assert 'content="http://127.0.0.1/a-guide/assets/card.en.png"' in page
    wrong = (site_below_a_path / "404.html").read_text("utf-8")
    assert 'href="/a-guide/assets/stylesheets/site.' in wrong
    assert 'data-folder="/a-guide/en/"' in wrong
    assert 'href=\\"/a-guide/en/index.html\\"' in (site_below_a_path / "sw.js").read_text("utf-8")
