"""A published page in a frame of another site shows only a link to itself."""

import pytest

from support.host import Host

PAGES = (
    "index",
    "en/guide/borrow",
    "contacts",
    "en/glossary",
    "404",
    "en/404",
)
WORDS = {"ja": "このページを開く", "en": "Open this page"}
TABS = 5
SHOWN = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.checkVisibility() && each.getClientRects().length)
  .map((each) => each.className || each.tagName)"""


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    """Another host, on which `show` writes a page that frames a URL."""
    host = Host(tmp_path_factory.mktemp("stranger"))
    yield host
    host.stop()


def show(stranger, page, address, *, rights="", **options):
    html = f'<!doctype html><title>Prize</title><iframe {rights} src="{address}"></iframe>'
    (stranger.folder / "index.html").write_text(html, "utf-8")
    page.goto(stranger.root, **options)
    return page.frames[1]


@pytest.mark.parametrize("name", PAGES)
def test_only_a_link_is_shown(visit, host, stranger, name):
    page = visit(offline=False).page
    frame = show(stranger, page, f"{host.root}{name}.html?q=a#about")
    assert frame.evaluate(SHOWN) == ["framed-link"]
    language = frame.locator("html").get_attribute("lang")
    assert frame.locator(".framed-link").inner_text() == WORDS[language]
    page.emulate_media(media="print")
    assert frame.evaluate(SHOWN) == ["framed-link"]
    page.emulate_media(media="screen")
    reached = []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        reached.append(frame.evaluate("document.activeElement.classList[0] || 'body'"))
    assert set(reached) == {"framed-link", "body"}


def test_the_link_opens_the_page_in_the_whole_window(visit, host, stranger):
    page = visit(offline=False).page
    frame = show(stranger, page, f"{host.root}en/guide/borrow.html")
    frame.locator(".framed-link").click()
    page.wait_for_url(f"{host.root}en/guide/borrow.html#main")
    assert page.locator("h1").is_visible()
    assert not page.locator(".framed-link").is_visible()


def test_nothing_is_shown_before_either_and_without_the_later_scripts(visit, host, stranger):
    visited = visit(offline=False)
    page = visited.page
    page.route("**/*.js", lambda route: route.abort())
    frame = show(stranger, page, f"{host.root}guide/borrow.html")
    assert frame.evaluate(SHOWN) == ["framed-link"]
    # In a sandbox there is no storage and, mostly, no way out.
    frame = show(stranger, page, f"{host.root}guide/borrow.html", rights='sandbox="allow-scripts"')
    assert frame.evaluate(SHOWN) == ["framed-link"]


def test_a_page_of_its_own_and_one_from_disk_are_whole(visit, host, site, tmp_path):
    page = visit(offline=False).page
    page.goto(f"{host.root}guide/borrow.html")
    assert page.locator("h1").is_visible()
    assert not page.locator(".framed-link").is_visible()
    frames = tmp_path / "frames.html"
    frames.write_text(f'<iframe src="{(site / "guide/borrow.html").as_uri()}"></iframe>', "utf-8")
    page.goto(frames.as_uri())
    assert page.frames[1].locator("h1").is_visible()
