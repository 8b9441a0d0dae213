"""A browser page that records its errors and requests."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright import sync_api as playwright

SEARCH = "dialog[data-search]"
SEARCH_INPUT = f"{SEARCH} input[name=query]"
SEARCH_RESULTS = "a[data-search-result]"
SEARCH_ANSWERED = f"{SEARCH} [data-search-output][aria-busy=false]"
PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
IDLE_AT_ONCE = "window.requestIdleCallback = (work) => setTimeout(work);"
"""Script for a page: a busy machine is idle only after seconds, and tests would wait for it."""


@dataclass
class Visit:
    """A browser page that records its errors and requests."""

    page: playwright.Page
    site: Path
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, name: str) -> playwright.Page:
        self.page.goto((self.site / f"{name}.html").as_uri(), wait_until="load")
        return self.page

    def note(self, line: playwright.ConsoleMessage) -> None:
        """Record a console error with its URL."""
        if line.type == "error":
            self.errors.append(f"{line.text} {line.location['url']}")

    @property
    def name(self) -> str:
        """Name of the current page, relative to the site's folder: `en/office`."""
        path = self.page.url.removeprefix(f"{self.site.as_uri()}/").partition("#")[0]
        return path.removesuffix(".html")

    @property
    def foreign_requests(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("file://", "data:", "blob:"))]


def forget(page: playwright.Page) -> None:
    """Close a page, and forget what it has stored for the others of its origin."""
    if not page.is_closed() and page.url.startswith(("http:", "file:")):
        page.evaluate("(() => { localStorage.clear(); sessionStorage.clear(); })()")
    page.close()


def open_search(page: playwright.Page) -> None:
    """Open the search like a reader, with its button."""
    page.locator("[data-search-open]").click()


def search_for(page: playwright.Page, query: str) -> None:
    """Type a query into the search, which is opened if it is not, and wait for the answer."""
    if not page.locator(SEARCH).is_visible():
        open_search(page)
    page.locator(SEARCH_INPUT).fill(query)
    page.locator(SEARCH_ANSWERED).wait_for(state="attached")


def open_all(page: playwright.Page) -> None:
    """Open everything that is folded on a page."""
    page.evaluate(
        "document.querySelectorAll('article details').forEach((each) => { each.open = true; })"
    )
