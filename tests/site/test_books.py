"""The EPUB of each language of the tiny site: what is in it, and where it is offered."""

import re
import zipfile

import pytest

from support.books import XHTML, read_book

BOOKS = ("guide.ja.epub", "guide.en.epub")


@pytest.mark.parametrize("name", BOOKS)
def test_every_link_leads_somewhere_and_nothing_runs_or_loads(tiny_build, name):
    book = read_book(tiny_build.site / name)
    assert book.dead_links() == []
    assert len(book.pages) == 5
    for text in book.texts.values():
        names = {element.tag.removeprefix(XHTML) for element in text.iter()}
        assert not names & {"script", "form", "button", "input", "details", "iframe"}
        assert not [each for element in text.iter() for each in element.attrib if each[:2] == "on"]
        assert {each.get("src") for each in text.iter(f"{XHTML}img")} <= {"picture-01.png"}


def test_pictures_cards_drawings_and_headings_are_in_it(tiny_build):
    book = read_book(tiny_build.site / "guide.en.epub")
    pages = {path: book.files[f"book/{path}"].decode() for path in book.pages}
    whole = "".join(pages.values())
    assert b"PNG" in book.files["book/picture-01.png"]
    assert 'href="tel:03-1234-5678"' in whole
    assert '<div class="contact-card__more"><dl' in whole
    assert "<svg " in whole
    assert 'class="headerlink"' not in whole
    assert "data-" not in whole


def test_pages_offer_the_book_of_their_language_with_its_size(tiny_build):
    for path, link, name in (
        ("index.html", "guide.ja.epub", "guide.ja.epub"),
        ("guide/borrow.html", "../guide.ja.epub", "guide.ja.epub"),
        ("en/guide/borrow.html", "../../guide.en.epub", "guide.en.epub"),
        ("en/404.html", "/guide.en.epub", "guide.en.epub"),
    ):
        html = (tiny_build.site / path).read_text("utf-8")
        # A book of a few pages is no "0.0 MB".
        size = (tiny_build.site / name).stat().st_size // 1000
        offer = re.search(r'<a href="([^"]+\.epub)" download>[^<]+</a> <span>([^<]+)</span>', html)
        assert offer
        assert offer.groups() == (link, f"EPUB, {size} kB")


def test_it_is_neither_offline_nor_cached_nor_in_the_sitemap(tiny_build):
    with zipfile.ZipFile(tiny_build.site / "offline.zip") as archive:
        assert not [name for name in archive.namelist() if name.endswith(".epub")]
        pages = [name for name in archive.namelist() if name.endswith(".html")]
        assert not [name for name in pages if b".epub" in archive.read(name)]
    for name in ("sw.js", "sitemap.xml"):
        assert ".epub" not in (tiny_build.site / name).read_text("utf-8")
