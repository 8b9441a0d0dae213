"""The offline ZIP: its files, the notice on its pages, and reproducible bytes."""

import os
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime

import pytest

from knowledge.publish.dead_links import dead_links
from knowledge.site.published_names import is_book, is_for_programs
from support.cases_site import ROOT, copy_real_site, git
from support.regex import first_match
from support.site_builder import BLOCKED, build
from this_site.pages import (
    FOLDERS,
    LANGUAGES,
    PARTIAL,
    is_redirect,
    names_in,
    pages_of_complete_languages,
)

MAX_BYTES_A_PAGE, MAX_SHEET_BYTES = 21_000, 300_000
"""Limits of the copy without the PDF files of the sheets, search included, and of these together:
2.1 MB for a hundred pages. Whoever adds a page adds its share."""
URL = "https://one-click-fraud.example/"
FOLDER = "offline-2026-11-24"


@pytest.fixture(scope="module")
def copy(real_build):
    """Files of the ZIP by path within its folder."""
    with zipfile.ZipFile(real_build.site / "offline.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == sorted(names)
        assert {name.partition("/")[0] for name in names} == {FOLDER}
        return {name.removeprefix(f"{FOLDER}/"): archive.read(name) for name in names}


def test_one_folder_with_a_file_to_open_in_each_language(copy):
    assert {name for name in copy if "/" not in name} == {
        f"{LANGUAGES[code].name}.html" for code in LANGUAGES.codes
    }
    japanese, english = copy["日本語.html"].decode(), copy["English.html"].decode()
    assert 'content="0; url=pages/index.html"' in japanese
    assert "展開（解凍）" in japanese
    assert 'content="0; url=pages/en/index.html"' in english
    assert '<html lang="en">' in english


def test_it_holds_the_site_without_what_only_hosts_need(copy, real_build):
    site = {
        p.relative_to(real_build.site).as_posix() for p in real_build.site.rglob("*") if p.is_file()
    }
    missing = {name for name in site if f"pages/{name}" not in copy and not is_elsewhere(name)}
    missing -= {name for name in missing if name.endswith(".pdf")}  # too many for the copy
    icons = ("apple-touch-icon.png", "icon-192.png", "icon-512.png", "icon-maskable-512.png")
    assert missing == {
        *("offline.zip", "sw.js", "_headers", "sitemap.xml", "sitemap.xml.gz"),
        *(f"{folder}app.webmanifest" for folder in FOLDERS.values()),
        *(f"{folder}404.html" for folder in FOLDERS.values()),
        *(name for name in site if name.startswith("assets/card.")),
        *filter(is_for_programs, site),
        *filter(is_book, site),
        *(f"search/{code}.json" for code in FOLDERS),
        *(name for name in site if name.startswith("search/index/")),
        *(f"assets/images/{name}" for name in icons),
    } - {f"search/index/{name}" for name in indexes(copy)}
    assert {name for name in copy if name.startswith("pages/")} <= {f"pages/{n}" for n in site}


def is_elsewhere(name):
    """Whether a page is for contributors, or stands in for one that a language does not have."""
    folder = next(filter(name.startswith, filter(None, FOLDERS.values())), "")
    code = next(code for code in FOLDERS if FOLDERS[code] == folder)
    page = name.removeprefix(folder).removesuffix(".html")
    is_shown = page in names_in(code) or page == "404"
    return name.endswith(".html") and ("contributing/" in name or not is_shown)


def indexes(copy):
    found = (name.removeprefix("pages/search/index/") for name in copy)
    return [name for name in found if "/" not in name and name.split(".")[0] in FOLDERS]


def test_the_index_of_a_language_is_one_file(copy):
    assert sorted(name.split(".")[0] for name in indexes(copy)) == sorted(FOLDERS)


def test_every_link_leads_to_a_file_of_the_copy(copy):
    pages = {
        name.removeprefix("pages/"): content
        for name, content in copy.items()
        if name.startswith("pages/")
    }
    assert list(dead_links(pages, "/")) == []


def test_links_to_what_it_leaves_out_lead_elsewhere(copy):
    """To the published site, to the page that stood in, or from there to the language's start."""
    easy, original = copy["pages/ja-Hira/start/paid.html"], copy["pages/police.html"].decode()
    assert f'href="{URL}contributing/rules.html"'.encode() in copy["pages/about.html"]
    assert b"contributing/" not in easy  # not even in the menu
    assert b'href="../../police.html' in easy
    assert '<a href="ja-Hira/index.html" hreflang="ja">' in original
    assert '<a href="en/police.html"' in original


def test_it_is_small(real_build):
    with zipfile.ZipFile(real_build.site / "offline.zip") as archive:
        sheets = sum(i.compress_size for i in archive.infolist() if i.filename.endswith(".pdf"))
        pages = sum(name.endswith(".html") for name in archive.namelist())
    assert sheets <= MAX_SHEET_BYTES
    rest = (real_build.site / "offline.zip").stat().st_size - sheets
    remedy = (
        "The search has most of it: see KEPT in "
        "overrides/assets/javascripts/search/page_classifier_fit.js"
    )
    assert rest <= MAX_BYTES_A_PAGE * pages, remedy


def test_its_pages_say_of_which_day_they_are_and_where_the_newest_is(copy):
    words = {
        "ja": "これは2026年11月24日時点のオフライン用コピーです。",
        "en": "This is an offline copy of November 24, 2026. Numbers and rules may have changed",
    }
    for name, content in copy.items():
        is_partial = name.removeprefix("pages/").startswith(PARTIAL)
        if not name.endswith(".html") or "/" not in name or is_partial:
            continue
        html = content.decode()
        if is_redirect(html):
            continue
        language = first_match(r'<html lang="(\w+)"', html)[1]
        assert html.count(words[language]) == 1, name
        address = URL + name.removeprefix("pages/")
        assert f'<a href="{address.replace("index.html", "")}" rel="noreferrer">' in html
        links = ("offline.zip", "sw.js", "webmanifest", "data-offline=")
        for word in (*links, 'property="og:', "<!--"):
            assert word not in html, (name, word)


def test_published_pages_offer_it_with_its_day_and_its_size(real_build):
    size = (real_build.site / "offline.zip").stat().st_size / 1_000_000
    for path in pages_of_complete_languages(real_build.site):
        html = path.read_text("utf-8")
        language = first_match(r'<html lang="(\w+)"', html)[1]
        day = {"ja": "2026年11月24日", "en": "November 24, 2026"}[language]
        offer = first_match(r'<a href="([^"]+)" download>([^<]+)</a> <span>([^<]+)</span>', html)
        assert day in offer[2]
        assert offer[3] == f"ZIP, {size:.1f} MB"
        if path.name != "404.html":
            assert (path.parent / offer[1]).resolve() == real_build.site.resolve() / "offline.zip"
        assert "これは2026年11月24日の時点" not in html
        assert "<!--" not in html.partition("<article")[0]


@pytest.mark.long
def test_a_commit_builds_the_same_bytes_in_any_folder_on_any_day(real_build, tmp_path):
    """Build a clone in a new Python, with its clock two years ahead.

    The build of the other tests stands in another folder, and is told the moment. What the search
    computes is found by a hash of all that it was computed from: if that differed by a byte, it
    would be computed anew.
    """
    folder = copy_real_site(tmp_path / "another/place")
    moment = {}
    if (ROOT / ".git").exists():
        git(ROOT, "clone", "--quiet", "--no-checkout", str(ROOT), str(tmp_path / "clone"))
        (tmp_path / "clone/.git").rename(folder / ".git")
        git(folder, "reset", "--quiet")
        git(folder, "commit", "--quiet", "--allow-empty", "-m", "Nothing, dated")
        moment = {"SOURCE_DATE_EPOCH": ""}
    later = str(2 * 365 * 86400)
    built = build(folder, folder / "site", **moment, CLOCK_IS_LATER=later)
    assert built.exit_code == 0, built.output
    assert built.digests == real_build.digests
    assert "offline.zip" in built.digests
    assert "2026年11月24日" in (built.site / "index.html").read_text("utf-8")


def test_the_clock_of_that_test_is_really_later():
    command = [
        sys.executable,
        "-c",
        "import time, datetime; print(time.time(), datetime.date.today())",
    ]
    environment = os.environ | {"PYTHONPATH": str(BLOCKED), "CLOCK_IS_LATER": "63072000"}
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    seconds, day = output.stdout.split()
    assert float(seconds) - time.time() > 63_000_000
    assert int(day[:4]) - datetime.now(UTC).year in (1, 2)
