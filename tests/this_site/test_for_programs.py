"""What only programs read: feeds, contacts as JSON, Markdown copies; and where it must not be."""

import json
import re
import zipfile
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from knowledge.site.published_names import is_for_programs
from support.cases_site import ROOT
from this_site.pages import FOLDERS, LANGUAGES, SHOWN

SITE_URL = "https://one-click-fraud.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
TYPED = re.compile(r"\]\((?:contact|source|term|drawing):")
MAX_TOTAL_BYTES = 2_500_000
"""In bytes, uncompressed: what a host has to keep beside the pages."""


@pytest.fixture(scope="module")
def paths(site):
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(filter(is_for_programs, found))


def test_every_page_with_a_source_has_its_copy(site, paths):
    copies = {path for path in paths if path.endswith(".md")}
    sources = (path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md"))
    assert copies == {path.as_posix().removeprefix("ja/") for path in sources}
    assert all((site / path).with_suffix(".html").is_file() for path in copies)


def test_no_copy_has_what_only_the_build_understands(site, paths):
    copies = [path for path in paths if path.endswith(".md") and "contributing" not in path]
    for path in copies:
        text = (site / path).read_text("utf-8")
        assert not TYPED.search(text)
        assert not re.search(r"\{[:#.]|^!!! |^<div|^changes:", text, re.MULTILINE)
        assert text.startswith('---\ntitle: "')


def test_links_between_copies_lead_somewhere(site, paths):
    copies = [path for path in paths if path.endswith(".md") and "contributing" not in path]
    for path in copies:
        for target in re.findall(r"\]\(([^)#:\s]+\.md)", (site / path).read_text("utf-8")):
            copy = (site / path).parent / target
            assert copy.is_file(), (path, target)


def test_they_are_not_offline_nor_in_the_sitemap_nor_found(site, paths):
    with zipfile.ZipFile(site / "offline.zip") as archive:
        kept = {name.partition("/pages/")[2] for name in archive.namelist()}
        page = next(name for name in archive.namelist() if name.endswith("/pages/index.html"))
        assert "application/atom+xml" not in archive.read(page).decode()
    assert not kept & set(paths)
    worker, sitemap = ((site / name).read_text("utf-8") for name in ("sw.js", "sitemap.xml"))
    index = "".join(p.read_text("utf-8") for p in (site / "search").rglob("*.json"))
    for path in paths:
        assert f'"{path}"' not in worker
        assert f"{SITE_URL}{path}<" not in sitemap
        assert f'"{path}"' not in index


def test_their_size(site, paths):
    assert sum((site / path).stat().st_size for path in paths) <= MAX_TOTAL_BYTES


@pytest.mark.parametrize("language", SHOWN)
def test_pages_name_the_feed_of_their_language_and_it_names_pages(site, language):
    folder = FOLDERS[language]
    page = (site / folder / "start/paid.html").read_text("utf-8")
    assert re.search(
        r'<link rel="alternate" type="application/atom\+xml" [^>]*="../feed.xml">', page
    )
    feed = ElementTree.parse(site / folder / "feed.xml").getroot()
    links = [link.get("href", "") for link in feed.iter(f"{ATOM}link")]
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) >= (10 if language in LANGUAGES.complete else 1)
    for link in links:
        path = urlsplit(link).path.removeprefix("/")
        assert link.startswith(SITE_URL)
        assert (site / path / ("index.html" if not path or path[-1] == "/" else "")).is_file()


def test_the_page_of_changes_has_every_entry_below_its_day(site):
    html = (site / "en/changes.html").read_text("utf-8")
    feed = ElementTree.parse(site / "en/feed.xml").getroot()
    for entry in feed.findall(f"{ATOM}entry"):
        day = entry.findtext(f"{ATOM}updated", "").partition("T")[0]
        below = html.partition(f'id="day-{day}"')[2].partition("<h2")[0]
        assert entry.findtext(f"{ATOM}title", "?").replace("'", "&#39;") in below


def test_every_number_of_the_contacts_can_be_dialled_as_their_cards_say(site):
    found = json.loads((site / "contacts.en.json").read_text("utf-8"))
    html = (site / "en/contacts.html").read_text("utf-8")
    assert found["license"]["name"] == "CC BY 4.0"
    for contact in found["contacts"]:
        assert f'id="{contact["url"].partition("#")[2]}"' in html
        for number in contact.get("numbers", ()):
            assert ("tel" in number) == (number["dial"] == "link")
            assert "tel" not in number or f'href="{number["tel"]}"' in html


def test_the_card_to_copy_is_plain_html(site):
    html = (site / "en/reuse.html").read_text("utf-8")
    code = re.search(r'<pre class="reuse-code"><code>(.*?)</code>', html, re.DOTALL)
    assert code
    assert "tel:188" in code[1]
    assert not re.search(r"class=|style=|&lt;script", code[1])
    assert f"{SITE_URL}en/contacts.html#contact-hotline-188" in code[1]
