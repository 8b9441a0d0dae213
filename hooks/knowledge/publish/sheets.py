"""The PDF files of pages that are handed out on paper, as `make leaflets` printed them.

Answers: which of them are printed from the pages as they are now, and how does a page offer its
own? The build has no browser, so it publishes what was printed before, and leaves out what is older
than its page.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel.numbers import format_decimal

from knowledge.language_tags import Language
from knowledge.markdown.front_matter import PaperSize
from knowledge.site.published_names import STYLES, digest

FOLDER = ".leaflets"
"""Folder of the printed files, beside mkdocs.yml; git ignores it."""
RECORD = "printed.json"
"""File in it: by path of a PDF, the hash of what it was printed from."""
LINK_PLACE = "<!--paper-file-->"
"""Placeholder in the templates for the link to the PDF."""
PAPER = re.compile(r'<body[^>]* data-paper="([a-z0-9]+)"')
ARTICLE = re.compile(r'<article class="md-typeset">(.*?)</article>', re.DOTALL)
UNPRINTED = re.compile(
    r'<!--.*?-->|<p class="(?:paper-file|paper-codes__date)">.*?</p>|\s+', re.DOTALL
)
"""Parts that may change without making a PDF out of date: date, link to the PDF, white space."""
KILOBYTE = 1000
MAX_COPY_BYTES = 300 * KILOBYTE
"""Maximum bytes of all sheets in the offline copy: people mail it, and download it on phones."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page."""

    path: str
    """Path of the PDF from the site's root, in the folder of its page."""
    size: str
    """One of PaperSize."""
    content: bytes


def paper_pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """The pages that are made for paper: path of the PDF, size, and hash of what is printed."""
    for path in files:
        if path.endswith(".html"):
            html = files[path].decode()
            if found := PAPER.search(html):
                names = (f"{STYLES}paper/{name}.css" for name in ("sheet", found[1]))
                styles = b"".join(files[name] for name in names if name in files)
                printed = "".join(UNPRINTED.sub("", each) for each in ARTICLE.findall(html))
                yield f"{path.removesuffix('.html')}.pdf", found[1], digest(printed + str(styles))


def current_and_old(
    files: Mapping[str, bytes], printed: Mapping[str, bytes]
) -> tuple[dict[str, Sheet], int]:
    """The sheets that were printed from the pages as they are, and how many were not.

    The sheets are by path of their page. `printed` are the files in FOLDER.
    """
    record = json.loads(printed[RECORD]) if RECORD in printed else {}
    current = {
        f"{path.removesuffix('.pdf')}.html": Sheet(path, size, printed[path])
        for path, size, hash_of_page in (paper_pages(files) if record else ())
        if record.get(path) == hash_of_page and path in printed
    }
    return current, len(record) - len(current)


def sheets_in_copy(sheets: Mapping[str, Sheet], pages: Iterable[str]) -> dict[str, Sheet]:
    """The sheets that the offline copy has, by path of their page: no posters, and so many as fit.

    `pages` are the paths of all pages, the most important first.
    """
    found, left = {}, MAX_COPY_BYTES
    for page in pages:
        sheet = sheets.get(page)
        if sheet and sheet.size == PaperSize.A4 and len(sheet.content) <= left:
            found[page] = sheet
            left -= len(sheet.content)
    return found


def shown_size(sheet: Sheet, language: Language) -> str:
    """The size of a PDF for readers of a language: `120 kB`."""
    size = len(sheet.content) / KILOBYTE
    return f"{format_decimal(size, format='0', locale=language.locale)} kB"
