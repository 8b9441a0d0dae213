"""A real Chromium with the network cut, and the real site as files on disk."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import markdown
import pytest
import yaml
from chromium import ARGUMENTS
from host import Host

from cases_site import ROOT, TINY
from site_builder import Build, build

try:
    from playwright import sync_api as playwright
except ImportError:  # it is in the test lock only
    playwright = None

PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 900}


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


@dataclass
class Visit:
    """A page in the browser and everything that went wrong on it."""

    page: "playwright.Page"
    site: Path
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, name: str) -> "playwright.Page":
        self.page.goto((self.site / f"{name}.html").as_uri(), wait_until="load")
        return self.page

    def note(self, line: "playwright.ConsoleMessage") -> None:
        """Keep an error of the console, with the address it is about."""
        if line.type == "error":
            self.errors.append(f"{line.text} {line.location['url']}")

    @property
    def name(self) -> str:
        """The page that is shown now, from the site's folder: `en/police`."""
        path = self.page.url.removeprefix(f"{self.site.as_uri()}/").partition("#")[0]
        return path.removesuffix(".html")

    @property
    def foreign_requests(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("file://", "data:", "blob:"))]


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


def open_search(page: "playwright.Page") -> None:
    """Open the search as a reader does: with its button, or in its box where that is shown."""
    button = page.locator("button.site-header__search")
    (button if button.is_visible() else page.locator(".md-search__input")).click()


@pytest.fixture(scope="session")
def site_below_a_path(tmp_path_factory) -> Path:
    """The real site as it is built for a host that serves it below `/a-guide/`."""
    address = "http://127.0.0.1/a-guide/"
    built = build(ROOT, tmp_path_factory.mktemp("below") / "site", SITE_URL=address)
    assert built.exit_code == 0, built.output
    return built.site
