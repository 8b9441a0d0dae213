"""A page looks the same with the reduced style sheet as with the full one of the theme."""

from pathlib import Path

import material
import pytest

from knowledge.publish.bundles import THEME_STYLE, own_styles, theme_file
from knowledge.site.published_names import STYLES
from support.cases_site import ROOT
from support.host import Host
from support.visit import DESKTOP, PHONE, SEARCH_RESULTS, open_search

SETTLE_MS = 700
"""Milliseconds until all transitions of the theme have ended."""
COMPUTED_STYLES = """() => {
  const known = [...getComputedStyle(document.body)];
  const names = known.filter((name) => !/^(transition|animation|--)/.test(name));
  return [...document.querySelectorAll("*")].flatMap((each) =>
    ["", "::before", "::after"].map((part) => {
      const style = getComputedStyle(each, part);
      if (style.display === "none" || (part && /^(none|normal)$/.test(style.content))) return "";
      return `${each.tagName} ${each.className} ${part} `
        + names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
    }));
}"""
"""Computed style of every element, without transitions and animations."""
STATES = {
    "": "() => {}",
    "menu": "() => document.querySelector('.menu-toggle').click()",
    "contents": "() => document.querySelectorAll('details').forEach((e) => { e.open = true; })",
}


@pytest.fixture(scope="module")
def hosts(site):
    theme = Path(material.__path__[0], "templates")
    whole = theme_file([theme], THEME_STYLE).read_text("utf-8")
    whole += own_styles(ROOT / "overrides")
    needed, all_of_it = Host(site), Host(site)

    def with_all(path, content):
        return whole.encode() if path.startswith(STYLES) else content

    all_of_it.behaviour.changes = with_all
    yield needed, all_of_it
    needed.stop()
    all_of_it.stop()


def assert_they_look_the_same(one, other):
    other.wait_for_timeout(SETTLE_MS)
    looks = [page.evaluate(COMPUTED_STYLES) for page in (one, other)]
    differ = [pair for pair in zip(*looks, strict=True) if pair[0] != pair[1]]
    assert not differ, "\n".join(f"{a}\n{b}" for a, b in differ)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("index", ""),
        ("contributing/components", ""),
        ("contributing/rules", "contents"),
        ("en/police", "contents"),
        ("404", ""),
        ("index", "menu"),
    ],
)
def test_a_page_looks_the_same(visit, hosts, name, state, size):
    pages = []
    for host in hosts:
        page = visit(offline=False, viewport=size, service_workers="block").page
        page.goto(f"{host.root}{name}.html")
        page.evaluate(STATES[state])
        pages.append(page)
    assert_they_look_the_same(*pages)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("query", ["警察", "ぬゐゑ"])
def test_the_search_looks_the_same(visit, hosts, query, size):
    pages = []
    for host in hosts:
        page = visit(offline=False, viewport=size, service_workers="block").page
        pages.append(page)
        page.goto(f"{host.root}index.html")
        open_search(page)
        page.keyboard.insert_text(query)
        found = SEARCH_RESULTS if query == "警察" else "[data-search-help]"
        page.locator(found).first.wait_for()
    assert_they_look_the_same(*pages)


def test_a_missing_rule_is_seen(visit, hosts):
    page = visit(offline=False, viewport=PHONE, service_workers="block").page
    page.goto(f"{hosts[0].root}index.html")
    before = page.evaluate(COMPUTED_STYLES)
    page.evaluate("document.querySelector('main article').classList.remove('md-typeset')")
    assert page.evaluate(COMPUTED_STYLES) != before
