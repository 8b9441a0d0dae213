"""The real site in three forms: published, cached by the service worker, unpacked from the ZIP.

Pages with every kind of element are opened in each (all, with ALL=1): no request to another origin,
no stored data except what the page about the site lists, no error.
"""

import pytest

from knowledge.publish.service_worker import MAX_PRECACHE_BYTES
from support.cases_site import ROOT
from support.host import Host
from support.visit import PHONE, SEARCH_RESULTS, search_for
from support.waiting import UNREACHABLE, until
from this_site.pages import (
    ANSWER,
    FOLDERS,
    LANGUAGES,
    PAGES,
    PAGES_OF_COPY,
    language_link,
)
from this_site.site_with_more_languages import NAMES as MORE

HTML_PAGES = [f"{name}.html" for name in PAGES]
PREFERENCES = ("display", "keep")
"""Suffixes of the allowed local storage keys; the page about the site lists them."""
STORAGE_OVERHEAD = 1.25
"""What a browser stores of a file with its names and headers, in times of its bytes."""


def requests_beside(visit, root):
    return [url for url in visit.requests if not url.startswith((root, "data:"))]


def stored(page):
    return page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")


def switch_language(page, language):
    language_link(page, language).click()


def search(page, query):
    search_for(page, query)
    page.locator(SEARCH_RESULTS).first.wait_for()
    return page.locator(SEARCH_RESULTS).first.get_attribute("href")


def test_published_a_page_keeps_to_itself(visit, host, shown_pages):
    visited = visit(offline=False, stores=True)
    page = visited.page
    for name in shown_pages:
        page.goto(f"{host.root}{name}.html")
        assert page.locator("h1").is_visible(), name
    assert stored(page) == [], "nothing is chosen yet"
    page.locator("button[data-display]").click()
    page.reload()
    assert requests_beside(visited, host.root) == []
    assert page.context.cookies() == []
    assert page.evaluate("document.cookie") == ""
    assert visited.errors == []
    assert [name.endswith(PREFERENCES) for name in stored(page)] == [True]


def test_after_one_visit_every_language_is_read_without_the_host(visit, site, shown_pages):
    host = Host(site)
    visited = visit(offline=False, stores=True)
    page = visited.page
    page.goto(host.root)
    until(page, "Boolean(navigator.serviceWorker.controller)")
    kept = "async (names) => (await Promise.all(names.map((n) => caches.match(n)))).every(Boolean)"
    partial = tuple(f"{code}." for code in LANGUAGES.partial)
    left_out = tuple(FOLDERS[code] for code in LANGUAGES.partial)
    names = [name for name in HTML_PAGES if not name.startswith(left_out)]
    found = (path for path in site.rglob("search/**/*.json") if not path.name.startswith(partial))
    files = [f"/{path.relative_to(site).as_posix()}" for path in found]
    until(page, kept, [*(f"/{name}" for name in names), *files])
    page.reload()
    host.stop()
    for name in (f"{name}.html" for name in shown_pages if not name.startswith(left_out)):
        page.goto(host.root + name)
        assert page.locator("h1").is_visible(), name
        style = "getComputedStyle(document.body).getPropertyValue('--page')"
        assert page.evaluate(style), name
    page.goto(f"{host.root}police.html#consult")
    switch_language(page, "en")
    page.wait_for_url("**/en/police.html#consult")
    assert "lawsuits" in search(page, "service by publication")
    page.locator(SEARCH_RESULTS).first.click()
    page.wait_for_url("**/en/lawsuits.html*")
    page.goto(f"{host.root}?q=%E5%85%AC%E7%A4%BA%E9%80%81%E9%81%94")
    page.locator(f"{SEARCH_RESULTS}[href*=lawsuits]").first.wait_for()
    page.goto(f"{host.root}evidence.html")
    assert page.pdf(format="A4")[:4] == b"%PDF"
    size = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    assert size < MAX_PRECACHE_BYTES * STORAGE_OVERHEAD
    assert requests_beside(visited, host.root) == []
    assert [text for text in visited.errors if not UNREACHABLE.search(text)] == []


def test_unpacked_a_page_works_without_a_network(visit, unpacked, shown_pages):
    visited = visit()
    page = visited.page
    for name in (name for name in shown_pages if name in PAGES_OF_COPY):
        page.goto((unpacked / f"pages/{name}.html").as_uri())
        assert page.locator("h1").is_visible(), name
        assert page.locator("aside.page-notice").first.is_visible(), name
    assert requests_beside(visited, "file:") == []
    assert visited.errors == []
    assert page.locator("[data-offline]").count() == 0


