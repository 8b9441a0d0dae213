"""The EPUB of each language: its pages in order, its numbers, its names and its size."""

import posixpath
from urllib.parse import urlsplit

import pytest

from support.books import DC, OPF, XHTML, read_book
from this_site.pages import FOLDERS, LANGUAGES, loaded_site, names_in

SUBJECT = ("詐欺", "さぎ", "ワンクリック", "fraud", "scam", "one-click")
"""What the owner of a phone may not want others to read there."""
SVG = "{http://www.w3.org/2000/svg}svg"
MAX_BYTES = 400_000
"""In bytes."""


@pytest.fixture(scope="module")
def content():
    return loaded_site()


@pytest.fixture(scope="module", params=LANGUAGES.codes)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def book(site, language):
    return read_book(site / f"guide.{language}.epub")


def test_every_page_for_readers_is_in_it_in_the_order_of_the_navigation(book, content, language):
    own = [name for name in names_in(language) if not name.startswith("contributing/")]
    order = [entry.page_path.removesuffix(".md") for entry in content.navigation.entries]
    expected = [
        content.sources[f"docs/{language}/{name}.md"].headings[0].id
        for name in order
        if name in own
    ]
    headings = [next(text.iter(f"{XHTML}h1")).get("id") for text in book.pages.values()]
    assert headings == expected
    assert len(headings) == len(own)
    contents = book.texts["contents.xhtml"]
    listed = [link.get("href") for link in contents.iter(f"{XHTML}a")]
    assert listed[: len(own) + 1] == ["first.xhtml", *book.pages]


def test_every_link_leads_somewhere_and_no_id_stands_twice(book):
    assert book.dead_links() == []
    for name, text in book.pages.items():
        ids = [element.get("id") for element in text.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name


def test_links_out_of_it_lead_to_pages_that_are_published(book, site):
    for path, address in book.links():
        parts = urlsplit(address)
        if parts.hostname == "one-click-fraud.example":
            file = parts.path.removeprefix("/")
            file += "index.html" if file.endswith("/") or not file else ""
            assert (site / file).is_file(), (path, address)
        assert parts.scheme in ("", "https", "http", "tel"), address


def test_nothing_in_it_runs_or_is_loaded_from_elsewhere(book):
    for text in book.texts.values():
        names = {element.tag.rpartition("}")[2] for element in text.iter()}
        assert not names & {"script", "form", "button", "input", "img", "iframe", "details"}
        assert [each.get("href") for each in text.iter(f"{XHTML}link")] == ["book.css"]
    style = book.files["book/book.css"].decode()
    assert "url(" not in style
    assert "@import" not in style
    assert {posixpath.splitext(path)[1] for path in book.files} == {
        *("", ".xml", ".opf", ".xhtml", ".css")
    }


def test_numbers_are_links_to_numbers_of_the_contacts(book, content):
    known = {
        f"tel:{number.text}" for each in content.data.contacts.values() for number in each.numbers
    }
    dialled = {address for _, address in book.links() if address.startswith("tel:")}
    assert dialled <= known
    assert "tel:188" in dialled
    for text in book.pages.values():
        for card in text.iter(f"{XHTML}div"):
            if card.get("class") == "contact-card":
                contact = content.data.contacts[str(card.get("id")).removeprefix("contact-")]
                links = [link.get("href") for link in card.iter(f"{XHTML}a")]
                assert [link for link in links if str(link).startswith("tel:")] == [
                    f"tel:{number.text}" for number in contact.numbers if not number.is_typed
                ]


def test_its_names_and_its_metadata_name_nothing_that_shames(book, content, language):
    metadata = book.package.find(f"{OPF}metadata")
    assert book.package.findtext(f".//{DC}title") == content.data.settings.names.title.text(
        LANGUAGES.order(language)
    )
    names = [*book.files, f"guide.{language}.epub"]
    texts = [each.text or "" for each in metadata]
    for word in SUBJECT:
        assert not [text for text in (*names, *texts) if word in text.lower()]


def test_it_says_its_language_its_day_and_its_licence(book, language):
    tag = LANGUAGES.tag(language)
    assert book.package.findtext(f".//{DC}language") == tag
    assert book.package.findtext(f".//{DC}date") == "2026-11-24"
    assert book.package.findtext(f".//{DC}rights") == "CC BY 4.0"
    first = book.files["book/first.xhtml"].decode()
    assert f'lang="{tag}" xml:lang="{tag}"' in first
    assert f'href="https://one-click-fraud.example/{FOLDERS[language]}"' in first


def test_pages_in_easy_japanese_have_readings_and_drawings_have_names(site):
    for code in (each for each in LANGUAGES.codes if LANGUAGES[each].has_furigana):
        book = read_book(site / f"guide.{code}.epub")
        assert all(
            next(text.iter(f"{XHTML}ruby"), None) is not None for text in book.pages.values()
        )
    japanese = read_book(site / "guide.ja.epub")
    drawings = [each for text in japanese.pages.values() for each in text.iter(SVG)]
    assert len(drawings) >= 10
    assert all(each.get("viewBox") and each.get("aria-labelledby") for each in drawings)


def test_its_size(site, language):
    assert (site / f"guide.{language}.epub").stat().st_size <= MAX_BYTES
