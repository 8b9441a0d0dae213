"""What a browser is told about the site as an app: one manifest for each language.

Answers: under which name, with which first page and which icons is the site installed in a
language? W3C, Web Application Manifest.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from knowledge.site.published_names import IMAGES
from knowledge.writing_systems import of_language

ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
)
COLOUR, BACKGROUND = "#0b4f5c", "#fbf9f4"
"""--sea-0 and --paper-1 of tokens.css: a manifest knows no custom properties."""


@dataclass(frozen=True, slots=True)
class AppNames:
    """What the app is called in a language."""

    name: str
    short: str
    """Below the icon."""
    description: str


def web_manifest(language: str, folder: str, names: AppNames) -> str:
    """The manifest of a language, as JSON.

    Args:
        language: of the manifest.
        folder: where the language is published, from the site's root: `en/`.
        names: what the app is called.
    """
    root = "../" if folder else "./"
    manifest = {
        "name": names.name,
        "short_name": names.short,
        "description": names.description,
        "lang": language,
        "dir": of_language(language).direction,
        "start_url": "./index.html",
        # All languages: a page of another one is still inside the app.
        "scope": root,
        "display": "minimal-ui",
        "theme_color": COLOUR,
        "background_color": BACKGROUND,
        "icons": [
            {"src": f"{root}{IMAGES}{file}", "sizes": size, "type": "image/png", "purpose": purpose}
            for file, size, purpose in ICONS
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
