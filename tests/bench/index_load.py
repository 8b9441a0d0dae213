"""Time until the first search result, loading of the index included."""

import statistics
import time
from pathlib import Path

from support.chromium import ARGUMENTS, browser_path
from support.host import served
from support.visit import SEARCH_INPUT, open_search
from support.waiting import until

TIMES = 3
FIRST_PAGES = {"index.html": "警察", "en/index.html": "police"}
"""Start page of each language, and the query typed there."""
ANSWERED = "Boolean(document.querySelector('a[data-search-result]'))"


def seconds_to_answer(site: Path) -> float:
    """Median seconds from opening the search to the first result.

    Measured in each language; the slower one counts.

    Args:
        site: a built site.

    Raises:
        RuntimeError: no browser is installed.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    executable = browser_path()
    if executable is None:
        raise RuntimeError("There is no Chromium here.")
    with served(site) as root, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=executable, args=ARGUMENTS)
        medians = []
        for name, query in FIRST_PAGES.items():
            found = []
            for _ in range(TIMES):
                context = browser.new_context(viewport={"width": 1280, "height": 900})
                page = context.new_page()
                page.goto(f"{root}{name}", wait_until="load")
                start = time.monotonic()
                open_search(page)
                page.locator(SEARCH_INPUT).fill(query)
                until(page, ANSWERED)
                found.append(time.monotonic() - start)
                context.close()
            medians.append(statistics.median(found))
        browser.close()
    return max(medians)
