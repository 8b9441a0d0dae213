"""Links of the offline copy to pages that it leaves out."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.publish.copy_links import replaced_targets, with_links
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import TINY
from support.publishing import context_of

URL = "https://a.example/b/"
PLACES = {
    "en/guide/borrow.html": "guide/borrow.html",
    "en/desk.html": "desk.html",
    "contributing/a.html": f"{URL}contributing/a.html",
}


def test_pages_that_stand_in_and_pages_for_contributors_have_another_place(tmp_path):
    folder = read_folder(TINY)
    files = {path: content for path, content in folder.files.items() if path != "docs/en/case.md"}
    files["docs/ja/contributing/a.md"] = b"# a {#a}\n"
    site = site_of(replace(folder, files=files), date(2026, 11, 24), None)
    assert replaced_targets(context_of(site, URL)) == {
        "en/case.html": "case.html",
        "contributing/a.html": f"{URL}contributing/a.html",
        "en/contributing/a.html": f"{URL}en/contributing/a.html",
    }
    # Without an address of the site there is nowhere else to lead to.
    assert "contributing/a.html" not in replaced_targets(context_of(site, ""))


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        ("en/index.html", "guide/borrow.html#how", "../guide/borrow.html#how"),
        ("en/guide/a.html", "borrow.html?q=%61", "../../guide/borrow.html"),
        ("guide/borrow.html", "../en/guide/borrow.html#how", "../en/index.html"),
        ("index.html", "/b/en/guide/borrow.html", "guide/borrow.html"),
        ("index.html", "contributing/a.html#b", f"{URL}contributing/a.html#b"),
        ("index.html", "https://a.example/en/desk.html", ""),
        ("en/desk.html", "#how", ""),
        ("index.html", "tel:188", ""),
        ("en/index.html", "guide/other.html", ""),
    ],
)
def test_a_link_leads_to_what_takes_the_place_of_its_target(page, link, expected):
    html = '<a class="b" href="{0}" rel="c">d</a> <a href="{0}">e</a> <i data-href="{0}">f</i>'
    site = site_of(read_folder(TINY), date(2026, 11, 24), None)
    found = with_links(page, html.format(link), PLACES, context_of(site, URL))
    changed = html.replace("{0}", expected or link, 2).format(link)
    assert found == changed
