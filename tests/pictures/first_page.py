"""Render the README's picture: the start page on a phone in both languages."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
PICTURE = "docs/assets/first-page.png"
PHONE = {"width": 390, "height": 700}
FRAMES = """<!doctype html><meta charset="utf-8"><title>pictures</title>
<style>
  body {{ display: flex; gap: 24px; margin: 0; padding: 24px; background: #d9d4c8; }}
  iframe {{ width: {width}px; height: {height}px; border: 0; border-radius: 14px; }}
</style>
<iframe src="{site}/index.html"></iframe>
<iframe src="{site}/en/index.html"></iframe>
"""


def draw_first_page(browser: Browser) -> Iterator[str]:
    """Write the picture and yield its path from the repository's root.

    Raises:
        ValueError: there is no built site.
    """
    if not (SITE / "index.html").exists():
        message = "The first page is shown as it is in site/, and there is none. Call make site."
        raise ValueError(message)
    with tempfile.TemporaryDirectory() as folder:
        frames = Path(folder) / "frames.html"
        frames.write_text(FRAMES.format(site=SITE.as_uri(), **PHONE), "utf-8")
        page = browser.new_page(viewport={"width": 2 * PHONE["width"] + 72, "height": 748})
        page.goto(frames.as_uri())
        page.wait_for_timeout(500)
        page.screenshot(path=ROOT / PICTURE)
        page.close()
    yield PICTURE
