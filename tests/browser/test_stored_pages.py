"""The button that deletes the stored pages of a device, and stores them again."""

import shutil

import pytest
import yaml

from support.cases_site import TINY, copy_tiny_site
from support.host import Host
from support.site_builder import build
from support.waiting import until

TEXTS = yaml.safe_load((TINY / "docs/_data/interface.yml").read_text("utf-8"))

ORIGIN_IS_EMPTY = """async () => !(await navigator.serviceWorker.getRegistration())
  && !(await caches.keys()).length"""
NO_WORKERS = "Object.defineProperty(navigator, 'serviceWorker', { value: undefined })"
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
REMOVE, KEEP, REMOVED = (
    {folder: TEXTS[f"offline-{key}"][code] for code, folder in (("ja", ""), ("en", "en/"))}
    for key in ("remove", "keep", "removed")
)
"""What the button and its answer say, by the folder of the language."""
STARTED_MS = 300
"""Milliseconds until a page has started its idle tasks."""


@pytest.fixture(scope="module")
def site_below_a_path(tmp_path_factory):
    """The tiny site, built for a host that serves it below `/a-guide/`."""
    folder = copy_tiny_site(tmp_path_factory.mktemp("below") / "source")
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("library.example/", "library.example/a-guide/"), "utf-8")
    built = build(folder, folder.parent / "site")
    assert built.exit_code == 0, built.output
    return built.site


def stored(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


@pytest.mark.parametrize(("prefix", "folder"), [("/", ""), ("/a-guide/", "en/")])
def test_it_removes_all_and_nothing_is_kept_until_the_reader_wants_it(
    visit, site, site_below_a_path, prefix, folder
):
    """At the root of a host, and below a path of a host that other sites share."""
    own_host = Host(site if prefix == "/" else site_below_a_path, prefix)
    page = visit(offline=False, stores=True).page
    button, said = page.locator("[data-stored] button"), page.locator("[data-stored] [role=status]")
    page.goto(f"{own_host.root}{folder}glossary.html")
    page.evaluate("caches.open('another site'); localStorage.setItem('another', 'x')")
    page.locator("button[data-display]").click()
    page.get_by_role("button", name=REMOVE[folder]).click()
    page.get_by_role("button", name=KEEP[folder]).wait_for()
    assert REMOVED[folder] in said.inner_text()
    assert page.evaluate("document.activeElement.dataset.action") == "keep"
    assert page.evaluate("caches.keys()") == ["another site"]
    assert stored(page) == {"another": "x", f"{prefix}keep": "nothing"}
    page.evaluate("caches.delete('another site')")

    for name in ("guide/borrow.html", "en/guide/borrow.html"):
        page.goto(own_host.root + name)
        page.locator("[data-stored] button").wait_for()
        page.wait_for_timeout(STARTED_MS)
        assert page.evaluate(ORIGIN_IS_EMPTY)
    assert "sw.js" not in own_host.asked[own_host.asked.index("guide/borrow.html") :]

    page.goto(f"{own_host.root}{folder}glossary.html")
    button.click()
    until(page, "(url) => caches.match(url).then(Boolean)", f"{prefix}{folder}guide/borrow.html")
    until(page, "Boolean(navigator.serviceWorker.controller)")
    assert button.inner_text() == REMOVE[folder]
    assert stored(page) == {"another": "x"}
    page.goto(f"{own_host.root}{folder}glossary.html")
    own_host.stop()
    page.goto(f"{own_host.root}{folder}guide/borrow.html")
    assert page.locator("h1").is_visible()


def test_it_can_be_taken_back_on_the_same_page(visit, host):
    """The worker of an open page stays active until the page is closed, with an empty cache."""
    page = visit(offline=False, stores=True).page
    button = page.locator("[data-stored] button")
    page.goto(host.root)
    button.wait_for()
    for _ in range(2):
        button.click()
        until(page, "async () => !(await caches.keys()).length")
        button.click()
        until(page, "() => caches.match('/guide/borrow.html').then(Boolean)")


def test_another_site_above_it_stays(visit, site_below_a_path, tmp_path):
    """The scope of a worker at the root includes our folder."""
    shutil.copytree(site_below_a_path, tmp_path / "site/a-guide")
    (tmp_path / "site/worker.js").write_text("", "utf-8")
    host = Host(tmp_path / "site")
    page = visit(offline=False, stores=True).page
    page.goto(f"{host.root}a-guide/index.html")
    page.evaluate("navigator.serviceWorker.register('/worker.js', { scope: '/' })")
    page.get_by_role("button", name=REMOVE[""]).click()
    page.get_by_role("button", name=KEEP[""]).wait_for()
    scopes = "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope))"
    assert page.evaluate(scopes) == [host.root]
    host.stop()


@pytest.mark.parametrize("browser_has", ["no workers", "data saving", "no scripts", "a folder"])
def test_it_is_not_shown_where_nothing_is_kept(visit, host, site, browser_has):
    page = visit(offline=False, stores=True, java_script_enabled=browser_has != "no scripts").page
    page.add_init_script({"no workers": NO_WORKERS, "data saving": SAVES_DATA}.get(browser_has, ""))
    page.goto(host.root if browser_has != "a folder" else (site / "index.html").as_uri())
    page.wait_for_timeout(STARTED_MS)
    assert page.locator("[data-stored]").count() == 1
    assert not page.locator("[data-stored]").is_visible()


def test_where_nothing_can_be_kept_the_choices_can_be_removed(visit, host):
    page = visit(offline=False, stores=True).page
    page.add_init_script(NO_WORKERS)
    page.goto(host.root)
    page.locator("button[data-display]").click()
    page.reload()
    page.get_by_role("button", name=REMOVE[""]).click()
    page.get_by_text("消しました。").wait_for()
    assert not page.locator("[data-stored] button").is_visible()
    assert stored(page) == {"/keep": "nothing"}


def test_a_failure_is_said(visit, host):
    page = visit(offline=False, stores=True).page
    page.goto(host.root)
    page.locator("[data-stored] button").wait_for()
    page.evaluate(
        "() => { CacheStorage.prototype.delete = () => Promise.reject(new Error('disk')); }"
    )
    page.locator("[data-stored] button").click()
    page.get_by_text("消せませんでした。").wait_for()
