"""Pages that are made to be printed and handed out: their paper, and the QR codes on it.

Answers: how large is the paper of such a page, and to which pages do its codes lead? The layout is
in paper.css; `make leaflets` prints the pages into PDF files.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from knowledge.markdown.front_matter import Key
from knowledge.render.page_context import BuiltPage
from knowledge.render.qr_code import qr_code
from knowledge.site.languages import source_in


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


def paper_of(built: BuiltPage, url_of: Callable[[str, str], str]) -> Paper | None:
    """Paper size and QR codes of a page; None if it is not for paper, or is a fallback page.

    Args:
        built: the page. Its front matter in the default language counts.
        url_of: absolute URL of a page, by its path inside a language folder and a language code.
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
