"""The EPUB of each language, made from sample pages of the tiny site."""

import io
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import material
import pytest

from knowledge.publish.bundles import book_style, style_sheet
from knowledge.publish.epub import book_of, books, page_paths
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import ROOT, TINY
from support.publishing import FOLDERS, context_of

PAGES = ("index", "guide/borrow", "case", "contacts", "glossary")
HELP = '<details class="help-lines"><summary>x</summary></details>'


@pytest.fixture(scope="module")
def site():
    return site_of(read_folder(TINY), date(2026, 11, 24), None)


def files_with(body, **others):
    """Pages with a heading, and one of them with a body; `others` by path."""
    pages = {
        f"{folder}{name}.html": f'<article><h1 id="top">{name}</h1>{HELP}</article>'
        for folder in FOLDERS.values()
        for name in PAGES
    }
    pages["en/guide/borrow.html"] = f'<article><h1 id="top">Borrow</h1>{body}</article>'
    return {path: text.encode() for path, text in pages.items()}


def copy_for(site, site_url="https://a.example/b/"):
    return context_of(site, site_url, book_style=book_style(ROOT / "overrides"))


def english(site, body="", pictures=(), **values):
    """Content of the English book by path."""
    pages = files_with(body)
    files = pages | dict(pictures)
    content = dict(books(pages, files, copy_for(site, **values)))["guide.en.epub"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def test_each_language_has_a_book_of_the_same_bytes(site):
    pages = files_with("")
    found = dict(books(pages, pages, copy_for(site)))
    assert list(found) == ["guide.ja.epub", "guide.en.epub"]
    assert found == dict(books(dict(reversed(pages.items())), pages, copy_for(site)))
    with zipfile.ZipFile(io.BytesIO(found["guide.ja.epub"])) as archive:
        first, *others = archive.infolist()
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {each.compress_type for each in others} == {zipfile.ZIP_DEFLATED}
    assert {each.date_time for each in (first, *others)} == {(2026, 11, 24, 0, 0, 0)}


def test_every_file_is_xml_that_the_package_lists(site):
    book = english(site)
    listed = set()
    for path, text in book.items():
        if path not in ("mimetype", "book/book.css"):
            ElementTree.fromstring(text)
    package = ElementTree.fromstring(book["book/package.opf"])
    for item in package.iter("{http://www.idpf.org/2007/opf}item"):
        listed.add(f"book/{item.get('href')}")
    assert listed == set(book) - {"mimetype", "META-INF/container.xml", "book/package.opf"}


def test_the_package_names_title_language_day_and_what_helps_readers(site):
    package = english(site)["book/package.opf"]
    for text in (
        "<dc:title>Library guide</dc:title>",
        "<dc:language>en</dc:language>",
        '<meta property="dcterms:modified">2026-11-24T00:00:00Z</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
        '<spine page-progression-direction="ltr">',
    ):
        assert text in package
    other = english(site, site_url="https://c.example/")["book/package.opf"]
    identifier = package.partition("urn:uuid:")[2][:36]
    assert identifier != other.partition("urn:uuid:")[2][:36]


def test_the_first_page_has_the_day_and_the_address(site):
    first = english(site)["book/first.xhtml"]
    assert "A copy of November 24, 2026." in first
    assert '<a href="https://a.example/b/en/">' in first
    assert "<a" not in english(site, site_url="")["book/first.xhtml"]


def test_the_contents_have_the_labels_of_the_navigation_in_order(site):
    contents = ElementTree.fromstring(english(site)["book/contents.xhtml"])
    links = list(contents.iter("{http://www.w3.org/1999/xhtml}a"))
    assert [(each.text, each.get("href")) for each in links[:6]] == [
        ("Library guide", "first.xhtml"),
        ("Start here", "page-01.xhtml"),
        ("Borrowing", "page-02.xhtml"),
        ("Scratch page", "page-03.xhtml"),
        ("Whom to ask", "page-04.xhtml"),
        ("Glossary", "page-05.xhtml"),
    ]


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("#top", "#top"),
        ("borrow.html#top", "#top"),
        ("../glossary.html", "page-05.xhtml"),
        ("../glossary.html#top", "page-05.xhtml#top"),
        ("../glossary.html#gone", "page-05.xhtml"),
        ("../../index.html#top", "https://a.example/b/index.html#top"),
        ("../contributing/a.html", "https://a.example/b/en/contributing/a.html"),
        ("tel:03-1234-5678", "tel:03-1234-5678"),
        ("https://b.example/x", "https://b.example/x"),
    ],
)
def test_a_link_leads_into_the_book_or_to_the_site(site, address, written):
    book = english(site, f'<p><a href="{address}">x</a></p>')
    assert f'<a href="{written}">x</a>' in book["book/page-02.xhtml"]


def test_without_a_site_a_link_out_of_the_book_is_text(site):
    book = english(site, '<p><a href="../../index.html">x</a></p>', site_url="")
    assert "<a>x</a>" in book["book/page-02.xhtml"]


def test_a_picture_of_the_site_is_in_it_once(site):
    body = '<p><img src="../../a.png" alt="A"><img src="../../a.png" alt="B"><img src="x.png"></p>'
    book = english(site, body, pictures={"a.png": b"png"})
    assert book["book/picture-01.png"] == "png"
    assert '<img alt="A" src="picture-01.png" />' in book["book/page-02.xhtml"]
    assert "x.png" not in book["book/page-02.xhtml"]
    assert 'href="picture-01.png" media-type="image/png"' in book["book/package.opf"]


def test_what_every_page_repeats_is_in_two_of_them(site):
    book = english(site)
    assert [path for path, text in book.items() if "help-lines" in text] == [
        "book/page-01.xhtml",
        "book/page-04.xhtml",
    ]


def test_a_language_without_pages_is_offered_the_book_of_another_one(site):
    assert page_paths(site, "en") == tuple(f"{name}.md" for name in PAGES)
    assert page_paths(site, "ko") == ()
    assert book_of(site, "en", FOLDERS) == "guide.en.epub"
    assert book_of(site, "ko", FOLDERS) == "guide.ja.epub"
    assert book_of(site, "ko", {"en": ""}) == ""


def test_the_style_of_a_book_has_values_and_is_not_in_the_bundle():
    style = book_style(ROOT / "overrides")
    assert "var(" not in style
    assert "@" not in style
    assert ".drawing .accent { fill: #" in style
    assert (
        ".align-right"
        not in style_sheet([ROOT / "overrides", Path(material.__file__).parent / "templates"])[1]
    )
