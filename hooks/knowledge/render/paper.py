"""QR codes on paper, and the pages that are made to be printed and handed out.

Answers: how does the reader of a printed page come back to the live one, how large is the paper of
a page to hand out, and to which pages do its codes lead? The layout is in paper.css; `make
leaflets` prints the pages into PDF files. There are no codes while the site has no address of its
own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import segno
from markupsafe import Markup

from knowledge.markdown.front_matter import Key
from knowledge.render.page_context import BuiltPage
from knowledge.site.languages import source_in

RESERVED = ("example", "invalid", "localhost", "test")
"""Top-level domains that nobody can have (RFC 2606)."""
QUIET_ZONE = 4
"""Width of the white border around a code, in modules (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class PaperCode:
    """The address of a page in one language, and its QR code."""

    language: str
    """Code of the language."""
    name: str
    """What the language calls itself."""
    url: str
    """Absolute."""
    code: Markup
    """An svg element; empty if the site has no address of its own."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Paper size and QR codes of a page that is printed and handed out."""

    size: str
    """One of PaperSize: `a4`."""
    codes: tuple[PaperCode, ...]
    """That of the page's own language first."""


def qr_code(url: str) -> Markup:
    """The QR code of an absolute URL, as inline SVG that scales with its width.

    Empty without a URL, or for a reserved host.
    """
    host = urlsplit(url).hostname or ""
    if not host or host.rpartition(".")[2] in RESERVED:
        return Markup()
    code = segno.make_qr(url, error="m")
    drawn = code.svg_inline(omitsize=True, lineclass=None, svgclass=None, border=QUIET_ZONE)
    return Markup(drawn)  # segno's shapes; the URL is not in them


def paper_of(built: BuiltPage, url_of: Callable[[str, str], str]) -> Paper | None:
    """Paper size and QR codes of a page; None if it is not for paper, or is a fallback page.

    Its front matter in the default language counts. `url_of` makes an absolute URL of a path inside
    a language folder and a language code.
    """
    is_own = source_in(built.context.build_language, built.page_path) in built.site.sources
    size = built.original.meta(Key.PAPER) if is_own else ""
    return Paper(size, tuple(_codes(built, url_of))) if size else None


def _codes(built: BuiltPage, url_of: Callable[[str, str], str]) -> Iterator[PaperCode]:
    page_path, languages = built.original.meta(Key.CODES), built.site.languages
    for code in dict.fromkeys((built.context.build_language, *languages.codes)):
        if page_path and source_in(code, page_path) in built.site.sources:
            url = url_of(page_path, code)
            yield PaperCode(code, languages[code].name or code, url, qr_code(url))
