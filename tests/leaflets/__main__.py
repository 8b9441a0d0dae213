"""Print every page that is made for paper into a PDF file, with a real browser.

`make leaflets` builds the site, calls this, and builds again: the second build publishes what was
printed (hooks/knowledge/publish/sheets.py). Prints each path with its size in bytes.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from knowledge.publish.postprocess import StoredFiles
from knowledge.publish.sheets import FOLDER, RECORD, paper_pages
from leaflets.pdf import normalized
from support.browser_files import write_with_browser

ROOT = Path(__file__).parents[2]
TOO_LARGE = """() => [...document.querySelectorAll("article, .panel, .paper-codes")]
  .map((box) => {
    const text = box.cloneNode(true);
    text.querySelectorAll("rt").forEach((reading) => reading.remove());
    const words = text.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
    return [words, box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth];
  })
  .filter(([, down, across]) => down > 1 || across > 1)"""
"""Parts of a sheet whose text does not fit: its first words, and the pixels that stick out down and
across."""
MILLIMETRES = 25.4 / 96
"""Of a CSS pixel."""


def print_sheets(browser: Browser, site: Path, folder: Path) -> Iterator[Path]:
    """Print the pages of a built site; yields the path of each PDF.

    Args:
        browser: Chromium.
        site: folder of the built site.
        folder: gets the PDF files and the record of what they were printed from.

    Raises:
        ValueError: texts do not fit on their sheets, once the others are printed; names each.
    """
    record: dict[str, str] = {}
    faults: list[str] = []
    for path, size, hash_of_page in paper_pages(StoredFiles(site)):
        page = browser.new_page(java_script_enabled=True)
        page.goto((site / f"{path.removesuffix('.pdf')}.html").as_uri())
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # opens what is closed
        if too_large := page.evaluate(TOO_LARGE):
            page.close()
            for words, down, across in too_large:
                much = f"{max(down, across) * MILLIMETRES:.0f} mm do not fit"
                faults.append(f"{path} ({size}): {much}: “{words} ...”")
            continue
        content = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
        page.close()
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(normalized(content))
        record[path] = hash_of_page
        yield place
    if faults:
        advice = (
            "Shorten these texts or what stands above them; the styles of sheets are in"
            " overrides/assets/stylesheets/paper/."
        )
        raise ValueError("\n".join([*faults, advice]))
    folder.mkdir(exist_ok=True)
    (folder / RECORD).write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def _printed(browser: Browser) -> Iterator[Path]:
    return print_sheets(browser, ROOT / "site", ROOT / FOLDER)


if __name__ == "__main__":
    sys.exit(write_with_browser(_printed, ROOT))
