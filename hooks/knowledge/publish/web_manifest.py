"""The web app manifest of each language.

Answers: with which name, start page, colours and icons is the site installed as an app? W3C, Web
Application Manifest.
"""

import json
from dataclasses import dataclass

from knowledge.language_tags import Language
from knowledge.site.published_names import IMAGES

ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
)
APP_ICONS = frozenset({"apple-touch-icon.png", *(name for name, *_ in ICONS)})
"""Names of the files in IMAGES that only an installed site shows."""


@dataclass(frozen=True, slots=True)
class AppNames:
    """Names and description of the app in a language."""

    name: str
    short: str
    """The name below the icon."""
    description: str


def web_manifest(language: Language, folder: str, names: AppNames, colours: tuple[str, str]) -> str:
    """The manifest of a language, as JSON.

    `colours` are of buttons and of the page background (a manifest cannot use custom properties).
    """
    root = "../" if folder else "./"
    manifest = {
        "name": names.name,
        "short_name": names.short,
        "description": names.description,
        "lang": language.tag,
        "dir": language.direction,
        "start_url": "./index.html",
        # The whole site: pages in the other languages also open inside the app.
        "scope": root,
        "display": "minimal-ui",
        "theme_color": colours[0],
        "background_color": colours[1],
        "icons": [
            {"src": f"{root}{IMAGES}{file}", "sizes": size, "type": "image/png", "purpose": purpose}
            for file, size, purpose in ICONS
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
