"""Names that the build itself gives to published files.

Answers: under which names do the outputs of the build stand, from the site's root or from the
folder of a language, and which hash stands in a name?
"""

from __future__ import annotations

import hashlib

STYLES = "assets/stylesheets/"
SCRIPTS = "assets/javascripts/"
"""Where the theme's own folder has its styles and scripts, and where they are published."""
IMAGES = "assets/images/"
SEARCH = "search/"
"""From the site's root, and for the stubs from the folder of a language (Material 9.8.2)."""
OFFLINE_ZIP = "offline.zip"
SERVICE_WORKER = "sw.js"
HEADERS = "_headers"
"""What hosts read response headers from."""
MANIFEST = "app.webmanifest"
"""From the folder of a language."""
NOT_FOUND = "404.html"
SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")
DIGITS = 10


def digest(content: str | bytes) -> str:
    """The part of a content's SHA-256 that stands in names, hexadecimal."""
    data = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()[:DIGITS]
