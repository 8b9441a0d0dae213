"""Shared fixtures: the tiny site, built once per run, and real browsers without a network."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from support.cases_site import MOMENT, copy_tiny_site
from support.chromium import ARGUMENTS, HOW_TO_GET_ONE, browser_path
from support.engines.engine import Engine
from support.engines.firefox import Firefox
from support.engines.start import NAMES, is_required, missing, start
from support.engines.webkit import WebKit
from support.host import Host
from support.shared_build import shared_build
from support.site_builder import Build, build
from support.visit import DESKTOP, IDLE_AT_ONCE, PHONE, Visit, forget
from support.waiting import TIMEOUT_SECONDS

try:
    from playwright import sync_api as playwright
except ImportError:  # it is in the test lock only
    playwright = None  # type: ignore[assignment]

os.environ["SOURCE_DATE_EPOCH"] = MOMENT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker is left with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Collect garbage less often: what is imported by now stays until the end."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three for two processors with `-n auto`: a test waits for its browser, and has its own."""
    return max(2, 3 * (os.cpu_count() or 1) // 2)


@pytest.fixture(scope="session")
def tiny_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    def make(folder):
        return build(copy_tiny_site(folder / "source"), folder / "site")

    return shared_build(tmp_path_factory, "tiny", make)


@pytest.fixture(scope="session")
def browser_executable() -> str:
    """Path of the browser; without one, tests are skipped, but fail in `make test`."""
    path = browser_path()
    if path is None and os.environ.get("KNOWLEDGE_BROWSER"):
        pytest.fail(f"The browser tests need Chromium. {HOW_TO_GET_ONE}")
    if path is None:
        pytest.skip(f"No Chromium here. {HOW_TO_GET_ONE}")
    return path


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator["playwright.Browser"]:
    if playwright is None:
        pytest.skip("playwright is not installed: pip install -r requirements-test.txt")
    browser_executable = request.getfixturevalue("browser_executable")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=browser_executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def host(site) -> Iterator[Host]:
    """Serve the site of this test folder over http."""
    host = Host(site)
    yield host
    host.stop()


@pytest.fixture(scope="session")
def windows(browser) -> Iterator[Callable[..., "playwright.BrowserContext"]]:
    """Windows by their options: a page in one that is open takes half of the time of a new one."""
    with ExitStack() as ends:
        known: dict[str, playwright.BrowserContext] = {}

        def opened(*, offline: bool, **options) -> "playwright.BrowserContext":
            context: playwright.BrowserContext = browser.new_context(**options)
            context.set_default_timeout(TIMEOUT_SECONDS * 1000)
            context.set_offline(offline)
            context.add_init_script(IDLE_AT_ONCE)
            return context

        def get(*, is_alone: bool, **options) -> "playwright.BrowserContext":
            if is_alone:
                return opened(**options)
            key = repr(sorted(options.items()))
            if key not in known:
                known[key] = opened(**options)
                known[key].new_page()  # an empty one: the next needs no new process of the browser
                ends.callback(known[key].close)
            return known[key]

        yield get


@pytest.fixture
def visit(windows, site) -> Iterator[Callable[..., Visit]]:
    with ExitStack() as ends:

        def start(
            *, offline: bool = True, stores: bool = False, is_alone: bool = False, **options
        ) -> Visit:
            """Open a page.

            Args:
                offline: whether there is no network.
                stores: whether a visit over http stores the whole site.
                is_alone: whether nothing may be left of earlier visits, not even in a cache.
                options: of the window.
            """
            workers = "allow" if stores else "block"
            options = {"viewport": DESKTOP, "service_workers": workers} | options
            is_own = stores or is_alone
            context = windows(is_alone=is_own, offline=offline, **options)
            page = context.new_page()
            visit = Visit(page, site)
            if is_own:
                ends.callback(context.close)
            else:
                ends.callback(forget, page)
            # On the window, so that requests of a service worker count too.
            (context if stores else page).on(
                "request", lambda request: visit.requests.append(request.url)
            )
            page.on("pageerror", lambda error: visit.errors.append(str(error)))
            page.on("console", visit.note)
            return visit

        yield start


@pytest.fixture(scope="session")
def started(browser) -> Iterator[Callable[..., Engine]]:
    """Get an engine by its name; it runs until the last test has ended."""
    with ExitStack() as ends:

        @cache
        def get(name: str, *, stores: bool = False) -> Engine:
            engine = start(name, browser, stores=stores)
            ends.callback(engine.close)
            return engine

        yield get


@pytest.fixture(params=NAMES)
def engine(request, started) -> Iterator[Engine]:
    """An engine with the window of a phone, in light; a test ends without an error in a page."""
    name = request.param
    if reason := missing(name):
        (pytest.fail if is_required() else pytest.skip)(reason)
    is_stored = request.node.get_closest_marker("stores") is not None
    engine = started(name, stores=True) if is_stored and name == "chromium" else started(name)
    engine.allow_service_workers(is_stored)
    engine.resize(**PHONE)
    engine.set_dark(False)
    engine.set_font_size(16)
    engine.new_errors()
    yield engine
    if isinstance(engine, Firefox | WebKit):
        engine.zoom_text(1)
    assert engine.new_errors() == []
