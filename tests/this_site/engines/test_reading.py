"""What readers do with a page, in every engine: switch, copy, look up, print, and read offline."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from support.host import Host
from support.visit import PHONE, SEARCH_INPUT
from this_site.engines.test_search import IS_AT, search
from this_site.pages import LANGUAGES

TOOLTIP = """() => [...document.querySelectorAll("[role=tooltip]")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true })).length"""
GAP = """() => {
  const meaning = [...document.querySelectorAll("[role=tooltip]")].find((e) => e.checkVisibility());
  const word = meaning.closest("[data-term]").querySelector("a").getClientRects();
  return meaning.getBoundingClientRect().top - word[word.length - 1].bottom;
}"""
MAX_GAP = 12
"""Pixels between a term and its meaning: much less than a line."""
COVERED = """() => {
  const lines = [...Array(innerHeight).keys()].map((y) => document.elementFromPoint(9, y));
  return lines.filter((part) => part?.closest("header, .page-foot")).length / innerHeight;
}"""
"""Share of the screen that stays where it is while a page is scrolled."""
SWITCH = ".site-header__languages a[hreflang={}]"
IS_KEPT = """async (urls) => Boolean(navigator.serviceWorker?.controller)
  && (await Promise.all(urls.map((url) => caches.match(url)))).every(Boolean)"""


def switch_language(engine, language):
    engine.tap(".site-header__languages summary")
    engine.tap(SWITCH.format(language))


def test_the_language_switch_keeps_the_passage(engine, host):
    page = "lawsuits.html#service-by-publication"
    engine.open(f"{host.root}{page}")
    for language, end in (("en", f"/en/{page}"), ("ja", f"/{page}")):
        switch_language(engine, language)
        engine.until("([language, end]) => document.documentElement.lang === language"
                     " && location.href.endsWith(end)", [language, end])  # fmt: skip
        engine.until(
            "document.getElementById(location.hash.slice(1)).getBoundingClientRect().top < 200"
        )


def test_the_language_switch_opens_nothing_that_was_closed(visit):
    page = visit(viewport=PHONE).open("police")
    closed = page.locator("article details:not([open]) > summary :is(h2, h3)[id]").first
    closed.evaluate("(heading) => scrollTo(0, heading.getBoundingClientRect().top - 50)")
    page.wait_for_timeout(200)
    page.evaluate("document.querySelector('.site-header__languages').click()")
    link = page.locator(SWITCH.format("en"))
    assert not link.get_attribute("href").endswith(f"#{closed.get_attribute('id')}")


def test_a_phrase_is_copied_and_can_be_pasted(engine, host):
    engine.open(f"{host.root}what-to-say.html")
    engine.evaluate(
        "void document.querySelectorAll('article details').forEach((e) => { e.open = true; })"
    )
    card = ".admonition.say"
    words = engine.evaluate(f"document.querySelector('{card} .say-words').innerText")
    label = engine.evaluate(f"document.querySelector('{card} .say__copy').textContent")
    engine.click(".say__copy")
    engine.until("(was) => document.querySelector('.say__copy').textContent !== was", label)
    engine.click("[data-search-open]")
    engine.until(f"document.activeElement.matches('{SEARCH_INPUT}')")
    engine.press("Control+v")
    typed = engine.until(f"document.querySelector('{SEARCH_INPUT}').value")
    assert re.sub(r"\s", "", typed).startswith(re.sub(r"\s", "", words))


def test_the_first_tap_on_a_term_shows_its_meaning_and_the_second_leads_to_it(engine, host):
    engine.open(f"{host.root}lawsuits.html")
    term = "article [data-term] a"
    engine.tap(term)
    engine.until(TOOLTIP)
    assert engine.evaluate(TOOLTIP) == 1
    assert 0 <= engine.evaluate(GAP) < MAX_GAP
    assert engine.evaluate("location.pathname") == "/lawsuits.html"
    engine.tap("h1")
    engine.until(f"({TOOLTIP})() === 0")
    engine.tap(term)
    engine.until(TOOLTIP)
    engine.tap(term)
    engine.until("location.pathname.endsWith('/glossary.html') && location.hash.length > 1")


def printed(engine):
    sheets = PdfReader(io.BytesIO(engine.pdf())).pages
    text = unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in sheets))
    return len(sheets), re.sub(r"\s", "", text)


def test_a_page_is_printed_with_its_sources_and_without_what_is_pressed(engine, host):
    engine.open(f"{host.root}police.html")
    _, text = printed(engine)
    assert "https://one-click-fraud.example/police.html" in text
    assert "ZIP" not in text
    engine.open(f"{host.root}evidence.html")
    assert printed(engine)[0] == 1


@pytest.mark.stores
def test_after_one_visit_it_is_read_without_the_host(engine, site):
    host = Host(site)
    engine.open(host.root)
    partial = tuple(f"{code}." for code in LANGUAGES.partial)
    found = (path for path in site.rglob("search/**/*.json") if not path.name.startswith(partial))
    files = [path.relative_to(site).as_posix() for path in found]
    names = ("police", "en/start/paid", "en/contacts", "contacts")
    engine.until(IS_KEPT, [f"/{each}" for each in (*files, *(f"{name}.html" for name in names))])
    host.stop()
    for name in names:
        engine.open(f"{host.root}{name}.html")
        assert engine.evaluate("getComputedStyle(document.body).getPropertyValue('--page')"), name
    engine.until("Boolean(document.querySelector('[data-offline-notice]'))")
    engine.evaluate("void scrollTo(0, 700)")
    engine.until(f"({COVERED})() > 0")
    assert engine.evaluate(COVERED) < 0.25
    search(engine, "公示送達", "/lawsuits.html")
    engine.tap("[data-search-close]")
    switch_language(engine, "en")
    engine.until(IS_AT, "/en/contacts.html")
    engine.open("about:blank")
    engine.new_errors()  # Chromium reports what it could not fetch


def test_the_unpacked_copy_opens_searches_and_switches(engine, unpacked):
    engine.open((unpacked / "日本語.html").as_uri())
    engine.until(IS_AT, "/pages/index.html")
    search(engine, "公示送達", "/lawsuits.html#service-by-publication")
    engine.tap("a[data-search-result][href*='#service-by-publication']")
    engine.until(IS_AT, "/pages/lawsuits.html#service-by-publication")
    switch_language(engine, "en")
    engine.until(IS_AT, "/pages/en/lawsuits.html#service-by-publication")
