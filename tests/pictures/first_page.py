"""Render the picture of a README that shows one: the start page on a phone, in every language."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from knowledge.site.languages import HOME, from_configuration
from knowledge.site.mkdocs_yml import CONFIGURATION, parse

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
PICTURE = "docs/assets/first-page.png"
PHONE = {"width": 390, "height": 700}
FRAMES = """<!doctype html><meta charset="utf-8"><title>pictures</title>
<style>
  body {{ display: flex; gap: 24px; margin: 0; padding: 24px; background: #d9d4c8; }}
  iframe {{ width: {width}px; height: {height}px; border: 0; border-radius: 14px; }}
</style>
{frames}
"""
FRAME = '<iframe src="{site}/{page}"></iframe>'
SHOWN = 2
"""How many languages it shows at most."""


def draw_first_page(browser: Browser) -> Iterator[str]:
    """Write the picture and yield its path from the repository's root.

    Raises:
        ValueError: there is no built site.
    """
    if PICTURE not in (ROOT / "README.md").read_text("utf-8"):
        return
    if not (SITE / "index.html").exists():
        message = "The first page is shown as it is in site/, and there is none. Call make site."
        raise ValueError(message)
    languages = from_configuration(parse((ROOT / CONFIGURATION).read_bytes()))
    pages = [languages.page_url(HOME, code) for code in languages.complete[:SHOWN]]
    each = "\n".join(FRAME.format(site=SITE.as_uri(), page=page) for page in pages)
    with tempfile.TemporaryDirectory() as folder:
        frames = Path(folder) / "frames.html"
        frames.write_text(FRAMES.format(frames=each, **PHONE), "utf-8")
        page = browser.new_page(
            viewport={"width": len(pages) * (PHONE["width"] + 24) + 24, "height": 748}
        )
        page.goto(frames.as_uri())
        page.wait_for_timeout(500)
        page.screenshot(path=ROOT / PICTURE)
        page.close()
    yield PICTURE
