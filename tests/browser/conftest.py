"""A real Chromium with the network cut, and the real site as files on disk."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import markdown
import pytest
import yaml

from support.cases_site import ROOT, TINY
from support.chromium import ARGUMENTS
from support.host import Host
from support.shared_build import shared_build
from support.site_builder import Build, build
from support.visit import DESKTOP, Visit

try:
    from playwright import sync_api as playwright
except ImportError:  # it is in the test lock only
    playwright = None


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator["playwright.Browser"]:
    if playwright is None:
        pytest.skip("playwright is not installed: pip install -r requirements-test.txt")
    browser_executable = request.getfixturevalue("browser_executable")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=browser_executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(real_build: Build) -> Path:
    assert real_build.exit_code == 0, real_build.output
    return real_build.site


@pytest.fixture(scope="session")
def render() -> Callable[[str], str]:
    """Renders a text as the build renders it, without our checks."""
    text = re.sub(r"!ENV .*", "null", (TINY / "mkdocs.yml").read_text("utf-8"))
    extensions, options = [], {}
    for entry in yaml.safe_load(text)["markdown_extensions"]:
        name, settings = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        extensions.append(name)
        options[name] = settings
    return lambda source: markdown.markdown(
        source, extensions=extensions, extension_configs=options
    )


@pytest.fixture(scope="module")
def host(site) -> Iterator[Host]:
    """The real site as a host publishes it."""
    host = Host(site)
    yield host
    host.stop()


@pytest.fixture
def visit(browser, site) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def start(*, offline: bool = True, **options) -> Visit:
        context = browser.new_context(**({"viewport": DESKTOP} | options))
        contexts.append(context)
        context.set_offline(offline)
        visit = Visit(context.new_page(), site)
        # Of the context: what a service worker asks for counts too.
        context.on("request", lambda request: visit.requests.append(request.url))
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.on("console", visit.note)
        return visit

    yield start
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def site_below_a_path(tmp_path_factory) -> Path:
    """The real site as it is built for a host that serves it below `/a-guide/`."""
    built = shared_build(tmp_path_factory, "below", build_below)
    assert built.exit_code == 0, built.output
    return built.site


def build_below(folder: Path) -> Build:
    return build(ROOT, folder / "site", SITE_URL="http://127.0.0.1/a-guide/")
