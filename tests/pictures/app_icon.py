"""Render the app icons (home screen) from the SVG favicon.

A launcher masks a maskable icon with its own shape: the background reaches every edge, and the safe
zone is a centred circle of 80 % of the width.
Source: https://www.w3.org/TR/appmanifest/#icon-masks
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
FOLDER = "overrides/assets/images"
VECTOR = f"{FOLDER}/favicon.svg"
TEMPLATE = """<!doctype html><title>icon</title>
<style>body {{ margin: 0; }} svg {{ display: block; }} .full rect {{ rx: 0; }}</style>
<div class="{kind}">{vector}</div>
"""


@dataclass(frozen=True, slots=True)
class AppIcon:
    """One icon file."""

    name: str
    size: int
    """Width and height in pixels."""
    is_full: bool
    """Maskable: the background fills the corners too; else they are round and transparent."""


ICONS = (
    AppIcon("icon-192", 192, is_full=False),
    AppIcon("icon-512", 512, is_full=False),
    AppIcon("icon-maskable-512", 512, is_full=True),
    AppIcon("apple-touch-icon", 180, is_full=True),
)


def draw_app_icons(browser: Browser) -> Iterator[str]:
    """Write every icon and yield its path from the repository's root."""
    vector = (ROOT / VECTOR).read_text("utf-8")
    for icon in ICONS:
        path = f"{FOLDER}/{icon.name}.png"
        page = browser.new_page(viewport={"width": icon.size, "height": icon.size})
        page.set_content(TEMPLATE.format(kind="full" if icon.is_full else "round", vector=vector))
        page.screenshot(path=ROOT / path, omit_background=not icon.is_full)
        page.close()
        yield path
