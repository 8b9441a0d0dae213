"""Find the browser for the tests: an installed Chromium or Chrome, else Playwright's own.

As a command it prints the path, or exits with 1 and a message if there is none.
"""

import shutil
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell",  # first: the same engine with half the work for a window
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
SWITCHED_OFF = (
    # Windows of its own address bar, which nobody sees: twice the work of a page of ours.
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
    # The rest is what Playwright switches off, whose list this one replaces: other addresses and
    # frames than a test asked for, and questions to hosts of the browser's maker.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
"""Features of the browser that no test needs, by the names of `--disable-features`."""
ARGUMENTS = [
    # As root, as in CI, Chromium has no sandbox; the rest prevents requests of its own.
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join(SWITCHED_OFF)}",
    # A new page needs no process of its own.
    "--renderer-process-limit=1",
    "--disable-sync",
    "--no-first-run",
]
HOW_TO_GET_ONE = "Install Chromium or Chrome, or call: playwright install chromium"


def browser_path() -> str | None:
    """Path of a browser, or None if there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    try:
        # Only in the test lock, and this module has to work without it too.
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    found = browser_path()
    sys.stdout.write(f"{found or HOW_TO_GET_ONE}\n")
    sys.exit(found is None)
