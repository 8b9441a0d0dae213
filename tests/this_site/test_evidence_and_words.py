"""The evidence form prints on one page and stores nothing; phrases can be copied."""

import unicodedata

import pytest

from support.visit import open_all
from this_site.pages import FOLDERS, interface_text

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect
PdfReader = pytest.importorskip("pypdf", reason="pypdf is not installed").PdfReader

A4 = (595, 842)  # points
LANGUAGES = ["", "en/"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_filled", [False, True])
def test_it_prints_to_exactly_one_a4_page(visit, language, is_filled, tmp_path):
    page = visit().open(f"{language}evidence")
    if is_filled:
        for field in page.locator(".printout textarea").all():
            field.fill("サイトのアドレス https://example.jp/movie/12345 を見ました。")
    path = tmp_path / "evidence.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    pages = PdfReader(path).pages
    assert len(pages) == 1
    assert (round(pages[0].mediabox.width), round(pages[0].mediabox.height)) == A4
    # PDF text extraction returns some characters as look-alike radicals.
    text = unicodedata.normalize("NFKC", pages[0].extract_text())
    assert "日時" in text
    assert ("example.jp" in text) is is_filled


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_it_prints_with_empty_cells(visit, language, tmp_path):
    page = visit(java_script_enabled=False).open(f"{language}evidence")
    assert page.locator(".printout textarea").count() == 0
    path = tmp_path / "evidence.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    assert len(PdfReader(path).pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_typed_is_stored_or_sent(visit, language):
    started = visit()
    page = started.open(f"{language}evidence")
    page.wait_for_timeout(200)
    before = (len(started.requests), stored(page))
    fields = page.locator(".printout textarea")
    assert fields.count() >= 10
    for field in fields.all():
        field.fill("a secret")
    page.wait_for_timeout(300)
    assert (len(started.requests), stored(page)) == before
    page.reload()
    assert [field.input_value() for field in fields.all()] == [""] * fields.count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name(visit, language):
    page = visit().open(f"{language}evidence")
    for field in page.locator(".printout textarea").all():
        assert field.get_attribute("aria-label")


def stored(page):
    return page.evaluate(
        "[document.cookie, {...localStorage}, {...sessionStorage}].map(x => JSON.stringify(x))"
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_words_of_a_card_can_be_copied(visit, language):
    started = visit(permissions=["clipboard-read", "clipboard-write"])
    page = started.open(f"{FOLDERS[language]}what-to-say")
    open_all(page)
    card = page.locator(".admonition.say").first
    words = card.locator(".say-words").first.inner_text()
    card.locator("button").click()
    expect(card.locator("button")).to_have_text(interface_text("say-copied", language))
    assert words in page.evaluate("navigator.clipboard.readText()")


def test_words_that_the_browser_does_not_copy_are_selected_and_it_is_said(visit):
    page = visit(is_alone=True).open("what-to-say")
    open_all(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    card = page.locator(".admonition.say").first
    card.locator("button").click()
    expect(card.locator("button")).to_have_text(interface_text("say-failed", "ja"))
    words = card.locator(".say-words").first.inner_text()
    assert page.evaluate("getSelection().toString().trim()") == words


def test_without_javascript_the_words_are_there(visit):
    page = visit(java_script_enabled=False).open("what-to-say")
    page.locator("summary:has(h2)").first.click()
    assert page.locator(".say-words").first.is_visible()
    assert page.locator(".admonition.say button").count() == 0
