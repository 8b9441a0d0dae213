"""The offline ZIP, made from sample files."""

import io
import zipfile
from datetime import date

import pytest

from knowledge.publish.offline_zip import build_zip, page_in_copy, published_page
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import TINY
from support.publishing import context_of

PAGE = (
    '<html lang="en"><head><link rel="canonical" href="https://a.example/b/en/x.html">'
    "<!--published--><link rel=manifest><!--/published--></head><body><!--copy-notice--><p>x</p>"
    "<!--published-->ZIP, <!--size:offline.zip--><!--/published--></body></html>"
)


@pytest.fixture(scope="module")
def site():
    return site_of(read_folder(TINY), date(2026, 11, 24), None)


@pytest.fixture(scope="module")
def context(site):
    return context_of(site, "https://a.example/b c/")


def test_a_published_page_offers_the_copy():
    html = published_page(PAGE, {"offline.zip": "1.2 MB"})
    assert "<link rel=manifest>" in html
    assert "ZIP, 1.2 MB" in html
    assert "<!--" not in html


def test_a_page_of_the_copy_says_so_and_offers_nothing(context):
    html = page_in_copy("en/x.html", PAGE, context)
    assert "ZIP" not in html
    assert "manifest" not in html
    assert "<!--" not in html
    assert "offline copy of November 24, 2026" in html
    assert '<a href="https://a.example/b/en/x.html" rel="noreferrer">' in html


def test_a_page_without_a_place_for_the_notice_stays_as_it_is(context):
    assert page_in_copy("en/x.html", "<p>moved</p>", context) == "<p>moved</p>"


def test_the_copy_is_one_folder_without_host_files(context):
    files = {
        "index.html": PAGE.encode(),
        "en/404.html": b"x",
        "app.webmanifest": b"x",
        "sw.js": b"x",
        "assets/card.en.png": b"x",
        "assets/a.svg": b"<svg/>",
        "assets/images/icon-512.png": b"x",
        "search/ja.json": b"x",
        "search/index/ja.0123456789.js": b"x",
    }
    pages = {"index.html": files["index.html"]}
    content = build_zip(files, pages, context)
    assert content == build_zip(dict(reversed(files.items())), pages, context)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [
            "offline-2026-11-24/English.html",
            "offline-2026-11-24/pages/assets/a.svg",
            "offline-2026-11-24/pages/index.html",
            "offline-2026-11-24/日本語.html",
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 24, 0, 0, 0)}
        start = archive.read("offline-2026-11-24/English.html").decode()
    assert "url=pages/en/index.html" in start
    assert "Content-Security-Policy" in start
