"""Redirects from old addresses in a browser: from disk, with the requested anchor."""

import pytest

from support.cases_site import copy_tiny_site
from support.site_builder import build

ALIASES = 'aliases:\n  - lend.md\n  - "#way = #how"\n  - "lend.md#way = #how"\n'


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    folder = copy_tiny_site(tmp_path_factory.mktemp("moved") / "source")
    page = folder / "docs/ja/guide/borrow.md"
    page.write_text(page.read_text("utf-8").replace("reviewed:", f"{ALIASES}reviewed:"), "utf-8")
    result = build(folder, folder.parent / "site")
    assert result.exit_code == 0, result.output
    return result.site


@pytest.mark.parametrize("has_scripts", [True, False])
@pytest.mark.parametrize(
    ("asked", "with_scripts", "without"),
    [
        ("lend.html", "guide/borrow.html", "guide/borrow.html"),
        ("lend.html#how", "guide/borrow.html#how", "guide/borrow.html"),
        ("lend.html#way", "guide/borrow.html#how", "guide/borrow.html"),
        ("lend.html?h=a", "guide/borrow.html?h=a", "guide/borrow.html"),
        # Half of an encoded letter: no anchor, but an address that somebody cut off.
        ("lend.html#%E8%B2", "guide/borrow.html#%E8%B2", "guide/borrow.html"),
        # What is asked for stays an anchor, whatever it looks like.
        ("lend.html#//other.example/", "guide/borrow.html#//other.example/", "guide/borrow.html"),
        ("lend.html#index.html", "guide/borrow.html#index.html", "guide/borrow.html"),
        ("en/lend.html#way", "en/guide/borrow.html#how", "en/guide/borrow.html"),
        ("guide/borrow.html#way", "guide/borrow.html#way", "guide/borrow.html#way"),
    ],
)
def test_where_an_old_address_leads(browser, moved, asked, with_scripts, without, has_scripts):
    context = browser.new_context(java_script_enabled=has_scripts)
    page = context.new_page()
    page.goto(f"{moved.as_uri()}/{asked}")
    wanted = f"{moved.as_uri()}/{with_scripts if has_scripts else without}"
    page.wait_for_url(wanted, timeout=5000)
    assert page.url == wanted
    context.close()
