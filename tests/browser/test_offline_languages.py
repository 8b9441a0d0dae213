"""What the service worker keeps of a site with three languages, and what it leaves where it is."""

import shutil

import pytest

from support.cases_site import copy_tiny_site
from support.host import Host
from support.more_languages import add_language
from support.site_builder import build
from support.waiting import until

PAGE = """\
---
title: 대출 안내
description: 책을 빌리는 방법과 반납하는 방법을 알려 주는 짧은 페이지입니다.
reviewed: 2026-11-20
---

# 대출 안내 {#case}

책은 두 주 동안 빌릴 수 있습니다.
"""
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });\n"
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys();
    found.push(...keys.map(({ url }) => new URL(url).pathname.slice(1)));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = copy_tiny_site(tmp_path_factory.mktemp("three") / "source")
    add_language(folder, "ko", "한국어", {"case.md": PAGE}, extra={"partial": True})
    built = build(folder, folder.parent / "site")
    assert built.exit_code == 0, built.output
    return built.site


@pytest.fixture
def host(site, tmp_path):
    shutil.copytree(site, tmp_path / "served")
    host = Host(tmp_path / "served")
    yield host
    host.stop()


def languages_of(paths):
    """The languages of the pages and indexes among some paths, in their order."""
    found = (
        path.partition("/")[0] if path.startswith(("en/", "ko/")) else "ja"
        for path in paths
        if path.endswith(".html")
    )
    return list(dict.fromkeys(found))


def test_the_language_that_is_read_is_kept_first(context, host):
    page = context.new_page()
    page.goto(f"{host.root}ko/case.html")
    until(page, "Boolean(navigator.serviceWorker.controller)")
    until(page, f"async () => (await ({KEPT})()).includes('en/index.html')")
    after = host.asked[host.asked.index("sw.js") + 1 :]
    assert languages_of(after)[0] == "ko"
    kept = page.evaluate(KEPT)
    assert set(languages_of(kept)) == {"ja", "en", "ko"}
    assert "search/ko.json" in kept


def test_where_data_is_to_be_saved_no_language_is_fetched(context, host):
    context.add_init_script(SAVES_DATA)
    page = context.new_page()
    page.goto(f"{host.root}ko/case.html")
    page.wait_for_timeout(2500)
    assert languages_of(host.asked) == ["ko"]
    assert [path for path in host.asked if path.endswith(".html")] == ["ko/case.html"]
    assert page.evaluate(KEPT) == []


def test_a_worker_that_begins_to_save_data_fetches_no_other_language(context, host):
    """The reader turns the setting on between the page and the worker, or before an update."""
    worker = host.folder / "sw.js"
    worker.write_text(SAVES_DATA + worker.read_text("utf-8"), "utf-8")
    page = context.new_page()
    page.goto(f"{host.root}ko/case.html")
    until(page, "Boolean(navigator.serviceWorker.controller)")
    page.wait_for_timeout(1000)
    assert {path for path in host.asked if path.endswith(".html")} == {"ko/case.html"}
    assert page.evaluate(KEPT) == []
