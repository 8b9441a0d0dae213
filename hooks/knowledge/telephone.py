"""Whether telephone numbers stand in the data alone, where one correction reaches every page.

Answers: does the text of a page hold a whole number? Short numbers such as 123 may stand in prose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from knowledge.data import Data
from knowledge.finding import Finding
from knowledge.languages import DATA
from knowledge.sentence import passages
from knowledge.site import Site
from knowledge.source import Source

# Groups of digits that begin with 0 or +, as no date does; or nine digits and more at a stretch.
NUMBER = re.compile(
    r"(?<![\d:-])(?:"
    r"\+\d{1,3}[- ]?\d{1,4}(?:[- ]\d{2,4}){1,3}|0\d{1,4}[- ]\d{1,4}[- ]\d{3,4}"
    r"|0\d{2,3}-\d{5,7}|\d{9,}"
    r")(?![\d-])",
    re.ASCII,
)
HYPHENS = re.compile(r"(?<=\d)[\u2010-\u2015\u2212\u30fc\uff70](?=\d)")
BRACKETED = re.compile(r"\(?(0\d{1,3})\)(\d{1,4})-(?=\d{4}(?!\d))", re.ASCII)
SHOWN = ("title", "description")
"""What readers see of the front matter."""
BEGINNING = re.compile(r"[0-9+]\d(?:(?<=[0+]\d)|\d{7})", re.ASCII)
"""How every number begins; without it a whole page needs no closer look."""
SURROUNDED = re.compile(r"(0\d{1,4})\((\d{1,4})\)(\d{3,4})(?!\d)", re.ASCII)
TAG = re.compile(r"<[^<>]*>")
CALLING = ("tel", "sms", "callto", "facetime", "whatsapp")
"""Schemes that call a number."""


def numbers_in_text(site: Site) -> Iterator[Finding]:
    """LK017: a whole telephone number in the text, a link or the front matter of a page."""
    for source in site.sources.values():
        language = site.languages.of(source.path) or site.languages.default
        found = (s for passage in passages(source, language) for s in passage.sentences)
        places = {
            "a link, a heading or the front matter": list(_beside_the_text(source)),
            "the text": [(sentence.line, sentence.text) for sentence in found],
        }
        for place, texts in places.items():
            for line, text in _suspicious(texts):
                for number in NUMBER.findall(_plain(text)):
                    yield Finding(
                        source.path,
                        line,
                        "LK017",
                        f"the number '{number}' stands in {place}",
                        _remedy(number, site.data),
                    )


def _suspicious(texts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The texts of a page with their lines, or none where no number can be in them."""
    whole = _in_plain_signs("\n".join(text for _, text in texts))
    return texts if BEGINNING.search(whole) else []


def _beside_the_text(source: Source) -> Iterator[tuple[int, str]]:
    """Where a number can stand beside the sentences: line and text."""
    yield from ((source.meta_line(key), source.meta(key)) for key in SHOWN)
    yield from ((heading.line, heading.text) for heading in source.headings)
    for element in source.elements:
        values = (value for name, value in element.attributes if name in ("title", "alt"))
        yield from ((element.line, value) for value in values)
    for text in source.texts:
        if not text.is_markdown:  # raw HTML: its words are no passages
            yield from ((number, TAG.sub("", line)) for number, line in text.lines)
    for link in source.links:
        if ":" not in link.target and "%" not in link.target:
            continue
        scheme, colon, number = unquote(link.target).partition(":")
        if colon and scheme.strip().lower() in CALLING:
            yield link.line, number


def _plain(text: str) -> str:
    """A text with the digits and hyphens that telephones know, whatever it was typed with."""
    digits = HYPHENS.sub("-", _in_plain_signs(text))
    return SURROUNDED.sub(r"\1-\2-\3", BRACKETED.sub(r"\1-\2-", digits))


def _in_plain_signs(text: str) -> str:
    """A text with every entity resolved, and one sign for all that say the same."""
    return unicodedata.normalize("NFKC", unescape(text))


def _remedy(number: str, data: Data) -> str:
    digits = re.sub(r"\D", "", number)
    for contact in data.contacts.values():
        if any(re.sub(r"\D", "", known.text) == digits for known in contact.numbers):
            return f"Write '[{contact.id}](contact:{contact.id})' with the words the reader sees"
    return f"Add it to {DATA}/contacts.yml and link to it: '[...](contact:...)'"
