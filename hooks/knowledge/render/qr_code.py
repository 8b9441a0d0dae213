"""The QR code of a page, which is shown on paper only.

Answers: how does the reader of a printed page come back to the live one? There is none while the
site has no address of its own.
"""

from urllib.parse import urlsplit

import segno
from markupsafe import Markup

RESERVED = ("example", "invalid", "localhost", "test")
"""Top-level domains that nobody can have (RFC 2606)."""
QUIET_ZONE = 4
"""Width of the white border around a code, in modules (ISO/IEC 18004)."""


def qr_code(url: str) -> Markup:
    """The QR code of a URL, as inline SVG.

    Args:
        url: absolute; empty if the page has none.

    Returns:
        An svg element that scales with its width; empty without a URL or for a reserved host.
    """
    host = urlsplit(url).hostname or ""
    if not host or host.rpartition(".")[2] in RESERVED:
        return Markup()
    code = segno.make_qr(url, error="m")
    drawn = code.svg_inline(omitsize=True, lineclass=None, svgclass=None, border=QUIET_ZONE)
    return Markup(drawn)  # segno's shapes; the URL is not in them