@pytest.mark.parametrize(
    ("file", "language", "query", "found"),
    [("日本語.html", "ja", "公示送達", "lawsuits"), ("English.html", "en", "arrested", "police")],
)
def test_unpacked_one_file_opens_each_language(visit, unpacked, file, language, query, found):
    visited = visit()
    page = visited.page
    page.goto((unpacked / file).as_uri())
    page.wait_for_url("**/index.html")
    assert page.locator("html").get_attribute("lang") == language
    assert found in search(page, query)
    other = "en" if language == "ja" else "ja"
    page.goto(page.url.replace("index.html", "police.html#consult"))
    switch_language(page, other)
    page.wait_for_url("**/police.html#consult")
    assert page.locator("html").get_attribute("lang") == other
    assert visited.errors == []


def test_unpacked_the_first_answer_is_still_on_the_first_screen(visit, unpacked):
    page = visit(viewport=PHONE).page
    for name in ("index.html", "start/paid.html", "en/start/paid.html", "en/police.html"):
        page.goto((unpacked / "pages" / name).as_uri())
        box = page.locator(ANSWER).bounding_box()
        assert box["y"] < PHONE["height"], name


def test_the_display_follows_the_device_until_the_reader_chooses(visit, host):
    page = visit(offline=False, color_scheme="light").page
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    page.goto(host.root)
    assert page.evaluate(scheme) == "light"
    page.emulate_media(color_scheme="dark")
    page.goto(f"{host.root}en/police.html")
    assert page.evaluate(scheme) == "dark"
    page.locator("button[data-display]").click()
    assert page.evaluate(scheme) == "light"
    for name in ("nowhere.html", "index.html"):  # the first has only "/" as path to the root
        page.goto(host.root + name)
        assert page.evaluate(scheme) == "light"
    page.locator("button[data-display]").click()
    assert page.evaluate(scheme) == "dark"
    assert stored(page) == [], "what the device says is not kept"
    about = [(ROOT / f"docs/{language}/about.md").read_text() for language in ("ja", "en")]
    assert all(f"`{name}`" in text for name in PREFERENCES for text in about)


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_switch_keeps_the_passage_that_was_reached_later(visit, host, site, way):
    visited = visit(offline=False)
    page = visited.page
    page.goto(host.root if way == "http" else (site / "index.html").as_uri())
    page.evaluate("location.hash = '#what-happened'")
    switch_language(page, "en")
    page.wait_for_url("**/en/index.html#what-happened")


@pytest.mark.parametrize(
    ("address", "first", "title"),
    [
        ("nowhere.html", "ja", "ページが見つかりません"),
        ("start/nowhere.html", "ja", "ページが見つかりません"),
        ("en/nowhere.html", "en", "Page not found"),
        ("en/start/nowhere", "en", "Page not found"),
    ],
)
@pytest.mark.parametrize("prefix", ["/", "/a-guide/"])
def test_a_wrong_address_is_answered_in_its_language(
    visit, site, site_below_a_path, address, first, title, prefix
):
    """A host such as GitHub Pages serves the 404 page of the root for every address."""
    host = Host(site if prefix == "/" else site_below_a_path, prefix)
    visited = visit(offline=False)
    page = visited.page
    page.goto(host.root + address)
    section = page.locator("[data-not-found] > section").first
    assert section.get_attribute("lang") == first
    # The layout around it is in the language of that page.
    assert page.locator("html").get_attribute("lang") == "ja"
    assert section.locator("h1").inner_text() == title
    assert page.locator("[data-not-found] h1").count() == 1
    assert page.title().startswith(title)
    languages = [*LANGUAGES.codes, *(MORE if prefix != "/" else ())]
    assert page.locator("[data-not-found] > section").count() == len(languages)
    section.get_by_role("link").click()
    page.wait_for_url(f"{host.root}{'en/' if first == 'en' else ''}index.html")
    assert [text for text in visited.errors if "404" not in text] == []
    host.stop()


def test_below_a_path_everything_works(visit, site_below_a_path):
    host = Host(site_below_a_path, "/a-guide/")
    visited = visit(offline=False, stores=True)
    page = visited.page
    for name in ("", "en/police.html", "start/paid.html"):
        page.goto(host.root + name)
    # A page that was on its way while the worker took over stays without it until it is reloaded.
    until(page, "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')")
    page.reload()
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    until(page, "async () => Boolean(await caches.match('/a-guide/en/contacts.html'))")
    assert "police" in search(page, "警察")
    host.stop()
    page.goto(f"{host.root}en/contacts")
    assert page.locator("h1").is_visible()
    page.goto(f"{host.root}en/nowhere")
    page.get_by_role("link").click()
    page.wait_for_url(f"{host.root}en/index.html")
