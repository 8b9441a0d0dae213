"""Start an engine by its name, or say what is missing for it.

As a command it exits with 1 and a message if Firefox or WebKit is missing.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from support.engines.chromium import Chromium
from support.engines.firefox import Firefox, firefox_path
from support.engines.webkit import WebKit, missing_for_webkit

if TYPE_CHECKING:
    from playwright import sync_api as playwright

    from support.engines.engine import Engine

NAMES = ("chromium", "firefox", "webkit")


def missing(name: str) -> str:
    """What is missing to start an engine, as a sentence; empty if nothing is."""
    if name == "firefox" and not firefox_path():
        return "No Firefox here: install firefox-esr or firefox."
    if name == "webkit" and (parts := missing_for_webkit()):
        return f"No WebKitGTK here that can be driven: {parts} missing, see .ci/browser."
    return ""


def start(name: str, chromium: playwright.Browser, *, stores: bool = False) -> Engine:
    """Start an engine for which nothing is missing.

    Args:
        name: one of NAMES.
        chromium: Chromium, started by Playwright.
        stores: whether Chromium allows service workers; the others have a method for that.
    """
    if name == "firefox":
        return Firefox()
    return WebKit() if name == "webkit" else Chromium(chromium, stores=stores)


def is_required() -> bool:
    """Whether Firefox and WebKit must not be skipped: in `make test` on Debian as root, and in CI.

    There .ci/browser or the workflow installs them. KNOWLEDGE_BROWSER=chromium asks for less.
    """
    if os.environ.get("KNOWLEDGE_BROWSER") != "required":
        return False
    is_debian_root = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    return bool(is_debian_root or os.environ.get("CI"))


if __name__ == "__main__":
    sys.exit(" ".join(filter(None, map(missing, NAMES))) or None)
