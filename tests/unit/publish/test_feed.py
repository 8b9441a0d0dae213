"""The Atom feed: what RFC 4287 requires, and ids that stay."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from knowledge.publish.feed import feed
from knowledge.site.changes import all_changes
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import TINY
from support.publishing import context_of

URL = "https://library.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
PATH = "docs/ja/guide/borrow.md"
ENTRIES = """changes:
  - date: 2026-11-22
    kind: number
    ja: "番号が<変わり>ました。"
    en: "The number & the hours changed."
  - date: 2026-11-20
    kind: wording
    ja: 二つ目の直しです。
    en: The second fix.
  - date: 2026-11-20
    kind: wording
    ja: 一つ目の直しです。
    en: The first fix.
---
"""


def site_with(entries, path=PATH):
    folder = read_folder(TINY)
    text = folder.files[path].decode()
    begin, front, body = text.split("---\n", 2)
    changed = f"{begin}---\n{front}{entries}{body}".encode()
    return site_of(replace(folder, files={**folder.files, path: changed}), date(2026, 11, 24), None)


@pytest.fixture(scope="module")
def site():
    return site_with(ENTRIES)


def read(site, language="en", url=URL):
    return ElementTree.fromstring(feed(context_of(site, url), language))


def texts(root, name):
    return [each.text for each in root.iter(f"{ATOM}{name}")]


def test_it_has_what_atom_requires(site):
    root = read(site)
    assert (root.tag, root.get(LANGUAGE)) == (f"{ATOM}feed", "en")
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(f"{ATOM}{name}")) == 1, name
    links = {each.get("rel"): each.get("href") for each in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{URL}en/feed.xml", "alternate": f"{URL}en/"}
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        for name in ("id", "title", "updated", "summary"):
            assert len(entry.findall(f"{ATOM}{name}")) == 1, name
    ids = texts(root, "id")
    assert len(set(ids)) == len(ids) == len(entries) + 1 == 4


def test_its_dates_are_moments_newest_first(site):
    moments = texts(read(site), "updated")
    assert all(RFC_3339.fullmatch(each) for each in moments)
    assert moments[0] == moments[1] == "2026-11-22T00:00:00Z"
    assert moments[1:] == sorted(moments[1:], reverse=True)


def test_it_says_in_its_language_what_changed(site):
    assert texts(read(site, "ja"), "summary")[0] == "番号が<変わり>ました。"
    assert texts(read(site), "summary")[0] == "The number & the hours changed."
    entry = read(site).find(f"{ATOM}entry")
    link = entry.find(f"{ATOM}link")
    assert link.get("href") == f"{URL}en/guide/borrow.html"
    assert entry.find(f"{ATOM}title").text == "Borrowing"


def test_an_id_stays_when_an_entry_is_added_above_and_a_sentence_is_corrected(site):
    more = ENTRIES.replace("first fix", "first correction").replace(
        "changes:\n", "changes:\n  - {date: 2026-11-23, kind: law, ja: 新しい, en: New}\n"
    )
    before, after = texts(read(site), "id")[1:], texts(read(site_with(more)), "id")[1:]
    assert after[1:] == before
    assert before[0] == "tag:library.example,2026-11-22:en/guide/borrow/number/1"


def test_without_an_address_of_the_site_it_is_well_formed(site):
    links = [each.get("href") for each in read(site, url="").iter(f"{ATOM}link")]
    assert all(each.startswith("http://localhost/") for each in links)


def test_without_changes_there_is_none():
    assert feed(context_of(site_with("---\n"), URL), "en") == ""
    assert all_changes(site_with("---\n"), "en") == ()


def test_a_site_without_a_licence_names_no_rights():
    assert "rights" not in feed(context_of(site_with(ENTRIES), URL), "ja")
