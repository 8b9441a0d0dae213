"""Compare the first search on a phone with Pagefind's on the same pages.

    python -m bench.first_search SITE [SITE ...]

For each built site: seconds from opening the search to the first result, requests, and kB,
compressed. The phone: a processor four times slower, and a link of 560 ms a request and 180 kB/s
that all requests share. Pagefind (tests/pagefind) indexes a copy of the site and is asked from a
bare page.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from support.chromium import ARGUMENTS, browser_path
from support.host import Behaviour, Host
from support.node_packages import NodePackages
from support.waiting import until

PAGEFIND = NodePackages(Path(__file__).parents[1] / "pagefind", "Comparing searches")
FIRST_PAGES = {
    "": ("警察", "お金を払ってしまった"),
    "en/": ("police", "can they find my address"),
}
"""By folder of a language, the queries; each is the first one of a fresh browser context."""
TIMES = 3
SLOWDOWN = 4
"""CPU throttling factor of the page; Chromium does not throttle its workers."""
SECONDS_A_REQUEST = 0.56
BYTES_A_SECOND = 180_000
BARE = "bare.html"
BARE_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Pagefind</title>
<body><input><ol></ol><script type="module">
document.querySelector("input").addEventListener("input", async ({{ target }}) => {{
  const pagefind = await import("/pagefind/pagefind.js");
  const {{ results }} = await pagefind.search(target.value);
  const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  document.querySelector("ol").innerHTML = pages.map(({{ url, excerpt }}) => (
    `<li><a href="${{url}}">${{excerpt}}</a></li>`)).join("");
}});
</script>"""
LINK = "Boolean(document.querySelector('{} ol a[href]'))"


class PhoneLink:
    """Delays answers as a phone's connection does; requests share its bandwidth."""

    def __init__(self, sizes: dict[str, int]) -> None:
        """Start an idle link; `sizes` are compressed bytes by path."""
        self._sizes, self._lock, self._is_free_at = sizes, threading.Lock(), 0.0

    def seconds(self, path: str) -> float:
        """Seconds until the answer to a path has arrived."""
        size = self._sizes.get(path.partition("?")[0].removeprefix("/"), 0)
        with self._lock:
            now = time.monotonic()
            start = max(now + SECONDS_A_REQUEST, self._is_free_at)
            self._is_free_at = start + size / BYTES_A_SECOND
            return self._is_free_at - now


@contextmanager
def phone_host(site: Path) -> Iterator[tuple[Host, dict[str, int]]]:
    """Serve a site over a phone's connection; also yields the compressed size of each file."""
    kinds = ("*.js", "*.json", "*.html", "*.css", "*.wasm", "*.pf_*", "*.pagefind")
    paths = {path for kind in kinds for path in site.rglob(kind)}
    sizes = {path.relative_to(site).as_posix(): _compressed(path) for path in paths}
    link = PhoneLink(sizes)
    host = Host(site)
    host.behaviour = Behaviour(seconds=link.seconds, compresses=True, keeps_connections=True)
    try:
        yield host, sizes
    finally:
        host.stop()


def _compressed(path: Path) -> int:
    packed = subprocess.run(["gzip", "-9c", str(path)], capture_output=True, check=True).stdout
    return min(len(packed), path.stat().st_size)


def first_search(
    browser: Browser, host: Host, sizes: dict[str, int], name: str, area: str, query: str
) -> tuple[float, int, float]:
    """Seconds to the first result, number of requests, and kB.

    Args:
        browser: a Playwright browser.
        host: serves the site.
        sizes: compressed bytes by path.
        name: of the page.
        area: selector of what holds the input and the list of results; may be empty.
        query: what is typed.
    """
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{host.root}{name}", wait_until="load")
    _slow_down(page)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(urlsplit(request.url).path[1:]))
    start = time.monotonic()
    if not page.locator(f"{area} input").first.is_visible():
        page.keyboard.press("Control+k")  # ours opens in a dialog
    page.locator(f"{area} input").first.fill(query)
    until(page, LINK.format(area))
    seconds = time.monotonic() - start
    own = dict.fromkeys(path for path in asked if path in sizes)
    context.close()
    return seconds, len(own), sum(sizes[path] for path in own) / 1000


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})


def with_pagefind(site: Path, folder: Path) -> Path:
    """A copy of a site with Pagefind's index, and a bare page in each language."""
    PAGEFIND.install()
    copy = shutil.copytree(site, folder / "copy")
    command = PAGEFIND.installed / "node_modules/.bin/pagefind"
    options = ("--site", str(copy), "--root-selector", "article", "--silent")
    subprocess.run([str(command), *options], check=True)
    for prefix in FIRST_PAGES:
        page = (copy / prefix / "index.html").read_text("utf-8")
        found = re.search(r'<html[^>]* lang="?([\w-]+)', page)
        language = found[1] if found else "en"
        (copy / prefix / BARE).write_text(BARE_PAGE.format(language=language), "utf-8")
    return copy


def report(browser: Browser, site: Path) -> Iterator[str]:
    """The rows of a site: ours, then Pagefind's."""
    with tempfile.TemporaryDirectory() as made:
        sides = {
            "ours": (site, "index.html", "[data-search]"),
            "Pagefind": (with_pagefind(site, Path(made)), BARE, "body"),
        }
        for side, (folder, name, area) in sides.items():
            with phone_host(folder) as (host, sizes):
                for prefix, queries in FIRST_PAGES.items():
                    for query in queries:
                        runs = [
                            first_search(browser, host, sizes, prefix + name, area, query)
                            for _ in range(TIMES)
                        ]
                        seconds, requests, kilobytes = map(median, zip(*runs, strict=True))
                        row = f"{seconds:.1f} | {requests:.0f} | {kilobytes:.0f}"
                        yield f"| {site.name} | {side} | {query} | {row} |"


def main() -> None:
    """Print a table for the sites of the command line."""
    rows = ["| site | search | query | seconds | requests | kB |", "|---|---|---|---:|---:|---:|"]
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        for site in map(Path, sys.argv[1:]):
            rows += report(browser, site)
        browser.close()
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
