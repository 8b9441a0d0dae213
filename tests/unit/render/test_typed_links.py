"""Rendering of typed links: contacts, sources, terms."""

import re
from dataclasses import replace
from datetime import date

import pytest

from knowledge.components import components_in
from knowledge.markdown.source import read
from knowledge.render.page_context import PageContext
from knowledge.render.typed_links import appendix, resolved, with_sources
from knowledge.site.site import load
from knowledge.site.typed_links import CARD_MARK
from support.cases_site import ROOT, copy_tiny_site

COMPONENTS = components_in(ROOT / "overrides")
TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("typed") / "site", is_built=False))


def context(site, language="ja", url="guide/borrow.html"):
    return PageContext(language, language, url, site.languages, site.data, TODAY, COMPONENTS)


def test_a_contact_in_a_sentence_is_a_telephone_link(site):
    html = resolved('<p>See <a href="contact:front-desk">the desk</a>.</p>', context(site))
    link = (
        '<a class="contact-number" href="tel:03-1234-5678" data-named="03-1234-5678">the desk</a>'
    )
    assert html == f"<p>See {link}.</p>"
    html = resolved('<p>Call <a href="contact:front-desk">5678</a>.</p>', context(site))
    assert html == '<p>Call <a class="contact-number" href="tel:03-1234-5678">5678</a>.</p>'


def test_a_number_that_has_to_be_typed_leads_to_its_card(site):
    html = resolved('<p>See <a href="contact:night-desk">#9876</a>.</p>', context(site))
    assert html == (
        '<p>See <a class="contact-link" href="../contacts.html#contact-night-desk">#9876</a>.</p>'
    )


def test_a_contact_alone_in_a_paragraph_is_a_card(site):
    html = resolved(f'<p>{CARD_MARK}<a href="contact:night-desk">x</a></p>', context(site, "en"))
    text = re.sub(r"<[^>]+>", "|", html)
    for part in (
        "Night desk",
        "#9876",
        "type #9876 on your phone",
        "at night",
        "Hours||Night",
        "Cost||Free",
        "Languages||Japanese",
        "What it is for||Return a book",
        "What it cannot do||No lending",
        "Date of the text we read: undated",
    ):
        assert part in text, part
    assert "tel:" not in html


def test_only_the_first_card_of_a_contact_can_be_linked_to(site):
    card = f'<p>{CARD_MARK}<a href="contact:front-desk">x</a></p>'
    html = resolved(card + card, context(site))
    assert html.count('id="contact-front-desk"') == 1
    assert html.count('data-contact="front-desk"') == 2


def test_a_source_leads_to_the_list_on_the_same_page(site):
    html = resolved('<p><a href="source:library-rules">規則</a></p>', context(site))
    assert html == '<p><a class="source-link" href="#source-library-rules">規則</a></p>'


def test_a_term_shows_its_meaning_and_leads_to_the_glossary(site):
    link = '<a href="term:overdue">overdue</a>'
    html = resolved(f"<p>{link} {link}</p>", context(site, "en", "en/index.html"))
    assert html.count('href="glossary.html#overdue"') == 2
    assert html.count("Past the day of return.") == 2
    assert re.findall(r'aria-describedby="([^"]+)"', html) == ["term-1", "term-2"]
    assert re.findall(r'role="tooltip" id="([^"]+)"', html) == ["term-1", "term-2"]


def test_an_unknown_id_stays_as_it_is(site):
    html = '<p><a href="source:nothing">x</a></p><p><a href="contact:nobody">y</a></p>'
    assert resolved(html, context(site)) == html


def test_data_is_escaped(site):
    text = site.data.contacts["front-desk"]
    assert "&lt;" not in resolved(
        f'<p>{CARD_MARK}<a href="contact:front-desk">x</a></p>', context(site)
    )
    hostile = type(text.name)((("ja", "<script>alert(1)</script>"),))
    contacts = {"front-desk": replace(text, name=hostile)}
    data = replace(site.data, contacts=contacts)
    html = resolved(
        f'<p>{CARD_MARK}<a href="contact:front-desk">x</a></p>',
        PageContext("ja", "ja", "index.html", site.languages, data, TODAY, COMPONENTS),
    )
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_list_of_sources_is_appended_in_the_order_of_their_mention(site):
    page = read("docs/en/a.md", b"[b](source:borrowing-law) [a](source:library-rules)\n")
    shown = context(site, "en", "en/a.html")
    markdown = appendix(page, shown)
    assert markdown.startswith("\n\n## Sources {#sources}\n\n")
    text = with_sources(markdown, page, shown)
    assert re.findall(r'<li id="source-([^"]+)">', text) == ["borrowing-law", "library-rules"]
    assert "Date of the text we read: text not read (address opened on January 2, 2025)" in text
    assert "An address without a day has not been opened yet." in text
    assert "Checked in the rules." in text


def test_a_page_that_cites_nothing_gets_no_list(site):
    assert appendix(read("docs/en/a.md", b"text\n"), context(site)) == ""


def test_the_glossary_lists_every_term_in_the_order_of_the_language(site):
    page = read("docs/ja/glossary.md", "---\nlist: glossary\n---\n# 用語 {#a}\n".encode())
    japanese = appendix(page, context(site, "ja", "glossary.html"))
    assert re.findall(r'<dt id="(.+?)"><ruby>(.+?)<rp> \(</rp><rt>(.+?)</rt>', japanese) == [
        ("overdue", "延滞", "えんたい"),
        ("library-card", "貸出", "かしだし"),
    ]
    assert "</rt><rp>)</rp></ruby>カード</dt>" in japanese
    assert re.findall(r"^## (.) ", japanese, re.MULTILINE) == ["あ", "か"]
    english = appendix(page, context(site, "en", "en/glossary.html"))
    assert re.findall(r"^## (.) ", english, re.MULTILINE) == ["L", "O"]
    assert '<dt>Japanese</dt><dd lang="ja"><ruby>延滞<rp> (</rp><rt>えんたい</rt>' in english
