"""Printed pages: text, link targets and sources, in black, without buttons."""

import io
import re
import unicodedata

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from this_site.pages import PAGES


def latin(text):
    """Strip what PDF text extraction alters: ligatures, spaces, Japanese letters."""
    return re.sub(r"[^!-~]", "", unicodedata.normalize("NFKC", text))


def sheets_of(page):
    return PdfReader(io.BytesIO(page.pdf(format="A4"))).pages


@pytest.mark.parametrize("name", ["police", "en/lawsuits", "start/paid", "en/contacts"])
def test_addresses_and_sources_are_on_paper(visit, name):
    page = visit().open(name)
    text = latin("".join(sheet.extract_text() for sheet in sheets_of(page)))
    links = page.locator("main a[href^=http]").evaluate_all(
        "(all) => all.map((e) => e.getAttribute('href'))"
    )
    assert links
    for link in links:
        assert latin(link) in text, link
    assert f"https://one-click-fraud.example/{name}.html" in text
    assert "ZIP" not in text


def test_only_the_page_with_the_form_is_printed_without_the_rest(site):
    """Of a page with a form to fill in, paper shows nothing else."""
    shown = {name: (site / f"{name}.html").read_text("utf-8") for name in PAGES}
    pages = {name for name, html in shown.items() if 'class="printout"' in html}
    pages = {name for name in pages if "contributing/" not in name}
    assert pages == {"evidence", "en/evidence", "ja-Hira/evidence"}


def test_the_number_of_a_contact_that_is_named_is_on_paper(visit):
    page = visit().open("start/gave-bank-login")
    named = page.locator("main a[data-named]").evaluate_all(
        "(all) => all.map((e) => e.dataset.named)"
    )
    assert named
    text = latin("".join(sheet.extract_text() for sheet in sheets_of(page)))
    assert [number for number in named if latin(f"({number})") not in text] == []


def test_the_right_border_of_the_form_is_inside_the_sheet(visit):
    page = visit().open("evidence")
    page.emulate_media(media="print")
    right = "document.querySelector('{}').getBoundingClientRect().right"
    ends = [page.evaluate(right.format(part)) for part in (".printout table", "article")]
    assert ends[0] <= ends[1] - 1


@pytest.mark.parametrize("name", ["evidence", "en/evidence"])
def test_the_form_is_one_sheet(visit, name):
    assert len(sheets_of(visit().open(name))) == 1


@pytest.mark.parametrize("name", ["evidence", "en/start/paid"])
def test_the_code_on_paper_leads_back_to_the_page(visit, site_below_a_path, name):
    page = visit().page
    page.goto((site_below_a_path / f"{name}.html").as_uri())
    code = page.locator(".page-address svg")
    assert not code.is_visible()
    assert len(sheets_of(page)) == 1 or "evidence" not in name
    page.emulate_media(media="print")
    picture = Image.open(io.BytesIO(code.screenshot()))
    read = [each.text for each in zxingcpp.read_barcodes(picture)]
    assert read == [f"http://127.0.0.1/a-guide/{name}.html"]


def test_without_an_address_there_is_no_code(visit):
    assert visit().open("index").locator(".page-address svg").count() == 0
