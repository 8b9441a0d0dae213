"""Render every generated picture of the repository from its sources, with a real browser.

`make pictures` builds the site and calls this. It prints each path with its size. The
module that draws a picture describes it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from pictures.app_icon import draw_app_icons
from pictures.first_page import draw_first_page
from pictures.social_card import draw_social_cards
from support.browser_files import write_with_browser

ROOT = Path(__file__).parents[2]
DRAWN = (draw_app_icons, draw_social_cards, draw_first_page)


def _drawn(browser: Browser) -> Iterator[Path]:
    for draw in DRAWN:
        yield from (ROOT / path for path in draw(browser))


if __name__ == "__main__":
    sys.exit(write_with_browser(_drawn, ROOT))
