"""Render every generated picture of the repository from its sources, with a real browser.

`make pictures` builds the site and calls this. It prints each path with its size. The
module that draws a picture describes it.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from pictures.app_icon import draw_app_icons
from pictures.first_page import draw_first_page
from pictures.social_card import draw_social_cards
from support.chromium import ARGUMENTS, HOW_TO_GET_ONE, browser_path

ROOT = Path(__file__).parents[2]
DRAWN = (draw_app_icons, draw_social_cards, draw_first_page)


def main() -> int:
    """Draw all pictures; returns the exit code."""
    browser_file = browser_path()
    if browser_file is None:
        sys.stderr.write(f"This needs a browser. {HOW_TO_GET_ONE}\n")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_file, args=ARGUMENTS)
        try:
            for draw in DRAWN:
                for path in draw(browser):
                    sys.stdout.write(f"{(ROOT / path).stat().st_size:>8} {path}\n")
        except ValueError as fault:
            sys.stderr.write(f"{fault}\n")
            return 1
        finally:
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
