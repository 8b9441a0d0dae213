"""Makes the README's picture: the first page on a phone, in both languages, from the real site.

`make pictures` builds the site and calls this. The picture is docs/assets/first-page.png.
"""

import sys
import tempfile
from pathlib import Path

from chromium import ARGUMENTS, HOW_TO_GET_ONE, browser_path
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
PICTURE = ROOT / "docs/assets/first-page.png"
PHONE = {"width": 390, "height": 700}
FRAMES = """<!doctype html><meta charset="utf-8"><title>pictures</title>
<style>
  body {{ display: flex; gap: 24px; margin: 0; padding: 24px; background: #d9d4c8; }}
  iframe {{ width: {width}px; height: {height}px; border: 0; border-radius: 14px; }}
</style>
<iframe src="{site}/index.html"></iframe>
<iframe src="{site}/en/index.html"></iframe>
"""


def main() -> int:
    """Take the picture; what to exit with."""
    browser_file = browser_path()
    site = ROOT / "site"
    if browser_file is None or not (site / "index.html").exists():
        sys.stderr.write(f"This needs site/ (make site) and a browser. {HOW_TO_GET_ONE}\n")
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        frames = Path(folder) / "frames.html"
        frames.write_text(FRAMES.format(site=site.as_uri(), **PHONE), "utf-8")
        browser = playwright.chromium.launch(executable_path=browser_file, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 2 * PHONE["width"] + 72, "height": 748})
        page.goto(frames.as_uri())
        page.wait_for_timeout(500)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
