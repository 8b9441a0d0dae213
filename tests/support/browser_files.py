"""Write files with a browser, for the commands that draw or print them."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from support.chromium import ARGUMENTS, HOW_TO_GET_ONE, browser_path


def write_with_browser(write: Callable[[Browser], Iterator[Path]], root: Path) -> int:
    """Start Chromium, write files with it, and print each with its size; returns the exit code.

    Args:
        write: writes the files and yields their paths; raises ValueError with what is wrong.
        root: folder that the printed paths begin in.
    """
    browser_file = browser_path()
    if browser_file is None:
        sys.stderr.write(f"This needs a browser. {HOW_TO_GET_ONE}\n")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_file, args=ARGUMENTS)
        try:
            for path in write(browser):
                sys.stdout.write(f"{path.stat().st_size:>8} {path.relative_to(root)}\n")
        except ValueError as fault:
            sys.stderr.write(f"{fault}\n")
            return 1
        finally:
            browser.close()
    return 0
